"""A campaign, planned or open."""

from __future__ import annotations

import pytest

from casework.context import Actor
from tests.casework.recreation.programme import Programme
from tests.casework.world import World


@pytest.fixture
async def planned(world: World, lead: Actor) -> Programme:
    """Made from the template: its first day is next year."""
    return await Programme(world, lead).made()


@pytest.fixture
async def programme(world: World, lead: Actor) -> Programme:
    """Open until the 6th of April."""
    return await Programme(world, lead).opened()
