"""What a case is found by, and what staff may mean when they look for one. No spelling mistakes are forgiven.

Letter case, apostrophes, stress marks and Latin letters that look Cyrillic are no mistakes: people and phones differ in
them without anybody having typed anything wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rules.danger import normal
from rules.identifiers import parse_case_number
from rules.phones import read_phone

SHORTEST = 3
"""Letters of a beginning of a name, and of a word."""
LONGEST = 20
"""Letters of a name or word that count; what is longer is found by its first ones."""
MOST_WORDS = 4
"""Words of a question that count."""
MOST_KEPT = 500
"""Different words of a request that it is found by: more than anybody writes by hand."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"[№#\s]*([0-9]{1,9})[\s.]*")
_YEAR_AND_DIGITS = re.compile(r"[№#\s]*(20[0-9]{2})[\s\-–/.]*([0-9]{6})[\s.]*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for: whatever their words may mean, each way is tried."""

    number: tuple[str, int, int] | None = None
    """A whole case number: prefix, year, sequence."""
    sequence: int | None = None
    """The digits of one, of any year."""
    year: int | None = None
    phone: str | None = None
    """As `rules.phones.read_phone` writes it."""
    words: tuple[str, ...] = ()
    """All of them have to fit: each is a word of the request or the beginning of a name."""

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to look for."""
        return self == Wanted()


def read_wanted(typed: str) -> Wanted:
    """What the words after `/find` mean. Words of less than three letters are passed over."""
    if number := parse_case_number(typed):
        return Wanted(number=number)
    phone = read_phone(typed)
    if found := _YEAR_AND_DIGITS.fullmatch(typed.strip()):
        return Wanted(sequence=int(found[2]) or None, year=int(found[1]), phone=phone)
    if found := _DIGITS.fullmatch(typed.strip()):
        return Wanted(sequence=int(found[1]) or None, phone=phone)
    if phone is not None:
        return Wanted(phone=phone)
    return Wanted(words=tuple(dict.fromkeys(_words(typed)))[:MOST_WORDS])


def beginnings(name: str) -> frozenset[str]:
    """Every beginning of every part of a name, from three letters on: «Ян Кос» is found by `кос` alone."""
    return frozenset(part[:length] for part in _words(name) for length in range(SHORTEST, len(part) + 1))


def whole_words(text: str) -> frozenset[str]:
    """The words of a request, of three letters and more. Digits are none: a number may be somebody's."""
    return frozenset(tuple(dict.fromkeys(_words(text)))[:MOST_KEPT])


def told_human(name: str | None, born: str | None) -> str | None:
    """Who is meant by a name and a date of birth (ISO), the same for every order of the names; None where either is
    missing: an age alone fits too many.
    """
    parts = sorted(_words(name or ""))
    try:
        day = date.fromisoformat(born or "")
    except ValueError:
        return None
    return " ".join([*parts, day.isoformat()]) if parts else None


def _words(text: str) -> Iterator[str]:
    for word in _LETTERS.findall(normal(text)):
        if len(word) >= SHORTEST:
            yield word[:LONGEST]
