"""Appointments: their states, how long they last, by when somebody answers, how long a time is kept."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from rules.local_time import aware

LENGTHS = (15, 30, 45, 60, 90, 120)
"""Minutes of an appointment."""
MOST_TIMES = 6
"""So many times may be offered at once."""
HOLD = timedelta(minutes=30)
"""How long a time is kept for somebody who picked it and has not confirmed it."""
NOTED_FOR = timedelta(days=14)
"""How long after its end it may be noted whether somebody came."""


class Way(StrEnum):
    """Where people meet."""

    PLACE = "place"
    PHONE = "phone"
    VIDEO = "video"


class AppointmentState(StrEnum):
    """Where an appointment stands."""

    DRAFT = "draft"
    """Staff choose the times; the person knows nothing."""
    OFFERED = "offered"
    HELD = "held"
    """The person picked a time: it is kept for them for `HOLD`, until they confirm it."""
    UNSUITED = "unsuited"
    """None of the times suits; staff offer others."""
    CONFIRMED = "confirmed"
    CAME = "came"
    MISSED = "missed"
    CANCELLED = "cancelled"
    LAPSED = "lapsed"
    """Nobody answered while a time was ahead."""
    DROPPED = "dropped"
    """It was never offered."""


class AppointmentVerb(StrEnum):
    """What is done with one."""

    OFFER = "offer"
    PICK = "pick"
    CONFIRM = "confirm"
    FREE = "free"
    """The time that was picked is given to somebody else."""
    UNSUIT = "unsuit"
    BOOK = "book"
    """Staff heard on the phone which time suits."""
    MOVE = "move"
    CANCEL = "cancel"
    CAME = "came"
    MISSED = "missed"
    LAPSE = "lapse"
    DROP = "drop"


_S = AppointmentState
_UNSETTLED = (_S.OFFERED, _S.HELD, _S.UNSUITED)


def _from(states: Iterable[AppointmentState], to: AppointmentState) -> dict[AppointmentState, AppointmentState]:
    return dict.fromkeys(states, to)


_TABLE: Mapping[AppointmentVerb, Mapping[AppointmentState, AppointmentState]] = MappingProxyType(
    {
        AppointmentVerb.OFFER: _from((_S.DRAFT, *_UNSETTLED, _S.CONFIRMED, _S.MISSED), _S.OFFERED),
        AppointmentVerb.PICK: _from(_UNSETTLED, _S.HELD),
        AppointmentVerb.CONFIRM: _from((_S.HELD, _S.OFFERED), _S.CONFIRMED),
        AppointmentVerb.FREE: _from((_S.HELD,), _S.OFFERED),
        AppointmentVerb.UNSUIT: _from((_S.OFFERED, _S.HELD, _S.MISSED), _S.UNSUITED),
        AppointmentVerb.BOOK: _from(_UNSETTLED, _S.CONFIRMED),
        AppointmentVerb.MOVE: _from((_S.CONFIRMED,), _S.CONFIRMED),
        AppointmentVerb.CANCEL: _from((*_UNSETTLED, _S.CONFIRMED), _S.CANCELLED),
        AppointmentVerb.CAME: _from((_S.CONFIRMED, _S.MISSED), _S.CAME),
        AppointmentVerb.MISSED: _from((_S.CONFIRMED, _S.CAME), _S.MISSED),
        AppointmentVerb.LAPSE: _from((_S.OFFERED, _S.HELD), _S.LAPSED),
        AppointmentVerb.DROP: _from((_S.DRAFT,), _S.DROPPED),
    }
)
"""A row reads: this verb leads from these states there."""

SEATED = frozenset({_S.HELD, _S.CONFIRMED})
"""A time is taken in these: the constraint of the table names the same two."""
COMING = frozenset({*_UNSETTLED, _S.CONFIRMED})
"""Somebody still expects it."""


def after(verb: AppointmentVerb, state: AppointmentState) -> AppointmentState | None:
    """The state once the verb is done; None where it can't be done there."""
    return _TABLE[verb].get(state)


def verbs_in(state: AppointmentState) -> frozenset[AppointmentVerb]:
    """All that can be done in a state."""
    return frozenset(verb for verb, row in _TABLE.items() if state in row)


def answer_by(usual: datetime, times: Iterable[datetime]) -> datetime:
    """By when (UTC) the person is to answer: as usual, but never later than the first time that is offered. ValueError
    without times.
    """
    return min(aware(usual), *times).astimezone(UTC)


def may_note(state: AppointmentState, starts: datetime | None, ends: datetime | None, now: datetime) -> bool:
    """May it be noted whether the person came? From its beginning on, for two weeks."""
    if starts is None or ends is None or state not in (_S.CONFIRMED, _S.CAME, _S.MISSED):
        return False
    return starts <= now < ends + NOTED_FOR
