"""A backup shows one moment, is taken by one process, and holds nothing that can be read."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from db.backup.dump import snapshot
from db.backup.envelope import Opener
from db.backup.errors import BackupUnusable
from db.backup.folder import file_name
from db.backup.take import BackupPlace, take, take_into
from db.cipher import current_ring, install
from db.engine import Database
from db.keys import KeyRing
from db.migrations import run as migrations
from db.repositories import backups
from rules.backups import is_due
from tests.db.backup.conftest import NAME, WORDS
from tests.db.backup.steps import ask, content, is_there, taken


async def test_nothing_personal_can_be_read_in_the_file(furnished: Database, database_url: str, file: Path) -> None:
    await taken(database_url, file)
    inside = content(file)
    for piece in (NAME, WORDS, "Садова", "Ірина", "+380501234567"):
        assert piece.encode() not in inside
    assert b"people" not in inside, "not even which tables there are"


async def test_what_is_written_while_the_backup_runs_is_in_it_whole_or_not_at_all(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    ends = asyncio.Event()

    async def write() -> int:
        number = 0
        while not ends.is_set():
            number += 1
            async with furnished.uow() as uow:
                for table, column in (("organisations", "slug"), ("told_telegram", "key")):
                    other = "prefix" if table == "organisations" else "digest"
                    statement = f"INSERT INTO {table} ({column}, {other}) VALUES ('n{number}', 'n{number}')"
                    await uow.session.execute(text(statement))
        return number

    writing = asyncio.create_task(write())
    async with asyncio.timeout(30):
        while await ask(furnished, "SELECT count(*) FROM organisations") < 20:
            await asyncio.sleep(0.01)
    async with snapshot(database_url) as snap:
        assert snap is not None
        query = text("SELECT count(*) FROM organisations WHERE slug LIKE 'n%'")
        first = await snap.connection.scalar(query)
        before = await ask(furnished, "SELECT count(*) FROM organisations")
        async with asyncio.timeout(30):
            while await ask(furnished, "SELECT count(*) FROM organisations") < before + 20:
                await asyncio.sleep(0.01)
        assert await snap.connection.scalar(query) == first
        told = text("SELECT count(*) FROM told_telegram WHERE key LIKE 'n%'")
        assert await snap.connection.scalar(told) == first
    ends.set()
    assert await writing > first


async def test_only_one_process_at_a_time_takes_a_backup(
    furnished: Database, database_url: str, file: Path, tmp_path: Path
) -> None:
    async with snapshot(database_url) as other:
        assert other is not None
        assert await take(database_url, file) is None
        assert await take_into(furnished, database_url, BackupPlace(tmp_path / "b", 3), lambda *_: True) is None
    assert not is_there(file)
    assert await take(database_url, file) is not None


async def test_the_nightly_backup_is_put_down_and_not_repeated(
    furnished: Database, database_url: str, tmp_path: Path
) -> None:
    place = BackupPlace(tmp_path / "backups", 3)
    async with furnished.uow() as uow:
        await uow.session.execute(text("DELETE FROM backups"))
    made = [await take_into(furnished, database_url, place, is_due) for _ in range(2)]
    assert made[0] is not None
    assert made[1] is None, "there is one since last night"
    async with furnished.uow() as uow:
        row = await backups.last(uow.session)
        assert row is not None
        assert await backups.real_now(uow.session) - row.taken_at < timedelta(minutes=1)
    told = (row.taken_at, row.file, row.bytes, row.fingerprint, row.revision)
    name = file_name(made[0].taken_at)
    assert told == (made[0].taken_at, name, made[0].bytes, current_ring().fingerprint(), migrations.head())
    assert os.listdir(place.folder) == [name]


async def test_replicas_that_tick_together_take_one_backup(
    furnished: Database, database_url: str, tmp_path: Path
) -> None:
    place = BackupPlace(tmp_path / "backups", 3)
    async with furnished.uow() as uow:
        await uow.session.execute(text("DELETE FROM backups"))
    made = await asyncio.gather(*(take_into(furnished, database_url, place, is_due) for _ in range(4)))
    assert len([each for each in made if each is not None]) == 1
    assert len(os.listdir(place.folder)) == 1
    assert await ask(furnished, "SELECT count(*) FROM backups") == 1


async def test_one_that_was_finished_between_the_look_and_the_lock_is_enough(
    furnished: Database, database_url: str, tmp_path: Path
) -> None:
    place = BackupPlace(tmp_path / "backups", 3)
    looks = iter([True, False])
    assert await take_into(furnished, database_url, place, lambda _last, _now: next(looks)) is None
    assert list(looks) == [], "it was looked at twice"
    assert not is_there(place.folder)


async def test_when_the_disk_is_full_nothing_is_put_down(
    furnished: Database, database_url: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    count = await ask(furnished, "SELECT count(*) FROM backups")
    with pytest.raises(BackupUnusable, match="can't be written"):
        await take_into(furnished, database_url, BackupPlace(tmp_path / "file" / "b", 3), lambda *_: True)
    assert await ask(furnished, "SELECT count(*) FROM backups") == count


@pytest.fixture
def put_ring_back(keys: KeyRing) -> Iterator[None]:
    """The run's ring comes back after the test."""
    yield
    install(keys)


@pytest.mark.usefixtures("put_ring_back")
async def test_the_header_names_the_keys_that_came_into_the_ring_a_moment_ago(
    furnished: Database, database_url: str, file: Path, tmp_path: Path, keys: KeyRing
) -> None:
    path = tmp_path / "keys" / "ring.json"
    KeyRing.load_or_make(path)
    path.write_text(keys.to_json())
    install(keys, path)
    path.write_text(keys.with_new_key().to_json())
    await taken(database_url, file)
    with file.open("rb") as content:
        assert set(Opener(content, current_ring()).header.keys) == {"1", "2"}
