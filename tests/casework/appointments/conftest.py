"""Cases of Ірина's in their topics."""

from __future__ import annotations

import pytest

from casework.context import Actor
from db.models import Case
from tests.casework.world import World


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


@pytest.fixture
async def other(world: World, mykola: Actor, iryna: Actor) -> Case:
    """Another person's, hers too."""
    made = await world.taken(mykola, iryna)
    await world.topic(made)
    return made
