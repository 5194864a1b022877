"""Whatever dies at whatever moment, nothing is lost and nothing is doubled. The short forms run with all tests.

The long ones, `make chaos`, play every way, every number of processes and every trouble.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import product

import pytest

from tests.faults.chaos import EVERYTHING, Plan, Trouble, Way, on_killable_postgres, run
from tests.faults.reckoning import Counts, Reckoning, table
from tests.faults.talk import Measure
from tests.faults.world import World

BOTS, POSTGRES, API = Trouble.BOTS, Trouble.POSTGRES, Trouble.API
ONE = (EVERYTHING,)
THREE = (EVERYTHING,) * 3
SPLIT = ("updates", "updates,clock", "letters")
SHORT = Measure(people=8, lines=4, answers=2)
LONG = Measure(people=50, lines=6, answers=3)
FOR_MINUTES = replace(LONG, thinking=40.0)

SHORT_PLANS = (
    Plan(Way.POLLING, ONE, frozenset({BOTS}), SHORT, kills=4, gap=(10, 50), seed=1),
    Plan(Way.WEBHOOK, SPLIT, frozenset({BOTS, API}), SHORT, kills=4, gap=(10, 50), seed=2),
    Plan(Way.POLLING, THREE, frozenset({POSTGRES, API}), SHORT, kills=3, gap=(10, 50), seed=3),
)
LONG_PLANS = (
    *(
        Plan(way, crews, frozenset({trouble}), LONG, kills=20, gap=(10, 60), seed=seed)
        for seed, (trouble, way, crews) in enumerate(product((BOTS, POSTGRES), Way, (ONE, THREE)), start=101)
    ),
    *(
        Plan(way, crews, frozenset({API}), FOR_MINUTES, kills=0, gap=(0, 0), seed=seed)
        for seed, (way, crews) in enumerate(product(Way, (ONE, THREE)), start=201)
    ),
    *(
        Plan(way, SPLIT, frozenset(Trouble), LONG, kills=20, gap=(10, 60), seed=seed)
        for seed, way in enumerate(Way, start=301)
    ),
)
LONG_SECONDS = 1800
done: list[Counts] = []
"""The rows of the long form so far."""


def by_name(plan: Plan) -> str:
    """How pytest calls it."""
    return plan.name


@pytest.mark.parametrize("plan", SHORT_PLANS, ids=by_name)
async def test_nothing_is_lost_or_doubled(world: World, plan: Plan) -> None:
    found = await play(world, plan)
    say(table([found.counts]))
    assert not found.breaches, "\n".join(found.breaches[:20])


@pytest.mark.chaos
@pytest.mark.parametrize("plan", LONG_PLANS, ids=by_name)
async def test_nothing_is_lost_or_doubled_at_length(world: World, plan: Plan) -> None:
    found = await play(world, plan)
    done.append(found.counts)
    say(table(done))
    assert not found.breaches, "\n".join(found.breaches[:20])


async def play(world: World, plan: Plan) -> Reckoning:
    """Run it, on a PostgreSQL of its own where that is to be killed."""
    if POSTGRES not in plan.troubles:
        return await run(world, plan)
    async with on_killable_postgres(world) as (moved, postgres):
        return await run(moved, plan, postgres)


def say(words: str) -> None:
    """To whoever watches, beside what pytest keeps for itself."""
    sys.stdout.write(f"\n{words}\n")
    sys.stdout.flush()
