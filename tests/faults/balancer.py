"""A load balancer as small as can be: each connection goes to the next process, dead ones are not noticed."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from itertools import cycle

HOST = "127.0.0.1"


class Balancer:
    """Spreads connections over `ports`, round robin. Where nobody listens the connection is closed at once."""

    def __init__(self, ports: list[int]) -> None:
        self._ports = cycle(ports)
        self._server: asyncio.Server | None = None
        self._pipes: set[asyncio.Task[None]] = set()
        self.port = 0
        self.refused = 0
        """How many connections met nobody."""

    async def start(self) -> None:
        """Listen on a free port."""
        self._server = await asyncio.start_server(self._connect, HOST, 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Cut every connection."""
        assert self._server is not None
        self._server.close()
        for task in self._pipes:
            task.cancel()
        await asyncio.gather(*self._pipes, return_exceptions=True)
        await self._server.wait_closed()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._pipes.add(task)
        try:
            # Cancelled by `stop` alone, which waits for it.
            with suppress(asyncio.CancelledError):
                await self._carry(reader, writer)
        finally:
            self._pipes.discard(task)
            writer.close()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            answers, behind = await asyncio.open_connection(HOST, next(self._ports))
        except OSError:
            self.refused += 1
            return
        try:
            # Whichever side ends, the connection is over: keeping half of one open helps nobody here.
            ways = [asyncio.create_task(_pour(reader, behind)), asyncio.create_task(_pour(answers, writer))]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                await asyncio.gather(*ways, return_exceptions=True)
        finally:
            behind.close()


async def _pour(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while piece := await source.read(65536):
            target.write(piece)
            await target.drain()
