"""Providers, lists of them that leads send, and what is handed to a provider with the person's consent."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
WORD = sa.String(64)
OPEN = sa.text("state IN ('picking', 'asked', 'handing')")
# As 0007 named it.
FORMER_CHECK = "ck_files_ck_files_belongs_somewhere"
BELONGS = "message_id IS NOT NULL OR draft_id IS NOT NULL"


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True)


def _key(name: str, to: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), sa.ForeignKey(f"{to}.id"), nullable=nullable)


def _words(name: str) -> sa.Column[list[str]]:
    return sa.Column(name, postgresql.ARRAY(WORD), server_default=sa.text("'{}'"), nullable=False)


def _sealed(name: str, *, nullable: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def upgrade() -> None:
    op.create_table(
        "providers",
        _id(),
        _key("organisation_id", "organisations"),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("name_key", sa.String(200), nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("channel", WORD, nullable=False),
        _words("areas"),
        *(_sealed(name) for name in ("phone", "email", "address", "contact")),
        sa.Column("accepts_from", sa.Date()),
        sa.Column("accepts_until", sa.Date()),
        sa.Column("chat", WORD, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        _key("changed_by", "staff"),
        sa.Column("removed_at", MOMENT),
        sa.UniqueConstraint("organisation_id", "name_key", name="uq_providers_organisation_id_name_key"),
    )
    _create_uploads()
    _create_transfers()


def _create_uploads() -> None:
    op.create_table(
        "uploads",
        _id(),
        _key("staff_id", "staff"),
        sa.Column("purpose", WORD, nullable=False),
        sa.Column("state", WORD, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        _key("decided_by", "staff", nullable=True),
    )
    op.create_index("ix_uploads_staff_id", "uploads", ["staff_id"])
    op.add_column("files", sa.Column("upload_id", sa.BigInteger()))
    op.create_foreign_key("fk_files_upload_id_uploads", "files", "uploads", ["upload_id"], ["id"], ondelete="CASCADE")
    op.create_unique_constraint("uq_files_upload_id", "files", ["upload_id"])
    op.drop_constraint(op.f(FORMER_CHECK), "files")
    op.create_check_constraint(op.f("ck_files_belongs_somewhere"), "files", f"{BELONGS} OR upload_id IS NOT NULL")


def _create_transfers() -> None:
    op.create_table(
        "transfers",
        _id(),
        sa.Column("subject", WORD, nullable=False),
        _key("case_id", "cases", nullable=True),
        _key("provider_id", "providers"),
        sa.Column("state", WORD, nullable=False),
        _words("items"),
        _sealed("summary", nullable=True),
        _sealed("shared", nullable=True),
        sa.Column("rounds", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        _key("made_by", "staff"),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("asked_at", MOMENT),
        sa.Column("agreed_at", MOMENT),
        sa.Column("agreed_way", WORD),
        sa.Column("agreed_on", sa.Date()),
        _key("agreed_noted_by", "staff", nullable=True),
        sa.Column("due_at", MOMENT),
        sa.Column("sent_at", MOMENT),
        sa.Column("late_at", MOMENT),
        sa.Column("received_on", sa.Date()),
        sa.Column("received_way", WORD),
        _sealed("received_who", nullable=True),
        _sealed("received_number", nullable=True),
        _key("confirmed_by", "staff", nullable=True),
        sa.Column("ended_at", MOMENT),
        sa.CheckConstraint("case_id IS NOT NULL", name=op.f("ck_transfers_about_something")),
    )
    op.create_index("ix_transfers_case_id", "transfers", ["case_id"])
    op.create_index("ix_transfers_provider_id", "transfers", ["provider_id"])
    op.create_index("uq_transfers_open", "transfers", ["case_id", "provider_id"], unique=True, postgresql_where=OPEN)


def downgrade() -> None:
    op.drop_table("transfers")
    op.execute("DELETE FROM files WHERE message_id IS NULL AND draft_id IS NULL")
    op.drop_constraint(op.f("ck_files_belongs_somewhere"), "files")
    op.create_check_constraint(op.f(FORMER_CHECK), "files", BELONGS)
    op.drop_column("files", "upload_id")
    op.drop_table("uploads")
    op.drop_table("providers")
