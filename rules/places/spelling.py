"""How a name may be spelt: letters that sound alike, Latin ones, the wrong keyboard layout, «м.» before it.

Every spelling is brought to a key; equal keys are the same name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LONGEST = 100
"""Letters of what was typed that are looked at; no name is half as long."""
MOST_WORDS = 6
"""More words are no name with its oblast behind it."""
SHORTEST_AROUND = 3
"""Letters of a word beside the name that can tell an oblast, raion or hromada."""

ALIKE = {"і": "и", "ї": "и", "ы": "и", "й": "и", "є": "е", "э": "е", "ё": "е", "ґ": "г", "ь": "", "ъ": ""}
"""Letters that are mistaken for each other, and those that are left out."""


class _Letters(dict[int, str]):
    """What becomes of a letter in a key; whatever is no Cyrillic letter goes."""

    def __missing__(self, letter: int) -> str:
        small = chr(letter).lower()
        if small not in ALIKE and not "а" <= small <= "я":
            return ""
        self[letter] = became = ALIKE.get(small, small)
        return became


LOOK_ALIKE = str.maketrans("aceiopxyk", "асеіорхук")
LETTERS = _Letters()
QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,."
LAYOUTS = (
    str.maketrans(QWERTY, "йцукенгшщзхїфівапролджєячсмитьбю"),
    str.maketrans(QWERTY, "йцукенгшщзхъфывапролджэячсмитьбю"),
)
TOGETHER = (
    ("shch", "щ"),
    ("zgh", "зг"),
    ("zh", "ж"),
    ("kh", "х"),
    ("ts", "ц"),
    ("ch", "ч"),
    ("sh", "ш"),
    ("ya", "я"),
    ("ia", "я"),
    ("yu", "ю"),
    ("iu", "ю"),
    ("ye", "є"),
    ("ie", "є"),
    ("yi", "ї"),
)
SINGLE = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абцдефгхийклмнопкрстуввхиз")
UKRAINIAN_H = str.maketrans({"h": "г"})
"""In Ukrainian names h stands for г (Luhansk), elsewhere for х."""

CYRILLIC = re.compile(r"[а-яіїєґёъыэ]")
TYPE_BEFORE = re.compile(
    r"^(?:(?:смт|пгт|м|с|г|х|с-ще|сел|пос)(?:\.\s*|\s+)|(?:місто|село|селище|хутір|город|поселок|посёлок|деревня)\s+)"
    r"(?=\S)"
)
HROMADA_BEHIND = re.compile(r"\s+(?:громада|громади|отг|тг|община)\.?$")
LARGER = re.compile(r"\b(?:обл|область|області|район|району|р-н|громада|громади|отг|тг)\b")
DOUBLED = re.compile(r"(.)\1+")
BETWEEN = re.compile(r"[,;()\n]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what was typed."""

    key: str
    letters: int
    """How many letters the name had as it was typed."""
    hromada: bool
    """A hromada was named as such."""
    within: tuple[str, ...] = ()
    """Keys of what stands beside the name: «Іванівка, Полтавська область»."""
    guessed: bool = False
    """What stands beside was not set apart: it must fit, or the reading is wrong."""


def key(name: str) -> str:
    """The key of a name: small Cyrillic letters without doubles, those that sound alike made one."""
    return DOUBLED.sub(r"\1", name.translate(LETTERS))


def in_cyrillic(typed: str) -> bool:
    """Whether a Cyrillic letter occurs in what is looked at."""
    return CYRILLIC.search(typed[:LONGEST].casefold()) is not None


def readings(typed: str) -> tuple[Reading, ...]:
    """All ways to read what was typed, the likeliest first; none where there is no letter in it."""
    text = unicodedata.normalize("NFKC", typed[:LONGEST])[:LONGEST].casefold().strip()
    if in_cyrillic(text):
        ways = [text.translate(LOOK_ALIKE)]
    else:
        ways = [_from_latin(text, UKRAINIAN_H), _from_latin(text, {}), *(text.translate(layout) for layout in LAYOUTS)]
    return tuple(dict.fromkeys(reading for way in ways for reading in _read(way)))


def _from_latin(text: str, first: Mapping[int, str]) -> str:
    for latin, cyrillic in TOGETHER:
        text = text.replace(latin, cyrillic)
    return text.translate(first).translate(SINGLE)


def _read(text: str) -> Iterator[Reading]:
    parts = [part.strip() for part in BETWEEN.split(text) if part.strip()]
    if not parts:
        return
    # «Луганська обл., м. Лисичанськ»: what names something larger is not the place itself.
    head = next((part for part in parts if not LARGER.search(part)), parts[0])
    beside = [word for part in parts if part is not head for word in LARGER.sub(" ", part).split()]
    name = TYPE_BEFORE.sub("", head)
    bare = HROMADA_BEHIND.sub("", name)
    yield from _reading(bare, beside, hromada=bare != name)
    if name != head:
        # «С атове» is no village: the finger slipped.
        yield from _reading(head, beside)
    words = LARGER.sub(" ", name).split()
    if len(parts) == 1 and 1 < len(words) < MOST_WORDS:
        yield from _reading(" ".join(words[:-1]), words[-1:], guessed=True)
        yield from _reading(TYPE_BEFORE.sub("", " ".join(words[1:])), words[:1], guessed=True)


def _reading(name: str, beside: list[str], *, hromada: bool = False, guessed: bool = False) -> Iterator[Reading]:
    if found := key(name):
        within = tuple(around for word in beside if len(around := key(word)) >= SHORTEST_AROUND)
        yield Reading(found, sum(letter.isalpha() for letter in name), hromada, within, guessed)
