"""Files of people and staff, in pieces that are sealed by the application; who looked at which of them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
SEALED = sa.LargeBinary()


def upgrade() -> None:
    create_files()
    create_chunks()
    op.add_column("readings", sa.Column("what", WORD, server_default="details", nullable=False))
    op.add_column("readings", sa.Column("file_id", sa.BigInteger()))
    op.create_foreign_key("fk_readings_file_id", "readings", "files", ["file_id"], ["id"], ondelete="SET NULL")
    op.create_index("ix_readings_file_id", "readings", ["file_id"])


def create_files() -> None:
    op.create_table(
        "files",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("draft_id", sa.BigInteger()),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("name", SEALED),
        sa.Column("mime", sa.String(127)),
        sa.Column("size", sa.BigInteger()),
        sa.Column("duration", sa.Integer()),
        sa.Column("card", SEALED),
        sa.Column("album", WORD),
        sa.Column("telegram_id", SEALED),
        sa.Column("telegram_unique_id", SEALED),
        sa.Column("state", WORD, nullable=False),
        sa.Column("flaw", WORD),
        sa.Column("came_at", MOMENT, nullable=False),
        sa.Column("claims", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lease_until", MOMENT),
        sa.Column("worker_id", sa.BigInteger()),
        sa.Column("retry_at", MOMENT),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], "fk_files_message_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["draft_id"], ["drafts.id"], "fk_files_draft_id", ondelete="CASCADE"),
        sa.UniqueConstraint("message_id", name="uq_files_message_id"),
        sa.UniqueConstraint("draft_id", name="uq_files_draft_id"),
        sa.CheckConstraint("message_id IS NOT NULL OR draft_id IS NOT NULL", "ck_files_belongs_somewhere"),
    )
    op.create_index("ix_files_waiting", "files", ["id"], postgresql_where=sa.text("state = 'waiting'"))
    op.create_index("ix_files_album", "files", ["album"], postgresql_where=sa.text("album IS NOT NULL"))


def create_chunks() -> None:
    op.create_table(
        "file_chunks",
        sa.Column("id", sa.BigInteger(), sa.Identity(), primary_key=True),
        sa.Column("file_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", SEALED, nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["files.id"], "fk_file_chunks_file_id", ondelete="CASCADE"),
        sa.UniqueConstraint("file_id", "number", name="uq_file_chunks_file_id_number"),
    )
    # What is sealed does not shrink; kept as it is, its first byte can be read without the rest.
    op.execute("ALTER TABLE file_chunks ALTER COLUMN content SET STORAGE EXTERNAL")


def downgrade() -> None:
    op.drop_index("ix_readings_file_id", "readings")
    op.drop_constraint("fk_readings_file_id", "readings")
    op.drop_column("readings", "file_id")
    op.drop_column("readings", "what")
    op.drop_table("file_chunks")
    op.drop_table("files")
