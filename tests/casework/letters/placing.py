"""What letters about places of camps need to be true: places shared out, and what the family of the case got."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from casework.context import Actor
from casework.letters import kinds
from casework.letters.kinds import Letter
from db.models import Allocation, AllocationParty, Application, ApplicationChild, Campaign, CampPlace, Case, PlaceOffer
from rules.allocation.reasons import Why
from rules.recreation.applications import Standing
from rules.recreation.offers import OfferState
from rules.recreation.terms import Shift, StayKind
from tests.casework.letters.applying import about_application
from tests.casework.world import World

PLACES: set[type[Letter]] = {
    kind for kind in kinds.KINDS.values() if kind.__module__.endswith((".kinds.allocation", ".kinds.trips"))
}
TRAVELS: dict[type[Letter], Standing] = {
    kinds.trips.TripScreen: Standing.ACCEPTED,
    kinds.trips.TripChildScreen: Standing.ACCEPTED,
    kinds.trips.TripBegun: Standing.SENT,
    kinds.trips.TripOver: Standing.COMPLETED,
    kinds.trips.TripMissed: Standing.NOT_TRAVELLED,
    kinds.trips.TripRequeueScreen: Standing.NOT_TRAVELLED,
    kinds.trips.TripRequeued: Standing.QUEUED,
}
"""Where the child stands who has the place."""
GONE_ON = {kinds.trips.TripRequeueScreen, kinds.trips.TripRequeued}
"""Somebody else has it by now."""
JULY = Shift(1, "Артек", StayKind.HEALTH, date(2026, 7, 1), date(2026, 7, 21), 1, "автобус")


async def about_places(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """One place for the two children of the case: it is offered, or one has it, or it went to somebody else."""
    about = await about_application(world, kind, case, iryna, (JULY,))
    session, now = world.uow.session, world.now
    application = await session.get_one(Application, about["application_id"])
    first = await session.get_one(ApplicationChild, about["child_id"])
    second = ApplicationChild(application_id=application.id, position=2, name="Ганна", born="2016-05-20")
    second.hromada, second.way, second.categories = first.hromada, first.way, []
    second.state, second.state_at, second.added_at = Standing.QUEUED.value, now, now
    session.add(second)
    shared = Allocation(campaign_id=application.campaign_id, version_id=application.version_id, state="confirmed")
    shared.value, shared.seed, shared.numbers, shared.fingerprint = "42.1337", "a" * 64, 1, "b" * 64
    shared.tried_at, shared.staff_id, shared.left = now, iryna.id or 0, {"left": {}, "short": {}}
    shared.confirmed_at, shared.confirmed_by = now, shared.staff_id
    session.add(shared)
    await session.flush()
    party = AllocationParty(allocation_id=shared.id, rank=1, application_id=application.id, number=case.number, part=1)
    party.children, party.weight, party.counts_from, party.kept = [first.id, second.id], 0, now, True
    party.lot, party.why, party.tried = "c" * 64, Why.FEWER_LEFT.value, {"tried": [], "offer": []}
    session.add(party)
    await session.flush()
    offer_id = await _gets(world, kind, party, application, (first, second))
    return about | {"offer_id": offer_id, "shift": JULY.number, "first": 1}


async def _gets(
    world: World,
    kind: type[Letter],
    party: AllocationParty,
    application: Application,
    children: tuple[ApplicationChild, ApplicationChild],
) -> int:
    """What the family got, as the letter tells it; the offer it came by."""
    session, now = world.uow.session, world.now
    stands = TRAVELS.get(kind, Standing.ACCEPTED)
    has = (kind in TRAVELS and kind not in GONE_ON) or kind is kinds.allocation.PlaceBackAskScreen
    waits = kind is kinds.allocation.PlaceWaits or kind in GONE_ON
    offer = PlaceOffer(party_id=party.id, choices=[[JULY.number, 1]], whole=False, made_at=now, untold=False)
    offer.state = (OfferState.ACCEPTED if has else OfferState.DECLINED if waits else OfferState.STANDING).value
    offer.due_at = now + timedelta(days=3)
    session.add(offer)
    await session.flush()
    place = CampPlace(campaign_id=application.campaign_id, shift=JULY.number, seat=1)
    if not waits:
        place.offer_id = offer.id
    if has:
        place.child_id = children[0].id
    session.add(place)
    if kind in GONE_ON:
        (await session.get_one(Campaign, application.campaign_id)).state = "allocating"
    offered = Standing.QUEUED if waits else Standing.OFFERED
    children[0].state = (stands if kind in TRAVELS or has else offered).value
    children[1].state = (Standing.QUEUED if has else offered).value
    await session.flush()
    return offer.id
