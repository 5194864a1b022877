"""What is prepared for people: canned answers, documents to ask for, information pages."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
SEALED = sa.LargeBinary()


def upgrade() -> None:
    _canned()
    _documents()
    _pages()


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True)


def _names(column: str, target: str, *, may_lack: bool = False) -> sa.Column[int]:
    return sa.Column(column, sa.BigInteger(), sa.ForeignKey(target), nullable=may_lack)


def _canned() -> None:
    op.create_table(
        "canned_answers",
        _id(),
        _names("organisation_id", "organisations.id"),
        sa.Column("language", WORD, nullable=False),
        sa.Column("service_group", WORD, nullable=False),
        sa.Column("seed", WORD),
        sa.Column("removed_at", MOMENT),
        sa.UniqueConstraint("organisation_id", "language", "seed"),
    )
    op.create_table(
        "canned_versions",
        _id(),
        _names("answer_id", "canned_answers.id"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", SEALED, nullable=False),
        sa.Column("text", SEALED, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        _names("staff_id", "staff.id", may_lack=True),
        sa.UniqueConstraint("answer_id", "number"),
    )


def _documents() -> None:
    op.create_table(
        "wanted_documents",
        _id(),
        _names("case_id", "cases.id"),
        sa.Column("document", WORD, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("why", WORD),
        sa.Column("album", WORD),
        sa.Column("rounds", sa.Integer(), server_default="0", nullable=False),
        sa.Column("message_id", sa.BigInteger(), sa.ForeignKey("messages.id", ondelete="SET NULL")),
        sa.Column("asked_at", MOMENT),
        sa.Column("put_off_at", MOMENT),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.UniqueConstraint("case_id", "document"),
    )


def _pages() -> None:
    op.create_table(
        "page_checks",
        _id(),
        _names("organisation_id", "organisations.id"),
        sa.Column("page", WORD, nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        _names("staff_id", "staff.id"),
        sa.UniqueConstraint("organisation_id", "page", "checked_on"),
    )
    op.create_table(
        "pages_sent",
        _id(),
        sa.Column(
            "message_id",
            sa.BigInteger(),
            sa.ForeignKey("messages.id", ondelete="CASCADE"),
            unique=True,
            nullable=False,
        ),
        sa.Column("page", WORD, nullable=False),
        sa.Column("not_helped_at", MOMENT),
    )


def downgrade() -> None:
    for table in ("pages_sent", "page_checks", "wanted_documents", "canned_versions", "canned_answers"):
        op.drop_table(table)
