"""Canned answers are filled with what is true, and what is left blank is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import load_catalogue
from rules.canned import ANY_GROUP, NAMES, Variable, blanks, fill, unknown_names, variable_of
from rules.languages import LANGUAGES

VALUES = {
    Variable.NUMBER: "LUH-2026-000123",
    Variable.DATE: None,
    Variable.WORKER: "Ірина",
    Variable.PHONE: "0 800 [1] ____",
}


@pytest.mark.parametrize(
    ("text", "filled", "left"),
    [
        ("Звернення {номер}.", "Звернення LUH-2026-000123.", ()),
        ("Request {number}, {Номер}, { НОМЕР }.", "Request LUH-2026-000123, LUH-2026-000123, LUH-2026-000123.", ()),
        ("До {дата}", "До {дата}", ("{дата}",)),
        ("{послуга} і {послуга}", "{послуга} і {послуга}", ("{послуга}",)),
        ("Прийдіть ____ о ___", "Прийдіть ____ о ___", ("____", "___")),
        ("Прийдіть [коли], [...], []", "Прийдіть [коли], [...], []", ("[коли]", "[...]", "[]")),
        ("snake_case і а__б", "snake_case і а__б", ()),
        # The same blanks as in what is typed, see `rules.blanks`.
        ("Вітаю, <ім’я>. Строк – ???", "Вітаю, <ім’я>. Строк – ???", ("<ім’я>", "???")),
        ("Виплата ХХХ грн, стаття [1]", "Виплата ХХХ грн, стаття [1]", ("ХХХ",)),
        ("{нмер} {}", "{нмер} {}", ("{нмер}", "{}")),
        ("{номер", "{номер", ("{",)),
        ("номер}", "номер}", ("}",)),
        ("Телефон {телефон}", "Телефон 0 800 [1] ____", ()),
        ("", "", ()),
    ],
)
def test_what_is_filled_and_what_is_left_blank(text: str, filled: str, left: tuple[str, ...]) -> None:
    assert fill(text, VALUES) == filled
    assert blanks(text, VALUES) == left


def test_a_wrong_name_is_named_as_it_was_written_once() -> None:
    assert unknown_names("{номер} {нмер} { дта } {нмер} {number} {}") == ("{нмер}", "{ дта }", "{}")


def test_every_variable_has_a_name_of_its_own_in_each_language() -> None:
    assert set(NAMES) == set(Variable)
    names = [words[language] for words in NAMES.values() for language in LANGUAGES]
    assert len(set(names)) == len(names)
    assert {variable_of(name) for name in names} == set(Variable)


@given(st.text(alphabet="{}[]_ абвномердата\n", max_size=60))
def test_whatever_is_typed_is_filled_and_looked_through(text: str) -> None:
    whole = dict.fromkeys(Variable, "x")
    if not blanks(text, whole):
        assert not set("{}[]") & set(fill(text, whole)) - set("[]")
        assert "___" not in fill(text, whole)
    assert not unknown_names(text) or blanks(text, whole)


def test_what_is_shipped_leaves_nothing_blank_and_serves_every_group_in_both_languages() -> None:
    catalogue = load_catalogue()
    whole = dict.fromkeys(Variable, "x")
    for entry in catalogue.canned.values():
        for language in LANGUAGES:
            assert blanks(entry.text[language], whole) == (), entry.slug
    groups = {service.group_slug for service in catalogue.services.values()} - {"unknown"}
    assert groups | {ANY_GROUP} == {entry.group for entry in catalogue.canned.values()}
