"""A group became a supergroup: everything goes on under the new id."""

from __future__ import annotations

from casework.context import Actor
from casework.letters import kinds
from casework.staff.move_group import MoveGroup, move_group
from db.repositories import cases, staff
from tests.casework.world import GROUP, World, machine

NEW = -1002000000009


async def test_binding_topics_and_what_waits_follow(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    _, number = await world.answers(iryna, case, "Вітаю")
    await world.says(olena, "Дякую")
    assert await move_group(machine(world), MoveGroup(GROUP, NEW))
    await world.uow.session.refresh(case)
    group = await staff.group(world.uow.session, NEW)
    assert group is not None
    assert group.organisation_id == case.organisation_id
    assert (case.topic_chat_id, case.topic_thread_id) == (NEW, None)
    assert GROUP not in {letter.chat_id for letter in await world.waiting()}
    assert await cases.pair_at(world.uow.session, GROUP, number) is None, "old messages are out of reach"
    words = [letter for letter, _ in await world.deliver() if letter.kind == kinds.PersonMessage.kind]
    assert [letter.chat_id for letter in words] == [NEW]


async def test_told_twice_it_is_done_once(world: World) -> None:
    assert await move_group(machine(world), MoveGroup(GROUP, NEW))
    before = await world.everything()
    assert not await move_group(machine(world), MoveGroup(GROUP, NEW))
    assert await world.everything() == before


async def test_a_group_that_is_not_ours_is_left_alone(world: World) -> None:
    before = await world.everything()
    assert not await move_group(machine(world), MoveGroup(-42, NEW))
    assert await world.everything() == before
