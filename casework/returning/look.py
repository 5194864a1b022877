"""Staff look at who may be coming back, and name a case themselves."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, NoSuchCase, Stale
from casework.letters import kinds
from casework.letters.sights import ReturnSight
from casework.letters.view.returning import return_of
from casework.letters.write import show_case, tell_desk
from casework.readings.log import write_down
from casework.returning.former import CHECKED
from db.models import Case, Return
from db.repositories import cases, people, returns, staff
from rules.identifiers import case_number, parse_case_number
from rules.returning import UNDECIDED, ReturnState


@dataclass(frozen=True, slots=True)
class LookAtReturn:
    """`on_desk`: what was asked could not be whispered in the group, so it goes to the desk of the one who asked."""

    case_id: int
    on_desk: bool = False


@act("return.look")
async def look_at_return(ctx: Context, data: LookAtReturn) -> ReturnSight:
    """Number, and whose cases may be meant. The reading is logged for the one who asked, once; for the former account
    only once it is confirmed: whoever holds it now would learn of the check.

    Stale for a case that asks for no check.
    """
    case = await seen(ctx, data.case_id, "return.look")
    check = await returns.of_case(ctx.uow.session, case.id)
    if check is None:
        raise Stale
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.DeskReturn(case.id, member.id), case=case)
    else:
        write_down(ctx, case, check.person_id, what=CHECKED)
    return await return_of(ctx.uow, check, case, ctx.actor.role)


@dataclass(frozen=True, slots=True)
class NameCase:
    """`/former NUMBER` in the topic of whoever says that they are known to us."""

    chat_id: int
    thread_id: int
    number: str


@act("return.name_case")
async def name_case(ctx: Context, data: NameCase) -> Return:
    """Says whose case it may be where no number does: a second staff member has to agree then.

    NoSuchCase for a number of another organisation, of nobody, or of the same person; CaseClosed; Stale once decided.
    """
    found = await cases.by_topic(ctx.uow.session, data.chat_id, data.thread_id)
    if found is None:
        raise NoSuchCase
    reached = await seen(ctx, found.id, "return.name_case")
    await people.lock(ctx.uow.session, reached.person_id)
    case = await cases.lock(ctx.uow.session, reached.id)
    assert case is not None, "cases are never deleted"
    if case.closed_at is not None:
        raise CaseClosed
    meant = await _meant(ctx, data.number, case.organisation_id)
    if meant is None or meant.person_id == case.person_id or meant.erased_at is not None:
        raise NoSuchCase
    check = await returns.of_case(ctx.uow.session, case.id) or await _by_hand(ctx, case)
    if check.state not in UNDECIDED:
        raise Stale
    check.named_id = meant.person_id
    await show_case(ctx, case, head=False)
    return check


async def _meant(ctx: Context, number: str, organisation_id: int) -> Case | None:
    parsed = parse_case_number(number)
    if parsed is None:
        return None
    found = await cases.by_number(ctx.uow.session, case_number(*parsed))
    return found if found is not None and found.organisation_id == organisation_id else None


async def _by_hand(ctx: Context, case: Case) -> Return:
    """The person told a human, and shared no number."""
    state = ReturnState.WAITING.value
    check = Return(person_id=case.person_id, case_id=case.id, state=state, proved=False, asked_at=ctx.now, moved={})
    ctx.uow.session.add(check)
    await ctx.uow.session.flush()
    record(ctx, case, Event.RETURN_ASKED, proved=False)
    return check
