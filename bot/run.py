"""`python -m bot run`: the bot until SIGTERM or Ctrl+C, then a clean stop."""

from __future__ import annotations

import asyncio
import signal

import structlog

from bot.app import App
from bot.clock import Clock
from bot.ground import Ground, stand
from bot.log import configure
from bot.settings import load_settings
from db.migrations import run as migrations

log = structlog.get_logger("bot")


def run() -> int:
    """Migrates, works until told to stop, finishes what is in flight. Returns the exit code."""
    settings = load_settings()
    configure(settings.log_level)
    _ = settings.token
    ground = stand(settings)
    try:
        return asyncio.run(_work(ground))
    finally:
        ground.leave()


async def _work(ground: Ground) -> int:
    await migrations.upgrade(ground.url)
    clock = Clock()
    app = App(ground, clock)
    following = (
        asyncio.create_task(clock.follow(ground.settings.clock_url)) if ground.settings.clock_url is not None else None
    )
    try:
        await app.start()
        log.info("started")
        return await _until_stopped_or_failed(app)
    finally:
        if following is not None:
            following.cancel()
        await app.stop()
        log.info("stopped")


async def _until_stopped_or_failed(app: App) -> int:
    told = asyncio.create_task(until_told_to_stop())
    failed = asyncio.create_task(app.failed())
    done, rest = await asyncio.wait({told, failed}, return_when=asyncio.FIRST_COMPLETED)
    for task in rest:
        task.cancel()
    if failed in done:
        failed.result()
    return 0


async def until_told_to_stop() -> None:
    """Waits for SIGTERM or SIGINT."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    await told.wait()
