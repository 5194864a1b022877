"""The bench in short: what does not depend on speed. Nothing is lost, limits are kept, memory is flat."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from db.cipher import install
from db.keys import KeyRing
from tests.bench.load import drain, warm_up
from tests.bench.machine import Cores
from tests.bench.rows.five_at_once import written_at_once
from tests.bench.rows.memory import Span, grown
from tests.bench.scene import BASELINE, House, Scene, open_scene
from tests.conftest import TestServer

PEOPLE = 4
LINES = 24
SPEED = 60.0
SPAN = Span(first=150, last=450, people=200)
FLAT = 0.05
COUNTED = ("messages", "pairs", "case_events")


@pytest.fixture
async def scene(server: TestServer, keys: KeyRing) -> AsyncIterator[Scene]:
    """A scene in the run's own server; the processes go where there is room."""
    core = min(os.sched_getaffinity(0))
    folder = Path(tempfile.mkdtemp(prefix="suprovid-bench-"))
    async with open_scene(House(folder, server.admin_url, None, Cores(core, core))) as opened:
        yield opened
    install(keys)
    shutil.rmtree(folder)


async def test_the_bot_loses_nothing_keeps_the_limits_and_does_not_grow(scene: Scene) -> None:
    scene.limit(SPEED)
    pid = await scene.begin()
    await scene.staffed()
    people = await scene.with_cases(PEOPLE)
    before = await _counted(scene)
    drained = await drain(scene, pid, people, LINES)
    bots = [now - then for now, then in zip(await _counted(scene), before, strict=True)]
    outcome = await written_at_once(scene, 2)
    growth = await grown(scene, pid, people, SPAN)

    assert outcome.kept(2), outcome
    assert [call for call in scene.simulator.api.calls.calls if call["status"] == 429] == []
    assert growth.share <= FLAT, growth
    assert drained.cpu_ms > 0

    # The plain handler is a fair one: it leaves the same rows behind. It knows no limits.
    await scene.end(pid)
    await scene.people.limits(False)
    pid = await scene.begin(BASELINE)
    await warm_up(scene, people)
    before = await _counted(scene)
    await drain(scene, pid, people, LINES, durable=False)
    assert [now - then for now, then in zip(await _counted(scene), before, strict=True)] == bots


async def _counted(scene: Scene) -> list[int]:
    return [await scene.count(f"SELECT count(*) FROM {table}") for table in COUNTED]
