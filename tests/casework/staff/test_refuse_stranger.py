"""A stranger in a staff group is answered at most once an hour."""

from __future__ import annotations

from casework.context import Actor
from casework.staff.refuse_stranger import QUIET, RefuseStranger, refuse_stranger
from rules.roles import Role
from tests.casework.world import GROUP, OTHER_GROUP, World

STRANGER = Actor(Role.STRANGER)


async def aloud(world: World, account: int = 1, chat_id: int = GROUP) -> bool:
    return await refuse_stranger(world.ctx(STRANGER), RefuseStranger(chat_id, account))


async def test_once_an_hour_and_not_oftener(bare: World) -> None:
    assert [await aloud(bare) for _ in range(3)] == [True, False, False]
    bare.wait(minutes=59, seconds=59)
    assert not await aloud(bare), "trying again does not begin the hour anew"
    bare.wait(seconds=1)
    assert await aloud(bare)
    assert not await aloud(bare)


async def test_each_stranger_and_each_group_for_itself(bare: World) -> None:
    assert [await aloud(bare, 1), await aloud(bare, 2), await aloud(bare, 1, OTHER_GROUP)] == [True] * 3


def test_the_hour_is_an_hour() -> None:
    assert QUIET.total_seconds() == 3600
