"""The pictures of the handbook, from the demo: `make pictures` writes `docs/pictures`. All people in them are invented.

One walk: somebody writes, a caseworker takes the case and answers, asks for documents, looks at the state; somebody is
in danger; the caseworker practises.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.browser import Pane, Stand, chromium_for_a_while, until
from tests.conversations.words import AGREE, CLOSE, CONSENT, OFFER, OPEN_CASE, RECEIVED, TAKE, label, piece, text
from tests.house.source_tree import ROOT
from tests.page.demo import demo_running

FOLDER = ROOT / "docs" / "pictures"
SIZE = (430, 880)
"""Where one pane at a time has room, as on a phone."""
STARTING_SECONDS = 600.0
PATIENCE_SECONDS = 120.0
"""Pictures have time."""
OLENA, MYKOLA = "Олена Коваленко", "Микола Шевчук"
IRYNA, SVITLANA = "Ірина Савченко", "Світлана Гончар"
WORDS = "Добрий день. Нас четверо: я й троє дітей. Немає зимового одягу, а вже холодно."
REPLY = "Добрий день, Олено. Підберемо й привеземо. Які розміри в дітей?"
ODD = "Привеземо в ____, о десятій."
MORE = label("button-more")


def card(stand: Stand) -> None:
    """A new case in its topic."""
    stand.choose_person(OLENA)
    stand.say("person", "/start")
    _sees(stand, "person", CONSENT)
    _press(stand, "person", AGREE)
    _sees(stand, "person", piece("screen-consent-given"))
    stand.say("person", WORDS)
    _sees(stand, "person", OFFER)
    _press(stand, "person", OPEN_CASE)
    _sees(stand, "person", RECEIVED)
    stand.choose_staff(IRYNA)
    stand.open_topic("LUH-")
    _sees(stand, "group", WORDS)
    _sees(stand, "group", TAKE)


def answer(stand: Stand) -> None:
    """Taken and answered; the mark stands below the answer."""
    _press(stand, "group", TAKE)
    _sees(stand, "group", label("button-step"))
    stand.reply("group", "Нас четверо", REPLY)
    _sees(stand, "group", "🕊")
    _sees(stand, "group", CLOSE)


def odd(stand: Stand) -> None:
    """An answer that looks as if it were meant for a colleague."""
    stand.reply("group", "Зв’язок: Telegram", ODD)
    _sees(stand, "group", label("button-is-note"))


def menu(stand: Stand) -> None:
    """All that can be done."""
    _press(stand, "group", label("button-is-note"))
    _press(stand, "group", MORE)
    _sees(stand, "group", label("button-facts"))


def documents(stand: Stand) -> None:
    """What can be asked for."""
    _press(stand, "group", label("button-documents-staff"))
    _press(stand, "group", label("button-documents-pick"))
    _sees(stand, "group", label("button-document-back"))


def danger(stand: Stand) -> None:
    """Somebody is in danger: nobody is on duty, so the desks of all leads are told."""
    stand.choose_staff(SVITLANA)
    stand.choose_person(MYKOLA)
    stand.say("person", "/danger")
    _sees(stand, "desk", label("button-see-alarm"))


def practice(stand: Stand) -> None:
    """The first story."""
    stand.choose_staff(IRYNA)
    stand.say("desk", "/practice")
    _press(stand, "desk", label("button-practice-begin"))
    _sees(stand, "desk", text("practice-do-take"))


PICTURES: Mapping[str, tuple[Pane, Callable[[Stand], None]]] = {
    "card": ("group", card),
    "answer": ("group", answer),
    "odd": ("group", odd),
    "menu": ("group", menu),
    "documents": ("group", documents),
    "danger": ("desk", danger),
    "practice": ("desk", practice),
}
"""What each shows, in the order of the walk."""


def main(*only: str) -> None:
    """Write them all anew, or those named; most go on where the one before ended."""
    FOLDER.mkdir(exist_ok=True)
    with demo_running(STARTING_SECONDS) as address:
        for chromium in chromium_for_a_while():
            stand = Stand(chromium, address, SIZE)
            for name, (pane, walk) in PICTURES.items():
                if only and name not in only:
                    continue
                walk(stand)
                _take(stand, pane, FOLDER / f"{name}.png")


def _sees(stand: Stand, pane: Pane, words: str) -> None:
    stand.show(pane)
    stand.wait_text(pane, words, PATIENCE_SECONDS)


def _press(stand: Stand, pane: Pane, button: str) -> None:
    _sees(stand, pane, button)
    stand.press(pane, button)


def _take(stand: Stand, pane: Pane, path: Path) -> None:
    """The whole pane, at its newest message."""
    stand.show(pane)
    until("no passing notice", lambda: not any(each.is_displayed() for each in stand.find_all(".toast")))
    stand.screenshot(path)


if __name__ == "__main__":
    main(*sys.argv[1:])
