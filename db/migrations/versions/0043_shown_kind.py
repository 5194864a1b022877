"""Which kind of screen stands in a slot: a question that is asked again below new words is asked in one place."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("slots", sa.Column("shown_kind", sa.String(64)))


def downgrade() -> None:
    op.drop_column("slots", "shown_kind")
