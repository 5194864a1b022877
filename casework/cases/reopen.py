"""«Ще не вирішено»: we go on with a closed case."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.signs import let_go
from casework.cases.access import locked
from casework.cases.desks import nobody_has, somebody_has
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.promises import promised_reply, waits_for_us
from casework.cases.relay import SPAM
from casework.context import Context
from casework.errors import Stale, TooLate
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_desk, tell_person, tell_topic
from casework.people.themselves import themselves
from casework.recreation.standing import look_again_with
from casework.staff.presence import is_present
from db.models import Case, StaffMember
from db.repositories import people, staff
from rules.cases import State, Verb, may_reopen


@dataclass(frozen=True, slots=True)
class Reopen:
    """The case to go on with."""

    case_id: int


@act("case.reopen_own")
async def reopen_own(ctx: Context, data: Reopen) -> Case:
    """The person says that it is not solved, or asks to look at a refusal again: it is open again at once, then they
    are asked what is missing. A solved case that is still open is worked on again.

    Stale when it is open and not solved, or was closed as spam; TooLate after thirty days.
    """
    person = await themselves(ctx)
    found = await locked(ctx, data.case_id, "case.reopen_own")
    if found.result == SPAM:
        raise Stale
    if found.closed_at is None and found.state == State.RESOLVED:
        await _work_on(ctx, found)
        await tell_topic(ctx, found, kinds.CaseNews(found.id, Event.NOT_SOLVED.value))
        await tell_person(ctx, person, kinds.closing.StaysOpen(found.id), case=found)
        await show_person(ctx, person, kinds.MyCaseScreen(found.id))
        return found
    case = await go_on_with(ctx, found)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.REOPENED.value))
    await tell_person(ctx, person, kinds.NotSolvedYet(case.id), case=case)
    await show_person(ctx, person, kinds.MyCaseScreen(case.id))
    return case


@act("case.reopen")
async def reopen(ctx: Context, data: Reopen) -> Case:
    """Staff go on with it; the person is told."""
    case = await go_on_with(ctx, await locked(ctx, data.case_id, "case.reopen"))
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.CaseReopened(case.id), case=case)
    return case


async def _work_on(ctx: Context, case: Case) -> None:
    """As if the person had written: it is ours to answer."""
    move(case, Verb.ADD_WORDS)
    await waits_for_us(ctx, case)
    record(ctx, case, Event.NOT_SOLVED)
    await show_case(ctx, case)


async def go_on_with(ctx: Context, case: Case) -> Case:
    """Opens a locked case again. Stale where it is open, erased or merged into another, TooLate after thirty days."""
    if case.closed_at is None or case.erased_at is not None or case.merged_into is not None:
        raise Stale
    if not may_reopen(case.closed_at, ctx.now):
        raise TooLate
    move(case, Verb.REOPEN)
    await let_go(ctx, case)
    owner = await _who_goes_on(ctx, case)
    case.closed_at = None
    if owner is not None:
        move(case, Verb.TAKE)
        await somebody_has(ctx, case, owner.id)
    else:
        await nobody_has(ctx, case)
    case.waiting_since = ctx.now
    case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=case.crisis)
    await look_again_with(ctx, case)
    record(ctx, case, Event.REOPENED)
    if owner is not None and owner.id != ctx.actor.id:
        await tell_desk(ctx, owner, kinds.CaseCameBack(owner.id, case.id), case=case)
    await show_case(ctx, case)
    return case


async def _who_goes_on(ctx: Context, case: Case) -> StaffMember | None:
    """The former owner, who knows the person; nobody where they have left, are away, work elsewhere or refused them."""
    if case.owner_id is None or case.owner_id == case.refused_by:
        return None
    owner = await staff.by_id(ctx.uow.session, case.owner_id)
    here = owner.organisation_id == case.organisation_id
    return owner if here and is_present(owner, ctx.now) else None
