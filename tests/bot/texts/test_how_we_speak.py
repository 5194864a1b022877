"""What a person reads is short, plain and calm in both languages."""

from __future__ import annotations

import pytest

from bot.telegram.render import render
from bot.texts.wording import Wording
from rules.languages import LANGUAGES
from tests.bot.telegram.render.samples import persons_sights, sights, staffs_sights
from tests.bot.telegram.render.telegram_html import read
from tests.bot.texts.reading import WORDS_IN_A_SENTENCE, mean, sentences

WORDING = Wording()
SHORT, LONGEST = 500, 620
LONGER = {"consent-more", "my-case", "my-cases", "consent", "info-only", "hotlines", "privacy-why",
          "case-closed", "family-lines", "recreation", "recreation-open", "own-hromada", "form-summary",
          "transfer-asked"}  # fmt: skip
"""Answers to somebody who asked for details, lists, and the consent while words wait for it."""
AS_LONG_AS_IT_LISTS = {"my-case", "my-cases", "form", "application-sent", "privacy", "erase-ask"}
"""What happened, what there is to choose from, a copy of what somebody sent, and all that is held of them."""
WORDLESS = {
    "topic-head",
    "chat-sweep",
    "put-away",
    "tidy-files",
    "desk-sweep",
    "remove-from-group",
    "hide-files",
    "hide-whisper",
}
OFFICIALESE = ("відповідно до", "здійснен", "шляхом", "вищезазначен", "у разі необхідності", "щодо", "надання", "даний")


def texts(language: str, who: dict[str, list[object]]) -> list[tuple[str, str]]:
    return [
        (sight.kind, read(render(sight, WORDING).text))
        for sight in sights("Олена", language)
        if sight.kind in who and sight.kind not in WORDLESS
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_for_a_person_are_short(language: str) -> None:
    long = {
        kind: len(text)
        for kind, text in texts(language, persons_sights("Олена", language))
        if len(text) > (LONGEST if kind in LONGER else SHORT)
    }
    assert {kind: size for kind, size in long.items() if kind not in AS_LONG_AS_IT_LISTS} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_have_at_most_fourteen_words_on_average(language: str) -> None:
    people = {**persons_sights("Олена", language), **staffs_sights("Олена", language)}
    long = {kind: mean(sentences(text)) for kind, text in texts(language, people)}
    assert {kind: size for kind, size in long.items() if size > WORDS_IN_A_SENTENCE} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_is_shouted_at(language: str) -> None:
    for kind, text in texts(language, persons_sights("Олена", language)):
        assert "!" not in text, kind


def test_no_officialese() -> None:
    for kind, text in texts("uk", persons_sights("Олена", "uk")):
        for word in OFFICIALESE:
            assert word not in text.lower(), f"{kind}: {word}"


def test_ukrainian_words_have_the_right_apostrophe() -> None:
    for kind, text in texts("uk", {**persons_sights("Олена", "uk"), **staffs_sights("Олена", "uk")}):
        assert "'" not in text, kind


def test_the_welcome_names_the_emergency_number_the_price_and_the_fraud() -> None:
    welcome = dict(texts("uk", persons_sights("Олена", "uk")))["welcome"]
    for needed in ("112", "безплатно", "шахрай", "людина"):
        assert needed in welcome
