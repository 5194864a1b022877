"""A call that somebody in danger asks for: without a consent, due at once, and duty hears of it like of any danger."""

from __future__ import annotations

from casework.awaited.signs import signed
from casework.calls.ending import end_calls_to_person
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.cases.promises import promised_reply
from casework.context import Context
from casework.danger.alarm import raise_alarm_for_call
from casework.letters import kinds
from casework.letters.write import head_of, show_case, show_person, tell_topic
from db.models import Call, Case, Person
from db.repositories import cases
from rules.calls import CallState, Reason, When
from rules.cases import Verb
from rules.catalogue import Sign


async def danger_of(ctx: Context, draft: Call) -> Case | None:
    """The open case of danger, locked, that a call is about; None where there is no danger."""
    found = await cases.by_id(ctx.uow.session, draft.case_id) if draft.case_id is not None else None
    if found is None or not found.crisis:
        return None
    case = await cases.lock(ctx.uow.session, found.id)
    return case if case is not None and case.crisis and case.closed_at is None else None


async def call_at_once(ctx: Context, person: Person, draft: Call, case: Case) -> None:
    """The number is known: the draft becomes the call of the locked case, nothing more has to be answered."""
    await signed(ctx, case, Sign.WORD)
    await end_calls_to_person(ctx, case)
    head = head_of(case)
    move(case, Verb.ADD_WORDS)
    draft.case_id, draft.state = case.id, CallState.OPEN.value
    make_urgent(ctx, draft)
    if case.waiting_since is None:
        case.waiting_since = ctx.now
        case.reply_by = await promised_reply(ctx, case.organisation_id, crisis=True)
    record(ctx, case, Event.CALL_ASKED, call_id=draft.id, suits=When.SOON.value)
    await ctx.uow.session.flush()
    await raise_alarm_for_call(ctx, case)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, "call-at-once"))
    await show_case(ctx, case, head=head_of(case) != head)
    await show_person(ctx, person, kinds.DangerCallScreen(draft.id))


def make_urgent(ctx: Context, call: Call) -> None:
    """Due at once, day and night."""
    call.reason, call.suits = Reason.DANGER.value, When.SOON.value
    call.from_at = call.due_by = call.asked_at = ctx.now
