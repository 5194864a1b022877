"""Why a person's data was looked at, what was shown of it, and whether the case was the reader's own."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

WORD = sa.String(64)


def upgrade() -> None:
    op.add_column("readings", sa.Column("reason", WORD))
    op.add_column("readings", sa.Column("not_theirs", sa.Boolean(), nullable=False, server_default=sa.text("false")))
    none = sa.text("'{}'")
    op.add_column("readings", sa.Column("fields", postgresql.ARRAY(WORD), nullable=False, server_default=none))
    op.create_index("ix_readings_staff_id_at", "readings", ["staff_id", "at"])


def downgrade() -> None:
    op.drop_index("ix_readings_staff_id_at", "readings")
    for column in ("fields", "not_theirs", "reason"):
        op.drop_column("readings", column)
