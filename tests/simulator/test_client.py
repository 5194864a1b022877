"""The people's client waits for what is to come instead of asking over and over."""

import asyncio

import pytest

from simulator.client import RefusedError
from tests.simulator.conftest import Desk


async def test_it_waits_for_a_message_that_comes_later(desk: Desk) -> None:
    person = await desk.beneficiary()
    wait = asyncio.create_task(desk.people.wait_for(person, lambda shown: "номер" in shown.text))
    await desk.bot.send_message(person, "Вітаю")
    await desk.bot.send_message(person, "Ваш номер LUH-2026-000001")
    shown = await asyncio.wait_for(wait, 10)
    assert (shown.text, shown.sender) == ("Ваш номер LUH-2026-000001", desk.bot.id)


async def test_it_says_so_when_nothing_comes(desk: Desk) -> None:
    person = await desk.beneficiary()
    with pytest.raises(TimeoutError, match="not seen"):
        await desk.people.wait_for(person, lambda shown: shown.text == "ніколи", timeout=0.1)


async def test_refusals_carry_status_and_words(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="no such chat") as caught:
        await desk.people.messages(4711)
    assert caught.value.status == 404


async def test_a_button_that_is_not_there_names_those_that_are(desk: Desk) -> None:
    person = await desk.beneficiary()
    await desk.bot.send_message(person, "x")
    shown = (await desk.people.messages(person)).messages[-1]
    with pytest.raises(LookupError, match="no button 'Так'"):
        shown.button("Так")
