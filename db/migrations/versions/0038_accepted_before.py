"""Documents that were accepted before: when, until when they are valid, and from which one they were taken again."""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

BIG = sa.BigInteger()
INDEX = "ix_wanted_documents_reused_from"
TIE = "fk_wanted_documents_reused_from"


def upgrade() -> None:
    op.add_column("wanted_documents", sa.Column("reused_from", BIG))
    op.create_foreign_key(TIE, "wanted_documents", "wanted_documents", ["reused_from"], ["id"], ondelete="SET NULL")
    op.add_column("wanted_documents", sa.Column("accepted_at", sa.DateTime(timezone=True)))
    op.add_column("wanted_documents", sa.Column("valid_until", sa.Date()))
    op.create_index(INDEX, "wanted_documents", ["reused_from"], postgresql_where=sa.text("reused_from IS NOT NULL"))
    # Nothing changes a document that was accepted but asking for it again, so this is when it was accepted.
    op.execute("UPDATE wanted_documents SET accepted_at = changed_at WHERE state = 'accepted'")


def downgrade() -> None:
    # The version before knows no pages of another case: what was taken again and not decided is to be sent.
    op.execute(
        "UPDATE wanted_documents SET state = 'asked', album = NULL WHERE reused_from IS NOT NULL AND state = 'sent'"
    )
    op.drop_index(INDEX, "wanted_documents")
    op.drop_constraint(TIE, "wanted_documents")
    for name in ("valid_until", "accepted_at", "reused_from"):
        op.drop_column("wanted_documents", name)
