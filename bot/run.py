"""`python -m bot run`: the bot until SIGTERM or Ctrl+C, then a clean stop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Collection

import structlog

from bot.app import App
from bot.clock import Clock
from bot.ground import Ground, stand
from bot.log import configure
from bot.roles import ALL_ROLES, ProcessRole
from bot.settings import load_settings

log = structlog.get_logger("bot")

DATABASE_PATIENCE = 15.0
"""Seconds for which a start waits for a database that is away: both may have been started together."""


def run(roles: Collection[ProcessRole] = ALL_ROLES) -> int:
    """Migrates, works until told to stop, finishes what is in flight. Returns the exit code."""
    settings = load_settings()
    configure(settings.log_level)
    _ = settings.token
    ground = stand(settings)
    try:
        return asyncio.run(_work(ground, roles))
    finally:
        ground.leave()


async def _work(ground: Ground, roles: Collection[ProcessRole]) -> int:
    # From the first moment on: a start may wait long for Telegram, and must end as cleanly as work does.
    told = asyncio.create_task(until_told_to_stop())
    await asyncio.sleep(0)
    migrating = asyncio.create_task(ground.migrate(patience=DATABASE_PATIENCE))
    await asyncio.wait({told, migrating}, return_when=asyncio.FIRST_COMPLETED)
    if not migrating.done():
        migrating.cancel()
        return 0
    migrating.result()
    clock = Clock()
    app = App(ground, clock, roles=roles)
    working = [asyncio.create_task(_start_and_last(app))]
    if ground.settings.clock_url is not None:
        working.append(asyncio.create_task(clock.follow(ground.settings.clock_url)))
    try:
        done, _ = await asyncio.wait({told, *working}, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
        return 0
    finally:
        for task in working:
            task.cancel()
        await asyncio.gather(*working, return_exceptions=True)
        await app.stop()
        log.info("stopped")


async def _start_and_last(app: App) -> None:
    await app.start()
    log.info("started")
    await app.failed()


async def until_told_to_stop() -> None:
    """Waits for SIGTERM or SIGINT."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    await told.wait()
