"""Families are told, a few at a time: what they are offered, that a term is over, that they wait."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.allocation.answer import over
from casework.allocation.party import InTurn, follow_party, in_turn
from casework.awaited.want import want_sign
from casework.calls.saying import say_or_call
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case
from casework.reminders.planning import hours_of_case
from db.models import Application, Case, Person, PlaceOffer
from db.repositories import allocation, applications, cases, people, reminders
from db.repositories.reminders import NewReminder
from rules.catalogue import ReminderKind
from rules.recreation.offers import OfferState, answer_by
from rules.reminders import moments

BATCH = 10
"""Families told in one transaction: it stays short."""
KIND = ReminderKind.PLACE


@dataclass(frozen=True, slots=True)
class Tell:
    """Whoever has still to be told."""


@act("allocation.tell")
async def tell(ctx: Context, data: Tell) -> int:
    """Writes letters about offers and their ends, then to those who wait; how many families. A letter, and that it was
    written, are one transaction: nobody is told twice, or not at all.
    """
    told = 0
    for offer_id, case_id in await allocation.untold_offers(ctx.uow.session, BATCH):
        told += await _of_offer(ctx, offer_id, case_id)
    if told:
        return told
    for application_id, case_id in await allocation.untold_applications(ctx.uow.session, BATCH):
        told += await _that_they_wait(ctx, application_id, case_id)
    return told


async def hold(ctx: Context, application_id: int, case_id: int) -> tuple[Person, Case, Application] | None:
    """The person, the case and the application, locked in the order of all locks; None where one of them is gone."""
    reached = await cases.by_id(ctx.uow.session, case_id)
    assert reached is not None, "cases are never deleted"
    person = await people.lock(ctx.uow.session, reached.person_id)
    case = await cases.lock(ctx.uow.session, case_id)
    application = await applications.lock(ctx.uow.session, application_id)
    if case is None or application is None:
        return None
    return person, case, application


async def _of_offer(ctx: Context, offer_id: int, case_id: int) -> int:
    found = await allocation.offer(ctx.uow.session, offer_id)
    row = await allocation.party(ctx.uow.session, found.party_id) if found is not None else None
    held = await hold(ctx, row.application_id, case_id) if row is not None else None
    if row is None or held is None:
        return 0
    person, case, application = held
    offer = await allocation.lock_offer(ctx.uow.session, offer_id)
    if offer is None or not offer.untold:
        return 0
    offer.untold = False
    turn = await in_turn(ctx, row, application)
    await follow_party(ctx, turn)
    if case.closed_at is None:
        await (_offered if offer.state == OfferState.STANDING else _expired)(ctx, person, case, offer, turn)
        await show_case(ctx, case)
    return 1


async def _offered(ctx: Context, person: Person, case: Case, offer: PlaceOffer, turn: InTurn) -> None:
    record(ctx, case, Event.PLACE_OFFERED, offer_id=offer.id)
    # The term is the family's: it begins when they may hear of it, however long telling all of them takes.
    offer.due_at = max(offer.due_at, answer_by(ctx.now, turn.call.terms.answer_days))
    letter = kinds.allocation.PlaceOffered(case.id, offer.id)
    await say_or_call(ctx, person, letter, str(offer.id), case.id)
    if person.telegram_id is not None:
        await want_sign(ctx, case, person, letter)
    steps = moments(ctx.catalogue.ladders[KIND], ctx.now, offer.due_at, ctx.now, await hours_of_case(ctx, case))
    new = [
        NewReminder(
            KIND, f"{KIND}:{offer.id}:{each.step}", each.at, each.step, each.until,
            person_id=person.id, case_id=case.id, subject=offer.id, about_at=offer.due_at,
        )
        for each in steps
    ]  # fmt: skip
    await reminders.plan(ctx.uow.session, new, ctx.now)


async def _expired(ctx: Context, person: Person, case: Case, offer: PlaceOffer, turn: InTurn) -> None:
    record(ctx, case, Event.PLACE_EXPIRED, offer_id=offer.id)
    await over(ctx, case, offer)
    letter = kinds.allocation.PlaceExpired(case.id, offer.id)
    await say_or_call(ctx, person, letter, str(offer.id), case.id)


async def _that_they_wait(ctx: Context, application_id: int, case_id: int) -> int:
    held = await hold(ctx, application_id, case_id)
    if held is None:
        return 0
    person, case, _ = held
    await allocation.told(ctx.uow.session, application_id)
    if case.closed_at is None:
        await say_or_call(ctx, person, kinds.allocation.PlaceWaits(case.id), str(application_id), case.id)
    return 1
