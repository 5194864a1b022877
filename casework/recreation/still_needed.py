"""«Ще потрібно?»: a lead asks all families before places are shared out; each answers, or a caseworker notes it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.allocation.trying import opened
from casework.calls.needed import end_call_about
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, NeverAsked, OfferOver, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_on_desk, show_person, tell_topic
from casework.people.themselves import themselves
from casework.recreation.standing import do, locked_of
from db.models import Application, ApplicationChild, Case, NeedAsk
from db.repositories import allocation, applications, need_asks, staff
from db.repositories.recreation import Call
from rules.calls import Reason
from rules.recreation.applications import Deed, Standing
from rules.recreation.campaigns import CampaignState
from rules.recreation.still_needed import after_answer, times

BEFORE_PLACES = (CampaignState.CLOSED, CampaignState.ALLOCATING)
"""When families can be asked: until the order is confirmed."""


@dataclass(frozen=True, slots=True)
class OfCampaign:
    """One of the lead's own."""

    campaign_id: int


@act("need.show")
async def show_asks(ctx: Context, data: OfCampaign) -> None:
    """Puts on the lead's desk who was asked and what they said. Stale for a campaign of another organisation."""
    member, call = await opened(ctx, data.campaign_id)
    await show_on_desk(ctx, member, kinds.still_needed.NeedAsksScreen(member.id, call.campaign.id))


@act("need.ask")
async def ask_all(ctx: Context, data: OfCampaign) -> int:
    """Asks every family with a confirmed need that was not asked yet; how many. Stale where there is none, and while
    the call is open or once the order is confirmed.
    """
    member, call = await opened(ctx, data.campaign_id)
    if not await may_ask(ctx, call):
        raise Stale
    remind_at, due_at = times(ctx.now, call.terms.answer_days)
    asked = await need_asks.ask_all(ctx.uow.session, call.campaign.id, member.id, ctx.now, remind_at, due_at)
    if not asked:
        raise Stale
    await show_on_desk(ctx, member, kinds.still_needed.NeedAsksScreen(member.id, call.campaign.id))
    return asked


async def may_ask(ctx: Context, call: Call) -> bool:
    """Whether families of a campaign can be asked, and answer."""
    there = await allocation.of_campaign(ctx.uow.session, call.campaign.id)
    return call.state in BEFORE_PLACES and (there is None or there.state != allocation.CONFIRMED)


@dataclass(frozen=True, slots=True)
class SayNeed:
    """Whether a place is needed: for one child of an application, 0: for all."""

    application_id: int
    needed: bool
    child_id: int = 0


@act("need.answer")
async def answer_need(ctx: Context, data: SayNeed) -> None:
    """The family's own answer; a no can be taken back until the order is confirmed. OfferOver after that; Stale where
    it was never asked; NoSuchCase where it is somebody else's.
    """
    person = await themselves(ctx)
    case = await locked(ctx, await _case_of(ctx, data.application_id), "need.answer")
    event = await _said(ctx, case, data)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, event.value))
    await show_person(ctx, person, kinds.MyCaseScreen(case.id))


@act("need.record")
async def record_need(ctx: Context, data: SayNeed) -> None:
    """What a caseworker heard on the phone. The same refusals."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    case = await locked(ctx, await _case_of(ctx, data.application_id), "need.record")
    await _said(ctx, case, data)
    await show_on_desk(ctx, member, kinds.still_needed.NeedDeskScreen(member.id, case.id))


@dataclass(frozen=True, slots=True)
class NeedOf:
    """A case."""

    case_id: int


@act("need.open")
async def open_need(ctx: Context, data: NeedOf) -> None:
    """Puts on the desk what a family was asked, to note what they say. NeverAsked where it was not."""
    case = await locked(ctx, data.case_id, "need.open")
    application = await locked_of(ctx, case)
    if application is None or await need_asks.of_application(ctx.uow.session, application.id) is None:
        raise NeverAsked
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.still_needed.NeedDeskScreen(member.id, case.id))


async def _case_of(ctx: Context, application_id: int) -> int:
    found = await applications.by_id(ctx.uow.session, application_id)
    if found is None or found.case_id is None:
        raise Stale
    return found.case_id


async def _said(ctx: Context, case: Case, data: SayNeed) -> Event:
    """Writes what was said of a locked case; what it is in the case's history."""
    application = await locked_of(ctx, case)
    ask = await _asked(ctx, application)
    if case.closed_at is not None:
        raise CaseClosed
    assert application is not None, "it was asked"
    there = await allocation.of_campaign(ctx.uow.session, application.campaign_id)
    if there is not None and there.state == allocation.CONFIRMED:
        raise OfferOver
    children = await applications.children(ctx.uow.session, application.id)
    those = [child for child in children if data.child_id in (0, child.id)]
    if not those:
        raise Stale
    await _follow(ctx, application, ask, those, needed=data.needed)
    needing = sum(child.state == Standing.NEED_CONFIRMED for child in children)
    ask.state, ask.answered_at, ask.next_at = after_answer(needing, len(ask.given_up)).value, ctx.now, None
    event = Event.STILL_NEEDED if data.needed else Event.NOT_NEEDED
    record(ctx, case, event, children=len(those))
    await end_call_about(ctx, case, Reason.STILL_NEEDED)
    await show_case(ctx, case)
    return event


async def _asked(ctx: Context, application: Application | None) -> NeedAsk:
    found = await need_asks.of_application(ctx.uow.session, application.id) if application is not None else None
    ask = await need_asks.lock(ctx.uow.session, found.id) if found is not None else None
    if ask is None:
        raise Stale
    return ask


async def _follow(
    ctx: Context, application: Application, ask: NeedAsk, those: list[ApplicationChild], *, needed: bool
) -> None:
    """Children who need no place are withdrawn; those of whom it was said by mistake are back as they were."""
    if needed:
        back = [child for child in those if child.id in ask.given_up and child.state == Standing.WITHDRAWN]
        await do(ctx, application, back, Deed.NEED_AGAIN)
        ask.given_up = [each for each in ask.given_up if each not in {child.id for child in back}]
    else:
        gone = [child for child in those if child.state == Standing.NEED_CONFIRMED]
        await do(ctx, application, gone, Deed.WITHDRAW)
        ask.given_up = [*ask.given_up, *(child.id for child in gone)]
