"""Applications are checked: documents per child, confirmed categories, who confirmed first."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

WORD = sa.String(64)
BIG = sa.BigInteger()


def upgrade() -> None:
    for name in ("confirmed", "denied"):
        column: sa.Column[list[str]] = sa.Column(
            name, postgresql.ARRAY(WORD), server_default=sa.text("'{}'"), nullable=False
        )
        op.add_column("application_children", column)
    op.add_column("application_children", sa.Column("checked_by", BIG))
    op.create_foreign_key("fk_application_children_checked_by", "application_children", "staff", ["checked_by"], ["id"])
    op.add_column("applications", sa.Column("papers_by", sa.Date()))
    op.add_column("wanted_documents", sa.Column("child_id", BIG))
    op.create_foreign_key(
        "fk_wanted_documents_child_id",
        "wanted_documents",
        "application_children",
        ["child_id"],
        ["id"],
        ondelete="CASCADE",
    )
    op.drop_constraint("uq_wanted_documents_case_id_document", "wanted_documents")
    op.create_index(
        "uq_wanted_documents_of_case",
        "wanted_documents",
        ["case_id", "document"],
        unique=True,
        postgresql_where=sa.text("child_id IS NULL"),
    )
    op.create_index(
        "uq_wanted_documents_of_child",
        "wanted_documents",
        ["child_id", "document"],
        unique=True,
        postgresql_where=sa.text("child_id IS NOT NULL"),
    )
    op.create_index("ix_wanted_documents_case_id", "wanted_documents", ["case_id"])


def downgrade() -> None:
    # Without its child a document can't be told from that of a brother.
    op.execute("DELETE FROM wanted_documents WHERE child_id IS NOT NULL")
    for name in ("ix_wanted_documents_case_id", "uq_wanted_documents_of_child", "uq_wanted_documents_of_case"):
        op.drop_index(name, "wanted_documents")
    op.create_unique_constraint("uq_wanted_documents_case_id_document", "wanted_documents", ["case_id", "document"])
    op.drop_constraint("fk_wanted_documents_child_id", "wanted_documents")
    op.drop_column("wanted_documents", "child_id")
    op.drop_column("applications", "papers_by")
    op.drop_constraint("fk_application_children_checked_by", "application_children")
    for name in ("checked_by", "denied", "confirmed"):
        op.drop_column("application_children", name)
