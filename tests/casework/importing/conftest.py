"""An open campaign, as for everybody who applies."""

from __future__ import annotations

import pytest

from casework.context import Actor
from tests.casework.recreation.programme import Programme
from tests.casework.world import World


@pytest.fixture
async def programme(world: World, lead: Actor) -> Programme:
    """Open until the 6th of April."""
    return await Programme(world, lead).opened()
