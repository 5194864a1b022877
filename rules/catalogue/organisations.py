"""An organisation's entry: the only one with a calendar inside."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from rules.catalogue.entries import Evidence, Organisation
from rules.catalogue.reading import Table, clock_time
from rules.duty import DutyTimes
from rules.working_time import Span, WorkingHours

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
PREFIX = re.compile(r"[A-Z]{2,5}")


def organisation(table: Table) -> Organisation:
    """One [[organisation]]; CatalogueError for what is wrong in it."""
    prefix = table.text("prefix")
    if not PREFIX.fullmatch(prefix):
        raise table.error("prefix", "is not two to five Latin capitals")
    return Organisation(
        slug=table.slug("slug"),
        prefix=prefix,
        name=table.words("name"),
        phone=table.text("phone"),
        phone_evidence=table.choice("phone_evidence", Evidence),
        hours=_hours(table.table("hours")),
        hours_text=table.words("hours_text"),
        complaint=table.words("complaint"),
        duty=_duty(table.table("duty")) if table.has("duty") else DutyTimes(),
    )


def _duty(table: Table) -> DutyTimes:
    times = DutyTimes(
        answer_within=timedelta(minutes=table.whole("answer_minutes", least=1)),
        confirm_within=timedelta(minutes=table.whole("confirm_minutes", least=1)),
    )
    table.done()
    return times


def _hours(table: Table) -> WorkingHours:
    try:
        zone = ZoneInfo(table.text("zone"))
    except (ZoneInfoNotFoundError, ValueError):
        raise table.error("zone", "is not a time zone like Europe/Kyiv") from None
    week = tuple(_spans(table, day) for day in WEEK)
    days_off = table.days("days_off")
    table.done()
    try:
        return WorkingHours(week, zone, days_off)
    except ValueError as error:
        raise table.error("", str(error)) from None


def _spans(table: Table, day: str) -> tuple[Span, ...]:
    spans = []
    for text in table.texts(day):
        opens, _, closes = text.replace("–", "-").partition("-")
        try:
            spans.append(Span(clock_time(opens.strip()), clock_time(closes.strip())))
        except ValueError:
            raise table.error(day, f"is '{text}', not hours like 9:00-18:00") from None
    return tuple(spans)
