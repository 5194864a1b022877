"""Staff phone the human for whom somebody writes: do they agree?"""

from __future__ import annotations

from dataclasses import dataclass, replace

from casework.act import act
from casework.calls.attempt import EVENTS, Tried, chosen_window, slug_of
from casework.calls.phoning import end, may_try, new_call
from casework.cases.access import locked, seen
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.errors import CaseClosed, NoNumber, Stale
from casework.letters import kinds
from casework.letters.sights import AgreementCallSight
from casework.letters.view.on_behalf import agreement_call_sight
from casework.letters.write import show_case, tell_desk, tell_person
from casework.on_behalf.agreeing import confirmed, refused
from casework.on_behalf.codes import give_code
from casework.readings.log import reason_of, write_down
from casework.readings.shown import of_call
from db.models import Call, Case, OnBehalf
from db.repositories import calls, on_behalf, people, staff
from rules.agreements import AWAITED
from rules.calls import Attempt, Reason, Window, is_over, try_again_by
from rules.readings import Implied


@dataclass(frozen=True, slots=True)
class OpenAgreement:
    """`on_desk`: it goes to the desk of the one who asks: because it was asked there (`fresh`: this look is logged), or
    because what was asked could not be whispered in the group.
    """

    case_id: int
    on_desk: bool = False
    fresh: bool = False


@act("agreement.open")
async def open_agreement(ctx: Context, data: OpenAgreement) -> AgreementCallSight:
    """Whom to phone, as far as we were told; the reading is logged for the human, once: on the desk it is the same
    look. Stale where no agreement is awaited, CaseClosed where the case is over.
    """
    case = await seen(ctx, data.case_id, "agreement.open")
    row = await _awaited(ctx, case)
    shown = await agreement_call_sight(ctx.uow, case, row)
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await tell_desk(ctx, member, kinds.DeskAgreement(case.id, member.id), case=case)
    if data.fresh or not data.on_desk:
        reason = await reason_of(ctx, case, None, implied=Implied.CALL)
        write_down(ctx, case, row.beneficiary_id, reason=reason, fields=of_call(shown))
    return shown


@dataclass(frozen=True, slots=True)
class Heard:
    """What the human said. `tries`: how often somebody had phoned in the case when the button was shown."""

    case_id: int
    tries: int
    agreed: bool


@act("agreement.hear")
async def hear_agreement(ctx: Context, data: Heard) -> Case:
    """Writes down who heard it and when; a talk with the human is an answer. Stale where no agreement is awaited or for
    a second press; the refusals of a reply.
    """
    # The person first, as everywhere: a circle of two who wait for each other would end one of them.
    reached = await seen(ctx, data.case_id, "agreement.hear")
    await people.lock(ctx.uow.session, reached.person_id)
    case = await locked(ctx, data.case_id, "agreement.hear")
    row = await _awaited(ctx, case)
    call = await _tried(ctx, case, row, data.tries)
    answered(ctx, case)
    record(ctx, case, Event.CALL_REACHED, call_id=call.id, attempt=call.attempts)
    row.agreed_with = ctx.actor.id
    await (confirmed if data.agreed else refused)(ctx, case, row)
    await note_answered(ctx, case)
    return case


@act("agreement.attempt")
async def try_agreement(ctx: Context, data: Tried) -> Case:
    """Nobody answered, it was somebody else, or it suits another time. The helper is told what is next: another try, or
    a code to read out, where phoning led to nothing. NoNumber where none is known; else refused as a reply is.
    """
    if data.attempt not in EVENTS or data.attempt is Attempt.IN_WRITING:
        raise Stale
    reached = await seen(ctx, data.case_id, "agreement.attempt")
    await people.lock(ctx.uow.session, reached.person_id)
    case = await locked(ctx, data.case_id, "agreement.attempt")
    row = await _awaited(ctx, case)
    if row.phone is None:
        raise NoNumber
    chosen = await chosen_window(ctx, case, data)
    call = await _tried(ctx, case, row, data.tries)
    record(ctx, case, EVENTS[data.attempt], call_id=call.id, attempt=call.attempts)
    if data.attempt is Attempt.LATER:
        assert chosen is not None, "refused above"
        call.from_at, call.due_by = chosen.start, chosen.end
        case.first_answered_at = case.first_answered_at or ctx.now
    else:
        await _in_vain(ctx, case, row, call, data.attempt)
    await show_case(ctx, case)
    return case


async def _in_vain(ctx: Context, case: Case, row: OnBehalf, call: Call, attempt: Attempt) -> None:
    again = try_again_by(ctx.catalogue, ctx.now, organisation=await slug_of(ctx, case))
    letter = kinds.AgreementUnheard(
        case.id, int(ctx.now.timestamp()), int(again.timestamp()), wrong=attempt is Attempt.WRONG_NUMBER
    )
    over = is_over(ctx.catalogue, attempt, call.attempts, Reason.AGREEMENT)
    if over:
        end(ctx, call)
        give_code(row, ctx.now)
        letter = replace(letter, by=0)
    else:
        call.from_at, call.due_by = ctx.now, again
    if letter.wrong:
        row.phone = None
    helper = await people.by_id(ctx.uow.session, case.person_id)
    told = await tell_person(ctx, helper, letter, case=case, key=f"{call.id}:{call.attempts}")
    if told and over:
        answered(ctx, case)


async def _tried(ctx: Context, case: Case, row: OnBehalf, tries: int) -> Call:
    """The call in which this try is counted; one of the caseworker's own where none was to be made."""
    await may_try(ctx, case, tries)
    call = await calls.agreement_of_case(ctx.uow.session, case.id)
    if call is None:
        now = Window(ctx.now, ctx.now)
        call = await new_call(ctx, case, row.beneficiary_id, Reason.AGREEMENT, now)
    call.attempts += 1
    return call


async def _awaited(ctx: Context, case: Case) -> OnBehalf:
    row = await on_behalf.of_case(ctx.uow.session, case.id)
    if row is None or row.agreement not in AWAITED:
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    return row
