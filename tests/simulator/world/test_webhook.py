"""Updates sent to the bot's own address."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from tests.simulator.conftest import Desk, Start


@dataclass
class Hook:
    """A bot's address that answers as it is told, and keeps what came."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    came: list[tuple[str | None, dict[str, Any]]] = field(default_factory=list)
    held: asyncio.Event | None = None
    refused: int | None = None
    """Whose updates are not taken."""

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.came.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), update))
        if update["message"]["chat"]["id"] == self.refused:
            return web.Response(status=500)
        if self.held is not None:
            await self.held.wait()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.came]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    if hook.held is not None:
        hook.held.set()
    await runner.cleanup()


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.01)


async def pending(desk: Desk) -> int:
    return (await desk.bot.get_webhook_info()).pending_update_count


async def drained(desk: Desk) -> None:
    async with asyncio.timeout(10):
        while await pending(desk):
            await asyncio.sleep(0.01)


async def test_updates_come_in_order_with_the_secret(desk: Desk, hook: Hook) -> None:
    person = await desk.people.user("Олена")
    await desk.people.write(person, person, "до того")
    await desk.bot.set_webhook(hook.url, secret_token="s3cret_-")
    for text in ("раз", "два", "три"):
        await desk.people.write(person, person, text)
    await drained(desk)
    assert hook.texts() == ["до того", "раз", "два", "три"]
    assert {secret for secret, _ in hook.came} == {"s3cret_-"}


async def test_a_refused_update_comes_again_before_the_next_of_its_lane(start: Start, hook: Hook) -> None:
    desk = await start(speed=1000)
    person = await desk.people.user("Олена")
    hook.statuses = [500, 503, 200]
    await desk.bot.set_webhook(hook.url)
    await desk.people.write(person, person, "раз")
    await desk.people.write(person, person, "два")
    await drained(desk)
    assert hook.texts() == ["раз", "раз", "раз", "два"]
    info = await desk.bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"


async def test_other_lanes_go_on_while_one_waits(desk: Desk, hook: Hook) -> None:
    one, other = await desk.people.user("Олена"), await desk.people.user("Петро")
    hook.held = asyncio.Event()
    await desk.bot.set_webhook(hook.url)
    for person, text in ((one, "раз"), (one, "два"), (other, "інший")):
        await desk.people.write(person, person, text)
    await until(lambda: len(hook.came) == 2)
    assert hook.texts() == ["раз", "інший"]
    hook.held.set()
    await drained(desk)
    assert sorted(hook.texts()) == ["два", "раз", "інший"]


async def test_an_address_where_nobody_listens_keeps_the_updates(desk: Desk, hook: Hook) -> None:
    person = await desk.people.user("Олена")
    await desk.bot.set_webhook("http://127.0.0.1:9/hook")
    await desk.people.write(person, person, "агов")
    async with asyncio.timeout(10):
        while (await desk.bot.get_webhook_info()).last_error_message is None:
            await asyncio.sleep(0.01)
    assert await pending(desk) == 1
    await desk.bot.set_webhook(hook.url)
    await drained(desk)
    assert hook.texts() == ["агов"]


async def test_an_update_that_is_too_old_is_given_up(start: Start, hook: Hook) -> None:
    desk = await start(speed=1000)
    person = await desk.people.user("Олена")
    hook.statuses = [500] * 10_000
    await desk.bot.set_webhook(hook.url)
    await desk.people.write(person, person, "агов")
    await until(lambda: len(hook.came) > 2)
    await desk.people.advance(24 * 3600 + 1)
    await drained(desk)


async def test_who_waits_for_another_try_holds_no_connection(desk: Desk, hook: Hook) -> None:
    one, other = await desk.people.user("Олена"), await desk.people.user("Петро")
    hook.refused = one
    await desk.bot.set_webhook(hook.url, max_connections=1)
    for person, text in ((one, "раз"), (other, "інший"), (one, "два"), (other, "ще")):
        await desk.people.write(person, person, text)
    await until(lambda: "ще" in hook.texts())
    assert "два" not in hook.texts()
    hook.refused = None
    await drained(desk)
    assert [text for text in hook.texts() if text in {"раз", "два"}][-2:] == ["раз", "два"]


async def test_never_more_at_once_than_the_webhook_asked_for(desk: Desk, hook: Hook) -> None:
    hook.held = asyncio.Event()
    for number in range(6):
        person = await desk.people.user(f"Людина {number}")
        await desk.people.write(person, person, "агов")
    await desk.bot.set_webhook(hook.url, max_connections=4)
    await until(lambda: len(hook.came) == 4)
    await desk.bot.get_me()
    assert len(hook.came) == 4
    hook.held.set()
    await drained(desk)
    assert len(hook.came) == 6


async def test_updates_of_before_and_after_a_new_address_all_come(desk: Desk, hook: Hook) -> None:
    person = await desk.people.user("Олена")
    await desk.bot.set_webhook("http://127.0.0.1:9/hook")
    for text in ("раз", "два"):
        await desk.people.write(person, person, text)
    await desk.bot.set_webhook(hook.url)
    await desk.people.write(person, person, "три")
    await drained(desk)
    assert hook.texts() == ["раз", "два", "три"]
