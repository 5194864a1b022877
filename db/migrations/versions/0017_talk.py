"""Answers that wait or are taken back, replies to replies, reactions, and cases without notices."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)
ANSWERS = "fk_messages_answers_id"
MUTED_BY = "fk_cases_muted_by"


def upgrade() -> None:
    op.add_column("messages", sa.Column("answers_id", sa.BigInteger()))
    op.create_foreign_key(ANSWERS, "messages", "messages", ["answers_id"], ["id"], ondelete="SET NULL")
    op.add_column("messages", sa.Column("waits_for", WORD))
    op.add_column("messages", sa.Column("waits_until", MOMENT))
    op.add_column("messages", sa.Column("taken_back_at", MOMENT))
    op.add_column("messages", sa.Column("reaction", WORD))
    op.create_index("ix_messages_waiting", "messages", ["case_id"], postgresql_where=sa.text("waits_for IS NOT NULL"))
    op.create_index(
        "ix_messages_answers", "messages", ["answers_id"], postgresql_where=sa.text("answers_id IS NOT NULL")
    )
    op.add_column("cases", sa.Column("muted_until", MOMENT))
    op.add_column("cases", sa.Column("muted_by", sa.BigInteger()))
    op.create_foreign_key(MUTED_BY, "cases", "staff", ["muted_by"], ["id"])
    op.create_index("ix_cases_muted", "cases", ["muted_until"], postgresql_where=sa.text("muted_until IS NOT NULL"))
    op.add_column("people", sa.Column("spam_until", MOMENT))


def downgrade() -> None:
    op.drop_column("people", "spam_until")
    op.drop_index("ix_cases_muted", "cases")
    op.drop_constraint(MUTED_BY, "cases", type_="foreignkey")
    op.drop_column("cases", "muted_by")
    op.drop_column("cases", "muted_until")
    op.drop_index("ix_messages_answers", "messages")
    op.drop_index("ix_messages_waiting", "messages")
    op.drop_column("messages", "reaction")
    op.drop_column("messages", "taken_back_at")
    op.drop_column("messages", "waits_until")
    op.drop_column("messages", "waits_for")
    op.drop_constraint(ANSWERS, "messages", type_="foreignkey")
    op.drop_column("messages", "answers_id")
