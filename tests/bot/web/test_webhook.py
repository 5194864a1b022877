"""The webhook takes updates from Telegram alone, and says 200 only when they are committed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest
from sqlalchemy import text

from bot.telegram.intake import Intake
from bot.telegram.webhook import secret_of
from bot.web.server import WebServer
from bot.web.webhook import LARGEST_BODY, SECRET_HEADER, WebhookRoute
from db.engine import Database
from db.repositories import inbox

SECRET = secret_of("100:TEST")
UPDATE = {"update_id": 7, "message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "дрова"}}


@dataclass
class Door:
    """The webhook as Telegram meets it."""

    url: str
    database: Database

    async def post(self, body: Any = UPDATE, secret: str | bytes | None = SECRET) -> int:
        headers: dict[str, Any] = {} if secret is None else {SECRET_HEADER: secret}
        data = BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        async with aiohttp.ClientSession() as session, session.post(self.url, data=data, headers=headers) as answer:
            return answer.status

    async def kept(self) -> list[tuple[int, str]]:
        async with self.database.uow() as uow:
            rows = await uow.session.execute(text("SELECT update_id, lane FROM inbox ORDER BY id"))
            return [(row.update_id, row.lane) for row in rows]


@pytest.fixture
async def door(database: Database) -> AsyncIterator[Door]:
    server = WebServer(WebhookRoute(Intake(database, 100), "/hook/here", SECRET).routes())
    await server.start("127.0.0.1", 0)
    yield Door(f"http://127.0.0.1:{server.port}/hook/here", database)
    await server.stop()


async def test_an_update_is_kept_and_only_once_however_often_it_comes(door: Door) -> None:
    assert [await door.post() for _ in range(3)] == [200, 200, 200]
    assert await door.kept() == [(7, "p:5")]


@pytest.mark.parametrize(
    "secret",
    [None, "", "wrong", SECRET[:-1], SECRET + "0", SECRET.upper(), "таємниця".encode()],
    ids=["none", "empty", "wrong", "shorter", "longer", "other case", "not ascii"],
)
async def test_who_does_not_know_the_secret_leaves_nothing(door: Door, secret: str | bytes | None) -> None:
    if isinstance(secret, bytes):
        assert await _raw(door, secret) == 401
    else:
        assert await door.post(secret=secret) == 401
    assert await door.kept() == []


async def _raw(door: Door, secret: bytes) -> int:
    """A request whose header no client library would send."""
    parts = urlsplit(door.url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    head = f"POST {parts.path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n{SECRET_HEADER}: ".encode()
    writer.write(head + secret + b"\r\n\r\n{}")
    status = int((await reader.readline()).split()[1])
    writer.close()
    await writer.wait_closed()
    return status


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"\xff\xfe",
        b"[]",
        b"7",
        b"{}",
        b'{"update_id": "7"}',
        b'{"update_id": true}',
        b'{"update_id": -1}',
        b'{"update_id": 99999999999999999999}',
        b"[" * 100_000,
    ],
)
async def test_what_is_no_update_is_refused(door: Door, body: bytes) -> None:
    assert await door.post(body) == 400
    assert await door.kept() == []


async def test_an_endless_body_is_cut_off(door: Door) -> None:
    assert await door.post(b" " * (LARGEST_BODY + 1)) == 413
    assert await _chunked(door) == 413
    assert await door.post() == 200


async def _chunked(door: Door) -> int:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 65536 + 1):
            yield b" " * 65536

    async with (
        aiohttp.ClientSession() as session,
        session.post(door.url, data=pieces(), headers={SECRET_HEADER: SECRET}) as answer,
    ):
        return answer.status


async def test_an_update_of_a_kind_nobody_knows_is_kept(door: Door) -> None:
    assert await door.post({"update_id": 8, "brand_new": {"x": 1}}) == 200
    assert await door.kept() == [(8, "u:0")]


async def test_telegram_is_not_told_that_it_arrived_when_it_was_not_committed(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def add(*_: Any) -> int:
        raise KeyError("our own fault")

    with monkeypatch.context() as patched:
        patched.setattr(inbox, "add", add)
        assert await door.post() == 503
    assert await door.kept() == []
    assert await door.post() == 200


async def test_passing_trouble_of_the_database_is_waited_out(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    original, tries = inbox.add, []

    async def add(*given: Any) -> int:
        tries.append(1)
        if len(tries) < 3:
            raise ConnectionRefusedError
        return await original(*given)

    monkeypatch.setattr(inbox, "add", add)
    assert await door.post() == 200
    assert len(tries) == 3


def test_a_webhook_without_a_secret_is_never_opened(database: Database) -> None:
    with pytest.raises(ValueError, match="anybody"):
        WebhookRoute(Intake(database, 100), "/hook", "")


def test_the_secret_changes_with_the_token_and_is_one_that_telegram_takes() -> None:
    assert secret_of("1:a") != secret_of("1:b")
    assert len(SECRET) == 64
    assert SECRET.isalnum()
    assert SECRET.isascii()
