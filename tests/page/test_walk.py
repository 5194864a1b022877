"""The whole way on the demo, in a real browser, both sides, phone-wide and desktop-wide.

With SCREENSHOTS=folder it saves the pictures of the README there: demo-desktop.png and demo-phone.png.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from tests.browser import DESKTOP, PHONE, Stand, until
from tests.conversations.words import (
    AGREE,
    CLOSE,
    CLOSED,
    CONSENT,
    DETAILS,
    HOTLINES,
    OFFER,
    OPEN_CASE,
    RECEIVED,
    TAKE,
    TAKEN_BY,
    label,
    piece,
    text,
)
from tests.page.looking import press_of_card

pytestmark = pytest.mark.page

OLENA, MYKOLA = "Олена Коваленко", "Микола Шевчук"
IRYNA, ANDRIY = "Ірина Савченко", "Андрій Мороз"
WORDS = "Добрий день. Нас четверо: я й троє дітей. Немає зимового одягу, а вже холодно."
REPLY = "Добрий день, Олено. Підберемо й привеземо. Які розміри в дітей?"
REMARK = "Андрію, на складі ще є комбінезони 128?"


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_whole_way_from_the_first_words_to_the_end(demo: str, chromium: Chrome, size: tuple[int, int]) -> None:
    stand = Stand(chromium, demo, size)
    stand.choose_person(OLENA)
    _asks(stand)
    stand.choose_staff(IRYNA)
    _answers(stand)
    _save(stand, size)
    _ends(stand)
    stand.choose_person(MYKOLA)
    _is_in_danger(stand)
    assert stand.complaints() == []


def _asks(stand: Stand) -> None:
    """She writes, agrees and sends."""
    stand.say("person", "/start")
    stand.wait_text("person", CONSENT)
    stand.press("person", AGREE)
    stand.wait_text("person", piece("screen-consent-given"))
    stand.say("person", WORDS)
    stand.wait_text("person", OFFER)
    stand.press("person", OPEN_CASE)
    stand.wait_text("person", RECEIVED)


def _answers(stand: Stand) -> None:
    """The caseworker takes the case, remarks something to a colleague, and answers."""
    stand.open_topic("LUH-")
    stand.wait_text("group", WORDS)
    stand.press("group", TAKE)
    stand.show("person")
    stand.wait_text("person", TAKEN_BY)
    stand.show("group")
    stand.say("group", REMARK)
    stand.reply("group", "Нас четверо", REPLY)
    stand.wait_text("group", "🕊")
    stand.show("person")
    stand.wait_text("person", REPLY)
    assert REMARK not in stand.text("person")
    stand.say("person", "116, 122 і 134. Дякую вам!")
    stand.show("group")
    stand.wait_text("group", "116, 122 і 134")
    stand.press("desk", label("button-refresh"))
    stand.wait_text("desk", "LUH-")
    stand.show("person")
    stand.wait_text("person", text("screen-words-added-owner", owner="Ірина"))
    _fits(stand)


def _ends(stand: Stand) -> None:
    """The case is closed, and the person reads what was done."""
    stand.show("group")
    press_of_card(stand, DETAILS)
    stand.wait_text("group", OLENA)
    press_of_card(stand, CLOSE)
    stand.press("group", "Допомогли")
    stand.wait_text("group", label("toast-closed"))
    stand.show("person")
    stand.wait_text("person", CLOSED)
    stand.press("person", label("button-menu-my"))
    stand.wait_text("person", label("mine-closed"))


def _is_in_danger(stand: Stand) -> None:
    """Hotlines come before everything else, the consent too."""
    stand.say("person", "Мене б'є син, я боюся")
    stand.wait_text("person", HOTLINES)
    stand.wait_text("person", CONSENT)
    said = stand.text("person")
    assert said.index(HOTLINES) < said.index(CONSENT)


def _fits(stand: Stand) -> None:
    """Nothing that is shown stands beyond its pane or beyond the view."""
    beyond = stand.driver.execute_script(
        "return [...document.querySelectorAll('.pane')].filter(pane => pane.offsetParent).filter(pane => {"
        " const box = pane.getBoundingClientRect(), side = pane.parentElement.getBoundingClientRect();"
        " return box.right > innerWidth + 1 || box.right > side.right + 1 || box.left < side.left - 1 })"
        ".map(pane => pane.dataset.pane)"
    )
    assert beyond == []


def _save(stand: Stand, size: tuple[int, int]) -> None:
    folder = os.environ.get("SCREENSHOTS")
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    if size == PHONE:
        stand.show("person")
    until("no passing notice", lambda: not any(each.is_displayed() for each in stand.find_all(".toast")))
    stand.screenshot(Path(folder) / ("demo-phone.png" if size == PHONE else "demo-desktop.png"))
