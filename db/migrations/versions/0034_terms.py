"""Last days of applications: whose reminders are planned, and up to where changed dates were told."""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("applications", sa.Column("reminded_for", sa.Date()))
    op.add_column("campaigns", sa.Column("told_version", sa.Integer(), server_default=sa.text("1"), nullable=False))
    op.add_column("campaigns", sa.Column("telling", sa.Integer()))
    op.add_column("campaigns", sa.Column("told_upto", sa.BigInteger(), server_default=sa.text("0"), nullable=False))
    # What was changed before anybody was told of changes is not news any more.
    op.execute(
        "UPDATE campaigns SET told_version = coalesce("
        "(SELECT max(number) FROM campaign_versions WHERE campaign_versions.campaign_id = campaigns.id), 1)"
    )


def downgrade() -> None:
    for name in ("told_upto", "telling", "told_version"):
        op.drop_column("campaigns", name)
    op.drop_column("applications", "reminded_for")
