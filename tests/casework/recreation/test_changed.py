"""When a lead changes dates, all concerned are told what was and what is now: once, whatever is run or killed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sights.terms import DatesChangedSight
from casework.recreation.changed import BATCH, TellChanges, tell_changes
from db.models import Allocation, AllocationParty, Application, CampPlace, Letter, PlaceOffer
from db.repositories import calls, changes, recreation
from rules.allocation.reasons import Why
from rules.calls import Reason
from rules.recreation.applications import Standing
from rules.recreation.changes import SETTLES
from rules.recreation.editing import Field
from rules.recreation.offers import OfferState
from rules.recreation.terms import Shift, StayKind
from tests.casework.recreation.programme import CLOSES, OPENS, Programme
from tests.casework.world import World, machine

LETTER = kinds.recreation.DatesChanged
JULY = Shift(1, "Артек", StayKind.HEALTH, date(2026, 7, 1), date(2026, 7, 21), 2, "автобус")
AUGUST = replace(JULY, number=2, first=date(2026, 8, 1), last=date(2026, 8, 21))


async def looks(world: World) -> int:
    return await tell_changes(machine(world), TellChanges())


async def settles(world: World) -> None:
    """The lead changes nothing more; what was said on the way is out of the way."""
    await world.deliver()
    world.wait(minutes=SETTLES // timedelta(minutes=1))


async def told(world: World) -> list[tuple[int, DatesChangedSight]]:
    return [
        (letter.chat_id, sight.shows)
        for letter, sight in await world.deliver()
        if letter.kind == LETTER.kind and isinstance(sight.shows, DatesChangedSight)
    ]


async def moves(programme: Programme, closes: date) -> None:
    programme.world.wait(minutes=1)
    await programme.types(Field.DATES, f"{OPENS:%d.%m.%Y}–{closes:%d.%m.%Y}")


async def test_a_draft_and_an_application_are_told_of_other_days_once(
    world: World, programme: Programme, olena: Actor, mykola: Actor
) -> None:
    await programme.begins(olena)
    application = await programme.applies(mykola)
    await moves(programme, date(2026, 4, 20))
    await settles(world)
    assert await looks(world) == 2
    assert await looks(world) == 0
    found = dict(await told(world))
    assert set(found) == {olena.telegram_id, mykola.telegram_id}
    draft, filed = found[olena.telegram_id or 0], found[mykola.telegram_id or 0]
    assert draft.days is not None
    assert (draft.days.was, draft.days.now) == ((OPENS, CLOSES), (OPENS, date(2026, 4, 20)))
    assert (draft.number, draft.case_id, draft.takes) == (None, None, True)
    assert filed.case_id == application.case_id
    assert filed.number is not None


async def test_what_is_changed_within_minutes_is_told_together(
    world: World, programme: Programme, olena: Actor
) -> None:
    await programme.begins(olena)
    await moves(programme, date(2026, 4, 20))
    assert await looks(world) == 0, "the lead may change more"
    await moves(programme, date(2026, 4, 10))
    await settles(world)
    assert await looks(world) == 1
    [(_, shown)] = await told(world)
    assert shown.days is not None
    assert (shown.days.was[1], shown.days.now[1]) == (CLOSES, date(2026, 4, 10))


async def test_what_is_changed_back_is_told_to_nobody(world: World, programme: Programme, olena: Actor) -> None:
    await programme.begins(olena)
    await moves(programme, date(2026, 4, 20))
    await moves(programme, CLOSES)
    await settles(world)
    await looks(world)
    assert await told(world) == []
    assert await changes.to_tell(world.uow.session, world.now) == []


async def test_who_began_since_has_seen_it(world: World, programme: Programme, olena: Actor, mykola: Actor) -> None:
    await programme.begins(olena)
    await moves(programme, date(2026, 4, 20))
    world.wait(minutes=1)
    await programme.begins(mykola)
    await settles(world)
    await looks(world)
    assert [chat for chat, _ in await told(world)] == [olena.telegram_id]


async def test_another_name_is_no_news(world: World, programme: Programme, olena: Actor) -> None:
    await programme.begins(olena)
    await programme.types(Field.LOT, "число 42")
    await settles(world)
    await looks(world)
    assert await told(world) == []
    assert (await programme.campaign()).told_version == 3


async def test_what_ended_is_told_nothing(world: World, programme: Programme, olena: Actor) -> None:
    application = await programme.applies(olena)
    await moves(programme, date(2026, 4, 20))
    application.state = Standing.WITHDRAWN.value
    await settles(world)
    await looks(world)
    assert await told(world) == []


async def test_many_are_told_in_portions_and_a_change_meanwhile_is_told_afterwards(
    world: World, programme: Programme, monkeypatch: pytest.MonkeyPatch, olena: Actor, mykola: Actor
) -> None:
    monkeypatch.setattr("casework.recreation.changed.BATCH", 1)
    assert BATCH > 1
    await programme.begins(olena)
    await programme.begins(mykola)
    await moves(programme, date(2026, 4, 20))
    await settles(world)
    assert await looks(world) == 1
    await moves(programme, date(2026, 4, 25))
    assert [await looks(world) for _ in range(3)] == [1, 0, 0]
    first = await told(world)
    await settles(world)
    assert [await looks(world) for _ in range(3)] == [1, 1, 0]
    second = await told(world)
    for those, was, now in ((first, CLOSES, date(2026, 4, 20)), (second, date(2026, 4, 20), date(2026, 4, 25))):
        assert Counter(chat for chat, _ in those) == Counter([olena.telegram_id, mykola.telegram_id])
        assert {(shown.days.was[1], shown.days.now[1]) for _, shown in those if shown.days} == {(was, now)}


async def test_a_killed_run_tells_nobody_twice(world: World, programme: Programme, olena: Actor) -> None:
    await programme.begins(olena)
    await moves(programme, date(2026, 4, 20))
    await settles(world)
    killed = await world.uow.session.begin_nested()
    await looks(world)
    await killed.rollback()
    await world.uow.session.refresh(await programme.campaign())
    await looks(world)
    query = select(Letter.unique_key).where(Letter.kind == LETTER.kind)
    assert len((await world.uow.session.scalars(query)).all()) == 1


async def test_where_one_human_speaks_a_call_stands_in(world: World, programme: Programme, olena: Actor) -> None:
    application = await programme.applies(olena)
    await moves(programme, date(2026, 4, 20))
    (await world.row(olena)).human_only = True
    await settles(world)
    assert await looks(world) == 1
    assert await world.waiting(LETTER) == []
    call = await calls.open_of_case(world.uow.session, application.case_id or 0)
    assert call is not None
    assert call.reason == Reason.REMIND


# --- shifts ---------------------------------------------------------------------------------------------------------


async def has_place(world: World, programme: Programme, guardian: Actor, shift: int, *, given: bool) -> Application:
    """The family is offered a place of a shift, or has it."""
    application = await programme.applies(guardian)
    [child] = await programme.children(application)
    session, now = world.uow.session, world.now
    shared = await session.scalar(select(Allocation).where(Allocation.campaign_id == programme.id))
    if shared is None:
        shared = Allocation(campaign_id=programme.id, version_id=application.version_id, state="confirmed")
        shared.value, shared.seed, shared.numbers, shared.fingerprint = "42", "a" * 64, 1, "b" * 64
        shared.tried_at, shared.staff_id, shared.left = now, programme.lead.id or 0, {"left": {}, "short": {}}
        session.add(shared)
        await session.flush()
    party = AllocationParty(
        allocation_id=shared.id, rank=guardian.id, application_id=application.id, number="1", part=1
    )
    party.children, party.weight, party.counts_from, party.kept = [child.id], 0, now, True
    party.lot, party.why, party.tried = "c" * 64, Why.FIRST_WISH.value, {"tried": [], "offer": []}
    session.add(party)
    await session.flush()
    offer = PlaceOffer(party_id=party.id, choices=[[shift, 1]], whole=True, made_at=now, untold=False)
    offer.state = (OfferState.ACCEPTED if given else OfferState.STANDING).value
    offer.due_at = now + timedelta(days=3)
    session.add(offer)
    await session.flush()
    place = CampPlace(campaign_id=programme.id, shift=shift, seat=guardian.id, offer_id=offer.id)
    place.child_id = child.id if given else None
    session.add(place)
    standing = (Standing.ACCEPTED if given else Standing.OFFERED).value
    child.state = application.state = standing
    await session.flush()
    return application


async def shifts(programme: Programme, *those: Shift) -> None:
    """The lead changes the shifts."""
    world = programme.world
    world.wait(minutes=1)
    campaign = await recreation.lock(world.uow.session, programme.id)
    call = await recreation.call(world.uow.session, programme.id)
    assert campaign is not None
    assert call is not None
    terms, number = replace(call.terms, shifts=those), call.version.number + 1
    staff_id = programme.lead.id or 0
    await recreation.add_version(world.uow.session, campaign, number, terms, at=world.now, staff_id=staff_id)


async def test_who_came_between_two_changes_hears_of_the_second(
    world: World, programme: Programme, olena: Actor
) -> None:
    await moves(programme, date(2026, 4, 20))
    world.wait(minutes=1)
    await programme.begins(olena)
    await moves(programme, date(2026, 4, 25))
    await settles(world)
    await looks(world)
    [(_, shown)] = await told(world)
    assert shown.days is not None
    assert (shown.days.was[1], shown.days.now[1]) == (date(2026, 4, 20), date(2026, 4, 25))


@pytest.mark.parametrize("given", [True, False])
async def test_whoever_has_a_place_is_told_of_a_changed_shift(
    world: World, programme: Programme, olena: Actor, mykola: Actor, given: bool
) -> None:
    await shifts(programme, JULY, AUGUST)
    await settles(world)
    await looks(world)
    await has_place(world, programme, olena, 1, given=given)
    await has_place(world, programme, mykola, 2, given=given)
    now = replace(JULY, first=date(2026, 7, 3), last=date(2026, 7, 23), transport="поїзд")
    await shifts(programme, now, AUGUST)
    await settles(world)
    assert await looks(world) == 2
    [(chat, shown)] = await told(world)
    assert chat == olena.telegram_id
    assert shown.days is None
    [changed] = shown.shifts
    assert (changed.was, changed.now) == (JULY, now)


async def test_who_was_offered_the_place_since_has_seen_it(world: World, programme: Programme, olena: Actor) -> None:
    await shifts(programme, JULY)
    await settles(world)
    await looks(world)
    await shifts(programme, replace(JULY, camp="Лісовий"))
    world.wait(minutes=1)
    await has_place(world, programme, olena, 1, given=False)
    await settles(world)
    await looks(world)
    assert await told(world) == []
