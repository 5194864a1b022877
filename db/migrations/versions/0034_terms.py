"""Reminders of applications, changed dates that were told, papers that are good until a day, words with a return."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

BIG = sa.BigInteger()


def upgrade() -> None:
    op.add_column("applications", sa.Column("reminded_for", sa.Date()))
    op.add_column("campaigns", sa.Column("told_version", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column("campaigns", sa.Column("telling", sa.Integer()))
    op.add_column("campaigns", sa.Column("told_upto", BIG, server_default=sa.text("0"), nullable=False))
    # What was changed before anybody was told of changes is not news any more.
    op.execute(
        "UPDATE campaigns SET told_version = coalesce("
        "(SELECT max(number) FROM campaign_versions WHERE campaign_versions.campaign_id = campaigns.id), 1)"
    )
    op.add_column("wanted_documents", sa.Column("valid_until", sa.Date()))
    op.add_column("wanted_documents", sa.Column("taken_from", BIG))
    op.create_foreign_key(
        "fk_wanted_documents_taken_from",
        "wanted_documents",
        "wanted_documents",
        ["taken_from"],
        ["id"],
        ondelete="SET NULL",
    )


def downgrade() -> None:
    op.drop_constraint("fk_wanted_documents_taken_from", "wanted_documents")
    for name in ("taken_from", "valid_until"):
        op.drop_column("wanted_documents", name)
    for name in ("told_upto", "telling", "told_version"):
        op.drop_column("campaigns", name)
    op.drop_column("applications", "reminded_for")
