"""`/healthz` for whoever restarts the bot, `/metrics` for whoever watches it. Neither holds a word of anybody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from aiohttp import web
from prometheus_client import generate_latest

from bot.log import log_failure
from bot.telegram.metrics import Ages, measure
from db.engine import Database

log = structlog.get_logger(__name__)

METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"

OLDEST_UPDATE = 300.0
OLDEST_LETTER = 900.0
LONGEST_SILENCE = 300.0
"""Seconds. Beyond these a human should look: nobody handles, nobody delivers, nobody listens."""


@dataclass(frozen=True, slots=True)
class Condition:
    """How the bot is. `workers`: whether each part of this process runs. `roles`: `held` or `standby`."""

    workers: Mapping[str, bool]
    roles: Mapping[str, str]
    ages: Ages | None
    """None where the database does not answer."""

    @property
    def works(self) -> bool:
        """Whether this process does what it can: else it should be started anew."""
        return self.ages is not None and all(self.workers.values())

    @property
    def late(self) -> list[str]:
        """What has waited too long, whichever process it waits for."""
        if self.ages is None:
            return []
        limits = (
            ("inbox", self.ages.inbox, OLDEST_UPDATE),
            ("outbox", self.ages.outbox, OLDEST_LETTER),
            ("telegram", self.ages.silence or 0.0, LONGEST_SILENCE),
        )
        return [name for name, age, most in limits if age > most]

    @property
    def status(self) -> str:
        """`ok`, `late` or `failing`."""
        return ("late" if self.late else "ok") if self.works else "failing"

    def as_json(self) -> dict[str, Any]:
        """As it is answered; ages in whole seconds."""
        ages = self.ages
        return {
            "status": self.status,
            "database": ages is not None,
            "workers": dict(self.workers),
            "roles": dict(self.roles),
            "inbox_age": None if ages is None else round(ages.inbox),
            "outbox_age": None if ages is None else round(ages.outbox),
            "telegram_silence": None if ages is None or ages.silence is None else round(ages.silence),
            "late": self.late,
        }


class Health:
    """Looks how the bot is. `workers` and `roles` say what this process does."""

    def __init__(
        self,
        database: Database,
        bot_id: int,
        now: Callable[[], datetime],
        workers: Callable[[], Mapping[str, bool]],
        roles: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._now = now
        self._workers = workers
        self._roles = roles

    def routes(self) -> list[web.RouteDef]:
        """Where it is told."""
        return [web.get("/healthz", self._healthz), web.get("/metrics", self._metrics)]

    async def look(self) -> Condition:
        """How the bot is now."""
        return Condition(dict(self._workers()), dict(self._roles()), await self._ages())

    async def _healthz(self, request: web.Request) -> web.Response:
        condition = await self.look()
        return web.json_response(condition.as_json(), status=200 if condition.works else 503)

    async def _metrics(self, request: web.Request) -> web.Response:
        await self._ages()
        return web.Response(body=generate_latest(), headers={"Content-Type": METRICS_TYPE})

    async def _ages(self) -> Ages | None:
        try:
            return await measure(self._database, self._bot_id, self._now())
        except Exception as exc:  # noqa: BLE001 - whatever is wrong with the database, the answer is "failing"
            log_failure(log, "health_check_failed", exc)
            return None
