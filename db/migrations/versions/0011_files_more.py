"""Files of a form on its way; which message with a file was taken away from its sender's chat."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

WORD = sa.String(64)


def upgrade() -> None:
    op.add_column("drafts", sa.Column("form_id", sa.BigInteger()))
    op.add_column("drafts", sa.Column("form_key", WORD))
    op.create_foreign_key("fk_drafts_form_id", "drafts", "form_drafts", ["form_id"], ["id"], ondelete="CASCADE")
    op.create_index("ix_drafts_form_id", "drafts", ["form_id"])
    op.add_column("files", sa.Column("in_chat", WORD))


def downgrade() -> None:
    op.drop_column("files", "in_chat")
    # Without its form nobody would be asked about them.
    op.execute("DELETE FROM drafts WHERE form_id IS NOT NULL")
    op.drop_index("ix_drafts_form_id", "drafts")
    op.drop_constraint("fk_drafts_form_id", "drafts")
    op.drop_column("drafts", "form_key")
    op.drop_column("drafts", "form_id")
