"""Yes, it is the same human; or no."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.answering import answered, take_to_answer
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import AnotherHuman, CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, tell_person, tell_topic
from casework.returning.former import Former, formers, second_look
from casework.returning.move import bring_over
from db.models import Case, Person, Return
from db.repositories import people, returns
from rules.returning import UNDECIDED, ReturnState


@dataclass(frozen=True, slots=True)
class ConfirmReturn:
    """The request, and the row of the account that they had."""

    case_id: int
    former_id: int


@act("return.confirm")
async def confirm_return(ctx: Context, data: ConfirmReturn) -> Return:
    """Brings the cases over to the new account; where a second look is needed, only notes the first yes.

    The first yes answers for the request, like any answer. Stale where it is decided or nobody like that is to be found
    any more, CaseClosed, AnotherHuman for a second yes of the same staff member; the refusals of `take_to_answer`.
    """
    case, person, former = await _locked(ctx, data)
    check = await _undecided(ctx, case)
    found = next((each for each in await formers(ctx.uow, check) if each.person.id == former.id), None)
    if found is None:
        raise Stale
    if not await _may_be_final(ctx, case, check, found):
        return check
    check.former_id, check.decided_by, check.decided_at = former.id, ctx.actor.id, ctx.now
    check.state = ReturnState.CONFIRMED.value
    check.moved = await bring_over(ctx, check, former, person)
    await _decided(ctx, case, Event.RETURN_CONFIRMED)
    await tell_person(ctx, person, kinds.ReturnConfirmed(case.id), case=case, key=str(case.id))
    return check


async def _may_be_final(ctx: Context, case: Case, check: Return, found: Former) -> bool:
    """Whether this yes decides. A first one where two are needed is noted, and staff are told."""
    seen_once = check.state == ReturnState.SECOND_LOOK and check.former_id == found.person.id
    if seen_once:
        if check.first_by == ctx.actor.id:
            raise AnotherHuman
        return True
    await take_to_answer(ctx, case)
    if not await second_look(ctx.uow, found):
        return True
    check.state, check.former_id, check.first_by = ReturnState.SECOND_LOOK.value, found.person.id, ctx.actor.id
    record(ctx, case, Event.RETURN_SEEN_ONCE)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.RETURN_SEEN_ONCE.value))
    await show_case(ctx, case)
    return False


@dataclass(frozen=True, slots=True)
class RefuseReturn:
    """The request."""

    case_id: int


@act("return.refuse")
async def refuse_return(ctx: Context, data: RefuseReturn) -> Return:
    """Says that we could not confirm it, and nothing of whether there was anything. The same refusals."""
    reached = await seen(ctx, data.case_id, "return.refuse")
    person = await people.lock(ctx.uow.session, reached.person_id)
    case = await locked(ctx, data.case_id, "return.refuse")
    check = await _undecided(ctx, case)
    # Whoever looks second may say no without having the case.
    if check.state != ReturnState.SECOND_LOOK:
        await take_to_answer(ctx, case)
    check.state, check.decided_by, check.decided_at = ReturnState.REFUSED.value, ctx.actor.id, ctx.now
    check.former_id = check.first_by = None
    await _decided(ctx, case, Event.RETURN_REFUSED)
    await tell_person(ctx, person, kinds.ReturnRefused(case.id), case=case, key=str(case.id))
    return check


async def _locked(ctx: Context, data: ConfirmReturn) -> tuple[Case, Person, Person]:
    """People first, in the order of their rows, as everywhere: a circle of two who wait would end one of them."""
    reached = await seen(ctx, data.case_id, "return.confirm")
    check = await _undecided(ctx, reached)
    if data.former_id not in {each.person.id for each in await formers(ctx.uow, check)}:
        raise Stale
    both = {each: await people.lock(ctx.uow.session, each) for each in sorted({reached.person_id, data.former_id})}
    case = await locked(ctx, data.case_id, "return.confirm")
    return case, both[reached.person_id], both[data.former_id]


async def _undecided(ctx: Context, case: Case) -> Return:
    check = await returns.of_case(ctx.uow.session, case.id)
    if check is None or check.state not in UNDECIDED or check.person_id != case.person_id:
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    return check


async def _decided(ctx: Context, case: Case, event: Event) -> None:
    answered(ctx, case)
    record(ctx, case, event)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, event.value))
    await show_case(ctx, case)
