"""How it is safe to reply to somebody in danger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.calls.asking import Step, begin_draft, go_on
from casework.calls.needed import end_unwanted_call
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_topic
from casework.people.themselves import themselves
from casework.people.watched import hold_what_waits
from db.models import Case, Person
from db.repositories import alarms, calls


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
async def choose_way(ctx: Context, data: ChooseWay) -> Step | None:
    """Remembers the way, says it to staff, and what holds from now on to the person.

    CALL asks what a call needs, and returns what was asked; calling means that words may be seen, so nothing is
    covered. Where somebody else may be there it is asked first whether a call is safe, and nothing changes before the
    answer. WRITE covers letters, SILENT also holds them until the person writes; what they agreed to stays as it is.
    CaseClosed when the case is over.
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "person.choose_way")
    if case.closed_at is not None:
        raise CaseClosed
    if await alarms.newest(ctx.uow.session, case.id) is None:
        raise Stale
    if data.way is SafeWay.CALL:
        draft = await begin_draft(ctx, person, case.id)
        if not person.discreet:
            await take_way(ctx, person, case, SafeWay.CALL)
        return await go_on(ctx, person, draft)
    await calls.drop_draft(ctx.uow.session, person.id)
    await end_unwanted_call(ctx, case)
    await take_way(ctx, person, case, data.way)
    await show_person(ctx, person, kinds.SafeWayScreen(case.id, data.way.value))
    return None


async def take_way(ctx: Context, person: Person, case: Case, way: SafeWay) -> None:
    """What holds from now on for the locked person and case; staff read it once. Nothing where no alarm was raised."""
    alarm = await alarms.newest(ctx.uow.session, case.id)
    if alarm is None:
        return
    news = alarm.way != way
    await _behave(ctx, person, alarm.way, way)
    alarm.way = way.value
    if news:
        record(ctx, case, Event.WAY_CHOSEN, way=way.value)
        await tell_topic(ctx, case, kinds.CaseNews(case.id, f"way-{way.value}"))
        await show_case(ctx, case)


async def _behave(ctx: Context, person: Person, before: str | None, way: SafeWay) -> None:
    """Only a silence that was chosen here ends with another choice: a phone that may be searched stays one."""
    person.covered = way is not SafeWay.CALL
    person.watched = way is SafeWay.SILENT or (person.watched and before != SafeWay.SILENT)
    if person.watched:
        await hold_what_waits(ctx, person)
