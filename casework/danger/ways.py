"""How it is safe to reply to somebody in danger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.words import Words, add_words
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_topic
from casework.people.themselves import themselves
from casework.people.watched import hold_what_waits
from db.models import Person
from db.repositories import alarms


class SafeWay(StrEnum):
    """What the person chose."""

    CALL = "call"
    WRITE = "write"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class ChooseWay:
    """The case of danger, and how to reply."""

    case_id: int
    way: SafeWay


@act("person.choose_way")
async def choose_way(ctx: Context, data: ChooseWay) -> None:
    """Remembers the way, says it to staff, and what holds from now on to the person.

    CALL asks for a number; calling means that words may be seen, so nothing is covered. WRITE covers letters, SILENT
    also holds them until the person writes; what they agreed to stays as it is. CaseClosed when the case is over.
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "person.choose_way")
    if case.closed_at is not None:
        raise CaseClosed
    alarm = await alarms.newest(ctx.uow.session, case.id)
    if alarm is None:
        raise Stale
    news = alarm.way != data.way
    await _behave(ctx, person, alarm.way, data.way)
    alarm.way = data.way.value
    if news:
        record(ctx, case, Event.WAY_CHOSEN, way=data.way.value)
        await tell_topic(ctx, case, kinds.CaseNews(case.id, f"way-{data.way.value}"))
        await show_case(ctx, case)
    await show_person(ctx, person, kinds.SafeWayScreen(case.id, data.way.value))


async def _behave(ctx: Context, person: Person, before: str | None, way: SafeWay) -> None:
    """Only a silence that was chosen here ends with another choice: a phone that may be searched stays one."""
    person.covered = way is not SafeWay.CALL
    person.watched = way is SafeWay.SILENT or (person.watched and before != SafeWay.SILENT)
    if person.watched:
        await hold_what_waits(ctx, person)


@dataclass(frozen=True, slots=True)
class LeavePhone:
    """A number as it was typed or shared, and the message it stood in."""

    phone: str
    words: Words


@act("person.leave_phone")
async def leave_phone(ctx: Context, data: LeavePhone) -> None:
    """The number goes into the newest case of danger: sealed, for the one who asks for the details, and as masked words
    of the person. Stale when there is no such case any more.
    """
    person = await themselves(ctx)
    found = await alarms.case_of(ctx.uow.session, person.id)
    if found is None:
        raise Stale
    case = await locked(ctx, found.id, "person.leave_phone")
    alarm = await alarms.newest(ctx.uow.session, case.id)
    if alarm is None or case.closed_at is not None:
        raise Stale
    alarm.phone = data.phone
    await add_words(ctx, case, person, [data.words])
    await tell_topic(ctx, case, kinds.CaseNews(case.id, "phone-left"))
    await show_person(ctx, person, kinds.PhoneLeftScreen(case.id))
