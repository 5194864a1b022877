"""The department in which the acts are tried."""

from __future__ import annotations

import pytest

from casework.context import Actor
from db.uow import UnitOfWork
from rules.roles import Role
from tests.casework.world import World


@pytest.fixture
def bare(uow: UnitOfWork) -> World:
    """A department without staff and without a group."""
    return World(uow)


@pytest.fixture
async def lead(bare: World) -> Actor:
    """The supervisor who bound the group."""
    return await bare.staff(Role.SUPERVISOR, "Світлана")


@pytest.fixture
async def world(bare: World, lead: Actor) -> World:
    """A department with a bound group; nothing waits to be sent."""
    await bare.bind(lead)
    await bare.deliver()
    return bare


@pytest.fixture
async def olena(world: World) -> Actor:
    """A person who agreed."""
    return await world.person("Олена Коваленко")


@pytest.fixture
async def mykola(world: World) -> Actor:
    """Another one."""
    return await world.person("Микола Шевчук")


@pytest.fixture
async def iryna(world: World) -> Actor:
    """A caseworker."""
    return await world.staff(Role.CASEWORKER, "Ірина")


@pytest.fixture
async def andrii(world: World) -> Actor:
    """Another one."""
    return await world.staff(Role.CASEWORKER, "Андрій")
