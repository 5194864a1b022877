"""Whatever a person does, in whatever order: an answer after every step, nothing put aside, no error."""

from __future__ import annotations

import random

import pytest
from structlog.testing import capture_logs

from tests.conversations.stage import Stage
from tests.conversations.test_for_another import begins
from tests.conversations.test_odd_messages import PARKED
from tests.conversations.walking import Walk, logged_errors

STEPS = 300
STEPS_IN_FORM = 80


async def _walked(stage: Stage, walk: Walk, steps: int) -> None:
    with capture_logs() as logs:
        for _ in range(steps):
            await walk.step()
    assert await stage.count(PARKED) == 0, walk.done[-12:]
    assert await stage.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0
    assert logged_errors(logs) == [], walk.done[-12:]


@pytest.mark.parametrize("seed", [1])
async def test_a_walk_over_all_buttons_and_commands_from_the_first_day(stage: Stage, seed: int) -> None:
    person = await stage.person("Олена")
    await _walked(stage, Walk(stage, person, random.Random(seed)), STEPS)


@pytest.mark.parametrize("seed", [1, 2])
async def test_any_order_of_messages_presses_and_commands_in_a_form(stage: Stage, seed: int) -> None:
    person = await begins(stage)
    await _walked(stage, Walk(stage, person, random.Random(seed)), STEPS_IN_FORM)
