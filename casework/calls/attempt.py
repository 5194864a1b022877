"""Somebody phoned and could not settle it: nobody answered, it was somebody else, or it suits another time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from casework.act import act
from casework.awaited.signs import told_on_phone
from casework.calls.phoning import begun, end
from casework.cases.access import locked, seen
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.promises import promised_reply
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.sights.awaited import CallDaysSight
from casework.letters.view.call_times import options_of
from casework.letters.write import show_case, show_on_desk, tell_desk, tell_person
from db.models import Call, Case, Person
from db.repositories import calls, people, staff
from rules.calls import (
    Attempt,
    Choice,
    Reason,
    When,
    Window,
    is_for_lead,
    is_over,
    other_days,
    put_off,
    try_again_by,
)
from rules.cases import Verb

EVENTS: Mapping[Attempt, Event] = {
    Attempt.NO_ANSWER: Event.CALL_UNANSWERED,
    Attempt.WRONG_NUMBER: Event.CALL_WRONG_NUMBER,
    Attempt.LATER: Event.CALL_LATER,
    Attempt.IN_WRITING: Event.CALL_IN_WRITING,
}


@dataclass(frozen=True, slots=True)
class AskWhen:
    """The case whose person asked to be phoned at another time. `tries`: how often somebody had phoned in it when the
    button was shown; `on_desk`: the answer goes to the desk of the one who asks.
    """

    case_id: int
    tries: int = 0
    on_desk: bool = False


@act("call.ask_when")
async def ask_when(ctx: Context, data: AskWhen) -> Sequence[Choice]:
    """The nearest times to choose from. CaseClosed when nobody is to be phoned in a case that is over."""
    case = await seen(ctx, data.case_id, "call.ask_when")
    await _require_call(ctx, case)
    return put_off(ctx.catalogue, ctx.now, organisation=await slug_of(ctx, case))


@act("call.ask_day")
async def ask_day(ctx: Context, data: AskWhen) -> CallDaysSight:
    """The days behind these; the same refusal."""
    case = await seen(ctx, data.case_id, "call.ask_day")
    await _require_call(ctx, case)
    if data.on_desk:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await show_on_desk(ctx, member, kinds.awaited.CallDaysScreen(member.id, case.id, data.tries))
    days = other_days(ctx.catalogue, ctx.now, organisation=await slug_of(ctx, case))
    return CallDaysSight(case.id, case.number, data.tries, options_of(days, ctx.now))


async def _require_call(ctx: Context, case: Case) -> None:
    if case.closed_at is not None and await calls.open_of_case(ctx.uow.session, case.id) is None:
        raise CaseClosed


@dataclass(frozen=True, slots=True)
class Tried:
    """`tries`: how often somebody had phoned in the case when the button was shown. `when`, `day`: with LATER, the time
    and the local date that the button named, counted from the year 1.
    """

    case_id: int
    attempt: Attempt
    tries: int
    when: When | None = None
    day: int = 0


@act("call.attempt")
async def attempt(ctx: Context, data: Tried) -> Case:
    """Notes it and renews what the person was promised. Refused as a reply is; Stale for a button of another time."""
    # The person first, as everywhere: a circle of two who wait for each other would end one of them.
    reached = await seen(ctx, data.case_id, "call.attempt")
    person = await people.lock(ctx.uow.session, reached.person_id)
    case = await locked(ctx, data.case_id, "call.attempt")
    if data.attempt not in EVENTS:
        raise Stale
    chosen = await chosen_window(ctx, case, data)
    call = await begun(ctx, case, person, data.tries)
    record(ctx, case, EVENTS[data.attempt], call_id=call.id, attempt=call.attempts)
    over = is_over(ctx.catalogue, data.attempt, call.attempts, Reason(call.reason))
    if over:
        end(ctx, call)
    match data.attempt:
        case Attempt.NO_ANSWER:
            await _again(ctx, case, person, call, over=over)
        case Attempt.WRONG_NUMBER:
            await _other_number(ctx, case, person, call)
        case Attempt.IN_WRITING:
            await _write_instead(ctx, case)
        case _:
            assert chosen is not None, "asked for above"
            case.first_answered_at = case.first_answered_at or ctx.now
            _renew(ctx, case, call, chosen.start, chosen.end)
    await show_case(ctx, case)
    return case


async def chosen_window(ctx: Context, case: Case, data: Tried) -> Window | None:
    """The time that was asked for; Stale where the button named another day, or none. None unless it is LATER."""
    if data.attempt is not Attempt.LATER:
        return None
    organisation = await slug_of(ctx, case)
    choices = (each(ctx.catalogue, ctx.now, organisation=organisation) for each in (put_off, other_days))
    for choice in chain.from_iterable(choices):
        if choice.when is data.when and choice.window.day.toordinal() == data.day:
            return choice.window
    raise Stale


async def _again(ctx: Context, case: Case, person: Person, call: Call, *, over: bool) -> None:
    """Nobody answered: we try once more, or it is the person's turn now, if they can be told."""
    organisation = await slug_of(ctx, case)
    reason = Reason(call.reason)
    by = try_again_by(ctx.catalogue, ctx.now, attempts=call.attempts, organisation=organisation, reason=reason)
    letter = kinds.CallUnanswered(call.id, int(ctx.now.timestamp()), 0 if over else int(by.timestamp()))
    told = await _tell(ctx, case, person, letter, key=f"{call.id}:{call.attempts}")
    if not over:
        _renew(ctx, case, call, ctx.now, by)
        await _pass_to_lead(ctx, case, call)
    elif told and case.closed_at is None:
        answered(ctx, case)


async def _pass_to_lead(ctx: Context, case: Case, call: Call) -> None:
    """So often nobody answered that a lead phones from now on: they hear of it once."""
    if call.for_lead or not is_for_lead(ctx.catalogue, call.attempts, Reason(call.reason)):
        return
    call.for_lead = True
    for member in await staff.leads(ctx.uow.session, case.organisation_id):
        letter = kinds.awaited.CallForLead(member.id, case.id, call.id)
        await tell_desk(ctx, member, letter, case=case, key=f"{call.id}:{member.id}")


async def _write_instead(ctx: Context, case: Case) -> None:
    """It is our turn to write: in a case that is over the letter has been written already. Nobody waits for a sign."""
    await told_on_phone(ctx, case)
    if case.closed_at is not None:
        return
    case.first_answered_at = case.first_answered_at or ctx.now
    if case.waiting_since is None:
        move(case, Verb.ADD_WORDS)
        case.waiting_since = ctx.now
        case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=case.crisis)


async def _other_number(ctx: Context, case: Case, person: Person, call: Call) -> None:
    if person.phone == call.phone:
        person.phone = None
    told = await _tell(ctx, case, person, kinds.CallWrongNumber(call.id), key=str(call.id))
    if told and call.reason != Reason.DANGER and case.closed_at is None:
        answered(ctx, case)


async def _tell(ctx: Context, case: Case, person: Person, letter: kinds.Letter, key: str) -> bool:
    if person.unreachable_since is not None:
        return False
    return await tell_person(ctx, person, letter, case=case, key=key)


def _renew(ctx: Context, case: Case, call: Call, start: datetime, by: datetime) -> None:
    call.from_at, call.due_by = start, by
    if case.waiting_since is not None:
        case.reply_by = by


async def slug_of(ctx: Context, case: Case) -> str:
    """Whose hours hold for a case."""
    return (await staff.organisation_by_id(ctx.uow.session, case.organisation_id)).slug
