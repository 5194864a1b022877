"""Direct answers: every refusal is worded, menus fit, details are protected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.telegram import whispers
from bot.telegram.callbacks import Fact, FactField, FactValue, OutcomeChoice
from bot.telegram.callbacks.card import CardMenu
from bot.telegram.render import notices
from bot.telegram.rendered import Rendered
from bot.telegram.whispers import Option
from bot.texts.wording import Wording
from casework.cases.places import OTHER_PLACE
from casework.deadlines.manage import DeadlineLine
from casework.errors import Refusal
from casework.letters.sights import DetailsSight
from rules.languages import LANGUAGES
from tests.bot.telegram.render.given import NOON
from tests.bot.telegram.render.samples import CATALOGUE
from tests.bot.telegram.render.telegram_html import read, units

WORDING = Wording()
UK = WORDING.to("uk")


def pressed(rendered: Rendered) -> list[str]:
    assert isinstance(rendered.keyboard, InlineKeyboardMarkup)
    return [button.callback_data or "" for row in rendered.keyboard.inline_keyboard for button in row]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_is_a_toast_and_a_hint(language: str) -> None:
    t = WORDING.to(language)
    for refusal in Refusal.__subclasses__():
        said = whispers.toast(refusal.key, t, **facts("Ірина & Ко"))
        assert said
        assert read(whispers.hint(refusal.key, t, **facts("Ірина & Ко")).text) == said


def facts(name: str) -> dict[str, str]:
    """All that some refusal names."""
    return {
        "owner": name,
        "who": name,
        "megabytes": "2000",
        "until": "2026-12-07",
        "place": "gone",
        "minutes": "15",
        "why": "not-ahead",
        "what": "{нмер}, ____",
        "number": "LUH-2026-000123",
        "flaw": "unknown-area",
        "column": "areas",
        "value": "я" * 40,
        "most": "600",
        "count": "3",
        "waiting": "2",
        "line": "C01 10 category",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_toasts_fit_into_telegrams_200_signs(language: str) -> None:
    for reason in whispers.TOASTS:
        assert units(whispers.toast(reason, WORDING.to(language), **facts("Ірина " * 5))) <= 200, reason


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_are_telegram_html(language: str) -> None:
    for reason in whispers.HINTS:
        assert read(whispers.hint(reason, WORDING.to(language)).text)


def test_an_unknown_reason_is_an_error() -> None:
    with pytest.raises(KeyError):
        whispers.toast("nothing", UK)
    with pytest.raises(KeyError):
        whispers.hint("nothing", UK)


def test_details_say_that_the_reading_is_recorded_and_are_protected() -> None:
    sight = DetailsSight("LUH-2026-000123", "<Олена>", False, None, None, None, None, None, None, date(2026, 11, 23))
    shown = whispers.details(sight, UK)
    assert "Цей перегляд записано" in shown.text
    assert "Ім’я: <Олена>" in read(shown.text)
    assert "Згода від 23 листопада 2026 року" in shown.text
    assert shown.protect


def test_a_watched_persons_name_is_said_to_be_hidden() -> None:
    sight = DetailsSight("LUH-2026-000123", None, True, None, None, None, None, None, None, None)
    assert "не записуємо" in whispers.details(sight, UK).text


def test_each_outcome_of_the_catalogue_is_one_button() -> None:
    options = [Option(slug, entry.name.uk) for slug, entry in CATALOGUE.outcomes.items()]
    data = pressed(whispers.outcomes(7, options, UK))
    assert [OutcomeChoice.unpack(each).outcome for each in data] == list(CATALOGUE.outcomes)


def test_facts_show_what_is_recorded_already() -> None:
    shown = whispers.fact_fields(7, {Fact.SERVICE: "Житло"}, UK)
    assert isinstance(shown.keyboard, InlineKeyboardMarkup)
    labels = [row[0].text for row in shown.keyboard.inline_keyboard]
    assert labels[:2] == ["Послуга: Житло", "Хто звертається: немає"]
    *fields, back = pressed(shown)
    assert back == CardMenu(case=7).pack()
    assert [FactField.unpack(each).field for each in fields] == list(Fact)


def test_places_are_chosen_by_raion_first_or_lie_elsewhere_or_are_not_known() -> None:
    raions = {each.raion_code: each.raion for each in CATALOGUE.hromadas.values()}
    data = pressed(whispers.fact_groups(7, Fact.REGISTERED_HROMADA, [Option(*each) for each in raions.items()], UK))
    assert [FactField.unpack(each).group for each in data[:-3]] == list(raions)
    assert [FactValue.unpack(each).value for each in data[-3:-1]] == [OTHER_PLACE, whispers.NOTHING]


def test_all_pages_together_show_every_value_once() -> None:
    options = [Option(slug, entry.name.uk) for slug, entry in CATALOGUE.services.items()]
    seen: list[str] = []
    page, more = 0, True
    while more:
        data = pressed(whispers.fact_values(7, Fact.SERVICE, options, page, UK, current=options[0].value))
        seen += [FactValue.unpack(each).value for each in data if each.startswith("fv:")]
        more = FactField(case=7, field=Fact.SERVICE, page=page + 1).pack() in data
        page += 1
    assert seen == [each.value for each in options]


def test_the_value_recorded_now_is_marked() -> None:
    options = [Option("a", "Один"), Option("b", "Два")]
    shown = whispers.fact_values(7, Fact.AUDIENCE, options, 0, UK, current="b")
    assert isinstance(shown.keyboard, InlineKeyboardMarkup)
    assert [row[0].text for row in shown.keyboard.inline_keyboard][:2] == ["Один", "Два (зараз)"]


def test_a_fact_can_be_taken_back_but_a_case_always_has_a_service() -> None:
    nothing = FactValue(case=7, field=Fact.AUDIENCE, value=whispers.NOTHING).pack()
    assert nothing in pressed(whispers.fact_values(7, Fact.AUDIENCE, [Option("a", "Один")], 0, UK))
    service = pressed(whispers.fact_values(7, Fact.SERVICE, [Option("a", "Один")], 0, UK))
    assert [each for each in service if each.startswith("fv:")] == ["fv:7:service:a"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_deadlines_name_what_can_be_done_with_each(language: str) -> None:
    line = DeadlineLine(3, "рішення <про послугу>", "Закон", NOON, False, False, False, None, True, True, True)
    lines = [
        line,
        replace(line, paused=True, may_extend=False),
        replace(line, overdue=True, extended=True, may_extend=False, may_pause=False),
        replace(line, open=False, met_at=NOON, may_extend=False, may_pause=False),
        replace(line, open=False, basis=None, may_extend=False, may_pause=False),
    ]
    shown = notices.deadlines(7, lines, WORDING.to(language))
    assert read(shown.text).count("<про послугу>") == 5
    *steps, back = pressed(shown)
    assert back == CardMenu(case=7).pack()
    assert len(steps) == 3 + 2 + 1
    assert all(len(data.encode()) <= 64 for data in pressed(shown))
    assert read(notices.deadlines(7, [], WORDING.to(language)).text)
    reasons = {slug: words[language] for slug, words in CATALOGUE.reasons.items()}
    assert len(pressed(notices.reasons(3, reasons, WORDING.to(language)))) == len(reasons)
