"""The ground of every command: keys, catalogue, rules and a database, or one line that says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from bot import ground as grounds
from bot.ground import Ground, stand
from bot.settings import ConfigurationError, Settings
from casework.context import Rules
from db.cipher import install
from db.engine import make_engine
from db.keys import KeyRing
from db.migrations import run as migrations
from db.server_place import ServerNotStarted

URL = "postgresql+asyncpg://me:hunter2@127.0.0.1:1/x"


@pytest.fixture(autouse=True)
def own_ring(keys: KeyRing) -> Iterator[None]:
    """`stand` installs a ring of its own; the run's comes back after each test."""
    yield
    install(keys)


def settings(folder: Path, **given: Any) -> Settings:
    """Settings of a test's own, whatever the environment says."""
    places: dict[str, Any] = {"data_dir": folder / "data", "keys_dir": folder / "keys", "_env_file": None}
    return Settings(**(places | {"database_url": URL} | given))


def test_with_a_database_of_ones_own_no_server_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grounds, "start_server", Mock(side_effect=AssertionError))
    ground = stand(settings(tmp_path, inbox_keep_hours=7))
    assert (ground.url, ground.server) == (URL, None)
    assert ground.rules == Rules(organisation="luhansk", inbox_keep=timedelta(hours=7))
    assert "luhansk" in ground.catalogue.organisations
    assert (tmp_path / "keys" / "ring.json").exists()
    ground.leave()


def test_beside_a_running_bot_its_server_is_used_and_left_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grounds, "running_server_url", lambda data_dir: f"{URL}?{data_dir.name}")
    monkeypatch.setattr(grounds, "start_server", Mock(side_effect=AssertionError))
    ground = stand(settings(tmp_path, database_url=None), beside_running=True)
    assert (ground.url, ground.server) == (f"{URL}?data", None)


def test_the_bot_itself_starts_its_server_and_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server = Mock(url=Mock(return_value=URL))
    monkeypatch.setattr(grounds, "running_server_url", Mock(side_effect=AssertionError))
    monkeypatch.setattr(grounds, "start_server", lambda data_dir: server)
    ground = stand(settings(tmp_path, database_url=None))
    assert ground.server is server
    ground.leave()
    server.stop.assert_called_once_with()


def test_a_server_that_does_not_start_is_a_configuration_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grounds, "start_server", Mock(side_effect=ServerNotStarted("the data folder is in use")))
    with pytest.raises(ConfigurationError, match="the data folder is in use") as caught:
        stand(settings(tmp_path, database_url=None))
    assert caught.value.__cause__ is None


def test_damaged_keys_are_a_configuration_error_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "ring.json").write_text("{")
    (tmp_path / "keys" / "ring.json").chmod(0o600)
    with pytest.raises(ConfigurationError) as caught:
        stand(settings(tmp_path))
    assert "\n" not in str(caught.value)


def test_an_organisation_nobody_knows_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="ORGANISATION is not in the catalogue: set it to one of luhansk"):
        stand(settings(tmp_path, organisation="nowhere"))


@pytest.mark.parametrize(
    "change",
    [{"database": "no_such_database"}, {"username": "nobody_here"}, {"password": "wrong"}],
    ids=["database", "account", "password"],
)
async def test_a_database_that_lets_nobody_in_is_one_line_without_the_password(
    database_url: str, tmp_path: Path, change: dict[str, Any]
) -> None:
    url = make_engine(database_url).url.set(**change).render_as_string(hide_password=False)
    ground = Ground(settings(tmp_path), Mock(), Rules(), url, None)
    with pytest.raises(ConfigurationError, match="DATABASE_URL can't be reached: start the database") as caught:
        await ground.migrate()
    assert caught.value.__cause__ is None


async def test_the_ground_brings_its_database_to_the_newest_revision(database_url: str, tmp_path: Path) -> None:
    await migrations.downgrade(database_url, "base")
    ground = Ground(settings(tmp_path), Mock(), Rules(), database_url, None)
    await ground.migrate()
    assert await migrations.current(database_url) == migrations.head()
