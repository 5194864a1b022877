"""Every letter, screen, event and refusal has its words in each language, and no words are left over."""

import re
from itertools import combinations

import pytest

from casework.cases.history import Event
from casework.errors import Refusal
from casework.letters.kinds import KINDS
from casework.letters.policies import Form
from rules.languages import LANGUAGES
from tests.house.source_tree import ROOT, Source, read_sources
from tests.house.wording import Wording, differences, loud, read_language, stale, unworded

SLOTS = (Form.SCREEN, Form.CARD, Form.TOPIC)
READ = {language: read_language(ROOT / "bot" / "texts" / language) for language in LANGUAGES}
WORDS = {language: words for language, (words, _) in READ.items()}


def needed() -> list[str]:
    """The keys that letters, screens, events and refusals ask for; what only takes messages away says nothing."""
    kinds = [
        f"{'screen' if letter.policy.form in SLOTS else 'letter'}-{kind}"
        for kind, letter in KINDS.items()
        if letter.policy.form not in (Form.SWEEP, Form.TIDY, Form.EXPEL, Form.HUSH, Form.LEAVE)
    ]
    events = [f"event-{event.value}" for event in Event]
    refusals = [f"refusal-{refusal.key}" for refusal in Refusal.__subclasses__()]
    return [*kinds, *events, *refusals]


def names_in(sources: list[Source]) -> str:
    return "\n".join(source.text for source in sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_of_a_language_are_whole(language: str) -> None:
    assert READ[language][1] == []
    assert len(WORDS[language]) > len(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_screen_event_and_refusal_has_words(language: str) -> None:
    assert unworded(needed(), WORDS[language]) == []


def test_languages_say_the_same_with_the_same_variables_and_tags() -> None:
    assert [
        difference
        for first, second in combinations(LANGUAGES, 2)
        for difference in differences(WORDS[first], WORDS[second])
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_left_over(language: str) -> None:
    code = names_in(read_sources(ROOT, "bot", "handlers"))
    assert stale(WORDS[language], needed=(), code=code) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bot_never_shouts_and_never_decorates(language: str) -> None:
    # The card of a case and the title of its topic carry signs that are read at a glance; they are no decoration.
    spoken = {key: words for key, words in WORDS[language].items() if not re.match(r"screen-(card|topic-head)", key)}
    assert loud(spoken) == []


def test_a_planted_kind_without_words_is_caught() -> None:
    words: dict[str, Wording] = {key: words for key, words in WORDS["uk"].items() if key != "letter-case-closed"}
    assert unworded(needed(), words) == ["letter-case-closed: no words"]
