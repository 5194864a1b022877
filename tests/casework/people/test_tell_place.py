"""Where somebody lives and is registered: kept sealed, counted plainly, never taken from a name only like it."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from casework.cases.close import Close, close
from casework.cases.details import ReadDetails, read_details
from casework.cases.facts import RecordFact, record_fact
from casework.cases.places import OTHER_PLACE
from casework.context import MACHINE, Actor
from casework.errors import NotPermitted, Stale
from casework.letters import kinds
from casework.people.consent import Watch, watch
from casework.people.erase import Erase, erase
from casework.people.tell_place import (
    ChoosePlace,
    FindPlace,
    LiveAbroad,
    NotListed,
    ShowPlaces,
    choose_place,
    find_place,
    live_abroad,
    place_not_listed,
    show_places,
)
from casework.upkeep.forget import DropDrafts, drop_drafts
from rules.places import Which
from tests.casework.world import WHY, World

SOROKYNE, LYSYCHANSK, KYIV = "UA44040030010012509", "UA44120050010021900", "UA80000000000093317"
SOROKYNSKA = "UA44040030000034083"
ACTUAL, REGISTERED = Which.ACTUAL, Which.REGISTERED


async def tells(world: World, actor: Actor, which: Which, words: str, code: str) -> None:
    """Types a name and presses the place; says yes where they are asked once more."""
    await find_place(world.ctx(actor), FindPlace(which, words))
    if not await choose_place(world.ctx(actor), ChoosePlace(which, code)):
        await choose_place(world.ctx(actor), ChoosePlace(which, code, confirmed=True))


async def test_a_former_name_is_kept_as_the_place_of_today_and_counted_by_its_hromada(
    world: World, olena: Actor
) -> None:
    await tells(world, olena, REGISTERED, "Краснодон", SOROKYNE)
    person = await world.row(olena)
    assert (person.registered_place, person.actual_place, person.place_sought) == (SOROKYNE, None, None)
    assert (person.registered_hromada, person.actual_oblast) == (SOROKYNSKA, None)
    assert await world.screen(olena) == kinds.PlacesScreen()


async def test_the_two_places_are_told_apart(world: World, olena: Actor) -> None:
    await tells(world, olena, REGISTERED, "Краснодон", SOROKYNE)
    await tells(world, olena, ACTUAL, "Київ", KYIV)
    person = await world.row(olena)
    assert (person.registered_place, person.actual_place) == (SOROKYNE, KYIV)
    assert (person.registered_hromada, person.actual_oblast) == (SOROKYNSKA, "80")


async def test_who_is_registered_elsewhere_is_counted_as_such(world: World, olena: Actor) -> None:
    await tells(world, olena, REGISTERED, "Київ", KYIV)
    assert (await world.row(olena)).registered_hromada == OTHER_PLACE


async def test_a_name_that_is_only_like_it_is_asked_about_once_more(world: World, olena: Actor) -> None:
    findings = await find_place(world.ctx(olena), FindPlace(ACTUAL, "Лисичавськ"))
    assert findings.hits[0].place.code == LYSYCHANSK
    assert not await choose_place(world.ctx(olena), ChoosePlace(ACTUAL, LYSYCHANSK))
    assert await world.screen(olena) == kinds.PlaceConfirmScreen("actual", 0)
    assert (await world.row(olena)).actual_place is None
    assert await choose_place(world.ctx(olena), ChoosePlace(ACTUAL, LYSYCHANSK, confirmed=True))
    assert (await world.row(olena)).actual_place == LYSYCHANSK


async def test_only_what_was_offered_can_be_chosen_and_only_once(world: World, olena: Actor) -> None:
    async with world.refused(Stale):
        await choose_place(world.ctx(olena), ChoosePlace(ACTUAL, LYSYCHANSK, confirmed=True))
    await find_place(world.ctx(olena), FindPlace(ACTUAL, "Краснодон"))
    for code in (LYSYCHANSK, "UA00000000000000000"):
        async with world.refused(Stale):
            await choose_place(world.ctx(olena), ChoosePlace(ACTUAL, code, confirmed=True))
    await choose_place(world.ctx(olena), ChoosePlace(ACTUAL, SOROKYNE))
    async with world.refused(Stale):
        await choose_place(world.ctx(olena), ChoosePlace(ACTUAL, SOROKYNE))


async def test_abroad_is_a_place_too(world: World, olena: Actor) -> None:
    await live_abroad(world.ctx(olena), LiveAbroad())
    assert await world.screen(olena) == kinds.PlaceAbroadScreen()
    await live_abroad(world.ctx(olena), LiveAbroad("PL"))
    person = await world.row(olena)
    assert (person.actual_place, person.actual_oblast) == ("abroad:PL", "abroad")
    async with world.refused(Stale):
        await live_abroad(world.ctx(olena), LiveAbroad("XX"))


async def test_what_is_in_no_list_goes_to_a_human_in_the_persons_own_words(world: World, olena: Actor) -> None:
    await find_place(world.ctx(olena), FindPlace(REGISTERED, "Селище шахти 3-біс"))
    await place_not_listed(world.ctx(olena), NotListed(REGISTERED, olena.telegram_id or 0, 77))
    person = await world.row(olena)
    assert (person.registered_place, person.registered_hromada) == ("unlisted", None)
    [draft] = await world.drafts(olena)
    assert (draft.text, draft.telegram_message_id) == ("Селище шахти 3-біс", 77)
    assert await world.screen(olena) == kinds.OfferCaseScreen()
    async with world.refused(Stale):
        await place_not_listed(world.ctx(olena), NotListed(REGISTERED, olena.telegram_id or 0, 77))


async def test_a_draft_is_not_made_twice_of_one_message(world: World, olena: Actor) -> None:
    await find_place(world.ctx(olena), FindPlace(REGISTERED, "Шахта"))
    await place_not_listed(world.ctx(olena), NotListed(REGISTERED, olena.telegram_id or 0, 77))
    await find_place(world.ctx(olena), FindPlace(REGISTERED, "Шахта"))
    async with world.refused(Stale):
        await place_not_listed(world.ctx(olena), NotListed(REGISTERED, olena.telegram_id or 0, 77))
    assert len(await world.drafts(olena)) == 1


async def test_open_cases_are_told_and_closed_ones_stay_as_they_were_counted(
    world: World, olena: Actor, iryna: Actor
) -> None:
    done = await world.taken(olena, iryna)
    await close(world.ctx(iryna), Close(done.id, "helped"))
    case = await world.taken(olena, iryna)
    await world.deliver()
    await tells(world, olena, REGISTERED, "Краснодон", SOROKYNE)
    assert (case.registered_hromada, done.registered_hromada) == (SOROKYNSKA, None)
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts) == ("fact-recorded", {"field": "registered_hromada", "value": SOROKYNSKA})
    assert [letter.kind for letter in await world.waiting() if letter.case_id == case.id] == ["card"]
    await tells(world, olena, REGISTERED, "Краснодон", SOROKYNE)
    assert (await world.events(case))[-1].id == event.id


async def test_a_caseworker_who_knows_better_takes_the_settlement_away(
    world: World, olena: Actor, iryna: Actor
) -> None:
    case = await world.case(olena)
    await tells(world, olena, REGISTERED, "Краснодон", SOROKYNE)
    await record_fact(world.ctx(iryna), RecordFact(case.id, "actual_oblast", "80"))
    await record_fact(world.ctx(iryna), RecordFact(case.id, "registered_hromada", SOROKYNSKA))
    assert (await world.row(olena)).registered_place == SOROKYNE
    await record_fact(world.ctx(iryna), RecordFact(case.id, "registered_hromada", "UA44020010000067642"))
    assert (await world.row(olena)).registered_place is None


async def test_details_show_the_settlement_to_the_one_who_asks(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.case(olena)
    await tells(world, olena, ACTUAL, "Лисичанск", LYSYCHANSK)
    places = (await read_details(world.ctx(iryna), ReadDetails(case.id, WHY))).places
    assert places.registered is None
    assert places.actual is not None
    assert places.actual.place is not None
    assert (places.actual.place.name, places.actual.place.hromada) == ("Лисичанськ", "Лисичанська")


async def test_in_the_tables_no_place_can_be_read(world: World, olena: Actor) -> None:
    await tells(world, olena, REGISTERED, "Краснодон", SOROKYNE)
    await find_place(world.ctx(olena), FindPlace(ACTUAL, "Лисичанськ"))
    await world.uow.session.flush()
    [row] = await world.uow.session.execute(
        text("SELECT registered_place, place_sought, (SELECT string_agg(facts::text, '') FROM letters) FROM people"
             " WHERE id = :id"), {"id": olena.id}
    )  # fmt: skip
    for value in row:
        kept = value.encode() if isinstance(value, str) else bytes(value)
        assert not any(word.encode() in kept for word in (SOROKYNE, "Лисичанськ", LYSYCHANSK))


async def test_before_the_consent_and_on_a_watched_phone_no_place_is_asked(bare: World) -> None:
    for nobody in (await bare.newcomer(), await bare.watched()):
        acts = (
            show_places(bare.ctx(nobody), ShowPlaces(ACTUAL)),
            find_place(bare.ctx(nobody), FindPlace(ACTUAL, "Лисичанськ")),
            choose_place(bare.ctx(nobody), ChoosePlace(ACTUAL, LYSYCHANSK, confirmed=True)),
            live_abroad(bare.ctx(nobody), LiveAbroad("PL")),
            place_not_listed(bare.ctx(nobody), NotListed(ACTUAL, 1, 1)),
        )
        for act in acts:
            async with bare.refused(NotPermitted):
                await act


@pytest.mark.parametrize("how", ["watch", "erase"])
async def test_places_go_with_the_name(world: World, olena: Actor, how: str) -> None:
    await tells(world, olena, REGISTERED, "Краснодон", SOROKYNE)
    await tells(world, olena, ACTUAL, "Київ", KYIV)
    await find_place(world.ctx(olena), FindPlace(ACTUAL, "Лисичанськ"))
    if how == "watch":
        await watch(world.ctx(olena), Watch())
    else:
        await erase(world.ctx(olena), Erase())
    person = await world.row(olena)
    assert (person.registered_place, person.actual_place, person.place_sought) == (None, None, None)


async def test_what_was_typed_and_left_is_forgotten_as_drafts_are(world: World, olena: Actor) -> None:
    await find_place(world.ctx(olena), FindPlace(ACTUAL, "Лисичанськ"))
    world.wait(days=13)
    await drop_drafts(world.ctx(MACHINE), DropDrafts())
    assert (await world.row(olena)).place_sought is not None
    world.wait(days=2)
    await drop_drafts(world.ctx(MACHINE), DropDrafts())
    await world.uow.session.refresh(await world.row(olena))
    assert (await world.row(olena)).place_sought is None
