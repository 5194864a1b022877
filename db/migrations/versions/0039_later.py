"""Questions of later steps: what a family was asked because of a child, and what it answered."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("applications", sa.Column("later", sa.LargeBinary()))
    words = postgresql.ARRAY(sa.String(64))
    op.add_column("application_children", sa.Column("asked", words, server_default=sa.text("'{}'"), nullable=False))
    op.add_column("application_children", sa.Column("later", sa.LargeBinary()))


def downgrade() -> None:
    op.drop_column("application_children", "later")
    op.drop_column("application_children", "asked")
    op.drop_column("applications", "later")
