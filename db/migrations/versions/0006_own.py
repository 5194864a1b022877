"""What is a person's own: ratings without a name, complaints, and when those may be forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    for table, said in (
        ("ratings", sa.Column("mark", WORD, nullable=False)),
        ("rating_words", sa.Column("words", sa.LargeBinary(), nullable=False)),
    ):
        op.create_table(
            table,
            sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
            sa.Column("organisation_id", sa.BigInteger(), sa.ForeignKey("organisations.id"), nullable=False),
            sa.Column("month", sa.Date(), nullable=False),
            said,
        )
        op.create_index(f"ix_{table}_month", table, ["month"])
    op.create_table(
        "rating_tickets",
        sa.Column("ticket", sa.LargeBinary(), primary_key=True),
        sa.Column("until", sa.Date(), nullable=False),
    )
    create_complaints()


def create_complaints() -> None:
    op.create_table(
        "complaints",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("organisation_id", sa.BigInteger(), sa.ForeignKey("organisations.id"), nullable=False),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id"), nullable=False),
        sa.Column("reviewer_id", sa.BigInteger(), sa.ForeignKey("staff.id"), nullable=False),
        sa.Column("words", sa.LargeBinary()),
        sa.Column("written_at", MOMENT, nullable=False),
        sa.Column("simple_by", MOMENT, nullable=False),
        sa.Column("answer_by", MOMENT, nullable=False),
        sa.Column("reminded_at", MOMENT),
        sa.Column("answer", sa.LargeBinary()),
        sa.Column("answered_by", sa.BigInteger(), sa.ForeignKey("staff.id")),
        sa.Column("answered_at", MOMENT),
    )
    for column in ("organisation_id", "case_id", "person_id"):
        op.create_index(f"ix_complaints_{column}", "complaints", [column])


def downgrade() -> None:
    for table in ("complaints", "rating_tickets", "rating_words", "ratings"):
        op.drop_table(table)
