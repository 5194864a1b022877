"""Calls: whom to phone and by when, and the number that a person gave for the next time."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
SEALED = sa.LargeBinary()
OPEN = sa.text("state = 'open'")
DRAFT = sa.text("state = 'draft'")


def upgrade() -> None:
    op.add_column("people", sa.Column("phone", SEALED))
    op.create_table(
        "calls",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id")),
        sa.Column("state", WORD, nullable=False),
        sa.Column("reason", WORD, nullable=False),
        sa.Column("for_lead", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("phone", SEALED),
        sa.Column("own_phone", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("ask_for", SEALED),
        sa.Column("suits", WORD),
        sa.Column("wish", SEALED),
        sa.Column("from_at", MOMENT),
        sa.Column("due_by", MOMENT),
        sa.Column("attempts", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("ended_at", MOMENT),
    )
    op.create_index("ix_calls_person_id", "calls", ["person_id"])
    op.create_index("ix_calls_case_id", "calls", ["case_id"])
    op.create_index("uq_calls_case_open", "calls", ["case_id"], unique=True, postgresql_where=OPEN)
    op.create_index("uq_calls_person_draft", "calls", ["person_id"], unique=True, postgresql_where=DRAFT)
    op.create_index("ix_calls_due", "calls", ["due_by"], postgresql_where=OPEN)


def downgrade() -> None:
    op.drop_table("calls")
    op.drop_column("people", "phone")
