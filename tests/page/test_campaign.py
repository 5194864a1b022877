"""The demo’s campaign of children’s recreation at the width of a phone, from the call to the trip, the clock moved: a
mother applies, two humans confirm the need, a lead shares out, she takes the place and reads when the trip is; a
caseworker marks who left and who is back, and she reads that, too.
"""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.ui import Select

from bot.catalogue import load_catalogue
from bot.clock import real_now
from bot.demo_campaign import STAY, UNTIL_THE_TRIP
from bot.telegram.render.trips import MINUTES
from tests.browser import PHONE, Pane, Stand, until
from tests.conversations.words import AGREE, CONSENT, label, piece, text
from tests.faults.many import until_noon
from tests.page.looking import Way, photo

pytestmark = pytest.mark.page

OLENA = "Олена Коваленко"
IRYNA, ANDRIY, SVITLANA = "Ірина Савченко", "Андрій Мороз", "Світлана Гончар"
CATALOGUE = load_catalogue()
MANY = CATALOGUE.categories["C13"].name["uk"]
IDENTITY = CATALOGUE.documents["child-id"].name["uk"]
LEAP_SECONDS = 600.0
"""A leap of the clock runs the jobs of weeks; a busy machine takes its time."""


def test_from_the_call_to_the_trip(demo: str, chromium: Chrome, tmp_path: Path) -> None:
    way = Way(Stand(chromium, demo, PHONE), "campaign")
    stand = way.stand
    # At night nobody is written to, and a test may run at any hour.
    _leap(stand, math.ceil(until_noon(real_now()) / 3600), "годин")
    _applies(way)
    number = re.findall(r"LUH-\d{4}-\d{6}", stand.text("person"))[-1]
    _checked(way, number, tmp_path)
    _confirmed_by(way, ANDRIY, number)
    stand.choose_person(OLENA)
    way.sees("person", piece("letter-need-confirmed"), "need-confirmed")
    _leap(stand, 3)
    _shared_out(way)
    way.sees("person", piece("letter-place-offered"), "offered")
    stand.say("person", "/my")
    press_line(stand, number)
    way.sees("person", text("mine-place-next"), "my-offered")
    stand.press("person", next(each for each in _buttons(stand) if each.startswith("Беремо")))
    way.sees("person", label("campaign-form-079"), "accepted")
    told = stand.text("person")
    assert "автобус з Полтави" in told
    assert re.search(r"Лісова казка: \d\d\.\d\d\.\d{4} – \d\d\.\d\d\.\d{4}", told), "when the trip is"
    _travels(way, number)
    assert stand.complaints() == []


def _travels(way: Way, number: str) -> None:
    """On the first day the child leaves, on the last one it is back: one press each. The family hears of it once the
    press can't be taken back.
    """
    stand = way.stand
    stand.choose_staff(IRYNA)
    _leap(stand, UNTIL_THE_TRIP.days - 3)
    _opens_the_shift(way, "shift")
    stand.press("desk", label("button-trip-send", count="1"))
    way.sees("desk", label("trip-counts", wait="0", sent="1", back="0", missed="0"), "left")
    stand.press("desk", label("button-trip-undo", count="1"))
    stand.wait_text("desk", label("trip-counts", wait="1", sent="0", back="0", missed="0"))
    stand.press("desk", label("button-trip-send", count="1"))
    stand.wait_text("desk", label("trip-counts", wait="0", sent="1", back="0", missed="0"))
    assert piece("letter-trip-begun") not in stand.text("person")
    _leap(stand, MINUTES + 2, "хвилин")
    way.sees("person", piece("letter-trip-begun"), "letter-begun")
    _reads_of_it(way, number, "standing-sent", "my-sent")
    _leap(stand, STAY.days)
    _opens_the_shift(way, "shift-at-its-end")
    stand.press("desk", label("button-trip-complete", count="1"))
    way.sees("desk", label("trip-counts", wait="0", sent="0", back="1", missed="0"), "back")
    _leap(stand, MINUTES + 2, "хвилин")
    way.sees("person", piece("letter-trip-over"), "letter-over")
    _reads_of_it(way, number, "standing-completed", "my-completed")


def _opens_the_shift(way: Way, name: str) -> None:
    stand = way.stand
    stand.say("desk", "/trips")
    way.sees("desk", text("screen-trips"), f"trips-{name}")
    stand.press("desk", next(each for each in _buttons(stand, "desk") if each.startswith("Лісова казка")))
    way.sees("desk", text("screen-trip"), name)


def _reads_of_it(way: Way, number: str, standing: str, name: str) -> None:
    """The mother looks at her application."""
    way.stand.say("person", "/my")
    press_line(way.stand, number)
    way.sees("person", label(standing).capitalize(), name)


def press_line(stand: Stand, number: str) -> None:
    """The case in the list of one's own."""
    stand.show("person")
    line = until("the line of the case", lambda: next((each for each in _buttons(stand) if number in each), None))
    stand.press("person", line)


def _buttons(stand: Stand, pane: Pane = "person") -> list[str]:
    stand.show(pane)
    found = stand.find_all(f'[data-pane="{pane}"] [data-button]')
    return [str(each.get_attribute("data-button")) for each in found if each.is_displayed()][::-1]


def _applies(way: Way) -> None:
    """The mother applies for one child."""
    stand = way.stand
    stand.choose_person(OLENA)
    stand.say("person", "/start")
    stand.wait_text("person", CONSENT)
    stand.press("person", AGREE)
    stand.wait_text("person", piece("screen-consent-given"))
    stand.say("person", "/recreation")
    way.sees("person", text("recreation-no-promise"), "call")
    stand.press("person", label("button-apply"))
    for question, answer in (
        ("form-recreation-name", "Коваленко Олена Іванівна"),
        ("form-recreation-phone", "0501234567"),
        ("form-recreation-lives", "Полтава"),
    ):
        stand.wait_text("person", text(question))
        stand.say("person", answer)
    stand.press("person", "Полтава, Полтавська громада, Полтавський район, Полтавська область")
    for question, answer in (
        ("form-recreation-child", "Коваленко Марко Петрович"),
        ("form-recreation-born", "20.05.2015"),
        ("form-recreation-registered", "Сорокине"),
    ):
        stand.wait_text("person", text(question))
        stand.say("person", answer)
    stand.press("person", "Сорокине, Сорокинська громада, Довжанський район")
    way.sees("person", text("form-recreation-categories"), "categories")
    stand.press("person", MANY)
    # A button made for the state before the tick is passed over.
    until("a tick", lambda: label("button-form-ticked", option=MANY) in _buttons(stand))
    stand.press("person", label("button-form-done"))
    stand.wait_text("person", text("form-recreation-stay"))
    stand.press("person", label("form-recreation-stay-either"))
    stand.wait_text("person", text("form-recreation-period"))
    stand.press("person", label("form-recreation-period-either"))
    way.sees("person", piece("screen-form-summary"), "summary")
    stand.press("person", label("button-form-submit"))
    way.sees("person", piece("letter-application-sent", anew="no"), "sent")


def _checked(way: Way, number: str, folder: Path) -> None:
    """A caseworker asks for the document, looks at it, and confirms the need."""
    stand = way.stand
    stand.choose_staff(IRYNA)
    _opens(way, number)
    stand.press("desk", label("button-review-check"))
    stand.press("desk", label("button-review-ask"))
    way.sees("person", piece("letter-documents-asked"), "documents-asked")
    stand.press("person", label("button-document-send"))
    stand.wait_text("person", piece("screen-document"))
    stand.send_files("person", [photo(folder / "certificate.png", 180)])
    stand.press("person", label("button-document-done"))
    stand.wait_text("person", piece("screen-documents-check"))
    stand.press("desk", label("button-documents-staff"))
    way.sees("desk", text("whisper-documents"), "documents")
    stand.press("desk", label("button-document-line", name=IDENTITY, state=label("document-sent")))
    stand.press("desk", label("button-document-accept"))
    stand.press("desk", label("button-review-back"))
    _holds_and_confirms(way)


def _holds_and_confirms(way: Way) -> None:
    stand = way.stand
    stand.press("desk", label("button-review-child", number="1"))
    stand.press("desk", label("button-review-holds", code="C13"))
    way.sees("desk", label("screen-review-category", code="C13", name=MANY, holds="yes"), "child")
    stand.press("desk", label("button-review-confirm"))
    way.sees("desk", label("screen-review-seen", who=IRYNA.split()[0]).split(".")[0], "seen-once")


def _opens(way: Way, number: str) -> None:
    way.stand.say("desk", "/review")
    way.sees("desk", text("screen-review"), "list")
    way.stand.press("desk", number)
    way.sees("desk", label("screen-review-four-eyes"), "application")


def _confirmed_by(way: Way, who: str, number: str) -> None:
    """A second human confirms."""
    stand = way.stand
    stand.choose_staff(who)
    _opens(way, number)
    stand.press("desk", label("button-review-child", number="1"))
    stand.press("desk", label("button-review-confirm"))
    stand.wait_text("desk", label("standing-need-confirmed"))


def _shared_out(way: Way) -> None:
    """The call is over: the lead tries with the public value, looks at the table, and confirms."""
    stand = way.stand
    stand.choose_staff(SVITLANA)
    stand.say("desk", "/campaigns")
    way.sees("desk", text("screen-campaigns"), "campaigns")
    stand.press("desk", next(each for each in _buttons(stand, "desk") if each.startswith("Відпочинок дітей")))
    way.sees("desk", label("campaign-state-closed"), "closed")
    stand.press("desk", label("button-campaign-allocate"))
    stand.press("desk", label("button-allocation"))
    stand.press("desk", label("button-allocation-try"))
    way.sees("desk", "До закриття назвали", "value")
    stand.say("desk", "43.1172")
    way.sees("desk", label("allocation-why-first-wish"), "trial")
    stand.press("desk", label("button-allocation-confirm"))
    way.sees("desk", piece("allocation-confirmed"), "confirmed")


def _leap(stand: Stand, count: int, unit: str = "днів") -> None:
    """The demo's clock goes forward, by its own control."""
    shown = "return document.querySelector('#clock-offset').textContent"
    before = stand.driver.execute_script(shown)
    control = stand.find('[popovertarget="clock"]')
    control.click()
    field = stand.find('#clock-form input[name="count"]')
    field.clear()
    field.send_keys(str(count))
    Select(stand.find('#clock-form select[name="unit"]')).select_by_visible_text(unit)
    button = stand.find("#clock-form button")
    button.click()
    until("the clock has moved", lambda: stand.driver.execute_script(shown) != before, LEAP_SECONDS)
    stand.driver.execute_script("document.querySelector('#clock').hidePopover()")
