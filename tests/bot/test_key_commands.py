"""`keys …`: a copy for the safe and back, a new key, one line for what can't be."""

from __future__ import annotations

import asyncio
import getpass
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import key_commands
from bot.__main__ import main
from bot.settings import ConfigurationError
from db.cipher import install
from db.engine import Database
from db.keys import KeyRing
from db.models import Person
from db.models.search import name_key, word_key
from db.repositories import sealed, search
from tests.bot.command_line import CommandLine, Said
from tests.casework.world import World
from tests.db.one_of_each import NOW

PASSPHRASE = "сім кобил на перевалі"


@pytest.fixture
def ring(cli: CommandLine, keys: KeyRing) -> Iterator[KeyRing]:
    """The command line's ring, installed here as well; the run's comes back."""
    made = KeyRing.load_or_make(cli.folder / "keys" / "ring.json")
    install(made)
    yield made
    install(keys)


Run = Callable[..., Said]


@pytest.fixture
def run(cli: CommandLine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command in this process: for those that only read and write files."""
    monkeypatch.chdir(cli.folder)

    def run(*command: str, **settings: str) -> Said:
        for name, value in cli.environment(**settings).items():
            monkeypatch.setenv(name, value)
        code = main(command)
        shown = capsys.readouterr()
        return Said(code, shown.out, shown.err)

    return run


def passphrase(cli: CommandLine, words: str = PASSPHRASE) -> str:
    """A file that holds it."""
    file = cli.folder / "passphrase"
    file.write_text(f"{words}\n", encoding="utf-8")
    return str(file)


def test_a_copy_goes_into_the_safe_and_comes_back(cli: CommandLine, ring: KeyRing, run: Run) -> None:
    copy, given = cli.folder / "copy.txt", passphrase(cli)
    exported = run("keys", "export", str(copy), "--passphrase-file", given)
    assert (exported.code, exported.err) == (0, "")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    new = {"KEYS_DIR": str(cli.folder / "new-keys")}
    imported = run("keys", "import", str(copy), "--passphrase-file", given, **new)
    assert (imported.code, imported.err) == (0, "")
    shown = run("keys", "fingerprint", **new)
    assert shown.out.startswith(ring.fingerprint())
    for said in (exported, imported):
        assert ring.fingerprint() in said.out
    back = cli.folder / "new-keys" / "ring.json"
    assert KeyRing.load(back) == ring
    assert stat.S_IMODE(back.stat().st_mode) == 0o600


def test_what_is_there_is_not_written_over(cli: CommandLine, ring: KeyRing, run: Run) -> None:
    copy, given = cli.folder / "copy.txt", passphrase(cli)
    assert run("keys", "export", str(copy), "--passphrase-file", given).code == 0
    run("keys", "export", str(copy), "--passphrase-file", given).is_one_line("name a new file")
    run("keys", "import", str(copy), "--passphrase-file", given).is_one_line("ring.json is there already")
    assert KeyRing.load(cli.folder / "keys" / "ring.json") == ring


def test_what_can_not_be_is_one_line_that_shows_no_key(cli: CommandLine, ring: KeyRing, run: Run) -> None:
    copy, new = cli.folder / "copy.txt", {"KEYS_DIR": str(cli.folder / "new-keys")}
    export = ("keys", "export", str(copy), "--passphrase-file")
    run(*export, passphrase(cli, "short")).is_one_line("12 characters or more")
    run(*export, str(cli.folder / "nowhere")).is_one_line("can't be read")
    assert not copy.exists()
    run("keys", "fingerprint", **new).is_one_line("the key file can't be read", "keys import")
    run(*export, passphrase(cli), **new).is_one_line("the key file can't be read")
    assert not (cli.folder / "new-keys").exists(), "no ring was made"
    assert run(*export, passphrase(cli)).code == 0
    wrong = passphrase(cli, "another passphrase")
    run("keys", "import", str(copy), "--passphrase-file", wrong, **new).is_one_line("does not open")
    copy.write_bytes(b"\xff\xfe")
    run("keys", "import", str(copy), "--passphrase-file", wrong, **new).is_one_line("can't be read")


def test_without_a_terminal_nobody_is_asked(cli: CommandLine, ring: KeyRing) -> None:
    with cli.start("keys", "export", str(cli.folder / "copy.txt")) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (2, "")
    assert err == "there is no terminal to ask on: name a --passphrase-file\n"


@pytest.mark.parametrize(("second", "written"), [(PASSPHRASE, True), ("сім кобил на переправі", False)])
def test_on_a_terminal_it_is_asked_for_twice(
    cli: CommandLine, ring: KeyRing, monkeypatch: pytest.MonkeyPatch, second: str, written: bool
) -> None:
    answers = iter([PASSPHRASE, second])
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda prompt: next(answers))
    for name, value in cli.environment().items():
        monkeypatch.setenv(name, value)
    copy = cli.folder / "copy.txt"
    if written:
        assert key_commands.export_keys(copy, None) == 0
    else:
        with pytest.raises(ConfigurationError, match="the two passphrases differ"):
            key_commands.export_keys(copy, None)
    assert copy.exists() is written


async def test_a_new_key_is_used_and_the_old_one_dropped(cli: CommandLine, ring: KeyRing, database: Database) -> None:
    async with database.uow() as uow:
        uow.session.add(Person(telegram_id=1, language="uk", created_at=NOW, name="Оксана Ткаченко"))
    rotated = await asyncio.to_thread(cli.run, "keys", "rotate")
    assert (rotated.code, rotated.err) == (0, "")
    assert rotated.out.startswith("a new key; sealed anew with key 2: 1 values\n")
    async with database.uow() as uow:
        assert await sealed.keys_in_use(uow.session) == {2: 1}
    dropped = await asyncio.to_thread(cli.run, "keys", "rotate", "--drop-old")
    assert (dropped.code, dropped.err) == (0, "")
    assert dropped.out.startswith("dropped: 1;")
    assert "backups taken before now do not open with it" in dropped.out
    left = KeyRing.load(cli.folder / "keys" / "ring.json")
    assert (list(left.keys), left.search) == ([2], ring.search)
    none = await asyncio.to_thread(cli.run, "keys", "rotate", "--drop-old")
    assert (none.code, none.out) == (0, "no key was dropped\n")


async def test_what_does_not_open_is_told_and_its_key_stays(
    cli: CommandLine, ring: KeyRing, database: Database, keys: KeyRing
) -> None:
    install(keys)
    async with database.uow() as uow:
        uow.session.add(Person(telegram_id=1, language="uk", created_at=NOW, name="Оксана Ткаченко"))
    rotated = await asyncio.to_thread(cli.run, "keys", "rotate")
    assert rotated.code == 1
    assert "1 values do not open with any key of this ring, and stay as they are" in rotated.out
    dropped = await asyncio.to_thread(cli.run, "keys", "rotate", "--drop-old")
    assert (dropped.code, dropped.out) == (1, "key 1 stays, 1 values need it: keys rotate first\nno key was dropped\n")


def test_a_key_is_added_once_before_it_is_used(cli: CommandLine, ring: KeyRing, run: Run) -> None:
    added = run("keys", "rotate", "--add-only")
    assert (added.code, added.err) == (0, "")
    assert "copy" in added.out
    assert "to every machine of this bot, then run keys rotate on each" in added.out
    now = KeyRing.load(cli.folder / "keys" / "ring.json")
    assert (list(now.keys), now.primary) == ([1, 2], 1)
    run("keys", "rotate", "--add-only").is_one_line("a new key is in the ring already")
    assert cli.run("keys", "rotate").out.startswith("a new key; sealed anew with key 2: 0 values\n")


def test_the_two_ways_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["keys", "rotate", "--add-only", "--drop-old"])
    assert "not allowed with argument" in capsys.readouterr().err


@pytest.fixture(autouse=True)
def no_file_is_left(cli: CommandLine) -> Iterator[None]:
    """No draft of a ring stays behind, whatever happened."""
    yield
    for folder in ("keys", "new-keys"):
        place: Path = cli.folder / folder
        assert not place.exists() or {path.name for path in place.iterdir()} <= {"ring.json"}


async def test_everything_is_found_again_under_the_ring_at_hand(
    cli: CommandLine, ring: KeyRing, database: Database
) -> None:
    phone = "+380501234567"
    async with database.uow() as uow:
        world = World(uow)
        olena = await world.person("Олена")
        case = await world.case(olena, "Потрібні дрова")
        (await world.row(olena)).phone = phone
        await uow.session.flush()
        await uow.session.execute(text("UPDATE people SET phone_hash = 'of another key', indexed = true"))
        await uow.session.execute(text("INSERT INTO search_keys VALUES (1, :case)"), {"case": case.id})
        await uow.session.execute(text("UPDATE cases SET indexed = true"))
    done = await asyncio.to_thread(cli.run, "keys", "reindex")
    assert (done.code, done.err) == (0, "")
    assert done.out == "cases can be found again: 1; phone numbers: 1\n"
    async with database.uow() as uow:
        assert await search.by_phone(uow.session, case.organisation_id, phone, case.id + 1, 9) == [case.id]
        wanted = [[word_key(case.organisation_id, "дрова")], [name_key(case.organisation_id, "оле")]]
        assert await search.by_words(uow.session, case.organisation_id, wanted, case.id + 1, 9) == [case.id]
        assert await uow.session.scalar(text("SELECT count(*) FROM search_keys WHERE key = 1")) == 0
