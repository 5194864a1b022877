"""«Ще не вирішено»: we go on with a closed case."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.promises import promised_reply
from casework.context import Context
from casework.errors import Stale, TooLate
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_person, tell_topic
from casework.people.themselves import themselves
from db.models import Case
from db.repositories import people, staff
from rules.cases import Verb, may_reopen


@dataclass(frozen=True, slots=True)
class Reopen:
    """The case to go on with."""

    case_id: int


@act("case.reopen_own")
async def reopen_own(ctx: Context, data: Reopen) -> Case:
    """The person says that it is not solved: it is open again at once, then they are asked what is missing.

    Stale when it is open already, TooLate after thirty days.
    """
    person = await themselves(ctx)
    case = await _reopened(ctx, await locked(ctx, data.case_id, "case.reopen_own"))
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.REOPENED.value))
    await tell_person(ctx, person, kinds.NotSolvedYet(case.id), case=case)
    await show_person(ctx, person, kinds.MyCaseScreen(case.id))
    return case


@act("case.reopen")
async def reopen(ctx: Context, data: Reopen) -> Case:
    """Staff go on with it; the person is told."""
    case = await _reopened(ctx, await locked(ctx, data.case_id, "case.reopen"))
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.CaseReopened(case.id), case=case)
    return case


async def _reopened(ctx: Context, case: Case) -> Case:
    if case.closed_at is None or case.erased_at is not None:
        raise Stale
    if not may_reopen(case.closed_at, ctx.now):
        raise TooLate
    move(case, Verb.REOPEN)
    if await _stays_with_owner(ctx, case):
        move(case, Verb.TAKE)
    else:
        case.owner_id = None
    case.closed_at = None
    case.result = None
    case.waiting_since = ctx.now
    case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=case.crisis)
    record(ctx, case, Event.REOPENED)
    await show_case(ctx, case)
    return case


async def _stays_with_owner(ctx: Context, case: Case) -> bool:
    """Whether the person speaks with one named human, who still works here."""
    person = await people.by_id(ctx.uow.session, case.person_id)
    if not person.human_only or case.owner_id is None:
        return False
    return (await staff.by_id(ctx.uow.session, case.owner_id)).removed_at is None
