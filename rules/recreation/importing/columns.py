"""Which column of a form's table means what: the names are those of whoever made the form, and are met half-way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rules.providers import name_key

NAMED = 5
"""Columns that nobody knows, of which a report names so many."""
ROUNDS = 9
"""No form asks for more children."""


class Column(StrEnum):
    """What a column holds."""

    AT = "at"
    """When the row was sent to the old form. It is read by nobody: the order goes by when the family sends it to us."""
    CONSENT = "consent"
    GUARDIAN = "guardian"
    PHONE = "phone"
    LIVES = "lives"
    CHILD = "child"
    BORN = "born"
    REGISTERED = "registered"
    CATEGORIES = "categories"
    STAY = "stay"
    PERIOD = "period"
    WISHES = "wishes"


REQUIRED = (Column.GUARDIAN, Column.PHONE, Column.CHILD, Column.BORN)
OF_A_CHILD = frozenset(
    {Column.CHILD, Column.BORN, Column.REGISTERED, Column.CATEGORIES, Column.STAY, Column.PERIOD, Column.WISHES}
)
_NAME = r"\bпіб\b|\bп і б\b|прізвищ|ім я|\bімя\b|по батьк|full name|\bname\b"
_GUARDIAN = r"заявни|батьк(?!ові\b)|матер|мам|\bтат|представни|опікун|законн|parent|guardian|applicant"
_CHILD = r"\bдит|\bдіт|\bchild"
_PARTS = {"surname": r"прізвищ", "given": r"ім я|\bімя\b", "patronymic": r"по батьк"}


@dataclass(frozen=True, slots=True)
class _Rule:
    """A heading is this column where `says` is found in it, and nothing of `but`."""

    column: Column
    says: str
    but: str = r"(?!)"
    also: str = ""


# Asked in this order; the first that fits counts.
_RULES = (
    _Rule(Column.AT, r"позначка часу|відмітка часу|отметка времени|timestamp"),
    _Rule(Column.CONSENT, r"згод|погодж|consent"),
    _Rule(Column.PHONE, r"телефон|phone|номер для зв", rf"{_CHILD}"),
    _Rule(Column.BORN, r"народж|рожден|birth", rf"місце|свідоцтв|certificate|place|{_GUARDIAN}"),
    _Rule(Column.CATEGORIES, r"категор|пільг|статус|categor"),
    _Rule(Column.REGISTERED, r"реєстрац|зареєстр|задеклар|пропис|registered", r"\bдата\b|номер|довідк"),
    _Rule(Column.LIVES, r"фактичн|мешка|прожива|\bживе|адрес|actual|\blives?\b"),
    _Rule(Column.STAY, r"оздоровл|\bвид\b|\bтип\b|kind of stay|\bstay\b", _NAME),
    _Rule(Column.PERIOD, r"період|\bзмін|місяц|\bколи\b|пора року|period|month", _NAME),
    _Rule(Column.WISHES, r"побаж|комент|примітк|додатков|wish|comment"),
    _Rule(Column.GUARDIAN, _NAME, also=_GUARDIAN),
    _Rule(Column.CHILD, _NAME, also=_CHILD),
    _Rule(Column.GUARDIAN, _NAME),
)


@dataclass(frozen=True, slots=True)
class Head:
    """A column that is known: the number of its place in the line, and of which child it tells (from 1; 0: of all)."""

    place: int
    column: Column
    child: int = 0


@dataclass(frozen=True, slots=True)
class Heads:
    """All columns of a table."""

    known: tuple[Head, ...]
    unknown: tuple[str, ...]
    width: int

    @property
    def missing(self) -> tuple[Column, ...]:
        """Those without which no line means anything."""
        there = {head.column for head in self.known}
        return tuple(column for column in REQUIRED if column not in there)

    @property
    def children(self) -> int:
        """How many children one line has room for."""
        return max((head.child for head in self.known if head.column in (Column.CHILD, Column.BORN)), default=0)


def heads_of(headings: Sequence[str]) -> Heads:
    """What the columns of a table are, by their names."""
    meant = [_meaning(name_key(each)) for each in headings]
    counted = Counter(column for column in meant if column is not None)
    known: list[Head] = []
    parts: dict[Column, set[str]] = {}
    rounds: Counter[Column] = Counter()
    unknown: list[str] = []
    for place, (heading, column) in enumerate(zip(headings, meant, strict=True)):
        key = name_key(heading)
        if column is None or (column not in OF_A_CHILD and rounds[column] and not _goes_on(parts, column, key)):
            unknown += [heading.strip()] if heading.strip() else []
            continue
        if not _goes_on(parts, column, key):
            rounds[column] += 1
            parts[column] = set()
        parts.setdefault(column, set()).update(_parts_in(key))
        known.append(Head(place, column, _child(column, key, rounds[column], counted[column])))
    return Heads(tuple(known), tuple(unknown), len(headings))


def _meaning(key: str) -> Column | None:
    for rule in _RULES:
        if re.search(rule.says, key) and not re.search(rule.but, key) and re.search(rule.also, key):
            return rule.column
    return None


def _parts_in(key: str) -> Iterator[str]:
    """Surname, given name, patronymic: what a column of a name asks for, where it asks for one of them alone."""
    found = [part for part, says in _PARTS.items() if re.search(says, key)]
    yield from found if len(found) == 1 else ()


def _goes_on(parts: dict[Column, set[str]], column: Column, key: str) -> bool:
    """Whether it asks for the next part of the name that the column before began: «Прізвище», then «Ім’я»."""
    before, now = parts.get(column, set()), set(_parts_in(key))
    return column in (Column.GUARDIAN, Column.CHILD) and bool(before) and bool(now) and not now & before


def _child(column: Column, key: str, nth: int, columns: int) -> int:
    """Of which child it tells. What stands once and names no child tells of all that a line has."""
    if column not in OF_A_CHILD:
        return 0
    said = re.search(rf"(?:{_CHILD})\w* (?:№ ?)?([1-{ROUNDS}])\b|\b([1-{ROUNDS}]) ?\w{{0,2}} (?:{_CHILD})", key)
    if said is not None:
        return int(said.group(1) or said.group(2))
    ending = re.search(rf" ([2-{ROUNDS}])$", key)
    if ending is not None:
        return int(ending.group(1))
    alone = columns == 1 and column not in (Column.CHILD, Column.BORN)
    return 0 if alone else min(nth, ROUNDS)
