"""An owner hands a case over with a note; the colleague may give it back."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from casework.cases.assign import Assign, assign
from casework.cases.close import Close, close
from casework.cases.hand_over import AskNote, HandOver, OfHandover, ask_note, decline, hand_over, read_note
from casework.context import Actor
from casework.errors import CaseClosed, NoSuchCase, NotOwner, OneHumanStays, Stale, TakeFirst
from casework.letters import kinds
from casework.letters.sights import HandedOverSight, HandoverNoteSight, TakenSight
from casework.people.erase import Erase, erase
from db.models import Case, Handover
from db.repositories import people
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World

NOTE = "Олені Коваленко краще дзвонити ввечері, 050 123 45 67"


@pytest.fixture
async def given(world: World, olena: Actor, iryna: Actor, andrii: Actor) -> Handover:
    """Ірина has just handed Олена's case over to Андрій."""
    case = await world.taken(olena, iryna)
    await world.deliver()
    await hand_over(world.ctx(iryna), HandOver(case.id, andrii.id or 0, f"  {NOTE}\n"))
    [made] = await world.uow.session.scalars(select(Handover))
    return made


async def _case(world: World, given: Handover) -> Case:
    return await world.uow.session.get_one(Case, given.case_id)


async def test_the_colleague_has_it_and_the_note_waits_behind_a_button(
    world: World, given: Handover, iryna: Actor, andrii: Actor
) -> None:
    case = await _case(world, given)
    assert (case.state, case.owner_id) == ("taken", andrii.id)
    event = (await world.events(case))[-1]
    assert (event.kind, event.actor_id, event.facts) == ("handed-over", iryna.id, {"to": andrii.id, "former": iryna.id})
    [letter] = await world.waiting(kinds.CaseHandedOver, to=andrii)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, HandedOverSight)
    assert (sight.shows.case.number, sight.shows.note) == (case.number, True)
    [told] = await world.waiting(kinds.CaseTaken)
    taken = await world.sight(told)
    assert taken is not None
    assert taken.shows == TakenSight(case.number, "Андрій")
    screen = await world.screen(iryna)
    assert screen == kinds.HandedOverScreen(iryna.id or 0, case.id, andrii.id or 0)


async def test_the_note_is_sealed_and_stands_in_no_fact(world: World, given: Handover) -> None:
    raw = await world.uow.session.scalar(text("SELECT note FROM handovers"))
    assert raw is not None
    assert NOTE.encode() not in raw
    facts = [letter.facts for letter in await world.waiting()] + [
        event.facts for event in await world.events(await _case(world, given))
    ]
    assert "Олен" not in str(facts)


async def test_giver_receiver_and_leads_read_the_note_and_nobody_else(
    world: World, given: Handover, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    for reader in (iryna, andrii, lead):
        await read_note(world.ctx(reader), OfHandover(given.id))
        [letter] = await world.waiting(kinds.HandoverNote, to=reader)
        sight = await world.sight(letter)
        assert sight is not None
        assert isinstance(sight.shows, HandoverNoteSight)
        assert (sight.shows.note, sight.shows.giver) == (NOTE, "Ірина")
    stranger = await world.staff(Role.CASEWORKER, "Хтось")
    elsewhere = await world.staff(Role.ADMIN, "Інша", ELSEWHERE)
    for reader in (stranger, elsewhere):
        async with world.refused(NoSuchCase):
            await read_note(world.ctx(reader), OfHandover(given.id))
    async with world.refused(Stale):
        await read_note(world.ctx(iryna), OfHandover(given.id + 1))


async def test_erasing_takes_the_note_with_the_words(
    world: World, given: Handover, olena: Actor, andrii: Actor
) -> None:
    await read_note(world.ctx(andrii), OfHandover(given.id))
    await erase(world.ctx(olena), Erase())
    await world.uow.session.refresh(given)
    assert given.note is None
    [letter] = await world.waiting(kinds.HandoverNote)
    assert await world.sight(letter) is None
    async with world.refused(Stale):
        await read_note(world.ctx(andrii), OfHandover(given.id))


async def test_declined_it_is_in_the_queue_and_the_giver_hears(
    world: World, given: Handover, iryna: Actor, andrii: Actor
) -> None:
    case = await _case(world, given)
    await decline(world.ctx(andrii), OfHandover(given.id))
    assert (case.state, case.owner_id) == ("new", None)
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts["why"]) == ("returned", "declined")
    assert len(await world.waiting(kinds.HandoverDeclined, to=iryna)) == 1
    async with world.refused(TakeFirst):
        await decline(world.ctx(andrii), OfHandover(given.id))
    [letter] = await world.waiting(kinds.CaseHandedOver)
    assert await world.sight(letter) is None, "it is not theirs any more"


async def test_only_the_receiver_declines_and_only_what_is_still_theirs(
    world: World, given: Handover, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await _case(world, given)
    for other in (iryna, lead):
        async with world.refused(Stale):
            await decline(world.ctx(other), OfHandover(given.id))
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, andrii.id or 0))
    async with world.refused(NotOwner, owner="Ірина"):
        await decline(world.ctx(andrii), OfHandover(given.id))
    await hand_over(world.ctx(iryna), HandOver(case.id, andrii.id or 0, None))
    async with world.refused(Stale):
        await decline(world.ctx(andrii), OfHandover(given.id))


async def test_who_does_not_have_a_case_hands_nothing_over(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.case(olena)
    async with world.refused(TakeFirst):
        await hand_over(world.ctx(iryna), HandOver(case.id, andrii.id or 0, None))
    await assign(world.ctx(lead), Assign(case.id, iryna.id or 0, 0))
    for act in (hand_over, ask_note):
        data = HandOver(case.id, andrii.id or 0, None) if act is hand_over else AskNote(case.id, andrii.id or 0)
        for other in (andrii, lead):
            async with world.refused(NotOwner, owner="Ірина"):
                await act(world.ctx(other), data)  # type: ignore[arg-type]  # each act its own data
    async with world.refused(Stale):
        await hand_over(world.ctx(iryna), HandOver(case.id, iryna.id or 0, None))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await hand_over(world.ctx(iryna), HandOver(case.id, andrii.id or 0, None))


async def test_where_one_human_speaks_only_a_lead_hands_over(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    (await people.by_id(world.uow.session, case.person_id)).human_only = True
    async with world.refused(OneHumanStays):
        await hand_over(world.ctx(iryna), HandOver(case.id, andrii.id or 0, None))
    await assign(world.ctx(lead), Assign(case.id, andrii.id or 0, iryna.id or 0))
    assert case.owner_id == andrii.id


async def test_the_note_is_asked_for_on_the_desk(world: World, olena: Actor, iryna: Actor, andrii: Actor) -> None:
    case = await world.taken(olena, iryna)
    await ask_note(world.ctx(iryna), AskNote(case.id, andrii.id or 0))
    assert await world.screen(iryna) == kinds.HandoverAskScreen(iryna.id or 0, case.id, andrii.id or 0)
    assert case.owner_id == iryna.id, "nothing has happened yet"
