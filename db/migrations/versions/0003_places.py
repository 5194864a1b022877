"""Where a person lives and is registered, down to the settlement, sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SEALED = sa.LargeBinary()
COLUMNS = ("registered_place", "actual_place", "place_sought")


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column("people", sa.Column(column, SEALED))


def downgrade() -> None:
    for column in COLUMNS:
        op.drop_column("people", column)
