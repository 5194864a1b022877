"""The clock: how each job's last run went, and what a backup asks others to leave for a while."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "job_results",
        sa.Column("job", WORD, primary_key=True),
        sa.Column("ran_at", MOMENT, nullable=False),
        sa.Column("took_ms", sa.BigInteger(), nullable=False),
        sa.Column("error", WORD),
        sa.Column("ok_at", MOMENT),
        sa.Column("did_at", MOMENT),
        sa.Column("counts", postgresql.JSONB(), nullable=False),
    )
    op.create_table(
        "holds",
        sa.Column("what", WORD, primary_key=True),
        sa.Column("holder", WORD, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
    )


def downgrade() -> None:
    for table in ("holds", "job_results"):
        op.drop_table(table)
