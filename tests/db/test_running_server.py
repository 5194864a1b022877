"""Commands beside a running bot find its server, and are not misled by what a killed one left."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from db.engine import Database
from db.running_server import running_server_url
from db.server import EmbeddedServer


async def test_a_running_server_is_found_and_answers(data: Path, start: Callable[..., EmbeddedServer]) -> None:
    server = start(data)
    url = running_server_url(data)
    assert url is not None
    assert make_url(url) == make_url(server.url())
    database = Database.open(url, pool_size=1)
    try:
        async with database.uow() as uow:
            assert await uow.session.scalar(text("SELECT current_database()")) == "suprovid"
    finally:
        await database.close()
    server.stop()
    assert running_server_url(data) is None


def test_where_none_ever_ran_none_is_found_and_nothing_is_made(folder: Path) -> None:
    assert running_server_url(folder / "data") is None
    assert not (folder / "data" / "pg18").exists()


@pytest.mark.parametrize(
    "left",
    [
        "",
        "999999999\n{data}\n1\n5432\n{run}\n\n 1 1\nready   \n",
        "{own}\n{data}\n1\n5432\n{run}\n\n 1 1\nstarting\n",
        "{own}\n{data}\n1\n5432\n{run}\n",
    ],
    ids=["empty", "of a dead process", "not ready yet", "half written"],
)
def test_a_lock_file_that_says_nothing_of_a_live_server_is_no_server(data: Path, folder: Path, left: str) -> None:
    filled = left.format(own=1, data=data, run=folder / "run")
    (data / "pg18" / "postmaster.pid").write_text(filled)
    assert running_server_url(data) is None


def test_without_its_password_a_server_is_not_used(data: Path, start: Callable[..., EmbeddedServer]) -> None:
    start(data)
    shutil.move(data / "pg18" / "suprovid.password", data / "kept")
    assert running_server_url(data) is None
