"""Somebody phoned and could not settle it: nobody answered, it was somebody else, or it suits another time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from casework.act import act
from casework.calls.phoning import begun, end
from casework.cases.access import locked, seen
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from db.models import Call, Case, Person
from db.repositories import people, staff
from rules.calls import Attempt, Reason, When, Window, is_over, offered, try_again_by

EVENTS: Mapping[Attempt, Event] = {
    Attempt.NO_ANSWER: Event.CALL_UNANSWERED,
    Attempt.WRONG_NUMBER: Event.CALL_WRONG_NUMBER,
    Attempt.LATER: Event.CALL_LATER,
}


@dataclass(frozen=True, slots=True)
class AskWhen:
    """The case whose person asked to be phoned at another time."""

    case_id: int


@act("call.ask_when")
async def ask_when(ctx: Context, data: AskWhen) -> Mapping[When, Window]:
    """The times to choose from. CaseClosed when the case is over."""
    case = await seen(ctx, data.case_id, "call.ask_when")
    if case.closed_at is not None:
        raise CaseClosed
    return offered(ctx.catalogue, ctx.now, organisation=await slug_of(ctx, case))


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
    over = is_over(data.attempt, call.attempts, Reason(call.reason))
    if over:
        end(ctx, call)
    match data.attempt:
        case Attempt.NO_ANSWER:
            await _again(ctx, case, person, call, over=over)
        case Attempt.WRONG_NUMBER:
            await _other_number(ctx, case, person, call)
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
    choices = offered(ctx.catalogue, ctx.now, organisation=await slug_of(ctx, case))
    chosen = choices.get(data.when) if data.when is not None else None
    if chosen is None or chosen.day.toordinal() != data.day:
        raise Stale
    return chosen


async def _again(ctx: Context, case: Case, person: Person, call: Call, *, over: bool) -> None:
    """Nobody answered: we try once more, or it is the person's turn now, if they can be told."""
    organisation = await slug_of(ctx, case)
    by = try_again_by(ctx.catalogue, ctx.now, organisation=organisation, reason=Reason(call.reason))
    letter = kinds.CallUnanswered(call.id, int(ctx.now.timestamp()), 0 if over else int(by.timestamp()))
    told = await _tell(ctx, case, person, letter, key=f"{call.id}:{call.attempts}")
    if not over:
        _renew(ctx, case, call, ctx.now, by)
    elif told:
        answered(ctx, case)


async def _other_number(ctx: Context, case: Case, person: Person, call: Call) -> None:
    if person.phone == call.phone:
        person.phone = None
    told = await _tell(ctx, case, person, kinds.CallWrongNumber(call.id), key=str(call.id))
    if told and call.reason != Reason.DANGER:
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
