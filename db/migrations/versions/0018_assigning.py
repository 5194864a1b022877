"""Who can have which case, who is away, what a handed over case is given along, and since when silence is counted."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
SKILLS = ("languages", "service_groups", "areas")


def upgrade() -> None:
    op.create_table(
        "handovers",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("giver_id", sa.BigInteger(), nullable=False),
        sa.Column("receiver_id", sa.BigInteger(), nullable=False),
        sa.Column("note", sa.LargeBinary()),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("declined_at", MOMENT),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_handovers_case_id"),
        sa.ForeignKeyConstraint(["giver_id"], ["staff.id"], "fk_handovers_giver_id"),
        sa.ForeignKeyConstraint(["receiver_id"], ["staff.id"], "fk_handovers_receiver_id"),
    )
    op.create_index("ix_handovers_case", "handovers", ["case_id"])
    op.add_column("staff", sa.Column("away_until", sa.Date()))
    for skill in SKILLS:
        none = sa.text("'{}'")
        op.add_column("staff", sa.Column(skill, postgresql.ARRAY(sa.String(64)), nullable=False, server_default=none))
    op.add_column("organisations", sa.Column("watched_at", MOMENT))
    op.add_column("organisations", sa.Column("resumed_at", MOMENT))


def downgrade() -> None:
    op.drop_column("organisations", "resumed_at")
    op.drop_column("organisations", "watched_at")
    for column in (*SKILLS, "away_until"):
        op.drop_column("staff", column)
    op.drop_table("handovers")
