"""The language of a first answer, and texts in each language."""

import pytest

from rules.languages import LANGUAGES, Words, language_for


@pytest.mark.parametrize(
    "code", ["uk", "uk-UA", "UK", "ru", "ru-RU", "be", "rue", "crh", "pl", "cs", "sk", "bg", "", None]
)
def test_people_of_ukraine_and_its_slavic_neighbours_are_spoken_to_in_ukrainian(code: str | None) -> None:
    assert language_for(code) == "uk"


@pytest.mark.parametrize("code", ["en", "en_US", "de", "fr-CA", "ar", "he", "zh-hans", "xx", "ukx", "rum"])
def test_everybody_else_is_spoken_to_in_english(code: str) -> None:
    assert language_for(code) == "en"


def test_words_are_read_by_language() -> None:
    words = Words(uk="так", en="yes")
    assert [words[language] for language in LANGUAGES] == ["так", "yes"]


def test_words_of_a_language_we_do_not_speak_are_an_error() -> None:
    with pytest.raises(KeyError):
        Words(uk="так", en="yes")["ru"]
