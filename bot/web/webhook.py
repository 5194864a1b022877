"""Where Telegram's updates arrive by webhook. Telegram is answered 200 only when the update is committed."""

from __future__ import annotations

import hmac
import json
from typing import Any

import structlog
from aiohttp import web

from bot.log import log_failure
from bot.telegram.intake import Intake

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_BODY = 1024 * 1024
"""Far above any update: texts end at 4096 characters."""


class WebhookRoute:
    """Takes updates at `path` from whoever knows `secret`."""

    def __init__(self, intake: Intake, path: str, secret: str) -> None:
        if not secret:
            raise ValueError("a webhook without a secret would take updates from anybody")
        self._intake = intake
        self._path = path
        self._secret = secret.encode()

    def routes(self) -> list[web.RouteDef]:
        """The one route."""
        return [web.post(self._path, self._take)]

    async def _take(self, request: web.Request) -> web.Response:
        # Headers may hold any bytes; the comparison takes as long whatever they are.
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, self._secret):
            return web.Response(status=401)
        update = _update_in(await _body_of(request))
        if update is None:
            return web.Response(status=400)
        try:
            await self._intake.keep([update])
        except Exception as error:  # noqa: BLE001 - Telegram keeps it and sends it again
            log_failure(log, "update_not_kept", error)
            return web.Response(status=503)
        return web.Response()


async def _body_of(request: web.Request) -> bytes:
    """The body; 413 as soon as it is too long."""
    if (request.content_length or 0) > LARGEST_BODY:
        raise web.HTTPRequestEntityTooLarge(LARGEST_BODY, request.content_length or 0)
    body = bytearray()
    async for piece in request.content.iter_any():
        body += piece
        if len(body) > LARGEST_BODY:
            raise web.HTTPRequestEntityTooLarge(LARGEST_BODY, len(body))
    return bytes(body)


def _update_in(body: bytes) -> dict[str, Any] | None:
    """The update; None for what is none."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    known = isinstance(update, dict) and type(update.get("update_id")) is int
    return update if known and 0 <= update["update_id"] < 2**63 else None
