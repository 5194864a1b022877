"""`/healthz` for whoever restarts the bot, `/metrics` for whoever watches it. Neither holds a word of anybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

import structlog
from aiohttp import web
from prometheus_client import generate_latest

from bot.log import log_failure
from bot.telegram.metrics import measure_backlogs
from db.engine import Database

log = structlog.get_logger(__name__)

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Health:
    """A small server of its own. `workers` says by name whether each part of the bot is running."""

    def __init__(
        self, database: Database, now: Callable[[], datetime], workers: Callable[[], Mapping[str, bool]]
    ) -> None:
        self._database = database
        self._now = now
        self._workers = workers
        app = web.Application()
        app.add_routes([web.get("/healthz", self._healthz), web.get("/metrics", self._metrics)])
        self._runner = web.AppRunner(app, access_log=None)
        self.port: int | None = None
        """The port that is listened on, once started."""

    async def start(self, host: str, port: int) -> None:
        """Listens; port 0 takes any free one. OSError when the port is taken."""
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Listens no more."""
        await self._runner.cleanup()

    async def _healthz(self, request: web.Request) -> web.Response:
        workers = dict(self._workers())
        database = await self._database_answers()
        well = database and all(workers.values())
        return web.json_response(
            {"status": "ok" if well else "failing", "database": database, "workers": workers},
            status=200 if well else 503,
        )

    async def _metrics(self, request: web.Request) -> web.Response:
        await self._database_answers()
        return web.Response(body=generate_latest(), headers={"Content-Type": METRICS_TYPE})

    async def _database_answers(self) -> bool:
        try:
            await measure_backlogs(self._database, self._now())
        except Exception as exc:  # noqa: BLE001 - whatever is wrong with the database, the answer is "failing"
            log_failure(log, "health_check_failed", exc)
            return False
        return True
