"""Appointments with the hours of specialists, and group events with their seats."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

AT = sa.DateTime(timezone=True)
WORD = sa.String(64)
STANDING = sa.text("state IN ('signed', 'waiting', 'offered')")


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.BigInteger(), sa.Identity(always=False), primary_key=True)


def _to(name: str, target: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), sa.ForeignKey(f"{target}.id"), nullable=null)


def upgrade() -> None:
    _specialists()
    _appointments()
    _events()


def _specialists() -> None:
    op.create_table(
        "specialists",
        sa.Column("staff_id", sa.BigInteger(), sa.ForeignKey("staff.id"), primary_key=True),
        sa.Column("at_once", sa.SmallInteger(), nullable=False),
        sa.Column("place", sa.LargeBinary()),
        sa.Column("video", sa.LargeBinary()),
        sa.Column("changed_at", AT, nullable=False),
    )
    op.create_table(
        "specialist_hours",
        _id(),
        _to("staff_id", "staff"),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("opens", sa.SmallInteger(), nullable=False),
        sa.Column("closes", sa.SmallInteger(), nullable=False),
    )
    op.create_index("ix_specialist_hours_staff_id", "specialist_hours", ["staff_id"])
    op.create_table(
        "specialist_days_off",
        sa.Column("staff_id", sa.BigInteger(), sa.ForeignKey("staff.id"), primary_key=True),
        sa.Column("day", sa.Date(), primary_key=True),
    )


def _appointments() -> None:
    op.create_table(
        "appointments",
        _id(),
        _to("organisation_id", "organisations"),
        _to("case_id", "cases"),
        _to("person_id", "people"),
        _to("staff_id", "staff"),
        _to("offered_by", "staff"),
        sa.Column("state", WORD, nullable=False),
        sa.Column("way", WORD, nullable=False),
        sa.Column("minutes", sa.SmallInteger(), nullable=False),
        sa.Column("place", sa.LargeBinary()),
        sa.Column("starts_at", AT),
        sa.Column("ends_at", AT),
        sa.Column("seat", sa.SmallInteger()),
        sa.Column("held_until", AT),
        sa.Column("uid", WORD, nullable=False, unique=True),
        sa.Column("sequence", sa.SmallInteger(), nullable=False),
        sa.Column("rounds", sa.SmallInteger(), nullable=False),
        sa.Column("coming_at", AT),
        sa.Column("lapses_at", AT),
        sa.Column("replaces_id", sa.BigInteger(), sa.ForeignKey("appointments.id", ondelete="CASCADE")),
        sa.Column("made_at", AT, nullable=False),
        sa.Column("ended_at", AT),
    )
    # Core ranges alone: no extension has to be there, at no provider.
    op.execute(
        """
        ALTER TABLE appointments ADD CONSTRAINT ex_appointments_seat EXCLUDE USING gist (
            int8range(staff_id, staff_id, '[]') WITH &&,
            int4range(seat::int, seat::int, '[]') WITH &&,
            tstzrange(starts_at, ends_at) WITH &&
        ) WHERE (state IN ('held', 'confirmed'))
        """
    )
    op.create_index("ix_appointments_case_id", "appointments", ["case_id"])
    op.create_index("ix_appointments_person_id", "appointments", ["person_id"])
    op.create_index(
        "ix_appointments_of_staff",
        "appointments",
        ["staff_id", "starts_at"],
        postgresql_where=sa.text("starts_at IS NOT NULL"),
    )
    op.create_index(
        "ix_appointments_unsettled", "appointments", ["lapses_at"], postgresql_where=sa.text("lapses_at IS NOT NULL")
    )
    op.create_table(
        "appointment_times",
        _id(),
        sa.Column(
            "appointment_id", sa.BigInteger(), sa.ForeignKey("appointments.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("starts_at", AT, nullable=False),
        sa.UniqueConstraint("appointment_id", "starts_at"),
    )


def _events() -> None:
    op.create_table(
        "group_events",
        _id(),
        _to("organisation_id", "organisations"),
        _to("made_by", "staff"),
        sa.Column("state", WORD, nullable=False),
        sa.Column("title", sa.LargeBinary()),
        sa.Column("place", sa.LargeBinary()),
        sa.Column("places", sa.SmallInteger()),
        sa.Column("minutes", sa.SmallInteger()),
        sa.Column("day", sa.Date()),
        sa.Column("starts", sa.SmallInteger()),
        sa.Column("repeat", WORD),
        sa.Column("count", sa.SmallInteger()),
        sa.Column("token", WORD, nullable=False, unique=True),
        sa.Column("made_at", AT, nullable=False),
        sa.Column("ended_at", AT),
    )
    op.create_index("ix_group_events_organisation_id", "group_events", ["organisation_id"])
    op.create_index(
        "uq_group_events_draft", "group_events", ["made_by"], unique=True, postgresql_where=sa.text("state = 'draft'")
    )
    op.create_table(
        "event_dates",
        _id(),
        _to("event_id", "group_events"),
        sa.Column("starts_at", AT, nullable=False),
        sa.Column("ends_at", AT, nullable=False),
        sa.Column("uid", WORD, nullable=False, unique=True),
        sa.Column("cancelled_at", AT),
        sa.UniqueConstraint("event_id", "starts_at"),
    )
    op.create_index("ix_event_dates_starts_at", "event_dates", ["starts_at"])
    op.create_table(
        "event_seats",
        _id(),
        _to("date_id", "event_dates"),
        _to("person_id", "people"),
        sa.Column("state", WORD, nullable=False),
        sa.Column("place", sa.SmallInteger()),
        sa.Column("kept_until", AT),
        sa.Column("coming_at", AT),
        _to("signed_by", "staff", null=True),
        sa.Column("asked_at", AT, nullable=False),
        sa.Column("changed_at", AT, nullable=False),
    )
    op.create_index(
        "uq_event_seats_person", "event_seats", ["date_id", "person_id"], unique=True, postgresql_where=STANDING
    )
    op.create_index(
        "uq_event_seats_place",
        "event_seats",
        ["date_id", "place"],
        unique=True,
        postgresql_where=sa.text("place IS NOT NULL"),
    )
    op.create_index("ix_event_seats_person_id", "event_seats", ["person_id"])
    op.create_index(
        "ix_event_seats_kept", "event_seats", ["kept_until"], postgresql_where=sa.text("kept_until IS NOT NULL")
    )


def downgrade() -> None:
    for table in (
        "event_seats",
        "event_dates",
        "group_events",
        "appointment_times",
        "appointments",
        "specialist_days_off",
        "specialist_hours",
        "specialists",
    ):
        op.drop_table(table)
