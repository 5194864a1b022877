"""A supervisor writes to six hundred people in a real browser: another one confirms, it is paused, goes on and ends.

The bot keeps Telegram's 30 a second, so it lasts long enough to be steered. With SCREENSHOTS=folder a picture of each
step is saved there.
"""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from rules.broadcasts import needs_second
from rules.roles import Role
from tests.browser import DESKTOP, Stand, until
from tests.conversations.stage import Stage, open_stage
from tests.conversations.words import label, piece
from tests.faults.many import FIRST, crowd
from tests.page.looking import Way, picture

pytestmark = pytest.mark.page

PEOPLE = 600
AUTHOR, SECOND = "Світлана", "Тарас"
WORDS = "Завтра мобільний хаб приїде до Дніпра. Чекаємо вас із 9:00 до 17:00, адресу покаже кнопка «Мої звернення»."
PAUSED, FINISHED = label("broadcast-state-paused"), label("broadcast-state-finished")
PAUSE, GO_ON = label("button-broadcast-pause"), label("button-broadcast-go-on")
SPEED = "Швидкість"
PATIENCE = 120.0
LONGER_THAN_SHOWN = 12.0
"""Seconds of business time in which progress would be shown again, twice."""


@pytest.fixture
async def stage(database_url: str, tmp_path: Path) -> AsyncIterator[Stage]:
    """Two supervisors, and many people who agreed long ago; Telegram's limits hold."""
    async with open_stage(database_url, tmp_path, limits=True) as opened:
        for name in (AUTHOR, SECOND):
            worker = await opened.worker(name, Role.SUPERVISOR)
            opened.simulator.world.people[worker.id].side = "staff"
        await crowd(opened.simulator.world, opened.app.database, PEOPLE, opened.clock.now())
        yield opened


async def test_it_is_written_confirmed_paused_resumed_and_finished(stage: Stage, chromium: Chrome) -> None:
    assert needs_second(PEOPLE)
    stand = await asyncio.to_thread(Stand, chromium, stage.simulator.url, DESKTOP)
    way = Way(stand, "broadcast")
    await asyncio.to_thread(_write, way)
    assert got_it(stage) == Counter(), "nobody has confirmed it yet"
    await asyncio.to_thread(_confirm, way)
    await asyncio.to_thread(_pause, way)

    await stage.settled()
    so_far = got_it(stage)
    assert 0 < len(so_far) < PEOPLE
    await stage.later(seconds=LONGER_THAN_SHOWN)
    await stage.settled()
    assert got_it(stage) == so_far, "paused is paused"
    assert await asyncio.to_thread(_told, stand) == (len(so_far), PEOPLE)

    await asyncio.to_thread(_go_on, way)
    await asyncio.to_thread(_see_it_end, way)
    await stage.settled()
    assert got_it(stage) == Counter(range(FIRST, FIRST + PEOPLE)), "each got it, and once"
    assert stand.complaints() == []


def got_it(stage: Stage) -> Counter[int]:
    """Who has the letter, how often."""
    chats = (stage.simulator.world.chats.get(number) for number in range(FIRST, FIRST + PEOPLE))
    letters = ((chat.id, each) for chat in chats if chat is not None for each in chat.messages)
    return Counter(number for number, each in letters if WORDS in str(each.body.get("text", "")))


def _write(way: Way) -> None:
    stand = way.stand
    stand.choose_staff(AUTHOR)
    stand.say("desk", "/broadcast")
    way.sees("desk", label("button-broadcast-new"), "list")
    stand.press("desk", label("button-broadcast-new"))
    stand.press("desk", label("button-broadcast-text-uk"))
    stand.wait_text("desk", piece("broadcast-type-text"))
    stand.say("desk", WORDS)
    way.sees("desk", WORDS, "draft")
    stand.press("desk", label("button-broadcast-ask"))
    way.sees("desk", label("broadcast-never"), "what-follows")
    stand.press("desk", label("button-broadcast-to-second", count=PEOPLE))


def _confirm(way: Way) -> None:
    stand = way.stand
    stand.choose_staff(SECOND)
    way.sees("desk", piece("letter-broadcast-to-confirm"), "second-person")
    stand.press("desk", label("button-broadcast-confirm"))
    stand.choose_staff(AUTHOR)


def _pause(way: Way) -> None:
    stand = way.stand
    stand.press("desk", PAUSE)
    stand.wait_text("desk", PAUSED, PATIENCE)
    until("it can go on", lambda: stand.offers("desk", GO_ON), PATIENCE)


def _told(stand: Stand) -> tuple[int, int]:
    """How many have it, of how many, as the desk says."""
    return until("the last progress", lambda: _numbers(stand.text("desk")), PATIENCE)


def _numbers(said: str) -> tuple[int, int] | None:
    found = re.findall(r"Надіслано (\d+) з (\d+)", said)
    return (int(found[-1][0]), int(found[-1][1])) if found else None


def _go_on(way: Way) -> None:
    stand = way.stand
    way.sees("desk", PAUSED, "paused")
    before = _told(stand)
    stand.press("desk", GO_ON)
    until(
        "it goes on", lambda: before < _told(stand) < (PEOPLE, PEOPLE) and "Швидкість" in stand.text("desk"), PATIENCE
    )
    picture(stand, "broadcast-progress")


def _see_it_end(way: Way) -> None:
    stand = way.stand
    stand.wait_text("desk", f"Надіслано {PEOPLE} з {PEOPLE}", PATIENCE)
    way.sees("desk", FINISHED, "finished")
