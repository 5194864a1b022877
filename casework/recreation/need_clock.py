"""The clock's part of asking families whether they still need a place: the letter, one reminder, a call."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.allocation.tell import BATCH, hold
from casework.calls.needed import need_call
from casework.calls.saying import say_or_call
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case
from db.models import Application, Case, NeedAsk, Person
from db.repositories import allocation, applications, need_asks
from rules.calls import Reason
from rules.recreation.applications import Standing
from rules.recreation.still_needed import AskState


@dataclass(frozen=True, slots=True)
class AskFamilies:
    """Whoever is next."""


@act("need.tell")
async def ask_families(ctx: Context, data: AskFamilies) -> int:
    """Writes the letter to each family once, reminds it once, and makes a call of its silence; how many families. Each
    step, and that it was done, are one transaction. Silence itself changes nothing.
    """
    done = 0
    for ask_id, application_id, case_id in await need_asks.due(ctx.uow.session, ctx.now, BATCH):
        held = await hold(ctx, application_id, case_id)
        ask = await need_asks.lock(ctx.uow.session, ask_id) if held is not None else None
        if held is None or ask is None or ask.next_at is None or ask.next_at > ctx.now:
            continue
        await _next(ctx, ask, *held)
        done += 1
    return done


async def _next(ctx: Context, ask: NeedAsk, person: Person, case: Case, application: Application) -> None:
    at, ask.next_at = ask.next_at, None
    if ask.state != AskState.WAITING or not await _holds(ctx, case, application):
        return
    if at == ask.asked_at:
        ask.next_at = ask.remind_at
        letter: kinds.Letter = kinds.still_needed.StillNeeded(case.id)
        record(ctx, case, Event.NEED_ASKED)
    elif ctx.now < ask.due_at:
        ask.next_at = ask.due_at
        letter = kinds.still_needed.StillNeededAgain(case.id)
    else:
        ask.state = AskState.SILENT.value
        record(ctx, case, Event.NEED_SILENT)
        await need_call(ctx, case, person, Reason.STILL_NEEDED, phone=application.phone)
        await show_case(ctx, case)
        return
    await say_or_call(ctx, person, letter, str(ask.id), case.id)
    await show_case(ctx, case, head=False)


async def _holds(ctx: Context, case: Case, application: Application) -> bool:
    """Whether it is still to be asked."""
    there = await allocation.of_campaign(ctx.uow.session, application.campaign_id)
    if case.closed_at is not None or (there is not None and there.state == allocation.CONFIRMED):
        return False
    children = await applications.children(ctx.uow.session, application.id)
    return any(child.state == Standing.NEED_CONFIRMED for child in children)
