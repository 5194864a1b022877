"""Letters whose reading is awaited, and which cases have one."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
WANTED = sa.text("state IN ('waiting', 'unread')")


def upgrade() -> None:
    op.create_table(
        "awaited_letters",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("matter", WORD, nullable=False),
        sa.Column("state", WORD, nullable=False, server_default=sa.text("'waiting'")),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.Column("chat_id", sa.BigInteger()),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("settled_at", MOMENT),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_awaited_letters_case_id"),
    )
    op.create_index(
        "uq_awaited_letters_matter", "awaited_letters", ["case_id", "matter"], unique=True, postgresql_where=WANTED
    )
    waiting = sa.text("state = 'waiting'")
    op.create_index("ix_awaited_letters_due", "awaited_letters", ["due_at"], postgresql_where=waiting)
    op.create_index("ix_awaited_letters_message", "awaited_letters", ["chat_id", "message_id"], postgresql_where=WANTED)
    op.create_index("ix_awaited_letters_case", "awaited_letters", ["case_id"])
    op.add_column("cases", sa.Column("unseen", sa.Boolean(), nullable=False, server_default=sa.text("false")))


def downgrade() -> None:
    op.execute("DELETE FROM calls WHERE reason = 'unread'")
    op.drop_column("cases", "unseen")
    op.drop_table("awaited_letters")
