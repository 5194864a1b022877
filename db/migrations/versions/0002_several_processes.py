"""Several processes, and days on which something fails: who works, when Telegram was heard, backups, groups away."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
NOW = sa.text("clock_timestamp()")
PARKED_UPDATE = sa.text("parked_at IS NOT NULL AND done_at IS NULL")
PARKED_LETTER = sa.text("parked_at IS NOT NULL AND dropped_at IS NULL")


def upgrade() -> None:
    create_workers()
    create_backups()
    for table in ("inbox", "letters"):
        op.add_column(table, sa.Column("worker_id", sa.BigInteger()))
        op.add_column(table, sa.Column("retried", sa.Integer(), server_default="0", nullable=False))
    op.create_index("ix_inbox_parked", "inbox", ["id"], postgresql_where=PARKED_UPDATE)
    op.create_index("ix_letters_parked", "letters", ["id"], postgresql_where=PARKED_LETTER)
    op.add_column("cases", sa.Column("former_thread_id", sa.BigInteger()))
    op.create_index(
        "ix_cases_former_topic",
        "cases",
        ["topic_chat_id", "former_thread_id"],
        postgresql_where=sa.text("former_thread_id IS NOT NULL"),
    )
    op.add_column("staff_groups", sa.Column("away_since", MOMENT))
    op.add_column("staff_groups", sa.Column("away_reason", WORD))
    op.add_column("staff", sa.Column("problems_known_at", MOMENT))
    op.add_column("staff", sa.Column("problems_told_at", MOMENT))


def create_workers() -> None:
    op.create_table(
        "workers",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("machine", WORD, nullable=False),
        sa.Column("pid", sa.Integer(), nullable=False),
        sa.Column("started", WORD, nullable=False),
        sa.Column("beats", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("joined_at", MOMENT, server_default=NOW, nullable=False),
    )
    op.create_table(
        "role_leases",
        sa.Column("role", WORD, primary_key=True),
        sa.Column("worker_id", sa.BigInteger(), nullable=False),
        sa.Column("taken_at", MOMENT, server_default=NOW, nullable=False),
        sa.ForeignKeyConstraint(["worker_id"], ["workers.id"], "fk_role_leases_worker_id", ondelete="CASCADE"),
    )


def create_backups() -> None:
    op.create_table(
        "telegram_contacts",
        sa.Column("bot_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("heard_at", MOMENT, nullable=False),
        sa.Column("restored_at", MOMENT),
    )
    op.create_table(
        "backups",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("taken_at", MOMENT, nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("file", sa.String(255), nullable=False),
        sa.Column("fingerprint", WORD, nullable=False),
        sa.Column("revision", WORD, nullable=False),
    )


def downgrade() -> None:
    op.drop_index("ix_cases_former_topic", "cases")
    op.drop_column("cases", "former_thread_id")
    op.drop_column("staff", "problems_told_at")
    op.drop_column("staff", "problems_known_at")
    op.drop_column("staff_groups", "away_reason")
    op.drop_column("staff_groups", "away_since")
    op.drop_index("ix_letters_parked", "letters")
    op.drop_index("ix_inbox_parked", "inbox")
    for table in ("letters", "inbox"):
        op.drop_column(table, "retried")
        op.drop_column(table, "worker_id")
    for table in ("backups", "telegram_contacts", "role_leases", "workers"):
        op.drop_table(table)
