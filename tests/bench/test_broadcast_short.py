"""The rows of broadcasts in short: nothing lost or repeated, the pace kept, and no more memory for more people."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.cipher import install
from db.keys import KeyRing
from tests.bench.machine import Cores
from tests.bench.rows.broadcast import MEGABYTE, MEMORY_BAR_MB, furnish, peak_of, said
from tests.bench.scene import House, open_scene
from tests.conftest import TestServer

PEOPLE, MORE = 150, 900
SPEED = 4.0


@pytest.fixture
def house(server: TestServer, keys: KeyRing) -> Iterator[House]:
    """The run's own server; the processes go where there is room."""
    core = min(os.sched_getaffinity(0))
    folder = Path(tempfile.mkdtemp(prefix="suprovid-bench-"))
    yield House(folder, server.admin_url, None, Cores(core, core))
    install(keys)
    shutil.rmtree(folder)


async def test_a_broadcast_keeps_the_pace_and_needs_no_more_memory_for_more_people(house: House) -> None:
    async with open_scene(house, keep=2) as scene:
        await furnish(scene, PEOPLE)
        few = await peak_of(scene, PEOPLE)
        scene.limit(SPEED)
        done = await said(scene, PEOPLE)
    assert (done.lost, done.repeated, done.refused) == (0, 0, 0), done
    async with open_scene(house, keep=2) as scene:
        await furnish(scene, MORE)
        many = await peak_of(scene, MORE)
    assert (many - few) / MEGABYTE <= MEMORY_BAR_MB
