"""The rows of the clock in short: order is kept, what is due is written once, a look goes by its own index."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from casework.reminders.write_due import BATCH
from db.cipher import install
from db.engine import Database
from db.keys import KeyRing
from db.repositories.reminders import CLAIM
from tests.bench.machine import Cores
from tests.bench.rows import reminders
from tests.bench.rows.order import durably, handled, inversions, plainly
from tests.bench.scene import House, Scene, open_scene
from tests.conftest import TestServer

PEOPLE, MESSAGES = 5, 60
DUE = 450
WAITING = 20_000
FAMILIES = 8


@pytest.fixture
async def scene(server: TestServer, keys: KeyRing) -> AsyncIterator[Scene]:
    """A scene in the run's own server."""
    core = min(os.sched_getaffinity(0))
    folder = Path(tempfile.mkdtemp(prefix="suprovid-bench-"))
    async with open_scene(House(folder, server.admin_url, None, Cores(core, core))) as opened:
        yield opened
    install(keys)
    shutil.rmtree(folder)


async def test_nobody_is_overtaken_by_themselves_and_plain_polling_shows_that_it_is_seen(scene: Scene) -> None:
    people = scene.newcomers(PEOPLE)
    assert inversions(await handled(scene, people, MESSAGES, durably)) == 0
    assert inversions(await handled(scene, people, MESSAGES, plainly)) > 0


def test_what_ends_after_a_later_one_of_the_same_person_is_an_inversion() -> None:
    assert inversions([(1, 0), (2, 1), (1, 4), (1, 2), (1, 3), (2, 5)]) == 2


async def test_what_is_due_is_written_once_in_lots_however_much_it_is(database: Database) -> None:
    async with database.uow() as uow:
        await uow.session.execute(reminders.PEOPLE, {"now": reminders.NOW, "count": DUE})
    assert DUE > 2 * BATCH
    await reminders.written(database, "once", DUE)
    async with database.uow() as uow:
        letters = "SELECT count(*), count(DISTINCT person_id) FROM letters"
        assert tuple((await uow.session.execute(text(letters))).one()) == (DUE, DUE)


async def test_families_whose_papers_are_missing_hear_of_it_once_a_day(database: Database) -> None:
    await reminders.lacking_papers(database, FAMILIES)
    for at in (reminders.NOW, reminders.NOW + timedelta(days=1)):
        await reminders.written(database, f"{at:%j}", FAMILIES, reminders.PAPERS_DUE, at)
    async with database.uow() as uow:
        letters = "SELECT count(*), count(DISTINCT person_id) FROM letters WHERE kind = 'application-reminder'"
        assert tuple((await uow.session.execute(text(letters))).one()) == (2 * FAMILIES, FAMILIES)


async def test_a_look_that_finds_nothing_reads_the_partial_index_and_nothing_else(database: Database) -> None:
    await reminders.fill(database, WAITING)
    async with database.engine.begin() as connection:
        values = {"now": reminders.NOW, "limit": BATCH}
        await connection.execute(text(CLAIM), values)
        said = await connection.execute(text(f"EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) {CLAIM}"), values)
        plan = [line for (line,) in said]
    assert any("Index" in line and "ix_reminders_due" in line for line in plan), plan
    assert [line for line in plan if "Seq Scan" in line] == []
    touched = next(line for line in plan if "Buffers" in line)
    assert int(touched.partition("hit=")[2].split()[0]) < 20, "a handful of pages, however many wait"
