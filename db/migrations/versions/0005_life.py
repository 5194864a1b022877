"""Words that wait remember what was chosen in the menu of life before they were written."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("drafts", sa.Column("about", sa.LargeBinary()))


def downgrade() -> None:
    op.drop_column("drafts", "about")
