"""A PostgreSQL that can be killed: held by another process, so that this one goes on meanwhile.

Run as a program it keeps the server of a folder: `start` on stdin starts it and tells its URL, `kill` ends it without
a chance to do anything. It ends with its stdin.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import sysconfig
import time
from pathlib import Path

from db.server import EmbeddedServer, start_server
from tests.house.source_tree import ROOT

SECONDS = 60.0


class KillablePostgres:
    """The server of `data_dir`, durable as in production."""

    def __init__(self, data_dir: Path) -> None:
        self._data_dir = data_dir
        self._holder: asyncio.subprocess.Process | None = None
        self.url = ""
        """`postgresql://…`, the same after every start."""

    async def open(self) -> None:
        """Start it for the first time."""
        self._holder = await asyncio.create_subprocess_exec(
            sys.executable, "-B", "-m", "tests.faults.postgres", str(self._data_dir),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, cwd=ROOT,
            env={"PATH": os.defpath, "PYTHONPATH": f"{ROOT}{os.pathsep}{sysconfig.get_path('purelib')}"},
        )  # fmt: skip
        await self.start()

    async def start(self) -> None:
        """Start it (again); returns once it answers."""
        self.url = await self._ask("start")

    async def kill(self) -> None:
        """SIGKILL to the postmaster."""
        await self._ask("kill")

    async def close(self) -> None:
        """End it for good."""
        if self._holder is not None and self._holder.stdin is not None:
            self._holder.stdin.close()
            await self._holder.wait()

    async def _ask(self, wish: str) -> str:
        holder = self._holder
        assert holder is not None
        assert holder.stdin is not None
        assert holder.stdout is not None
        holder.stdin.write(f"{wish}\n".encode())
        await holder.stdin.drain()
        async with asyncio.timeout(SECONDS):
            said = (await holder.stdout.readline()).decode().strip()
        assert said, "the holder of PostgreSQL has ended"
        return said


def hold(data_dir: Path) -> None:
    """Start and kill as stdin says."""
    server: EmbeddedServer | None = None
    for line in sys.stdin:
        if line.strip() == "start":
            server = start_server(data_dir)
            _say(server.url().replace("postgresql+asyncpg://", "postgresql://"))
        else:
            assert server is not None
            os.kill(server.pid, signal.SIGKILL)
            while server.running:
                time.sleep(0.001)
            _say("killed")
    if server is not None:
        server.stop()


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    hold(Path(sys.argv[1]))
