"""An answer that did not arrive says why, and can be sent again by whoever wrote it."""

from __future__ import annotations

import pytest

from casework.context import Actor
from casework.errors import NotYourWords, Stale
from casework.letters import kinds
from casework.letters.sent import letter_failed
from casework.letters.sights import ReplySight, UndeliveredSight
from casework.talk.again import send_again
from casework.talk.decide import Decide
from db.models import Case
from tests.casework.world import CATALOGUE, World


@pytest.fixture
async def failed(world: World, olena: Actor, iryna: Actor) -> Case:
    """A case of Ірина's whose answer Telegram refused."""
    case = await world.taken(olena, iryna)
    await world.topic(case)
    await world.answers(iryna, case, "Приїздіть у вівторок")
    await refuse(world, "too-large")
    return case


async def refuse(world: World, reason: str) -> None:
    """Telegram refuses the answer that waits."""
    [letter] = await world.waiting(kinds.StaffReply)
    letter.parked_at, letter.reason = world.now, reason
    await world.uow.session.flush()
    await letter_failed(world.uow, letter, reason, world.now, CATALOGUE)


async def told(world: World) -> list[UndeliveredSight]:
    """What the topic hears of answers that did not arrive."""
    return [sight.shows for _, sight in await world.deliver() if isinstance(sight.shows, UndeliveredSight)]


async def answer(world: World, case: Case) -> Decide:
    """The answer of the case."""
    return Decide(case.id, (await world.messages(case))[-1].id)


async def test_the_topic_hears_why_and_it_goes_again(world: World, iryna: Actor, failed: Case) -> None:
    which = await answer(world, failed)
    assert await told(world) == [UndeliveredSight(False, "too-large", (failed.id, which.message_id))]
    await send_again(world.ctx(iryna), which)
    assert [sight.shows.text for _, sight in await world.deliver() if isinstance(sight.shows, ReplySight)] == [
        "Приїздіть у вівторок"
    ]
    assert "sent-again" in await world.history(failed)
    async with world.refused(Stale):
        await send_again(world.ctx(iryna), which)


async def test_refused_once_more_it_is_told_once_more(world: World, iryna: Actor, failed: Case) -> None:
    await told(world)
    await send_again(world.ctx(iryna), await answer(world, failed))
    await refuse(world, "blocked")
    assert [each.reason for each in await told(world)] == ["blocked"]


async def test_it_is_its_authors_or_a_leads(world: World, andrii: Actor, lead: Actor, failed: Case) -> None:
    async with world.refused(NotYourWords):
        await send_again(world.ctx(andrii), await answer(world, failed))
    await send_again(world.ctx(lead), await answer(world, failed))
