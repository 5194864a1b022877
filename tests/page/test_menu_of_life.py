"""A person with a cheap phone asks for help by buttons alone, in a real browser at the width of a phone.

With SCREENSHOTS=folder it saves a picture of each screen there.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from bot.catalogue import load_catalogue
from tests.browser import PHONE, Stand, until
from tests.conversations.words import AGREE, OFFER, OPEN_CASE, RECEIVED, label, piece

pytestmark = pytest.mark.page

NAMES = [label(key) for key in ("button-menu-request", "button-menu-my", "button-menu-call", "button-menu-danger")]
MYKOLA = "Микола Шевчук"
LIFE = load_catalogue().life
SMALLEST_KEY = 44
"""Pixels of height under which a finger misses."""


def test_an_elderly_man_asks_for_care_by_buttons(demo: str, chromium: Chrome) -> None:
    stand = Stand(chromium, demo, PHONE)
    stand.choose_person(MYKOLA)
    stand.say("person", "/start")
    stand.press("person", AGREE)
    stand.wait_text("person", piece("screen-consent-given"))
    _keys_are_large_and_whole(stand)
    _picture(stand, "1-home")

    stand.press("person", label("button-menu-request"))
    stand.wait_text("person", piece("screen-request"))
    _picture(stand, "2-request")
    stand.press("person", label("button-life-more"))
    stand.wait_text("person", piece("screen-request-more"))
    _picture(stand, "3-more")
    stand.press("person", label("button-life-back"))
    stand.press("person", LIFE.areas["health"].name.uk)
    stand.wait_text("person", piece("screen-area"))
    _picture(stand, "4-area")
    stand.press("person", LIFE.ends["care-at-home"].name.uk)
    stand.wait_text("person", piece("screen-end-write"))
    _picture(stand, "5-service")
    stand.say("person", "Мені вісімдесят, ноги не ходять")
    stand.wait_text("person", OFFER)
    _picture(stand, "6-offer")
    stand.press("person", OPEN_CASE)
    stand.wait_text("person", RECEIVED)
    _picture(stand, "7-receipt")

    pressed, before = label("button-menu-danger"), stand.text("person").count(label("button-menu-danger"))
    stand.press("person", pressed)
    stand.wait_text("person", "1547")
    until("that danger was pressed no longer stands there", lambda: stand.text("person").count(pressed) == before)
    _picture(stand, "8-danger")
    assert stand.complaints() == []


def _keys_are_large_and_whole(stand: Stand) -> None:
    for name in NAMES:
        [key] = [each for each in stand.find_all(f'[data-pane="person"] [data-button="{name}"]') if each.is_displayed()]
        assert key.size["height"] >= SMALLEST_KEY, name
        cut = "return arguments[0].scrollWidth > arguments[0].clientWidth + 1"
        assert not stand.driver.execute_script(cut, key), f"{name} does not fit its button"


def _picture(stand: Stand, name: str) -> None:
    if folder := os.environ.get("SCREENSHOTS"):
        Path(folder).mkdir(parents=True, exist_ok=True)
        stand.screenshot(Path(folder) / f"{name}.png")
