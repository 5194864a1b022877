"""Calls: when a person wants one, how long we may take, what comes of trying."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from rules.catalogue import Catalogue, TryKind, TryLadder
from rules.deadlines import due_at
from rules.local_time import local_date
from rules.reminders import later
from rules.working_time import WorkingHours

SOON_RULE = "CALL_SOON"
NOON = time(13)
"""Where the morning ends, on the wall."""
ENOUGH_TODAY = timedelta(hours=1)
"""With less working time left nobody is offered a call today."""
LATER_DAYS = 10
"""On how many working days from tomorrow on a person may ask to be phoned."""


class When(StrEnum):
    """When a call suits the person; «tomorrow» is the next working day."""

    SOON = "soon"
    TODAY = "today"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    OWN = "own"
    """They said it in their own words."""


class Reason(StrEnum):
    """Why somebody is to be phoned."""

    ASKED = "asked"
    UNREACHABLE = "unreachable"
    """The person stopped the bot: nothing written reaches them."""
    OVERDUE = "overdue"
    """We broke two promises in a row: a lead calls."""
    STAFF = "staff"
    """A caseworker phoned on their own account."""
    DANGER = "danger"
    """Somebody in danger asked for it: at once, day and night."""
    REMIND = "remind"
    """The machine does not write to this person by itself: what it would remind of is said on the phone."""
    TELL = "tell"
    """The person has no Telegram: what was written for them is said on the phone."""
    AGREEMENT = "agreement"
    """The human for whom somebody writes is asked whether they agree. Their number stands in `on_behalf`."""
    UNREAD = "unread"
    """What was sent was not read by its day: it is told on the phone."""
    STILL_NEEDED = "still-needed"
    """A family said nothing when it was asked whether it still needs a place: it is asked on the phone."""


WISHED = frozenset({Reason.ASKED, Reason.DANGER})
"""The person asked for it themselves: such a call may go to a phone that may be searched, and to who stays hidden."""


class CallState(StrEnum):
    """Where a call stands."""

    DRAFT = "draft"
    """The person is still being asked for number and time."""
    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class Attempt(StrEnum):
    """What came of phoning."""

    REACHED = "reached"
    NO_ANSWER = "no-answer"
    WRONG_NUMBER = "wrong-number"
    LATER = "later"
    """They asked to be phoned at another time."""
    IN_WRITING = "in-writing"
    """They want it in writing."""


ENDS: Mapping[Attempt, bool] = {
    Attempt.REACHED: True,
    Attempt.NO_ANSWER: False,
    Attempt.WRONG_NUMBER: True,
    Attempt.LATER: False,
    Attempt.IN_WRITING: True,
}
"""Whether the call is over with it; NO_ANSWER ends it, too, at the last attempt."""
LADDERS: Mapping[Reason, TryKind] = {
    Reason.DANGER: TryKind.DANGER,
    Reason.TELL: TryKind.TELL,
    Reason.UNREAD: TryKind.UNREAD,
    Reason.UNREACHABLE: TryKind.UNREAD,
}
"""By which ladder a call is tried again; the others by the usual one."""


def ladder_of(catalogue: Catalogue, reason: Reason) -> TryLadder:
    """How often, by when and by whom such a call is tried again."""
    return catalogue.tries[LADDERS.get(reason, TryKind.USUAL)]


def is_over(catalogue: Catalogue, attempt: Attempt, attempts: int, reason: Reason) -> bool:
    """Whether the call is over after so many attempts, this one counted."""
    most = ladder_of(catalogue, reason).most
    return ENDS[attempt] or (attempt is Attempt.NO_ANSWER and 0 < most <= attempts)


def is_for_lead(catalogue: Catalogue, attempts: int, reason: Reason) -> bool:
    """Whether a lead phones after so many attempts in vain."""
    return 0 < ladder_of(catalogue, reason).lead_after <= attempts


@dataclass(frozen=True, slots=True)
class Window:
    """From when to when (UTC) we call; `end` is what the person is promised."""

    start: datetime
    end: datetime

    @property
    def day(self) -> date:
        """The local date on which it ends."""
        return local_date(self.end)


def window(catalogue: Catalogue, when: When, now: datetime, *, organisation: str | None = None) -> Window:
    """When we call somebody who says so now, in working hours only.

    TODAY is the next working day where today is (nearly) over; MORNING and AFTERNOON are of the next working day. A day
    that is over by noon has no afternoon, one that begins later no morning: then the whole day is meant. MissingRule.
    """
    hours = catalogue.hours_of(organisation)
    match when:
        case When.SOON:
            return Window(hours.next_opening(now), due_at(catalogue.deadline(SOON_RULE, now), now, hours))
        case When.TODAY:
            return _today(hours, now) or _whole(hours, hours.working_day_after(local_date(now, hours.zone)))
        case When.MORNING | When.AFTERNOON:
            return _half(hours, hours.working_day_after(local_date(now, hours.zone)), when)
        case When.OWN:
            return Window(now.astimezone(UTC), _whole(hours, hours.working_day_after(local_date(now, hours.zone))).end)


def offered(catalogue: Catalogue, now: datetime, *, organisation: str | None = None) -> dict[When, Window]:
    """What a person can choose from now; TODAY only while enough of it is left."""
    hours = catalogue.hours_of(organisation)
    choices = [When.SOON, When.TODAY, When.MORNING, When.AFTERNOON]
    if _today(hours, now) is None:
        choices.remove(When.TODAY)
    return {when: window(catalogue, when, now, organisation=organisation) for when in choices}


@dataclass(frozen=True, slots=True)
class Choice:
    """A time to which a call may be put off."""

    when: When
    window: Window


def put_off(catalogue: Catalogue, now: datetime, *, organisation: str | None = None) -> list[Choice]:
    """What somebody who is on the phone can be offered at once: as soon as possible to the second working day."""
    hours = catalogue.hours_of(organisation)
    soon = [Choice(when, each) for when, each in offered(catalogue, now, organisation=organisation).items()]
    return soon + _halves(hours, _working_days(hours, now)[1])


def other_days(catalogue: Catalogue, now: datetime, *, organisation: str | None = None) -> list[Choice]:
    """The days behind these, each in the morning and in the afternoon."""
    hours = catalogue.hours_of(organisation)
    return [choice for day in _working_days(hours, now)[2:] for choice in _halves(hours, day)]


def _working_days(hours: WorkingHours, now: datetime) -> list[date]:
    days = [hours.working_day_after(local_date(now, hours.zone))]
    while len(days) < LATER_DAYS:
        days.append(hours.working_day_after(days[-1]))
    return days


def _halves(hours: WorkingHours, day: date) -> list[Choice]:
    return [Choice(when, _half(hours, day, when)) for when in (When.MORNING, When.AFTERNOON)]


def try_again_by(
    catalogue: Catalogue,
    now: datetime,
    *,
    attempts: int = 1,
    organisation: str | None = None,
    reason: Reason = Reason.ASKED,
) -> datetime:
    """Until when (UTC) we try again after so many attempts in vain, at least one; in danger nothing waits for the
    morning.
    """
    again = ladder_of(catalogue, reason).again
    span = again[min(attempts, len(again)) - 1]
    return later(now, span.amount, span.unit, catalogue.hours_of(organisation))


def _today(hours: WorkingHours, now: datetime) -> Window | None:
    bounds = hours.opening_hours(local_date(now, hours.zone))
    if bounds is None or bounds[1] - max(now, bounds[0]) < ENOUGH_TODAY:
        return None
    return Window(max(now.astimezone(UTC), bounds[0]), bounds[1])


def _whole(hours: WorkingHours, day: date) -> Window:
    bounds = hours.opening_hours(day)
    assert bounds is not None, "a working day has hours"
    return Window(*bounds)


def _half(hours: WorkingHours, day: date, when: When) -> Window:
    whole = _whole(hours, day)
    noon = datetime.combine(day, NOON, tzinfo=hours.zone).astimezone(UTC)
    if not whole.start < noon < whole.end:
        return whole
    return Window(whole.start, noon) if when is When.MORNING else Window(noon, whole.end)
