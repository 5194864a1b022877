"""A made-up campaign: 5,000 applications with 8,000 children for 600 seats, with the mistakes that people make.

Nobody in it exists. The same seed gives the same campaign, and says which rows are about the same human.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from rules.allocation.asked import Application, Child, Counted, OrderRule, Shift, Wish
from rules.allocation.lots import seed_of
from rules.allocation.order import Order, in_order
from rules.forms.dates import read_date
from rules.identifiers import case_number
from rules.local_time import KYIV, end_of_day
from rules.search import told_human
from tests.rules.allocation.invented_names import BOYS, GIRLS, surname, typed

APPLICATIONS, CHILDREN, SEATS = 5_000, 8_000, 600
MOST = 6
"""Children of one application."""
OPENS = datetime(2026, 2, 2, 9, 0, tzinfo=KYIV)
CLOSES = datetime(2026, 3, 6, 23, 59, 59, tzinfo=KYIV)
PAPERS_BY = date(2026, 3, 20)
TODAY = date(2026, 3, 25)
VALUE = "43.1172"
"""As if it were the rate of a day after the closing."""
WEIGHTS = {"orphan": 30, "fallen": 30, "injured": 20, "disability": 20, "large": 10, "displaced": 10, "poor": 5}
RULE = OrderRule(WEIGHTS, end_of_day(PAPERS_BY), Counted.MINUTE)
_MONTHS = (6, 7, 8)


@dataclass(frozen=True)
class Row:
    """A child as it was typed. `human`: who it is in truth, which no program knows."""

    human: int
    name: str
    born: str
    categories: frozenset[str]


@dataclass(frozen=True)
class Filed:
    """An application as it came. `papers_at`: None where the papers never did."""

    submitted_at: datetime
    papers_at: datetime | None
    rows: tuple[Row, ...]
    wishes: tuple[Wish, ...]
    together: bool


@dataclass(frozen=True)
class Campaign:
    """All of it. `humans`: by the number of a child's row."""

    filed: tuple[Filed, ...]
    applications: tuple[Application, ...]
    shifts: tuple[Shift, ...]
    order: Order
    humans: dict[int, int]


def campaign(
    seed: int = 2026, applications: int = APPLICATIONS, children: int = CHILDREN, seats: int = SEATS
) -> Campaign:
    """A campaign after its review. `seats`: in twelve shifts of the same size."""
    chance = random.Random(seed)
    shifts = _shifts(seats // 12)
    filed = _filed(chance, _sizes(chance, applications, children))
    reviewed, humans = [], {}
    row_number = 0
    for sequence, each in enumerate(filed, start=1):
        numbers = range(row_number + 1, row_number + 1 + len(each.rows))
        row_number += len(each.rows)
        reviewed.append(_reviewed(each, case_number("LUH", 2026, sequence), numbers))
        humans.update({number: row.human for number, row in zip(numbers, each.rows, strict=True)})
    order = in_order(RULE, reviewed, seed_of([each.number for each in reviewed], VALUE))
    return Campaign(tuple(filed), tuple(reviewed), shifts, order, humans)


def _shifts(seats: int) -> tuple[Shift, ...]:
    """Two kinds of stay, three months, two camps: twelve shifts."""
    return tuple(
        Shift(
            code=f"{stay}-{month}-{camp}",
            stay=stay,
            first_day=date(2026, month, 3 + 2 * camp),
            last_day=date(2026, month, 3 + 2 * camp) + timedelta(days=days - 1),
            seats=seats,
            youngest=7,
            oldest=17,
        )
        for stay, days in (("health", 21), ("rest", 14))
        for month in _MONTHS
        for camp in (1, 2)
    )


def _sizes(chance: random.Random, applications: int, children: int) -> list[int]:
    """How many children each application has."""
    sizes = [1] * applications
    left = children - applications
    while left > 0:
        place = chance.randrange(applications)
        # One child is usual, many are rare: the more there are, the seldomer comes another one.
        if sizes[place] < MOST and chance.random() < 1 / sizes[place]:
            sizes[place] += 1
            left -= 1
    return sizes


def _filed(chance: random.Random, sizes: Sequence[int]) -> list[Filed]:
    """In the order in which they came. Some are by the other parent, or by the same one once more."""
    found: list[Filed] = []
    human = 0
    for size in sizes:
        twin = chance.choice(found) if found and chance.random() < 0.03 else None
        rows = [_again(chance, row) for row in twin.rows[:size]] if twin else []
        family = surname(chance)
        while len(rows) < size:
            human += 1
            rows.append(_child(chance, human, family, rows))
        submitted_at = _moment(chance)
        found.append(
            Filed(submitted_at, _papers(chance, submitted_at), tuple(rows), _wishes(chance), chance.random() < 0.8)
        )
    return sorted(found, key=lambda each: each.submitted_at)


def _child(chance: random.Random, human: int, family: tuple[str, str], others: Sequence[Row]) -> Row:
    """A son or daughter: one in thirty siblings is a twin, one in three hundred rows is a sibling typed in twice."""
    if others and chance.random() < 0.01:
        return _again(chance, others[-1])
    girl = chance.random() < 0.49
    born = date(2008, 1, 1) + timedelta(days=chance.randrange(4400))
    written = _date(chance, born)
    if others and chance.random() < 0.03:
        written = others[-1].born
    name = f"{family[girl]} {chance.choice(GIRLS if girl else BOYS)}"
    has = frozenset(category for category in WEIGHTS if chance.random() < 0.12)
    return Row(human, typed(name, chance), written, has)


def _again(chance: random.Random, row: Row) -> Row:
    """The same human by other fingers; now and then with another date."""
    spelled = "".join("'" if sign in "’ʼ`´‘′" else sign for sign in row.name)
    written = row.born if chance.random() < 0.93 else _date(chance, date(2014, 3, 1 + chance.randrange(28)))
    return replace(row, name=typed(" ".join(spelled.split()), chance), born=written)


def _date(chance: random.Random, born: date) -> str:
    """As people write dates, one in forty wrong: this year instead of that of the birth, a day that is none."""
    slip = chance.random()
    if slip < 0.01:
        born = born.replace(year=2026, day=min(born.day, 28))
    elif slip < 0.015:
        return f"31.02.{born.year}"
    elif slip < 0.025 and born.day <= 12:
        born = date(born.year, born.day, born.month)
    form = chance.choice(("{0:%d.%m.%Y}", "{0:%d/%m/%y}", "{0:%d-%m-%Y}", "{0:%Y-%m-%d}", "{0:%d%m%Y}"))
    return form.format(born)


def _moment(chance: random.Random) -> datetime:
    """A third comes in the first hours, a fifth on the last evening, the rest in between."""
    kind = chance.random()
    if kind < 0.33:
        return OPENS + timedelta(seconds=chance.randrange(3 * 3600))
    if kind < 0.53:
        return CLOSES - timedelta(seconds=chance.randrange(6 * 3600))
    return OPENS + timedelta(seconds=chance.randrange(int((CLOSES - OPENS).total_seconds())))


def _papers(chance: random.Random, submitted_at: datetime) -> datetime | None:
    """Most have them at once, some by the day, some after it, a few never."""
    kind = chance.random()
    if kind < 0.6:
        return submitted_at
    if kind < 0.85:
        return submitted_at + (RULE.papers_by - submitted_at) * chance.random()
    return None if kind > 0.94 else RULE.papers_by + timedelta(hours=1 + chance.randrange(100))


def _wishes(chance: random.Random) -> tuple[Wish, ...]:
    """A kind of stay, a month, both, or anything."""
    stay = chance.choice(("health", "rest", None))
    months = chance.sample(_MONTHS, chance.randint(1, 3))
    if chance.random() < 0.1:
        return (Wish(stay=stay),)
    return tuple(Wish(stay=stay, since=date(2026, month, 1), until=date(2026, month, 30)) for month in months)


def _reviewed(filed: Filed, number: str, rows: Sequence[int]) -> Application:
    """As staff leave it: a date that can't be one is a paper that is missing."""
    dates = [read_date(row.born, TODAY, past=True) for row in filed.rows]
    whole = all(isinstance(each, date) for each in dates)
    children = tuple(
        Child(
            number=numbered,
            key=told_human(row.name, born.isoformat()) or f"row {numbered}"
            if isinstance(born, date)
            else f"row {numbered}",
            born=born if isinstance(born, date) else TODAY,
            wishes=filed.wishes,
            categories=row.categories,
        )
        for numbered, row, born in zip(rows, filed.rows, dates, strict=True)
    )
    return Application(number, filed.submitted_at, filed.papers_at if whole else None, children, filed.together)
