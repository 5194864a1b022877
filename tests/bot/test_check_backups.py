"""`check` fails when what is kept could not be got back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.catalogue import load_catalogue
from bot.check import Finding, Grade, findings
from bot.ground import Ground
from bot.settings import NO_BACKUPS, Settings
from casework.context import Rules
from db.backup.take import BackupPlace, Taken, take_into
from db.cipher import install
from db.engine import Database
from db.keys import KeyRing
from db.models import Person
from simulator.server import Simulator
from tests.bot.command_line import TOKEN
from tests.db.one_of_each import NOW


@pytest.fixture
def ground(database_url: str, simulator: Simulator, tmp_path: Path) -> Ground:
    """All is well, but no backup was taken yet."""
    settings = Settings(
        _env_file=None,
        bot_token=TOKEN,
        telegram_api_url=simulator.url,
        data_dir=tmp_path / "data",
        keys_dir=tmp_path / "keys",
        backup_dir=tmp_path / "backups",
    )
    return Ground(settings, load_catalogue(), Rules(), database_url, None)


@pytest.fixture
def own_ring(keys: KeyRing) -> Iterator[None]:
    """The test installs a ring of its own; the run's comes back."""
    yield
    install(keys)


async def told(ground: Ground, word: str = "backup") -> Finding:
    """The one finding about this."""
    [finding] = [finding async for finding in findings(ground) if word in finding.what.lower()]
    return finding


async def taken(ground: Ground, database: Database, hours: float = 0) -> Taken:
    """A backup, taken so long ago."""
    folder = ground.settings.backup_folder
    assert folder is not None
    made = await take_into(database, ground.url, BackupPlace(folder, 3), lambda *_: True)
    assert made is not None
    async with database.uow() as uow:
        ago = text("UPDATE backups SET taken_at = taken_at - CAST(:hours AS float8) * interval '1 hour'")
        await uow.session.execute(ago, {"hours": hours})
    return made


async def test_without_a_backup_it_fails_and_says_how_to_take_one(ground: Ground) -> None:
    finding = await told(ground)
    assert (finding.grade, finding.what) == (Grade.FAIL, "no backup younger than 26 hours")
    assert finding.fix.startswith("python -m bot backup")


@pytest.mark.parametrize(("hours", "grade"), [(0, Grade.OK), (25.9, Grade.OK), (26.1, Grade.FAIL), (500, Grade.FAIL)])
async def test_it_fails_once_the_newest_is_older_than_26_hours(
    ground: Ground, database: Database, hours: float, grade: Grade
) -> None:
    made = await taken(ground, database, hours)
    finding = await told(ground)
    assert finding.grade is grade
    if grade is Grade.OK:
        assert finding.what == f"the newest backup is {int(hours)} hours old: {made.path.name}"


async def test_a_file_that_is_missing_or_no_backup_is_found(ground: Ground, database: Database) -> None:
    made = await taken(ground, database)
    for spoil in (lambda: made.path.write_text("a note"), made.path.unlink):
        spoil()
        finding = await told(ground)
        assert finding.grade is Grade.FAIL
        assert "the file is missing or can't be read" in finding.what


@pytest.mark.usefixtures("own_ring")
async def test_a_file_that_these_keys_do_not_open_is_found(ground: Ground, database: Database, keys: KeyRing) -> None:
    await taken(ground, database)
    install(KeyRing.generate())
    finding = await told(ground)
    assert finding.grade is Grade.FAIL
    assert f"it needs the key ring {keys.fingerprint()}" in finding.what


@pytest.mark.usefixtures("own_ring")
async def test_a_ring_that_was_rotated_since_is_fine(ground: Ground, database: Database, keys: KeyRing) -> None:
    await taken(ground, database)
    install(replace(keys.with_new_key(), primary=2))
    assert (await told(ground)).grade is Grade.OK


async def test_where_the_folder_is_on_another_machine_only_the_age_is_judged(
    ground: Ground, database: Database, tmp_path: Path
) -> None:
    await taken(ground, database)
    elsewhere = replace(ground, settings=ground.settings.model_copy(update={"backup_dir": tmp_path / "elsewhere"}))
    finding = await told(elsewhere)
    assert finding.grade is Grade.WARN
    assert "BACKUP_DIR is not on this machine" in finding.what


async def test_where_somebody_else_backs_up_it_only_reminds(ground: Ground) -> None:
    off = replace(ground, settings=ground.settings.model_copy(update={"backup_dir": Path(NO_BACKUPS)}))
    finding = await told(off)
    assert (finding.grade, finding.what) == (Grade.WARN, "BACKUP_DIR is off")
    assert "has tried a restore" in finding.fix


@pytest.mark.usefixtures("own_ring")
async def test_keys_of_another_database_are_found(ground: Ground, database: Database) -> None:
    async with database.uow() as uow:
        uow.session.add(Person(telegram_id=1, language="uk", created_at=NOW, name="Оксана Ткаченко"))
    assert "do not open" not in repr([finding async for finding in findings(ground)])
    install(KeyRing.generate())
    finding = await told(ground, "do not open")
    assert (finding.grade, finding.what) == (Grade.FAIL, "the keys in KEYS_DIR do not open people.name")
    assert "put back the ring.json" in finding.fix
