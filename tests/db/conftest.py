"""Servers of a test's own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db.server import EmbeddedServer, start_server
from tests.db.server_processes import Holder


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """A data folder whose cluster was made and stopped: to be copied, since making one takes a while."""
    path = Path(tempfile.mkdtemp(prefix="suprovid-test-"))
    path.chmod(0o755)
    start_server(path / "data", durable=False).stop()
    yield path / "data"
    shutil.rmtree(path)


@pytest.fixture(scope="session")
def running(made: Path) -> Iterator[EmbeddedServer]:
    """A server, durable as in earnest, for tests that leave it as it is; its data folder is beside `made`."""
    _copy(made, made.with_name("running"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOT_TOKEN", "123456:secret")
        patch.setenv("PGDATA", "/nowhere")
        server = start_server(made.with_name("running"))
    yield server
    server.stop()


def _copy(source: Path, target: Path) -> None:
    """As `cp`: owners stay, which Python's own copying changes."""
    subprocess.run(["cp", "-a", source, target], check=True)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short folder that other accounts may pass through, as pytest's own are not."""
    path = Path(tempfile.mkdtemp(prefix="suprovid-test-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


@pytest.fixture
def data(made: Path, folder: Path) -> Path:
    """`folder`/data with a cluster of the test's own."""
    _copy(made, folder / "data")
    return folder / "data"


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[..., EmbeddedServer]]:
    """Starts servers, by default on `folder`/data, that are stopped after the test."""
    started: list[EmbeddedServer] = []

    def start(data_dir: Path = folder / "data", *, durable: bool = False) -> EmbeddedServer:
        started.append(start_server(data_dir, durable=durable, shelter=folder / "shelter"))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def hold(folder: Path) -> Iterator[Callable[..., Holder]]:
    """Starts processes with servers, by default on `folder`/data, that are killed after the test."""
    holders: list[Holder] = []

    def hold(data_dir: Path = folder / "data", **options: object) -> Holder:
        holders.append(Holder(data_dir, **options))  # type: ignore[arg-type] # whatever Holder takes
        return holders[-1]

    yield hold
    for holder in holders:
        holder.clear()
