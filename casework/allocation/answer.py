"""A family answers an offer, itself or by a caseworker who heard it; or gives back a place that it had taken."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.allocation.party import InTurn, follow_party, in_turn, say
from casework.awaited.signs import let_go
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, OfferOver, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_on_desk, show_person, tell_topic
from casework.people.themselves import themselves
from casework.recreation.again import say_what_ends_early
from casework.recreation.standing import locked_of
from db.models import AllocationParty, Application, Case, PlaceOffer
from db.repositories import allocation, applications, reminders, staff
from rules.allocation.answers import Accepted, Declined, DoesNotFit, Left, Line
from rules.catalogue import Matter, ReminderKind
from rules.recreation.applications import Standing
from rules.recreation.offers import OfferState


@dataclass(frozen=True, slots=True)
class Answer:
    """`shift`: which of the choices is taken, 0: none. `pick`: who goes, a bit for each child who needs a place, in the
    order of the application; 0: all of them. `rest_waits`: those who stay behind wait for the same shift.
    """

    offer_id: int
    shift: int = 0
    pick: int = 0
    rest_waits: bool = False


@act("place.answer")
async def answer_offer(ctx: Context, data: Answer) -> None:
    """The family's own answer. OfferOver where the offer stands no more, or its term is over; Stale for what it does
    not hold; NoSuchCase where it is somebody else's.
    """
    person = await themselves(ctx)
    case = await locked(ctx, await _case_of(ctx, data.offer_id), "place.answer")
    await _answered(ctx, case, data)
    event = Event.PLACE_ACCEPTED if data.shift else Event.PLACE_DECLINED
    await tell_topic(ctx, case, kinds.CaseNews(case.id, event.value))
    await show_person(ctx, person, kinds.MyCaseScreen(case.id))


@act("place.record")
async def record_answer(ctx: Context, data: Answer) -> None:
    """What somebody without Telegram, or on the phone, said. The same refusals."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    case = await locked(ctx, await _case_of(ctx, data.offer_id), "place.record")
    await _answered(ctx, case, data)
    await show_on_desk(ctx, member, kinds.allocation.PlaceDeskScreen(member.id, case.id))


@dataclass(frozen=True, slots=True)
class ChooseChildren:
    """Who goes, where a choice holds fewer than all?"""

    offer_id: int
    shift: int


@act("place.choose")
async def choose_children(ctx: Context, data: ChooseChildren) -> None:
    """Asks the family. The same refusals."""
    person = await themselves(ctx)
    offer, _, _ = await _offer(ctx, data.offer_id)
    await locked(ctx, await _case_of(ctx, data.offer_id), "place.choose")
    if offer.state != OfferState.STANDING or offer.due_at < ctx.now:
        raise OfferOver
    if data.shift not in {shift for shift, _ in offer.choices}:
        raise Stale
    await show_person(ctx, person, kinds.allocation.PlaceChildrenScreen(offer.id, data.shift))


@dataclass(frozen=True, slots=True)
class GiveBack:
    """Places of a case that were accepted; `confirmed`: they know that nobody gets them back."""

    case_id: int
    confirmed: bool = False


@act("place.give_back")
async def give_back(ctx: Context, data: GiveBack) -> int:
    """All children of the application who have a place give it back; how many. Asked first: 0 until it is confirmed.
    Stale where nobody has one.
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "place.give_back")
    if not data.confirmed:
        await show_person(ctx, person, kinds.allocation.PlaceBackAskScreen(case.id))
        return 0
    application = await locked_of(ctx, case)
    if application is None or case.closed_at is not None:
        raise Stale
    gone = 0
    for row in await allocation.parties_of_application(ctx.uow.session, application.id):
        turn = await in_turn(ctx, row, application, lock=True)
        here = {child.id for child in turn.own if child.state == Standing.ACCEPTED}
        going = turn.standing.going & here
        if going:
            await say(ctx, turn, Left(turn.id, going), None, None)
            await follow_party(ctx, turn)
            gone += len(going)
    if not gone:
        raise Stale
    record(ctx, case, Event.PLACE_GIVEN_BACK, children=gone)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.PLACE_GIVEN_BACK.value))
    await show_case(ctx, case)
    await show_person(ctx, person, kinds.MyCaseScreen(case.id))
    return gone


async def _answered(ctx: Context, case: Case, data: Answer) -> None:
    """Writes an answer under all locks that it needs; nothing else of the allocation is worked out here, so that many
    can answer at once.
    """
    found, party, of = await _offer(ctx, data.offer_id)
    application = await applications.lock(ctx.uow.session, of.id)
    assert application is not None, "applications that were sent are never deleted"
    turn = await in_turn(ctx, party, application, lock=True)
    offer = await allocation.lock_offer(ctx.uow.session, found.id)
    if offer is None or offer.state != OfferState.STANDING or offer.due_at < ctx.now:
        raise OfferOver
    if case.closed_at is not None:
        raise CaseClosed
    line = _line(turn, data)
    state = OfferState.ACCEPTED if data.shift else OfferState.DECLINED
    try:
        await say(ctx, turn, line, offer, state)
    except DoesNotFit:
        raise Stale from None
    await follow_party(ctx, turn)
    event = Event.PLACE_ACCEPTED if data.shift else Event.PLACE_DECLINED
    record(ctx, case, event, offer_id=offer.id, shift=data.shift)
    await over(ctx, case, offer)
    await say_what_ends_early(ctx, case, application)
    await show_case(ctx, case)


async def over(ctx: Context, case: Case, offer: PlaceOffer) -> None:
    """Nobody is reminded of an offer of a locked case any more, and no sign is wanted."""
    await reminders.cancel_subject(ctx.uow.session, case.id, ReminderKind.PLACE, offer.id, ctx.now)
    await let_go(ctx, case, {Matter.PLACE})


def _line(turn: InTurn, data: Answer) -> Line:
    if not data.shift:
        return Declined(turn.id)
    picked = [number for place, number in enumerate(turn.wants) if data.pick & (1 << place)]
    return Accepted(turn.id, str(data.shift), frozenset(picked if data.pick else turn.wants), data.rest_waits)


async def _case_of(ctx: Context, offer_id: int) -> int:
    return (await _offer(ctx, offer_id))[2].case_id or 0


async def _offer(ctx: Context, offer_id: int) -> tuple[PlaceOffer, AllocationParty, Application]:
    session = ctx.uow.session
    offer = await allocation.offer(session, offer_id)
    party = await allocation.party(session, offer.party_id) if offer is not None else None
    application = await applications.by_id(session, party.application_id) if party is not None else None
    if offer is None or party is None or application is None:
        raise Stale
    return offer, party, application


@dataclass(frozen=True, slots=True)
class ShowPlaces:
    """The case whose offers a caseworker wants to see."""

    case_id: int


@act("place.show")
async def show_places(ctx: Context, data: ShowPlaces) -> None:
    """Puts what the family is offered on the desk of the one who asks, to note what they say."""
    case = await locked(ctx, data.case_id, "place.show")
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.allocation.PlaceDeskScreen(member.id, case.id))
