"""Rows of the former form as drafts: what they say, whose link leads to them, and for which campaign a file is."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
BIG = sa.BigInteger()
TABLE = "imported_drafts"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("id", BIG, sa.Identity(always=False), primary_key=True),
        sa.Column("campaign_id", BIG, nullable=False),
        sa.Column("family_hash", sa.LargeBinary(), nullable=False),
        sa.Column("answers", sa.LargeBinary()),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("lines", postgresql.ARRAY(sa.Integer()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("imported_at", MOMENT, nullable=False),
        sa.Column("imported_by", BIG, nullable=False),
        sa.Column("claimed_by", BIG),
        sa.Column("taken_at", MOMENT),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], f"fk_{TABLE}_campaign_id"),
        sa.ForeignKeyConstraint(["imported_by"], ["staff.id"], f"fk_{TABLE}_imported_by"),
        sa.ForeignKeyConstraint(["claimed_by"], ["people.id"], f"fk_{TABLE}_claimed_by"),
        sa.UniqueConstraint("campaign_id", "family_hash", name=f"uq_{TABLE}_campaign_id_family_hash"),
        sa.UniqueConstraint("code_hash", name=f"uq_{TABLE}_code_hash"),
    )
    op.create_index(f"ix_{TABLE}_claimed_by", TABLE, ["claimed_by"])
    op.add_column("uploads", sa.Column("campaign_id", BIG))
    op.create_foreign_key("fk_uploads_campaign_id", "uploads", "campaigns", ["campaign_id"], ["id"])


def downgrade() -> None:
    op.drop_constraint("fk_uploads_campaign_id", "uploads")
    op.execute("DELETE FROM uploads WHERE campaign_id IS NOT NULL")
    op.drop_column("uploads", "campaign_id")
    op.drop_table(TABLE)
