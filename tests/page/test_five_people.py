"""Five people go the whole way at the width of a phone, from the first /start to the end that fits each of them.

What each tapped and sent until the request was filed is counted, printed, and compared with docs/five-people.md.
With SCREENSHOTS=folder a picture of each step is saved there.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from selenium.webdriver import Chrome

from bot.catalogue import load_catalogue
from tests.browser import PHONE, Stand
from tests.conversations.words import (
    AGREE,
    CLOSE,
    CLOSED,
    CONSENT,
    DETAILS,
    OFFER,
    OPEN_CASE,
    RECEIVED,
    TAKE,
    TAKEN_BY,
    label,
    piece,
)
from tests.house.source_tree import ROOT
from tests.page.looking import Way, photo, press_of_card

pytestmark = pytest.mark.page

OLENA, MYKOLA, NATALIIA = "Олена Коваленко", "Микола Шевчук", "Наталія Бондар"
LASTIVKA, SOLOMIIA = "Ластівка", "Соломія Шевчук"
IRYNA, SVITLANA = "Ірина Савченко", "Світлана Гончар"
LIFE = load_catalogue().life
BY_VOICE, BY_CATALOGUE = 4, 8
SHOW = label("button-show-file")
FOR_ANOTHER = label("button-for-another")

Tell = Callable[[Stand, str], None]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Says how far it was to a filed request, and holds it against the page of documents and its goal."""

    def told(stand: Stand, who: str) -> None:
        counted = stand.acts["person"]
        with capsys.disabled():
            sys.stdout.write(f"\n  {who}: {counted} taps and messages to a filed request\n")
        [(stated, goal)] = re.findall(rf"^\| {who}.*\| (\d+) \| (\d+) \|$", _page(), re.MULTILINE)
        assert counted == int(stated), "docs/five-people.md says otherwise"
        assert int(goal) in {BY_VOICE, BY_CATALOGUE}
        assert counted <= int(goal)

    return told


def _page() -> str:
    return (ROOT / "docs" / "five-people.md").read_text(encoding="utf-8")


def test_mykola_speaks_once_and_a_human_phones_him(demo: str, chromium: Chrome, tell: Tell) -> None:
    way = _begins(chromium, demo, MYKOLA)
    stand = way.stand
    stand.speak("person")
    way.sees("person", OFFER, "offer")
    stand.press("person", OPEN_CASE)
    way.sees("person", RECEIVED, "received")
    tell(stand, MYKOLA)

    stand.choose_staff(IRYNA)
    _takes(way)
    stand.press("group", SHOW)
    way.sees("group", "Бачите лише ви", "listens")
    stand.reply("group", "голосове, 0:04", "Миколо Петровичу, доброго дня. Привеземо дрова в середу. Подзвонити вам?")
    way.sees("person", "дрова в середу", "answer")
    stand.press("person", label("button-menu-call"))
    way.sees("person", piece("letter-call-number"), "number")
    stand.press("person", label("button-call-contact"))
    way.sees("person", piece("letter-call-number-kept"), "time")
    stand.press("person", label("button-call-soon"))
    way.sees("person", piece("screen-call-wanted-fraud"), "call-promised")
    stand.show("group")
    press_of_card(stand, label("button-call"))
    way.sees("group", piece("letter-desk-call-logged"), "phones")
    stand.press("group", label("button-call-reached"))
    _closes(way)
    way.sees("person", CLOSED, "closed")
    assert stand.complaints() == []


def test_olena_finds_warm_clothes_in_the_menu_and_sends_photos(
    demo: str, chromium: Chrome, tell: Tell, tmp_path: Path
) -> None:
    way = _begins(chromium, demo, OLENA)
    stand = way.stand
    _opens_menu(way, "goods", "clothes-food")
    photos = [photo(tmp_path / f"{name}.png", colour) for name, colour in (("one", 90), ("two", 160))]
    stand.send_files("person", photos, "Нас четверо. Це куртки дітей, вони вже малі.")
    way.sees("person", "фото × 2", "offer")
    stand.press("person", OPEN_CASE)
    way.sees("person", RECEIVED, "received")
    tell(stand, OLENA)

    stand.choose_staff(IRYNA)
    _takes(way)
    stand.press("group", label("button-show-files", count=2))
    way.sees("group", "Бачите лише ви", "looks-at-photos")
    stand.reply("group", "Нас четверо", "Добрий день, Олено. Підберемо. Які розміри в дітей?")
    way.sees("person", "Які розміри", "answer")
    stand.say("person", "116, 122 і 134. Дякую вам")
    way.sees("group", "116, 122 і 134", "answered")
    _closes(way)
    way.sees("person", CLOSED, "closed")
    stand.press("person", label("button-rate-good"))
    way.sees("person", piece("screen-rated"), "rated")
    stand.press("person", label("button-menu-my"))
    way.sees("person", label("mine-closed"), "my")
    assert stand.complaints() == []


def test_nataliia_reaches_one_human_who_stays(demo: str, chromium: Chrome, tell: Tell) -> None:
    way = _begins(chromium, demo, NATALIIA)
    stand = way.stand
    _opens_menu(way, "military", "relative-missing")
    stand.say("person", "Чоловік не виходить на зв’язок з понеділка")
    way.sees("person", OFFER, "offer")
    stand.press("person", OPEN_CASE)
    way.sees("person", RECEIVED, "received")
    way.sees("person", piece("screen-family-lines"), "one-human")
    tell(stand, NATALIIA)

    stand.choose_staff(SVITLANA)
    way.sees("desk", piece("letter-one-human-wanted"), "lead-is-asked")
    stand.choose_staff(IRYNA)
    _takes(way)
    assert "безвісти" not in stand.text("group"), "whose fate it is does not stand in the group"
    stand.reply("group", "не виходить", "Наталіє, я Ірина. Я з вами від сьогодні й до кінця. Коли вам зручно говорити?")
    way.sees("person", "Я з вами від сьогодні", "answer")
    assert TAKEN_BY not in stand.text("person"), "the machine says nothing by itself"
    stand.say("person", "Увечері, після сьомої")
    way.sees("group", "Увечері, після сьомої", "answered")
    assert stand.complaints() == []


def test_lastivka_in_danger_reads_only_when_it_is_safe(demo: str, chromium: Chrome, tell: Tell) -> None:
    stand = Stand(chromium, demo, PHONE)
    way = Way(stand, LASTIVKA)
    stand.choose_person(LASTIVKA)
    stand.say("person", "/start")
    way.sees("person", CONSENT, "start")
    stand.press("person", label("button-menu-danger"))
    way.sees("person", piece("letter-hotlines", heard="no", called="yes"), "hotlines")
    assert all(number in stand.text("person") for number in ("112", "102", "103", "1547"))
    tell(stand, LASTIVKA)
    stand.press("person", label("button-way-silent"))
    way.sees("person", piece("screen-safe-way-silent"), "silent")
    stand.press("person", label("button-clear-chat"))
    way.sees("person", piece("screen-clear-chat"), "clear-chat")

    stand.choose_staff(SVITLANA)
    way.sees("desk", piece("letter-alarm-raised", pressed="yes", late="no"), "alarm")
    stand.press("desk", label("button-see-alarm"))
    stand.open_topic("LUH-")
    way.sees("group", label("button-step"), "taken")
    stand.say("group", "/a Я поруч. Є безпечне місце, машина приїде, коли скажете.")
    way.sees("group", "машина приїде", "held")
    stand.show("person")
    assert piece("screen-covered") not in stand.text("person"), "nothing arrives by itself"
    stand.say("person", ".")
    way.sees("person", piece("screen-covered"), "covered")
    assert "безпечне місце" not in stand.text("person")
    stand.press("person", label("button-open-reply"))
    way.sees("person", "безпечне місце", "open")
    stand.press("person", label("button-cover-reply"))
    stand.wait_gone("person", "безпечне місце")
    way.sees("person", piece("screen-covered"), "covered-again")
    assert stand.complaints() == []


def test_solomiia_files_for_her_grandfather_and_he_agrees_himself(demo: str, chromium: Chrome, tell: Tell) -> None:
    way = _begins(chromium, demo, SOLOMIIA)
    stand = way.stand
    stand.say("person", "Дідусеві потрібні ходунки. Він живе сам і вже не виходить.")
    way.sees("person", OFFER, "offer")
    stand.press("person", OPEN_CASE)
    way.sees("person", RECEIVED, "received")
    tell(stand, SOLOMIIA)

    stand.press("person", FOR_ANOTHER)
    way.sees("person", label("form-whom-who"), "whom")
    stand.press("person", label("form-whom-who-relative"))
    way.sees("person", label("form-whom-name"), "name")
    stand.say("person", "Микола Шевчук")
    way.sees("person", label("form-whom-born"), "born")
    stand.say("person", "78")
    way.sees("person", label("form-whom-knows"), "knows")
    stand.press("person", label("form-whom-knows-yes"))
    way.sees("person", label("form-whom-phone"), "phone")
    stand.say("person", "050 000 00 02")
    way.sees("person", label("form-whom-agree"), "agree")
    stand.press("person", label("form-whom-agree-code"))
    way.sees("person", piece("screen-form-summary"), "summary")
    stand.press("person", label("button-form-submit"))
    way.sees("person", piece("whom-sent-code"), "code")
    [code] = re.findall(r"\d{4} \d{4} \d{4}", stand.text("person"))

    stand.choose_person(MYKOLA)
    stand.say("person", code)
    way.sees("person", piece("letter-agreed-by-code"), "grandfather-agrees")
    assert "ходунки" not in stand.text("person"), "what she wrote stays between her and us"
    stand.choose_staff(IRYNA)
    _takes(way)
    press_of_card(stand, DETAILS)
    way.sees("group", SOLOMIIA, "details")
    assert "+380 50 000 00 02" in stand.text("group")
    stand.reply("group", "ходунки", "Соломіє, привеземо ходунки дідусеві в четвер. Хто відчинить двері?")
    stand.choose_person(SOLOMIIA)
    way.sees("person", piece("letter-agreement-known"), "agreement-known")
    way.sees("person", "Хто відчинить двері", "answer")
    stand.choose_person(MYKOLA)
    assert "Хто відчинить двері" not in stand.text("person"), "the answer goes to the one who writes"
    assert stand.complaints() == []


def _begins(chromium: Chrome, demo: str, who: str) -> Way:
    """Somebody opens the chat for the first time and agrees."""
    stand = Stand(chromium, demo, PHONE)
    way = Way(stand, who.split()[0])
    stand.choose_person(who)
    stand.say("person", "/start")
    way.sees("person", CONSENT, "start")
    stand.press("person", AGREE)
    way.sees("person", piece("screen-consent-given"), "agreed")
    return way


def _opens_menu(way: Way, area: str, end: str) -> None:
    way.stand.press("person", label("button-menu-request"))
    way.sees("person", piece("screen-request"), "menu")
    way.stand.press("person", label("button-life-more"))
    way.sees("person", piece("screen-request-more"), "menu-more")
    way.stand.press("person", LIFE.areas[area].name.uk)
    way.sees("person", piece("screen-area"), "area")
    way.stand.press("person", LIFE.ends[end].name.uk)
    way.sees("person", piece("screen-end-write"), "end")


def _takes(way: Way) -> None:
    way.stand.open_topic("LUH-")
    way.sees("group", piece("screen-card-how"), "topic")
    way.stand.press("group", TAKE)
    way.sees("group", label("button-step"), "taken")


def _closes(way: Way) -> None:
    way.stand.show("group")
    press_of_card(way.stand, CLOSE)
    way.sees("group", piece("whisper-outcomes"), "outcomes")
    way.stand.press("group", "Допомогли")
    way.sees("group", label("toast-closed"), "ended")
