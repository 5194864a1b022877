"""The embedded PostgreSQL starts in one call, keeps what was committed, and never outlives its process."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from db import server as servers
from db.engine import Database
from db.server import EmbeddedServer, ServerNotStarted, start_server
from tests.db.server_processes import SECONDS, Holder, alive, until

PHONE = "+380501234567"
Start = Callable[..., EmbeddedServer]
Hold = Callable[..., Holder]

needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux ends a child with its parent")


async def ask(server: EmbeddedServer, statement: str) -> Any:
    database = Database.open(server.url(), pool_size=1)
    try:
        async with database.uow() as uow:
            answer = await uow.session.execute(text(statement))
            return answer.scalar() if statement.startswith("SELECT") else None
    finally:
        await database.close()


async def test_the_database_is_durable_and_knows_our_letters(running: EmbeddedServer) -> None:
    assert await ask(running, "SELECT lower('ЇЖАК Ґ') || upper('єва')") == "їжак ґЄВА"
    assert await ask(running, "SELECT 'Ївга' ILIKE 'їв%'") is True
    assert await ask(running, "SELECT current_setting('fsync') || current_setting('synchronous_commit')") == "onon"
    assert await ask(running, "SELECT current_setting('server_encoding')") == "UTF8"


async def test_a_later_start_finds_what_was_there(data: Path, start: Start) -> None:
    server = start()
    await ask(server, "COMMENT ON DATABASE suprovid IS 'as it was'")
    url = server.url()
    server.stop()
    assert not server.running
    server.stop()
    again = start()
    assert again.url() == url
    comment = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = 'suprovid'"
    assert await ask(again, comment) == "as it was"


async def test_a_password_is_needed_and_not_shown(running: EmbeddedServer) -> None:
    url = make_url(running.url())
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(user=url.username, password="wrong", host=url.query["host"], database=url.database)
    assert str(url.password) not in repr(running)


def test_a_second_server_on_the_folder_is_refused_in_one_line(made: Path, running: EmbeddedServer) -> None:
    with pytest.raises(ServerNotStarted) as caught:
        start_server(made.with_name("running"))
    assert str(caught.value) == (
        f"the data folder is in use by another server (process {running.pid}); stop it, or set another DATA_DIR"
    )
    assert running.running


@needs_linux
async def test_killing_the_process_ends_its_server_and_loses_nothing(data: Path, start: Start, hold: Hold) -> None:
    holder = hold(data, durable=True)
    server_pid = int(holder.said())
    holder.kill()
    server = start()
    assert not alive(server_pid)
    assert await ask(server, "SELECT words FROM kept") == "as it was"


@needs_linux
async def test_killing_the_server_itself_loses_nothing(data: Path, start: Start, hold: Hold) -> None:
    holder = hold(data, durable=True)
    server_pid = int(holder.said())
    os.kill(server_pid, signal.SIGKILL)
    until(lambda: not alive(server_pid))
    holder.kill()
    assert await ask(start(), "SELECT words FROM kept") == "as it was"


@needs_linux
def test_a_killed_process_leaves_no_server_behind(data: Path, hold: Hold) -> None:
    holder = hold(data)
    server_pid = int(holder.said())
    assert alive(server_pid)
    holder.kill()
    until(lambda: not alive(server_pid))


def test_an_interrupt_in_the_terminal_does_not_reach_the_server(running: EmbeddedServer) -> None:
    assert os.getpgid(running.pid) != os.getpgid(0)


def test_a_server_that_ended_by_itself_is_seen(data: Path, start: Start) -> None:
    server = start(data)
    os.kill(server.pid, signal.SIGKILL)
    until(lambda: not server.running)


@needs_linux
def test_the_server_is_told_nothing_of_our_environment(running: EmbeddedServer) -> None:
    told = Path(f"/proc/{running.pid}/environ").read_bytes()
    assert b"LC_ALL=C" in told
    assert b"secret" not in told
    assert b"PGDATA=/nowhere" not in told


async def test_the_log_of_the_server_repeats_no_data(made: Path, running: EmbeddedServer) -> None:
    for failing in (f"SELECT '{PHONE}'::date", f"SELECT {PHONE} FROM nowhere", f"SELECT '{PHONE}'::json"):
        with pytest.raises(DBAPIError):
            await ask(running, failing)
    log = (made.with_name("running") / "postgres.log").read_text()
    assert "database system is ready" in log
    assert PHONE[1:] not in log


def test_processes_that_start_together_make_one_database(hold: Hold) -> None:
    holders = [hold(), hold()]
    said = []
    while holders:
        ready = select.select([holder.output for holder in holders], [], [], SECONDS)[0]
        first = next(holder for holder in holders if holder.output in ready)
        said.append(first.said())
        holders.remove(first)
    assert int(said[0])
    assert said[1].startswith(f"the data folder is in use by another server (process {said[0]})")


def test_a_server_that_starts_at_the_same_moment_is_waited_for(data: Path, start: Start) -> None:
    its_file = data / "pg18" / "postmaster.pid"
    its_file.touch()
    once_written = threading.Timer(0.3, its_file.unlink)
    once_written.start()
    assert start(data).running
    once_written.join()


def test_a_start_that_ended_half_way_is_one_line(data: Path, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(servers.LEAVING_SECONDS, "starting", 0.0)
    (data / "pg18" / "postmaster.pid").touch()
    with pytest.raises(ServerNotStarted, match=r"remove the empty .*postmaster\.pid"):
        start(data)


@pytest.mark.parametrize(
    ("damage", "telling"),
    [
        (lambda cluster: (cluster / "PG_VERSION").write_text("12\n"), "database files are incompatible"),
        (lambda cluster: (cluster / "global" / "pg_control").unlink(), "could not find the database system"),
        (lambda cluster: (cluster / "suprovid.password").unlink(), "suprovid.password can't be used"),
    ],
    ids=["version", "control file", "password"],
)
def test_a_damaged_cluster_is_one_line(
    data: Path, start: Start, damage: Callable[[Path], object], telling: str
) -> None:
    damage(data / "pg18")
    with pytest.raises(ServerNotStarted) as caught:
        start()
    assert telling in str(caught.value)
    assert "\n" not in str(caught.value)


def test_another_thread_may_not_start_it(start: Start) -> None:
    with ThreadPoolExecutor(1) as pool, pytest.raises(RuntimeError, match="main thread"):
        pool.submit(start).result()
