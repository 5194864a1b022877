"""What is seen around a call. Persons see their number masked; the whole number is shown only to whoever phones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.to_person import CaseLine, Office
from rules.calls import Reason, When, Window
from rules.catalogue import Matter
from rules.duty import Promise


@dataclass(frozen=True, slots=True)
class CallCaseSight:
    """`call-case`."""

    cases: tuple[CaseLine, ...]


@dataclass(frozen=True, slots=True)
class CallKnownSight:
    """`call-known`."""

    phone: str


@dataclass(frozen=True, slots=True)
class CallNumberSight:
    """`call-number`."""

    wrong: bool
    watched: bool
    """The number is kept for this one call only."""
    office: Office


@dataclass(frozen=True, slots=True)
class CallNumberKeptSight:
    """`call-number-kept`."""

    phone: str
    own: bool
    name: str | None
    """Whose number it is, as the contact said."""


@dataclass(frozen=True, slots=True)
class TimeOption:
    """One time to choose."""

    when: When
    window: Window
    tomorrow: bool
    """It is of the very next day."""


@dataclass(frozen=True, slots=True)
class CallTimeSight:
    """`call-time`."""

    options: tuple[TimeOption, ...]


@dataclass(frozen=True, slots=True)
class CallWantedSight:
    """`call-wanted`."""

    call_id: int
    number: str
    phone: str
    start: datetime | None
    """Not earlier; None where the person was not asked."""
    end: datetime
    overdue: bool
    watched: bool
    office: Office


@dataclass(frozen=True, slots=True)
class DangerCallSight:
    """`danger-call`."""

    call_id: int
    phone: str
    promise: Promise | None
    until: datetime | None
    """What was promised, and until when; both None where no alarm stands."""


@dataclass(frozen=True, slots=True)
class CallCancelledSight:
    """`call-cancelled`."""

    number: str
    withdrawn: bool
    office: Office


@dataclass(frozen=True, slots=True)
class CallUnansweredSight:
    """`call-unanswered`."""

    number: str
    phone: str
    at: datetime
    by: datetime | None
    """None: it is the person's turn now."""
    office: Office


@dataclass(frozen=True, slots=True)
class CallWrongNumberSight:
    """`call-wrong-number`."""

    number: str
    phone: str
    office: Office


@dataclass(frozen=True, slots=True)
class SayLine:
    """What was written and not read, to be said on the phone. `what`: the reason of a refusal, or documents by name;
    `by`: until when a refusal may be looked at again.
    """

    matter: Matter
    what: str | None = None
    by: datetime | None = None
    times: tuple[datetime, ...] = ()
    """From which times of an appointment they may choose."""


@dataclass(frozen=True, slots=True)
class StaffCallSight:
    """`desk-call`, and the answer of the act `call.open`: seen by the one who phones, and logged."""

    case_id: int
    number: str
    phone: str
    own: bool
    name: str | None
    wish: str | None
    start: datetime | None
    end: datetime | None
    """Both None where nobody has asked for a call and a caseworker phones on their own account."""
    attempts: int
    tries: int
    """How often somebody phoned in the case: buttons are of one moment."""
    watched: bool
    say: tuple[SayLine, ...] = ()
    danger: bool = False
    """Somebody else may pick up: nobody says who calls."""
    to_tell: int = 0
    """How much waits to be told to somebody without Telegram."""
    later: tuple[TimeOption, ...] = ()
    """On the desk, where no menu can follow: the times at which the person may have asked to be phoned."""


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call that is to be made, on the card."""

    reason: Reason
    end: datetime
    overdue: bool
    attempts: int
    for_lead: bool


@dataclass(frozen=True, slots=True)
class CallsLine:
    """Calls that wait for a staff member, on the desk: how many, and the case of the first one."""

    count: int
    number: str
    url: str | None
    end: datetime
