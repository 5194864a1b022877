"""A command beside a running bot finds the server the bot has started, and never a dead one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

from db.running_server import running_server_url
from db.server import EmbeddedServer
from tests.db.server_processes import Holder, alive, until
from tests.db.test_server import needs_linux


def test_a_running_server_is_found_by_its_folder(made: Path, running: EmbeddedServer) -> None:
    assert running_server_url(made.with_name("running")) == running.url()


def test_where_none_was_ever_started_there_is_none(folder: Path) -> None:
    assert running_server_url(folder / "data") is None


def test_a_stopped_server_is_none(data: Path) -> None:
    assert running_server_url(data) is None


@needs_linux
def test_a_killed_server_that_left_its_lock_file_is_none(data: Path, hold: Callable[..., Holder]) -> None:
    server_pid = int(hold(data).said())
    assert running_server_url(data) is not None
    os.kill(server_pid, signal.SIGKILL)
    until(lambda: not alive(server_pid))
    assert (data / "pg18" / "postmaster.pid").exists()
    assert running_server_url(data) is None
