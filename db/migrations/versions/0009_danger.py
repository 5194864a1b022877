"""Danger, phones that may be searched, people with whom one human speaks: alarms, and what holds for a person."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
STANDING = sa.text("ended_at IS NULL")


def upgrade() -> None:
    op.create_table(
        "alarms",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), nullable=False),
        sa.Column("cause", WORD, nullable=False),
        sa.Column("opened_case", sa.Boolean(), nullable=False),
        sa.Column("raised_at", MOMENT, nullable=False),
        sa.Column("promise", WORD, nullable=False),
        sa.Column("promised_at", MOMENT, nullable=False),
        sa.Column("way", WORD),
        sa.Column("phone", sa.LargeBinary()),
        sa.Column("rounds", sa.Integer(), server_default="0", nullable=False),
        sa.Column("asked", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_at", MOMENT),
        sa.Column("seen_at", MOMENT),
        sa.Column("seen_by", sa.BigInteger()),
        sa.Column("late_told_at", MOMENT),
        sa.Column("ended_at", MOMENT),
        sa.Column("ended", WORD),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], "fk_alarms_case_id"),
        sa.ForeignKeyConstraint(["seen_by"], ["staff.id"], "fk_alarms_seen_by"),
    )
    op.create_index("ix_alarms_case_id", "alarms", ["case_id"])
    op.create_index("uq_alarms_case_standing", "alarms", ["case_id"], unique=True, postgresql_where=STANDING)
    for flag in ("covered", "human_only"):
        op.add_column("people", sa.Column(flag, sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column("people", sa.Column("frozen_at", MOMENT))
    op.add_column("people", sa.Column("frozen_by", sa.BigInteger()))
    op.create_foreign_key("fk_people_frozen_by", "people", "staff", ["frozen_by"], ["id"])


def downgrade() -> None:
    op.drop_table("alarms")
    for column in ("frozen_by", "frozen_at", "human_only", "covered"):
        op.drop_column("people", column)
