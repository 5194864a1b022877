"""A family that had documents accepted in one campaign, and is asked for the same in the next."""

from __future__ import annotations

import pytest

from casework.context import Actor
from db.models import Case
from tests.casework.documents.serving import Serving
from tests.casework.world import World


@pytest.fixture
async def first(world: World, lead: Actor, iryna: Actor) -> Serving:
    """A campaign."""
    return await Serving(world, lead, iryna).begun()


@pytest.fixture
async def second(world: World, lead: Actor, iryna: Actor, first: Serving) -> Serving:
    """The next one."""
    return await Serving(world, lead, iryna).begun()


@pytest.fixture
async def before(first: Serving, olena: Actor) -> Case:
    """Олена's application, with a certificate that is valid until the end of the year."""
    return await first.accepted(olena, until="31.12.2026")


@pytest.fixture
async def case(second: Serving, olena: Actor, before: Case) -> Case:
    """Her next one, with documents asked for."""
    return await second.asked(olena)
