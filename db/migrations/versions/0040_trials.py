"""A trial of sharing out is worked out while no transaction is open: how often it was begun."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("allocations", sa.Column("tries", sa.SmallInteger(), server_default=sa.text("0"), nullable=False))


def downgrade() -> None:
    # The older version knows no trial without its order: it is asked for again.
    op.execute("DELETE FROM allocations WHERE state IN ('asked', 'undone')")
    op.drop_column("allocations", "tries")
