"""Updates come by webhook: the same conversation, and nobody but Telegram can speak for a person."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.telegram.webhook import secret_of
from simulator.world.webhook import Webhook
from tests.conftest import TestServer
from tests.conversations.stage import TOKEN, Department, Stage, open_stage
from tests.conversations.talkers import offers
from tests.conversations.words import OPEN_CASE, TAKE, TAKEN_BY


@pytest.fixture
async def hooked(
    server: TestServer, department: Department, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Stage]:
    """The department at work, with updates by webhook, after which the bot looks often."""
    monkeypatch.setattr("bot.telegram.webhook.LOOK_SECONDS", 0.05)
    name = await server.create(department.database)
    async with open_stage(server.url(name), tmp_path, webhook=True) as opened:
        await opened.move_in(department)
        yield opened
    await server.drop(name)


def webhook_of(stage: Stage) -> Webhook:
    """The webhook as Telegram knows it."""
    found = stage.simulator._webhook.current
    assert found is not None
    return found


async def test_a_person_writes_and_a_caseworker_answers(hooked: Stage) -> None:
    olena, thread = await hooked.with_case("Олена", "Немає дров")
    await hooked.iryna.clicks(thread, TAKE)
    await olena.sees(TAKEN_BY)
    await hooked.iryna.replies(thread, "Немає дров", "Привеземо у вівторок")
    await olena.sees("Привеземо у вівторок")
    hook = webhook_of(hooked)
    assert (hook.url, hook.secret_token, hook.last_error_message) == (
        hooked.settings.webhook_url,
        secret_of(TOKEN),
        None,
    )


async def test_who_does_not_know_the_secret_speaks_for_nobody(hooked: Stage) -> None:
    olena = await hooked.agreed("Олена")
    before = await hooked.count("SELECT count(*) FROM inbox")
    forged = {"update_id": 1, "message": {"message_id": 1, "chat": {"id": olena.id, "type": "private"}, "text": "чуже"}}
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "чуже"}):
            async with session.post(str(hooked.settings.webhook_url), json=forged, headers=headers) as answer:
                assert answer.status == 401
    assert await hooked.count("SELECT count(*) FROM inbox") == before


async def test_a_webhook_that_somebody_took_away_is_set_again_and_nothing_is_lost(hooked: Stage) -> None:
    olena = await hooked.agreed("Олена")
    await hooked.simulator._webhook.remove()
    await olena.send("Немає дров")
    await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    assert webhook_of(hooked).url == hooked.settings.webhook_url


async def test_who_polls_after_a_webhook_takes_it_away_and_goes_on(hooked: Stage) -> None:
    """The operator took WEBHOOK_URL out again."""
    olena = await hooked.agreed("Олена")
    await hooked.app.stop()
    await olena.send("Немає дров")
    async with hooked.beside(webhook_url=None):
        await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    assert hooked.simulator._webhook.current is None
