"""Groups bound for an area: which cases come into them, and how an area is changed."""

from __future__ import annotations

from casework.context import OPERATOR, Actor
from casework.errors import AreaUnknown, GroupTaken
from casework.letters.sights import GroupBoundSight
from casework.staff.bind_group import BindGroup, bind_group
from casework.staff.invite import NewBindCode, new_bind_code
from db.models import Person, StaffGroup
from tests.casework.world import CATALOGUE, GROUP, HERE, OTHER_GROUP, World

HROMADA = next(iter(CATALOGUE.hromadas.values()))


async def bind(world: World, lead: Actor, areas: str, chat_id: int = OTHER_GROUP) -> StaffGroup:
    code = await new_bind_code(world.ctx(OPERATOR), NewBindCode())
    return await bind_group(world.ctx(lead), BindGroup(chat_id, code, is_forum=True, areas=areas))


async def test_a_new_case_goes_to_the_group_of_its_area_else_to_the_general_one(
    world: World, lead: Actor, olena: Actor, mykola: Actor
) -> None:
    await bind(world, lead, f"{HROMADA.raion} район")
    (await world.uow.session.get_one(Person, olena.id)).registered_hromada = HROMADA.code
    assert (await world.case(olena)).topic_chat_id == OTHER_GROUP
    assert (await world.case(mykola)).topic_chat_id == GROUP


async def test_a_group_says_what_it_is_bound_for(world: World, lead: Actor) -> None:
    await bind(world, lead, f"{HROMADA.name}, Дітям і батькам")
    [(_, sight)] = await world.deliver()
    here = CATALOGUE.organisations[HERE].name["uk"]
    assert sight.shows == GroupBoundSight(here, (HROMADA.name, "Дітям і батькам"))


async def test_an_area_that_the_catalogue_does_not_know_binds_nothing(world: World, lead: Actor) -> None:
    code = await new_bind_code(world.ctx(OPERATOR), NewBindCode())
    await world.uow.session.flush()
    async with world.refused(AreaUnknown):
        await bind_group(world.ctx(lead), BindGroup(OTHER_GROUP, code, is_forum=True, areas="Атлантида"))


async def test_a_bound_group_gets_another_area_and_is_not_bound_twice(world: World, lead: Actor, olena: Actor) -> None:
    await bind(world, lead, "Дітям і батькам", GROUP)
    assert (await bind(world, lead, HROMADA.name, GROUP)).areas == f"hromada:{HROMADA.code}"
    code = await new_bind_code(world.ctx(OPERATOR), NewBindCode())
    await world.uow.session.flush()
    async with world.refused(GroupTaken):
        await bind_group(world.ctx(lead), BindGroup(GROUP, code, is_forum=True))
    assert (await world.case(olena)).topic_chat_id == GROUP, "the only group sees every case"
