"""A new key comes into use beside people who write; old ones go only when nothing needs them."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, select, text

from db import cipher, rotation
from db.cipher import Sealed, SealedBytes, install, seal
from db.engine import Database
from db.keys import KeyFileError, KeyRing, ring_held
from db.models import Base, Draft, Person
from db.repositories import sealed
from db.rotation import RotationRefused, add_key, drop_old, rotate
from tests.db.one_of_each import NOW, fill
from tests.house.source_tree import ROOT

WORDS = "Потрібен протез, +380501234567"
# Keyed hashes, made with the search key, which is never rotated.
HASHES = {
    "inbox.digest",
    "rating_tickets.ticket",
    "staff_invites.code_hash",
    "bind_codes.code_hash",
    "on_behalf.code_hash",
    "on_behalf.phone_hash",
    "on_behalf.human_hash",
    "link_codes.code_hash",
    "imported_drafts.code_hash",
    "imported_drafts.family_hash",
    "people.phone_hash",
    "people.hromada_hash",
    "calls.phone_hash",
    "applications.phone_hash",
    "application_children.child_hash",
}


@pytest.fixture(autouse=True)
def path(keys: KeyRing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A ring of the test's own, from its file; the run's ring is put back. Nobody has to be waited for."""
    made = tmp_path / "keys" / "ring.json"
    install(KeyRing.load_or_make(made), made)
    monkeypatch.setattr(rotation, "SETTLE_SECONDS", 0.0)
    monkeypatch.setattr(rotation, "PAUSE", 0.01)
    yield made
    install(keys)


@pytest.fixture
async def people(database: Database) -> Database:
    """A database in which people wrote, and something of every kind is sealed."""
    await fill(database)
    async with database.uow() as uow:
        for number in range(2, 40):
            person = Person(telegram_id=number, language="uk", created_at=NOW, name=f"Оксана {number}")
            uow.session.add(person)
            await uow.session.flush()
            uow.session.add(
                Draft(person_id=person.id, chat_id=number, telegram_message_id=number, text=WORDS, written_at=NOW)
            )
    return database


async def in_use(database: Database) -> dict[int, int]:
    """How many values each key has sealed."""
    async with database.uow() as uow:
        return await sealed.keys_in_use(uow.session)


async def everything(database: Database) -> dict[str, list[str | None]]:
    """Every sealed value, opened."""
    found = {}
    async with database.uow() as uow:
        for each in sealed.sealed_columns():
            table = Base.metadata.tables[each.table]
            query = select(table.c[each.column]).order_by(table.c[each.key])
            found[each.name] = list(await uow.session.scalars(query))
    return found


async def sealed_by_somebody_else(database: Database, ring: KeyRing) -> None:
    """A process with another ring writes something."""
    install(ring)
    async with database.uow() as uow:
        await uow.session.execute(text("UPDATE drafts SET text = :it WHERE id = 1"), {"it": seal("drafts.text", WORDS)})


def put(path: Path, ring: KeyRing) -> Path:
    """A ring's file, as it was copied here."""
    path.write_text(ring.to_json())
    path.chmod(0o600)
    return path


def test_whatever_is_kept_as_bytes_is_sealed_or_a_hash() -> None:
    kept = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Sealed | SealedBytes | LargeBinary)
    }
    assert {each.name for each in sealed.sealed_columns()} == kept - HASHES
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Sealed | SealedBytes):
                assert column.type.column == f"{table.name}.{column.name}", "what it is bound to is where it is"


async def test_everything_is_sealed_anew_and_reads_as_before(people: Database, path: Path) -> None:
    before, values = await everything(people), (await in_use(people))[1]
    done = await rotate(people, path)
    assert (done.began, done.resealed, done.broken, done.left) == (True, values, 0, 0)
    assert await in_use(people) == {2: values}
    assert await everything(people) == before
    ring = KeyRing.load(path)
    assert (list(ring.keys), ring.primary, ring) == ([1, 2], 2, done.ring)
    assert os.listdir(path.parent) == ["ring.json"]


async def test_the_next_one_makes_another_key(people: Database, path: Path) -> None:
    await rotate(people, path)
    done = await rotate(people, path)
    assert (done.began, done.ring.primary) == (True, 3)
    assert set(await in_use(people)) == {3}


async def test_search_finds_what_was_hashed_before(people: Database, path: Path) -> None:
    before = cipher.search_hash("phone", "+380501234567")
    await rotate(people, path)
    assert cipher.search_hash("phone", "+380501234567") == before


async def test_small_batches_leave_nothing_out(people: Database, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotation, "BATCH", 7)
    await rotate(people, path)
    assert set(await in_use(people)) == {2}


async def test_people_write_meanwhile_and_no_word_is_lost(people: Database, path: Path) -> None:
    """Each change is read back, in whichever order it met the rotation."""
    ends = asyncio.Event()

    async def write(person: int) -> int:
        number = 0
        while not ends.is_set():
            number += 1
            async with people.uow() as uow:
                draft = await uow.session.get_one(Draft, person)
                draft.text = f"{WORDS} {number}"
            async with people.uow() as uow:
                assert (await uow.session.get_one(Draft, person)).text == f"{WORDS} {number}"
        return number

    writing = [asyncio.create_task(write(person)) for person in (2, 3, 20)]
    await asyncio.sleep(0)
    for _ in range(5):
        await rotate(people, path)
    ends.set()
    for person, written in zip((2, 3, 20), await asyncio.gather(*writing), strict=True):
        assert written > 1
        async with people.uow() as uow:
            assert (await uow.session.get_one(Draft, person)).text == f"{WORDS} {written}"
    assert set(await in_use(people)) == {6}


async def test_a_row_that_is_being_written_is_not_waited_for_and_not_overwritten(people: Database, path: Path) -> None:
    async with people.uow() as writer:
        (await writer.session.get_one(Draft, 5)).text = "написано тепер"
        await writer.session.flush()
        async with people.uow() as uow:
            [drafts] = [each for each in sealed.sealed_columns() if each.name == "drafts.text"]
            install(KeyRing.load(path).with_new_key())
            batch = await sealed.reseal(uow.session, drafts, 2, None, 1000)
    assert batch.resealed == 38
    async with people.uow() as uow:
        assert (await uow.session.get_one(Draft, 5)).text == "написано тепер"


async def test_a_value_that_does_not_open_stays_and_is_told(people: Database, path: Path) -> None:
    async with people.uow() as uow:
        await uow.session.execute(text("UPDATE drafts SET text = set_byte(text, 20, 0) || 'x' WHERE id = 3"))
        before = await uow.session.scalar(text("SELECT text FROM drafts WHERE id = 3"))
    done = await rotate(people, path)
    assert (done.broken, done.left) == (1, 0)
    async with people.uow() as uow:
        assert await uow.session.scalar(text("SELECT text FROM drafts WHERE id = 3")) == before
    assert (await in_use(people))[1] == 1


# Rotates in a process of its own that ends without a chance to do anything after some batches.
KILLED = """
import asyncio, os, sys
from pathlib import Path
from db import rotation
from db.cipher import install
from db.engine import Database
from db.keys import KeyRing
from db.repositories import sealed

rotation.SETTLE_SECONDS, rotation.BATCH = 0.0, 5
left, reseal = int(sys.argv[3]), sealed.reseal

async def counted(*given):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
    return await reseal(*given)

sealed.reseal = counted
path = Path(sys.argv[2])
install(KeyRing.load(path), path)
asyncio.run(rotation.rotate(Database.open(sys.argv[1], pool_size=1), path))
"""


def killed_in_the_middle(database_url: str, path: Path, batches: int) -> int:
    """The exit code of the process."""
    return subprocess.run(
        [sys.executable, "-B", "-c", KILLED, database_url, path, str(batches)], check=False, cwd=ROOT,
        env={"PATH": os.defpath, "PYTHONPATH": f"{ROOT}{os.pathsep}{sysconfig.get_path('purelib')}"},
    ).returncode  # fmt: skip


@pytest.mark.parametrize("batches", [0, 1, 9])
async def test_killed_in_the_middle_it_goes_on_where_it_was(
    people: Database, database_url: str, path: Path, batches: int
) -> None:
    before = await everything(people)
    assert await asyncio.to_thread(killed_in_the_middle, database_url, path, batches) == -9
    assert await everything(people) == before, "what is half done reads as before"
    done = await rotate(people, path)
    assert (done.began, done.ring.primary) == (False, 2), "no third key"
    assert set(await in_use(people)) == {2}
    assert await everything(people) == before
    assert os.listdir(path.parent) == ["ring.json"]


async def test_machines_that_share_a_database_get_the_key_before_it_is_used(people: Database, path: Path) -> None:
    added = add_key(path)
    assert (list(added.keys), added.primary) == ([1, 2], 1)
    with pytest.raises(RotationRefused, match="copy the file to all machines"):
        add_key(path)
    other = put(path.with_name("other.json"), added)
    assert (await rotate(people, path)).ring.primary == 2
    assert set(await in_use(people)) == {2}
    done = await rotate(people, other)
    assert (list(done.ring.keys), done.ring.primary) == ([1, 2], 2), "the other machine follows, with the same key"
    assert set(await in_use(people)) == {2}
    assert done.ring.fingerprint() == KeyRing.load(path).fingerprint()


async def test_old_keys_go_when_nothing_needs_them(people: Database, path: Path) -> None:
    await rotate(people, path)
    done = await drop_old(people, path)
    assert (done.gone, done.needed) == ([1], {})
    assert list(KeyRing.load(path).keys) == [2]
    await everything(people)
    assert (await rotate(people, path)).ring.primary == 3, "an id is not used again"


async def test_a_key_that_is_needed_stays(people: Database, path: Path) -> None:
    old = KeyRing.load(path)
    await rotate(people, path)
    await sealed_by_somebody_else(people, old)
    done = await drop_old(people, path)
    assert (done.gone, done.needed) == ([], {1: 1})
    assert list(KeyRing.load(path).keys) == [1, 2]


async def test_a_process_that_still_seals_with_a_dropped_key_brings_it_back(
    people: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = KeyRing.load(path)
    await rotate(people, path)
    in_use_now = rotation._in_use

    async def late(database: Database) -> dict[int, int]:
        if 1 not in KeyRing.load(path).keys:
            await sealed_by_somebody_else(database, old)
            install(KeyRing.load(path), path)
        return await in_use_now(database)

    monkeypatch.setattr(rotation, "_in_use", late)
    done = await drop_old(people, path)
    assert (done.gone, done.needed) == ([], {1: 1})
    assert list(KeyRing.load(path).keys) == [1, 2]
    await everything(people)


async def test_two_commands_do_not_change_the_ring_at_once(people: Database, path: Path) -> None:
    with ring_held(path), pytest.raises(KeyFileError, match="another command is changing the keys"):
        await rotate(people, path)
    assert list(KeyRing.load(path).keys) == [1]


async def test_a_full_ring_says_what_to_do(people: Database, path: Path) -> None:
    ring = KeyRing.load(path)
    put(path, KeyRing(dict.fromkeys(range(255, 0, -1), ring.keys[1]), 1, ring.search))
    with pytest.raises(RotationRefused, match="keys rotate --drop-old"):
        await rotate(people, path)


async def test_check_is_told_which_columns_do_not_open(people: Database) -> None:
    async with people.uow() as uow:
        assert await sealed.unopened(uow.session) == []
        install(KeyRing.generate())
        assert set(await sealed.unopened(uow.session)) == {each.name for each in sealed.sealed_columns()}


def test_a_new_key_comes_behind_the_others_and_a_dropped_id_is_used_last() -> None:
    ring = KeyRing.generate().with_new_key().with_new_key()
    assert list(ring.keys) == [1, 2, 3]
    late = replace(ring, keys={254: ring.keys[1], 255: ring.keys[2]}, primary=255)
    assert list(late.with_new_key().keys) == [254, 255, 1]
