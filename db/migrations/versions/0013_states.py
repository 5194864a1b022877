"""The whole life of a case: its states, notes, tags and priority.

Cases that a refusal once ended as `cannot-help` keep that result: no reason of law was ever written down for them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NEVER = "ck_cases_never_refused_in_danger"
# What the former version does not know: work that goes on was `taken`, the queue was `new`, a refusal was an outcome.
BACK = (
    "UPDATE cases SET state = 'new' WHERE state = 'reopened'",
    "UPDATE cases SET state = 'closed', result = 'cannot-help' WHERE state = 'refused'",
    "UPDATE cases SET state = 'taken' WHERE state NOT IN ('new', 'taken', 'closed', 'withdrawn')",
    "UPDATE cases SET result = NULL WHERE closed_at IS NULL",
    "UPDATE cases SET turn = 'staff' WHERE turn = 'provider'",
)


def upgrade() -> None:
    op.add_column("cases", sa.Column("priority", sa.SmallInteger(), server_default=sa.text("0"), nullable=False))
    op.add_column("cases", sa.Column("priority_reason", sa.String(64)))
    op.add_column("cases", sa.Column("tags", sa.ARRAY(sa.String(64)), server_default=sa.text("'{}'"), nullable=False))
    op.add_column("cases", sa.Column("provider", sa.String(64)))
    op.add_column("cases", sa.Column("refused_by", sa.BigInteger()))
    op.create_foreign_key("fk_cases_refused_by_staff", "cases", "staff", ["refused_by"], ["id"])
    op.create_check_constraint(op.f(NEVER), "cases", "NOT (crisis AND state = 'refused')")
    op.create_table(
        "case_notes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("author_id", sa.BigInteger(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("chat_id", sa.BigInteger()),
        sa.Column("telegram_message_id", sa.BigInteger()),
    )
    op.create_index("ix_case_notes_case_id", "case_notes", ["case_id"])


def downgrade() -> None:
    op.drop_table("case_notes")
    op.drop_constraint(op.f(NEVER), "cases")
    for statement in BACK:
        op.execute(statement)
    op.drop_column("cases", "refused_by")
    op.drop_column("cases", "provider")
    op.drop_column("cases", "tags")
    op.drop_column("cases", "priority_reason")
    op.drop_column("cases", "priority")
