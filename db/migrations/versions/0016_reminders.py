"""Reminders, what people do not want to be reminded of, deadlines of cases, and the hour of a digest.

Deadlines of cases that are open already are begun by the first sweep: the rules stand in the catalogue, not here.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'waiting'")
OF_STAFF = sa.text("state = 'waiting' AND staff_id IS NOT NULL")
UNPLANNED = sa.text("closed_at IS NULL AND waiting_since IS NOT NULL AND planned_for IS DISTINCT FROM reply_by")
AT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.add_column("staff", sa.Column("digest_hour", sa.SmallInteger()))
    op.add_column("cases", sa.Column("planned_for", AT))
    op.create_index("ix_cases_unplanned", "cases", ["id"], postgresql_where=UNPLANNED)
    op.create_table(
        "case_deadlines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id"), nullable=False),
        sa.Column("rule", sa.String(64), nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("started_at", AT, nullable=False),
        sa.Column("due_at", AT, nullable=False),
        sa.Column("paused_at", AT),
        sa.Column("extended_at", AT),
        sa.Column("extended_reason", sa.String(64)),
        sa.Column("met_at", AT),
        sa.Column("ended_at", AT),
    )
    op.create_index("ix_case_deadlines_case_id", "case_deadlines", ["case_id"])
    op.create_index(
        "uq_case_deadlines_open",
        "case_deadlines",
        ["case_id", "rule"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("ix_case_deadlines_due", "case_deadlines", ["due_at"], postgresql_where=sa.text("ended_at IS NULL"))
    op.create_table(
        "reminder_stops",
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id"), primary_key=True),
        sa.Column("kind", sa.String(64), primary_key=True),
        sa.Column("stopped_at", AT, nullable=False),
    )
    op.create_table(
        "reminders",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("step", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("unique_key", sa.String(160), nullable=False, unique=True),
        sa.Column("state", sa.String(64), server_default="waiting", nullable=False),
        sa.Column("person_id", sa.BigInteger(), sa.ForeignKey("people.id")),
        sa.Column("staff_id", sa.BigInteger(), sa.ForeignKey("staff.id")),
        sa.Column("case_id", sa.BigInteger(), sa.ForeignKey("cases.id")),
        sa.Column("deadline_id", sa.BigInteger(), sa.ForeignKey("case_deadlines.id", ondelete="CASCADE")),
        sa.Column("subject", sa.BigInteger()),
        sa.Column("about_at", AT),
        sa.Column("words", sa.LargeBinary()),
        sa.Column("due_at", AT, nullable=False),
        sa.Column("expires_at", AT),
        sa.Column("snoozed", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("planned_at", AT, nullable=False),
        sa.Column("settled_at", AT),
    )
    op.create_index("ix_reminders_due", "reminders", ["due_at", "id"], postgresql_where=WAITING)
    op.create_index("ix_reminders_case", "reminders", ["case_id"], postgresql_where=WAITING)
    op.create_index(
        "ix_reminders_person", "reminders", ["person_id"], postgresql_where=sa.text("person_id IS NOT NULL")
    )
    op.create_index("ix_reminders_staff", "reminders", ["staff_id"], postgresql_where=OF_STAFF)
    op.create_index("ix_reminders_deadline_id", "reminders", ["deadline_id"])
    op.create_index(
        "uq_reminders_person_draft",
        "reminders",
        ["person_id"],
        unique=True,
        postgresql_where=sa.text("state = 'draft'"),
    )
    op.create_index(
        "ix_reminders_settled", "reminders", ["settled_at"], postgresql_where=sa.text("settled_at IS NOT NULL")
    )


def downgrade() -> None:
    op.drop_table("reminders")
    op.drop_table("reminder_stops")
    op.drop_table("case_deadlines")
    op.drop_index("ix_cases_unplanned", "cases")
    op.drop_column("cases", "planned_for")
    op.drop_column("staff", "digest_hour")
