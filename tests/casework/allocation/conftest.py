"""Two places in July."""

from __future__ import annotations

import pytest
from hypothesis import settings

from casework.context import Actor
from tests.casework.allocation.campaign import Sharing
from tests.casework.recreation.programme import Programme
from tests.casework.world import World

settings.register_profile("thorough", max_examples=200, deadline=None)


@pytest.fixture
async def sharing(world: World, lead: Actor) -> Sharing:
    """The call is open."""
    return await Sharing(world, lead, Programme(world, lead)).begun(2)
