"""When something must have happened: one function for a rule, and the two dates a person is told."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

from rules.catalogue import Catalogue, CountsFrom, DeadlineRule, Unit
from rules.local_time import aware, end_of_day, local_date
from rules.working_time import WorkingHours

FIRST_REPLY = "BOT_FIRST_REPLY"
CRISIS_REPLY = "SS_DECIDE_CRISIS"
OWNER_SILENT = "OWNER_SILENT"
OWNER_SILENT_CRISIS = "OWNER_SILENT_CRISIS"


def due_at(rule: DeadlineRule, event_at: datetime, hours: WorkingHours) -> datetime:
    """The last moment (UTC) allowed by the rule after an event; days and months end with their local day.

    A last day that is no working day is not moved on: the earlier date is the one that never harms the person.
    """
    start = aware(event_at).astimezone(UTC)
    if rule.counts_from is CountsFrom.OPENING:
        start = hours.next_opening(start)
    match rule.unit:
        case Unit.CLOCK_HOURS:
            return start + timedelta(hours=rule.amount)
        case Unit.WORKING_HOURS:
            return hours.add_working(start, timedelta(hours=rule.amount))
        case Unit.SAME_HOUR:
            return hours.same_hour_after(start, rule.amount)
        case Unit.WORKING_DAYS:
            return hours.add_working_days(start, rule.amount)
        case Unit.CALENDAR_DAYS:
            return end_of_day(local_date(start, hours.zone) + timedelta(days=rule.amount), hours.zone)
        case Unit.MONTHS:
            return end_of_day(_months_later(local_date(start, hours.zone), rule.amount), hours.zone)


def due_after_pause(
    rule: DeadlineRule, due: datetime, paused_at: datetime, resumed_at: datetime, hours: WorkingHours
) -> datetime:
    """The last moment (UTC) after the deadline stood still: later by the pause, counted in the rule's own unit.

    ValueError where the rule names no basis on which it may stand still.
    """
    if rule.pause is None:
        raise ValueError(f"{rule.id} never stands still")
    # Between two moments of one zone Python counts what the clock on the wall shows.
    due, paused_at, resumed_at = (aware(each).astimezone(UTC) for each in (due, paused_at, resumed_at))
    match rule.unit:
        case Unit.CLOCK_HOURS:
            return due + (resumed_at - paused_at)
        case Unit.WORKING_HOURS:
            return hours.add_working(due, hours.working_between(paused_at, resumed_at))
        case Unit.SAME_HOUR | Unit.WORKING_DAYS:
            days = hours.working_days_between(paused_at, resumed_at)
            if not days:
                return due
            at_hour = rule.unit is Unit.SAME_HOUR
            return hours.same_hour_after(due, days) if at_hour else hours.add_working_days(due, days)
        case Unit.CALENDAR_DAYS | Unit.MONTHS:
            stood = local_date(resumed_at, hours.zone) - local_date(paused_at, hours.zone)
            return end_of_day(local_date(due, hours.zone) + stood, hours.zone)


def first_reply_by(
    catalogue: Catalogue, opened_at: datetime, crisis: bool, *, organisation: str | None = None
) -> datetime:
    """Our own promise of the first answer (UTC): the next working day at the same hour; in a crisis 24 hours at most.

    Hours are those of the organisation by its slug, or of the catalogue's first one. Raises MissingRule.
    """
    hours = catalogue.hours_of(organisation)
    promised = due_at(catalogue.deadline(FIRST_REPLY, opened_at), opened_at, hours)
    if not crisis:
        return promised
    return min(promised, due_at(catalogue.deadline(CRISIS_REPLY, opened_at), opened_at, hours))


def told_by(catalogue: Catalogue, reply_by: datetime, since: datetime, *, organisation: str) -> datetime:
    """The date (UTC) that a person who waits since then is told for our answer: never a moment at which nobody is at
    work. Staff see the deadline itself, which in a crisis may end at night.
    """
    if catalogue.hours_of(organisation).is_working(reply_by):
        return reply_by
    return max(reply_by, first_reply_by(catalogue, since, crisis=False, organisation=organisation))


def next_promise(
    catalogue: Catalogue, missed_at: datetime, crisis: bool, *, organisation: str | None = None
) -> datetime:
    """The new date (UTC) after a promise was not kept, counted from the moment at which we say so.

    The same rule as for the first one; in a crisis, where a day by the clock may end at night, moved on to the next
    opening: nobody is promised an answer twice at an hour at which nobody is there. Raises MissingRule.
    """
    promised = first_reply_by(catalogue, missed_at, crisis, organisation=organisation)
    hours = catalogue.hours_of(organisation)
    return hours.next_opening(promised) if crisis and not hours.is_working(promised) else promised


def check_by(catalogue: Catalogue, rule_id: str, opened_at: datetime, *, organisation: str | None = None) -> datetime:
    """By when (UTC) we look how a case stands that somebody else decides: see `rules.intake.decided_elsewhere`.

    MissingRule for a gap in the versions.
    """
    return due_at(catalogue.deadline(rule_id, opened_at), opened_at, catalogue.hours_of(organisation))


def lapses_at(
    catalogue: Catalogue, silent_since: datetime, crisis: bool, *, organisation: str | None = None
) -> datetime:
    """When (UTC) an owner who does nothing in a case that waits for us loses it.

    The department's own rule, no law's: hours in which somebody is at work, fewer of them in a crisis. MissingRule for
    a gap in the versions.
    """
    rule = catalogue.deadline(OWNER_SILENT_CRISIS if crisis else OWNER_SILENT, silent_since)
    return due_at(rule, silent_since, catalogue.hours_of(organisation))


def law_by(
    catalogue: Catalogue, intake_kind: str, opened_at: datetime, *, organisation: str | None = None
) -> datetime | None:
    """The deadline of law (UTC) for a case of this intake kind, by the rule in force on the day it was opened.

    None where the law sets none (a consultation). KeyError for an unknown intake kind, MissingRule for a gap in the
    versions.
    """
    rule_id = catalogue.intake_kinds[intake_kind].law
    if rule_id is None:
        return None
    return due_at(catalogue.deadline(rule_id, opened_at), opened_at, catalogue.hours_of(organisation))


def _months_later(day: date, months: int) -> date:
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month0 + 1, min(day.day, monthrange(year, month0 + 1)[1]))
