"""Hearing NOTIFY: a connection of its own that only hints at work; whoever is hinted looks into the tables."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import asyncpg
import structlog

from db.engine import APPLICATION, async_url

log = structlog.get_logger(__name__)

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 5.0
# A connection that is dead without a word is found out by asking.
ASK_SECONDS = 20.0
ANSWER_SECONDS = 5.0


async def listen(
    url: str, channels: Sequence[str], on_notify: Callable[[str], None], *, deaf_to: str | None = None
) -> None:
    """Call `on_notify(channel)` at each NOTIFY on one of `channels`, until cancelled; not at those of `deaf_to`.

    A lost connection is made again for ever; each time one stands `on_notify` is called for every channel, since
    something may have been missed. `on_notify` must be quick and must not raise.
    """
    pause = FIRST_PAUSE
    while True:
        try:
            await _listen_once(url, channels, on_notify, deaf_to)
            pause = FIRST_PAUSE
        except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError) as exc:
            log.warning("listening_interrupted", error=type(exc).__name__)
            pause = min(pause * 2, LONGEST_PAUSE)
        await asyncio.sleep(pause)


async def _listen_once(
    url: str, channels: Sequence[str], on_notify: Callable[[str], None], deaf_to: str | None
) -> None:
    """Listen on one connection until it is lost."""
    lost = asyncio.Event()

    def heard(_connection: Any, _pid: int, channel: str, sender: object) -> None:
        if deaf_to is None or sender != deaf_to:
            on_notify(channel)

    connection = await asyncpg.connect(**_options(url), timeout=ANSWER_SECONDS)
    try:
        connection.add_termination_listener(lambda _connection: lost.set())
        for channel in channels:
            await connection.add_listener(channel, heard)
        for channel in channels:
            on_notify(channel)
        while not lost.is_set():
            try:
                async with asyncio.timeout(ASK_SECONDS):
                    await lost.wait()
            except TimeoutError:
                await connection.execute("SELECT 1", timeout=ANSWER_SECONDS)
    finally:
        connection.terminate()


def _options(url: str) -> dict[str, Any]:
    """The arguments of asyncpg for a URL as the engine takes it."""
    parsed = async_url(url)
    _, options = parsed.get_dialect()().create_connect_args(parsed)
    own_to_sqlalchemy = ("prepared_statement_cache_size", "prepared_statement_name_func", "async_fallback")
    asked = {name: value for name, value in options.items() if name not in own_to_sqlalchemy}
    return asked | {"server_settings": {"application_name": f"{APPLICATION}-listen"}}
