"""Processes that share the bot's budget tell each other of their calls."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "budget_notes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("worker_id", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", sa.BigInteger()),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("letter_id", sa.BigInteger()),
        sa.Column("pause", sa.Float()),
        sa.Column("noted_at", MOMENT, server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.Column("started_at", MOMENT),
        sa.Column("ended_at", MOMENT),
    )
    # Nobody holds `letters` alone any more.
    op.execute("DELETE FROM role_leases WHERE role = 'letters'")


def downgrade() -> None:
    op.drop_table("budget_notes")
