"""Variables, buttons and lengths of what is said to many."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import load_catalogue
from rules.broadcast_words import (
    TYPED,
    Variable,
    by_language,
    days_left,
    fill,
    is_address,
    read_day,
    read_link,
    seen_length,
    still_blank,
    to_type,
    unknown_in,
    variables_in,
)
from rules.languages import LANGUAGES
from rules.segments import MOST_VALUES, Dimension, Segment

CATALOGUE = load_catalogue()
TODAY = date(2026, 3, 11)


def test_variables_are_known_in_both_languages_and_what_follows_from_another_is_not_asked_for() -> None:
    assert variables_in("{Програма} {days} {DATE} {ім’я} {days}") == [
        Variable.PROGRAMME,
        Variable.DAYS,
        Variable.DATE,
    ]
    assert unknown_in("{програма} {ім’я}") == ("{ім’я}",)
    assert to_type({"uk": "{днів} {телефон}", "en": "{place}"}) == [Variable.DATE, Variable.PLACE]


def test_what_is_not_filled_is_blank_and_goes_to_nobody() -> None:
    assert still_blank({"uk": "До {дата}"}, {}) == ("{дата}",)
    assert still_blank({"uk": "До {дата}, {днів}"}, {"date": "2026-04-01"}) == ()
    assert still_blank({"uk": "Дзвоніть {телефон}"}, {}) == ()
    assert still_blank({"uk": "Дзвоніть ____ і [ім’я]"}, {}) == ("____", "[ім’я]")
    assert still_blank({"uk": "<b>Увага</b> &lt;3"}, {}) == ()


def test_filling_touches_nothing_else() -> None:
    assert fill("{програма}: {днів}, {інше} <b>{program}</b>", {Variable.PROGRAMME: "Відпочинок"}) == (
        "Відпочинок: {днів}, {інше} <b>{program}</b>"
    )


@given(st.text(), st.text(max_size=20))
def test_filling_never_fails(text: str, value: str) -> None:
    filled = fill(text, dict.fromkeys(Variable, value))
    assert variables_in(text) == [] or isinstance(filled, str)


@pytest.mark.parametrize("slug", CATALOGUE.broadcasts)
def test_a_ready_made_one_is_whole_once_it_is_filled(slug: str) -> None:
    ready = CATALOGUE.broadcasts[slug]
    texts = {language: ready.text[language] for language in LANGUAGES}
    values = {each.value: "x" for each in to_type(texts)}
    assert still_blank(texts, values) == ()
    assert set(to_type(texts)) <= set(TYPED)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("01.04.2026", date(2026, 4, 1)),
        (" 1.4.2026 ", date(2026, 4, 1)),
        ("11.03.2026", TODAY),
        ("10.03.2026", None),
        ("31.04.2026", None),
        ("1.4.26", None),
        ("завтра", None),
        ("", None),
    ],
)
def test_a_day_is_one_of_the_calendar_and_not_over(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


def test_days_left_are_never_less_than_none() -> None:
    assert [days_left(date(2026, 3, day), TODAY) for day in (9, 11, 12, 14)] == [0, 0, 1, 3]


def test_one_word_is_for_all_languages_and_two_are_for_each() -> None:
    assert by_language("Хаб") == {"uk": "Хаб", "en": "Хаб"}
    assert by_language(" Хаб | Hub ") == {"uk": "Хаб", "en": "Hub"}
    assert by_language("") == {"uk": "", "en": ""}


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("https://example.org", True),
        ("https://example.org/a?b=1&c=2#d", True),
        ("http://example.org", False),
        ("https://localhost", False),
        ("https://example.org@evil.org", False),
        ("https://exa mple.org", False),
        ('https://example.org/"', False),
        ("javascript:alert(1)", False),
        ("tg://user?id=1", False),
        ("https://[", False),
        (f"https://example.org/{'a' * 300}", False),
        ("", False),
    ],
)
def test_a_link_leads_where_it_says(address: str, fits: bool) -> None:
    assert is_address(address) is fits


def test_a_button_is_words_and_an_address() -> None:
    link = read_link("Сайт | Site | https://example.org")
    assert link is not None
    assert (link.to, dict(link.label)) == ("https://example.org", {"uk": "Сайт", "en": "Site"})
    for typed in ("https://example.org", "a | b | c | https://example.org", f"{'а' * 41} | https://example.org", "|"):
        assert read_link(typed) is None


@given(st.text(max_size=400))
def test_whatever_is_typed_is_a_button_or_none(typed: str) -> None:
    link = read_link(typed)
    assert link is None or is_address(link.to)


@pytest.mark.parametrize(("html", "seen"), [("абв", 3), ("<b>аб</b>", 2), ("&lt;&amp;", 2), ("👩‍👧", 5), ("", 0)])
def test_length_is_of_what_is_seen(html: str, seen: int) -> None:
    assert seen_length(html) == seen


def test_a_segment_is_kept_as_it_was_chosen() -> None:
    segment = Segment().turned(Dimension.CATEGORY, "C01").turned(Dimension.CATEGORY, "C02")
    segment = segment.turned(Dimension.SEEN, "30").turned(Dimension.SEEN, "90")
    assert segment.facts() == {"category": ["C01", "C02"], "seen": ["90"]}
    assert Segment.read({**segment.facts(), "of-a-later-version": ["x"]}) == segment
    assert segment.turned(Dimension.CATEGORY, "C01")[Dimension.CATEGORY] == ("C02",)
    many = Segment({Dimension.CATEGORY: tuple(map(str, range(MOST_VALUES)))})
    with pytest.raises(ValueError, match="too many"):
        many.turned(Dimension.CATEGORY, "one more")
