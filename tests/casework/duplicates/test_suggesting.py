"""A case says which others share its person, phone or child: by keyed hashes, and only to whoever may know of them."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from casework.context import Actor
from casework.duplicates.look import LookForDuplicates, NameOther, look_at_pair, look_for_duplicates, name_other
from casework.duplicates.tie import TwoCases, link, not_same, unlink
from casework.errors import NoSuchCase, Stale
from casework.letters import kinds
from casework.letters.sights import CardSight, DuplicatesSight, PairSight
from casework.lists.index import IndexSearch, index_search
from db.models import Case, Person
from rules.duplicates import Shared
from rules.forms import Answer
from rules.roles import Role
from tests.casework.on_behalf.test_on_behalf import REPORT, sends
from tests.casework.world import ELSEWHERE, World, machine

PHONE = "+380501234567"
CHILD: dict[str, Answer] = {"who": "child", "name": "Марійка Коваленко", "born": "2015-04-01", "phone": None}


async def card(world: World, case: Case) -> CardSight:
    """What the card of the case says now."""
    letter = [each for each in await world.waiting(kinds.Card) if each.facts["case_id"] == case.id][-1]
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, CardSight)
    return sight.shows


async def sees(world: World, member: Actor, case: Case) -> dict[int, tuple[Shared, ...]]:
    """The cases that the member is told of, and what they share."""
    shown = await look_for_duplicates(world.ctx(member), LookForDuplicates(case.id))
    return {each.case_id: each.shared for each in shown.maybe}


async def test_two_cases_of_one_person_are_suggested_to_each_other(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    first, second = await world.case(olena), await world.case(olena, "Потрібні дрова")
    await world.case(mykola)
    assert await sees(world, iryna, second) == {first.id: (Shared.PERSON,)}
    assert await sees(world, iryna, first) == {second.id: (Shared.PERSON,)}
    assert (await card(world, second)).maybe_same == 1


async def test_a_phone_that_becomes_known_is_suggested_without_being_told(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    hers, his = await world.case(olena), await world.case(mykola)
    (await world.row(olena)).phone = PHONE
    assert await sees(world, iryna, his) == {}
    (await world.row(mykola)).phone = PHONE
    await world.uow.session.flush()
    assert await sees(world, iryna, his) == {hers.id: (Shared.PHONE,)}
    shown = await look_for_duplicates(world.ctx(iryna), LookForDuplicates(his.id))
    assert PHONE not in repr(shown)
    assert "Коваленко" not in repr(shown)


async def test_one_child_told_of_by_two_people_is_seen_by_a_keyed_hash(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    hers = await sends(world, olena, CHILD)
    his = await sends(world, mykola, CHILD | {"name": "коваленко марійка"})
    case = await world.uow.session.get_one(Case, his.case_id)
    assert await sees(world, iryna, case) == {hers.case_id: (Shared.CHILD,)}
    kept = (await world.uow.session.execute(text("SELECT human_hash, born FROM on_behalf"))).all()
    assert all(row[0] and b"2015" not in row[0] and b"2015" not in row[1] for row in kept)


async def test_children_told_of_before_are_found_once_the_job_has_run(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    hers, his = await sends(world, olena, CHILD), await sends(world, mykola, CHILD)
    case = await world.uow.session.get_one(Case, his.case_id)
    hers.human_hash = his.human_hash = None
    await world.uow.session.flush()
    assert await sees(world, iryna, case) == {}
    await index_search(machine(world), IndexSearch())
    await world.uow.session.flush()
    assert await sees(world, iryna, case) == {hers.case_id: (Shared.CHILD,)}


async def test_who_reports_and_stays_hidden_is_recognised_by_nothing(world: World, olena: Actor, iryna: Actor) -> None:
    (await world.row(olena)).phone = PHONE
    report = await sends(world, olena, REPORT)
    own = await world.case(olena, "А це моє")
    about = await world.uow.session.get_one(Case, report.case_id)
    assert await sees(world, iryna, own) == {}
    assert await sees(world, iryna, about) == {}


@pytest.mark.parametrize("what", ["crisis", "watched", "covered", "human_only"])
async def test_a_case_in_danger_is_revealed_to_its_owner_and_leads_alone(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, andrii: Actor, lead: Actor, what: str
) -> None:
    for actor in (olena, mykola):
        (await world.row(actor)).phone = PHONE
    careful, plain = await world.taken(olena, andrii), await world.case(mykola)
    where: Any = careful if what == "crisis" else await world.row(olena)
    setattr(where, what, True)
    await world.uow.session.flush()
    assert await sees(world, iryna, plain) == {}
    assert await sees(world, iryna, careful) == {}
    assert await sees(world, andrii, plain) == {careful.id: (Shared.PHONE,)}
    assert await sees(world, lead, careful) == {plain.id: (Shared.PHONE,)}
    for case in (careful, plain):
        assert (await card(world, case)).maybe_same == 0, "the whole group reads the card"
    async with world.refused(NoSuchCase):
        await look_at_pair(world.ctx(iryna), TwoCases(plain.id, careful.id))
    async with world.refused(NoSuchCase):
        await link(world.ctx(iryna), TwoCases(plain.id, careful.id))
    await link(world.ctx(lead), TwoCases(plain.id, careful.id))
    assert (await card(world, plain)).tied == ()


async def test_nothing_of_another_organisation_is_shown(world: World, olena: Actor, iryna: Actor) -> None:
    here = await world.case(olena)
    world.organisation = ELSEWHERE
    there = await world.case(olena, "А це іншим")
    stranger = await world.staff(Role.CASEWORKER, "Чужа", ELSEWHERE)
    assert await sees(world, iryna, here) == {}
    assert await sees(world, stranger, there) == {}
    async with world.refused(NoSuchCase):
        await look_for_duplicates(world.ctx(stranger), LookForDuplicates(here.id))
    async with world.refused(NoSuchCase):
        await link(world.ctx(iryna), TwoCases(here.id, there.id))


async def test_what_is_not_the_same_is_not_suggested_again(world: World, olena: Actor, iryna: Actor) -> None:
    first, second = await world.case(olena), await world.case(olena, "Потрібні дрова")
    await not_same(world.ctx(iryna), TwoCases(second.id, first.id))
    assert await sees(world, iryna, first) == {}
    assert await sees(world, iryna, second) == {}
    assert (await card(world, second)).maybe_same == 0
    async with world.refused(Stale):
        await not_same(world.ctx(iryna), TwoCases(first.id, second.id))
    assert "not-same" in await world.history(first)


async def test_linked_cards_name_each_other_until_they_are_unlinked(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    hers, his = await world.case(olena), await world.case(mykola)
    await world.topic(his)
    named = await name_other(world.ctx(iryna), NameOther(his.topic_chat_id or 0, his.topic_thread_id or 0, hers.number))
    assert isinstance(named, PairSight)
    await link(world.ctx(iryna), TwoCases(his.id, hers.id))
    assert (await card(world, hers)).tied == (his.number,)
    assert (await card(world, his)).tied == (hers.number,)
    async with world.refused(Stale):
        await link(world.ctx(iryna), TwoCases(hers.id, his.id))
    await unlink(world.ctx(iryna), TwoCases(hers.id, his.id))
    assert (await card(world, hers)).tied == ()
    async with world.refused(Stale):
        await unlink(world.ctx(iryna), TwoCases(hers.id, his.id))


async def test_same_without_a_number_shows_what_is_suggested(world: World, olena: Actor, iryna: Actor) -> None:
    first, second = await world.case(olena), await world.case(olena, "Потрібні дрова")
    await world.topic(second)
    at = (second.topic_chat_id or 0, second.topic_thread_id or 0)
    shown = await name_other(world.ctx(iryna), NameOther(*at))
    assert isinstance(shown, DuplicatesSight)
    assert [each.case_id for each in shown.maybe] == [first.id]
    for wrong in ("LUH-2026-999999", second.number, "дрова"):
        async with world.refused(NoSuchCase):
            await name_other(world.ctx(iryna), NameOther(*at, wrong))


async def test_an_old_finished_case_is_no_duplicate(world: World, olena: Actor, iryna: Actor) -> None:
    old = await world.case(olena)
    old.closed_at, old.state = world.now, "closed"
    world.wait(days=31)
    new = await world.case(olena, "Потрібні дрова")
    assert await sees(world, iryna, new) == {}
    old.closed_at = world.now
    await world.uow.session.flush()
    assert await sees(world, iryna, new) == {old.id: (Shared.PERSON,)}
    assert (await world.uow.session.get_one(Person, old.person_id)).id == olena.id
