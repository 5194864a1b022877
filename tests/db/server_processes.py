"""Other processes that hold an embedded server, to be killed in every way."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from db.server_place import Account
from tests.house.source_tree import ROOT

SECONDS = 30
NOBODY = Account(65534, 65534)

# Starts a server if it can, commits a row, says how that went, and waits for its end.
HOLDER = """
import asyncio, sys
from pathlib import Path
import asyncpg
from sqlalchemy import make_url
from db.server import ServerNotStarted, start_server

async def write(server):
    url = make_url(server.url())
    connection = await asyncpg.connect(
        user=url.username, password=url.password, host=url.query["host"], database=url.database)
    await connection.execute("CREATE TABLE kept AS SELECT 'as it was' AS words")
    await connection.close()

try:
    server = start_server(Path(sys.argv[1]), durable=sys.argv[2] == "durable")
    asyncio.run(write(server))
    print(server.pid, flush=True)
except ServerNotStarted as refusal:
    print(refusal, flush=True)
sys.stdin.read()
"""


class Holder:
    """Another process with a server of its own."""

    def __init__(self, data_dir: Path, *, durable: bool = False, account: Account | None = None) -> None:
        python = sys.executable if account is None else interpreter_for(account)
        self._process = subprocess.Popen(
            [python, "-B", "-c", HOLDER, str(data_dir), "durable" if durable else "quick"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={"PATH": os.defpath, "PYTHONPATH": f"{ROOT}{os.pathsep}{sysconfig.get_path('purelib')}"},
            **(account.run_as if account is not None else {}),
        )  # fmt: skip
        assert self._process.stdout is not None
        self.output = self._process.stdout
        self._server_pid: int | None = None

    def said(self) -> str:
        """The server's process id, or why there is none."""
        assert select.select([self.output], [], [], SECONDS)[0], "the holder said nothing"
        said = self.output.readline().strip()
        self._server_pid = int(said) if said.isdigit() else None
        return said

    def kill(self) -> None:
        """End the process without a chance to do anything."""
        self._process.kill()
        self._process.communicate()

    def clear(self) -> None:
        """Kill, and wait until the server has left its folder too."""
        self.kill()
        server_pid = self._server_pid
        until(lambda: server_pid is None or not alive(server_pid))


def interpreter_for(account: Account) -> str:
    """A Python like ours that `account` may run; the test is skipped where there is none."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    for path in (
        Path(sys.executable),
        *(Path(folder, f"python{version}") for folder in ("/usr/bin", "/usr/local/bin")),
    ):
        if path.exists() and account.reaches(path):
            return str(path)
    pytest.skip(f"no Python {version} that another account may run")


def alive(pid: int) -> bool:
    """Whether a process runs; one that ended and that nobody has asked for does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def owner(pid: int) -> int:
    """The account a process runs under."""
    return Path(f"/proc/{pid}").stat().st_uid


def until(condition: Callable[[], bool]) -> None:
    """Wait for something that can be observed."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
