"""What staff mean when they look for a case, and what a case is found by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.phones import read_phone
from rules.search import LONGEST, MOST_KEPT, MOST_WORDS, SHORTEST, Wanted, beginnings, read_wanted, whole_words


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("LUH-2026-000123", Wanted(number=("LUH", 2026, 123))),
        ("луг 2026 123", Wanted(words=("луг",))),
        ("123", Wanted(sequence=123)),
        ("№ 000123", Wanted(sequence=123)),
        ("2026-000123", Wanted(sequence=123, year=2026)),
        ("0501234567", Wanted(phone="+380501234567")),
        ("+38 (050) 123-45-67", Wanted(phone="+380501234567")),
        ("8 050 123 45 67", Wanted(phone="+380501234567")),
        ("501234567", Wanted(sequence=501234567, phone="+380501234567")),
        ("Коваленко", Wanted(words=("коваленко",))),
        ("  Ковал  Оле ", Wanted(words=("ковал", "оле"))),
        ("Ян", Wanted()),
        ("О’Ґрейді", Wanted(words=("оґрейді",))),
        ("", Wanted()),
        ("0", Wanted()),
        ("дрова дрова", Wanted(words=("дрова",))),
    ],
)
def test_what_is_typed_means(typed: str, wanted: Wanted) -> None:
    assert read_wanted(typed) == wanted
    assert wanted.is_nothing == (wanted == Wanted())


def test_a_name_is_found_by_the_beginning_of_each_of_its_parts() -> None:
    found = beginnings("Ян Косаренко-Гай")
    assert found == {"кос", "коса", "косар", "косаре", "косарен", "косаренк", "косаренко", "гай"}
    assert "саренко" not in found
    assert beginnings("Ян") == frozenset()


def test_a_request_is_found_by_whole_words_and_by_no_digits() -> None:
    found = whole_words("Потрібні дрова, 12 кубів. Мій код 1234567890, ІПН! в/ч А1234")
    assert found == {"потрібні", "дрова", "кубів", "мій", "код", "іпн"}
    assert "дров" not in found


@pytest.mark.parametrize("typed", ["ПІДʼЇЗД", "під’їзд", "під'їзд", "пiд’їзд"])
def test_apostrophes_case_and_latin_look_alikes_are_no_mistakes(typed: str) -> None:
    assert read_wanted(typed).words[0] in whole_words("Зламаний під’їзд")


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    wanted = read_wanted(text)
    assert len(wanted.words) <= MOST_WORDS
    assert all(SHORTEST <= len(word) <= LONGEST for word in (*wanted.words, *whole_words(text), *beginnings(text)))
    assert len(whole_words(text)) <= MOST_KEPT
    assert wanted.phone is None or wanted.phone == read_phone(text)


@given(st.lists(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюя", min_size=3, max_size=12), min_size=1, max_size=3))
def test_who_types_what_was_written_finds_it(parts: list[str]) -> None:
    words = read_wanted(" ".join(parts)).words
    assert set(words) <= whole_words(" ".join(parts))
    assert set(words) <= beginnings(" ".join(parts))
