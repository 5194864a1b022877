"""The duty roster with phones, and the ladder of an alarm: who was called, and on which rung it stands."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

WORD = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
AHEAD = sa.text("removed_at IS NULL")

# Whoever was told of an alarm before hears it, too, when it was a mistake.
WAS_TOLD = """
    INSERT INTO alarm_calls (alarm_id, round, staff_id, rung, called_at)
    SELECT DISTINCT ON (alarms.id, staff.id) alarms.id, 0, staff.id, 'duty', letters.written_at
    FROM letters
    JOIN alarms ON alarms.id = CAST(letters.facts ->> 'alarm_id' AS bigint)
    JOIN staff ON staff.id = CAST(letters.facts ->> 'staff_id' AS bigint)
    WHERE letters.kind = 'alarm-raised'
    ORDER BY alarms.id, staff.id, letters.id
"""


def upgrade() -> None:
    op.create_table(
        "duty_shifts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("organisation_id", sa.BigInteger(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.Column("written_by", sa.BigInteger(), nullable=False),
        sa.Column("removed_at", MOMENT),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisations.id"], "fk_duty_shifts_organisation_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], "fk_duty_shifts_staff_id"),
        sa.ForeignKeyConstraint(["written_by"], ["staff.id"], "fk_duty_shifts_written_by"),
    )
    op.create_index("ix_duty_shifts_ahead", "duty_shifts", ["organisation_id", "ends_at"], postgresql_where=AHEAD)
    op.create_table(
        "alarm_calls",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("alarm_id", sa.BigInteger(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.BigInteger(), nullable=False),
        sa.Column("rung", WORD, nullable=False),
        sa.Column("called_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["alarm_id"], ["alarms.id"], "fk_alarm_calls_alarm_id"),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], "fk_alarm_calls_staff_id"),
        sa.UniqueConstraint("alarm_id", "round", "staff_id", name="uq_alarm_calls_alarm_id_round_staff_id"),
    )
    op.execute(WAS_TOLD)
    op.drop_column("alarms", "asked")
    op.add_column("alarms", sa.Column("rung", WORD))
    op.add_column("alarms", sa.Column("course", sa.Integer(), server_default="0", nullable=False))
    op.add_column("staff", sa.Column("duty_phone", sa.LargeBinary()))


def downgrade() -> None:
    op.drop_column("staff", "duty_phone")
    op.drop_column("alarms", "course")
    op.drop_column("alarms", "rung")
    op.add_column("alarms", sa.Column("asked", sa.Integer(), server_default="0", nullable=False))
    op.drop_table("alarm_calls")
    op.drop_table("duty_shifts")
