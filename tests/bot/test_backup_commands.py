"""`backup` and `restore` in real processes: beside a bot, into an empty place, killed in the middle."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from db.backup.folder import DRAFT_NAME, NAME
from db.cipher import install
from db.engine import Database
from db.keys import KeyRing
from db.models import Draft, Person, StaffInvite
from db.server import start_server
from tests.bot.command_line import CommandLine
from tests.db.one_of_each import NOW

WORDS = "Потрібен протез, +380501234567"


@pytest.fixture
def own_ring(keys: KeyRing) -> Iterator[None]:
    """A test reads what a process with another ring wrote; the run's comes back."""
    yield
    install(keys)


def kept(cli: CommandLine) -> list[Path]:
    """The backups in BACKUP_DIR."""
    folder = cli.folder / "backups"
    return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.mark.usefixtures("own_ring")
def test_an_embedded_database_comes_back_in_an_empty_folder(bare: CommandLine) -> None:
    assert bare.run("staff", "invite", "--role", "admin", "--name", "Ірина").code == 0
    taken = bare.run("backup")
    assert (taken.code, taken.err) == (0, "")
    [file] = kept(bare)
    assert NAME.fullmatch(file.name)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    ring = KeyRing.load(bare.folder / "keys" / "ring.json")
    assert f"opens with the key ring {ring.fingerprint()}" in taken.out
    bare.run("restore", str(file)).is_one_line("the database is not empty", "another DATA_DIR")
    back = bare.run("restore", str(file), DATA_DIR=str(bare.folder / "other"))
    assert (back.code, back.err) == (0, "")
    assert re.match(r"back as it was on \d\d\.\d\d\.\d{4} at \d\d:\d\d:\d\d \(Kyiv\): \d+ rows\n", back.out)
    assert "1000 case numbers are left out" in back.out
    bare.run("restore", str(file), DATA_DIR=str(bare.folder / "other")).is_one_line("the database is not empty")
    install(ring)
    server = start_server(bare.folder / "other")
    try:
        [name] = asyncio.run(names(server.url()))
    finally:
        server.stop()
    assert name == "Ірина"


async def names(url: str) -> list[str]:
    """Who was invited, as this process can read it."""
    database = Database.open(url, pool_size=1)
    async with database.uow() as uow:
        found = list(await uow.session.scalars(select(StaffInvite.work_name)))
    await database.close()
    return found


def test_a_damaged_file_makes_nothing(bare: CommandLine) -> None:
    assert bare.run("migrate").code == 0
    assert bare.run("backup").code == 0
    [file] = kept(bare)
    file.write_bytes(file.read_bytes()[:-1])
    other = {"DATA_DIR": str(bare.folder / "other")}
    bare.run("restore", str(file), **other).is_one_line("the backup is damaged, nothing was restored")
    bare.run("restore", str(bare.folder / "none"), **other).is_one_line("can't be read")
    assert not (bare.folder / "other").exists(), "no server was started for it"


def test_without_the_ring_of_its_day_nothing_is_restored(bare: CommandLine) -> None:
    assert bare.run("migrate").code == 0
    assert bare.run("backup").code == 0
    [file] = kept(bare)
    other = {"DATA_DIR": str(bare.folder / "other"), "KEYS_DIR": str(bare.folder / "other-keys")}
    bare.run("restore", str(file), **other).is_one_line("ring.json", "put back its copy (keys import)")
    assert not (bare.folder / "other-keys").exists(), "no new ring was made in its place"
    KeyRing.load_or_make(bare.folder / "other-keys" / "ring.json")
    bare.run("restore", str(file), **other).is_one_line("it needs the key ring", "put back the ring")
    assert not (bare.folder / "other").exists()


async def test_a_file_of_ones_own_is_written_once(cli: CommandLine, database: Database) -> None:
    copy = cli.folder / "before the upgrade.backup"
    taken = await asyncio.to_thread(cli.run, "backup", str(copy))
    assert (taken.code, taken.err) == (0, "")
    assert "this one is yours to keep" in taken.out
    again = await asyncio.to_thread(cli.run, "backup", str(copy))
    again.is_one_line("is there already: name another file")
    assert kept(cli) == []
    async with database.uow() as uow:
        assert await uow.session.scalar(text("SELECT count(*) FROM backups")) == 0


def test_what_can_not_be_is_one_line(cli: CommandLine) -> None:
    cli.run("backup", BACKUP_DIR="off").is_one_line("BACKUP_DIR is off: name a file")
    cli.run("backup", DATABASE_URL="postgresql://me:hunter2@127.0.0.1:1/x").is_one_line("DATABASE_URL can't be reached")
    (cli.folder / "file").write_text("")
    cli.run("backup", BACKUP_DIR=str(cli.folder / "file" / "x")).is_one_line("the backup can't be written to")


async def fill(database: Database) -> None:
    """So much that a backup takes a while."""
    async with database.uow() as uow:
        uow.session.add(Person(telegram_id=1, language="uk", created_at=NOW))
        await uow.session.flush()
        uow.session.add(Draft(person_id=1, chat_id=1, telegram_message_id=1, text=WORDS, written_at=NOW))
        many = "(SELECT string_agg(sha256(CAST(n * 100 + k AS text)::bytea), '') FROM generate_series(1, 99) AS k)"
        await uow.session.execute(
            text(f"INSERT INTO drafts (person_id, chat_id, telegram_message_id, text, written_at)"
                 f" SELECT 1, n, n, {many}, now() FROM generate_series(2, 9000) AS n")
        )  # fmt: skip


async def test_killed_in_the_middle_it_leaves_nothing_that_looks_whole(cli: CommandLine, database: Database) -> None:
    await fill(database)
    folder = cli.folder / "backups"
    process = cli.start("backup")
    try:
        await asyncio.to_thread(until_something_is_written, folder)
        process.send_signal(signal.SIGKILL)
    finally:
        await asyncio.to_thread(process.communicate)
    assert process.returncode == -signal.SIGKILL
    [half] = os.listdir(folder)
    assert DRAFT_NAME.fullmatch(half)
    assert not NAME.fullmatch(half)
    async with database.uow() as uow:
        assert await uow.session.scalar(text("SELECT count(*) FROM backups")) == 0
    again = await asyncio.to_thread(cli.run, "backup")
    assert (again.code, again.err) == (0, ""), "the one that died keeps nobody out"
    [whole] = os.listdir(folder)
    assert NAME.fullmatch(whole), "what was left behind is gone"


def until_something_is_written(folder: Path) -> None:
    """Wait until a backup has begun to grow."""
    deadline = time.monotonic() + 60
    while not any(name.stat().st_size > 1 << 20 for name in (folder.iterdir() if folder.is_dir() else ())):
        assert time.monotonic() < deadline, "nothing was written"
        time.sleep(0.001)
