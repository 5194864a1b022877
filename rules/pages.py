"""Information pages: when one is too old to be offered, and which one a person's own words are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from rules.danger import normal

HOLDS = timedelta(days=90)
"""So long a page that was compared with its source is taken to be right."""
SHORT_WORD = 4
"""Letters of a word that is only itself: «ВПО», «діти»."""
STEM = 0.7
"""This part of a word stays while its ending changes: «довідка», «довідку», «довідок»."""
LONGEST_ENDING = 4
"""Letters that the ending of another form may have."""
MOST_FOUND = 2
MOST_READ = 2000
"""Signs of what a person wrote that are looked at."""


def is_stale(checked: date | None, day: date) -> bool:
    """Whether nobody has compared the page with its source for 90 days (local dates), or ever."""
    return checked is None or day - checked > HOLDS


def find(text: str, phrases: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The slugs of at most two pages that the words are about, the best first; none where no phrase is there whole.

    A phrase is there when each of its words stands somewhere in the text in some form, in any order.
    """
    said = frozenset(normal(text[:MOST_READ]).split())
    scores = {slug: max((_score(phrase, said) for phrase in those), default=0) for slug, those in phrases.items()}
    found = sorted((slug for slug in scores if scores[slug]), key=lambda slug: -scores[slug])
    return tuple(found[:MOST_FOUND])


def _score(phrase: str, said: frozenset[str]) -> int:
    """The letters of a phrase that is there, the more the surer; 0 where a word is missing."""
    words = normal(phrase).split()
    return len("".join(words)) if all(any(same_word(word, each) for each in said) for word in words) else 0


def same_word(word: str, other: str) -> bool:
    """Whether both are forms of one word, as far as their beginning tells; both in lower case."""
    if word == other or min(len(word), len(other)) <= SHORT_WORD:
        return word == other
    shared = _shared(word, other)
    return shared >= ceil(STEM * len(word)) and len(other) - shared <= LONGEST_ENDING


def _shared(word: str, other: str) -> int:
    shortest = min(len(word), len(other))
    return next((at for at in range(shortest) if word[at] != other[at]), shortest)
