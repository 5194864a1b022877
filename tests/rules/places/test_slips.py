"""A slip of the finger still lists the city, and nothing that is typed takes long."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.places import Findings, Found, search
from rules.places.search import MOST
from rules.places.slips import slips_between
from tests.rules.places.known import BOOK, LUHANSK_CITIES, codes, hits

LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэъ'- "
LONG_NAMES = [city for city in LUHANSK_CITIES if len(city.name) >= 6]
HOSTILE = [
    "а" * 4096,
    "аб" * 2048,
    "щ," * 2048,
    "\0" * 4096,
    "лисичанськ " * 370,
    "a" * 4096,
    "м. " * 1365,
    "абвгдежи" * 512,
    "ина" * 1365,
    "😀" * 4096,
    "\u0301" * 4096,
    "ﷺ" * 4096,
    "(" * 4096,
    "обл " * 1024,
    "новоо",
    "нов",
]


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """The code of a city, and its name with one slip."""
    city = draw(st.sampled_from(LONG_NAMES))
    name, at = city.name, draw(st.integers(0, len(city.name) - 1))
    letter = draw(st.sampled_from(LETTERS))
    kind = draw(st.sampled_from(["left out", "put in", "exchanged", "swapped"]))
    if kind == "left out":
        return city.code, name[:at] + name[at + 1 :]
    if kind == "put in":
        return city.code, name[:at] + letter + name[at:]
    if kind == "exchanged":
        return city.code, name[:at] + letter + name[at + 1 :]
    return city.code, name[:at] + name[at : at + 2][::-1] + name[at + 2 :]


@given(slips())
def test_one_slip_in_a_city_of_the_oblast_still_lists_it(slip: tuple[str, str]) -> None:
    code, typed = slip
    assert code in codes(typed), typed


@pytest.mark.parametrize(
    ("typed", "city"),
    [
        ("С атове", "Сватове"),
        ("Г рське", "Гірське"),
        ("Зооте", "Золоте"),
        ("Зо оте", "Золоте"),
        ("Первомайське", "Сокологірськ"),
        ("Красный лусч", "Хрустальний"),
        ("станыця лунанська", "Станиця Луганська"),
    ],
)
def test_slips_that_were_found_to_be_hard(typed: str, city: str) -> None:
    assert city in {hit.place.name for hit in hits(typed)}


@given(st.text(max_size=200))
def test_whatever_is_typed_gives_at_most_six_places_each_once(typed: str) -> None:
    found = hits(typed)
    assert len(found) <= MOST
    assert len({hit.place.code for hit in found}) == len(found)
    assert all(hit.sure is False for hit in found if hit.found is Found.FUZZY)


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_that_is_typed_takes_long(typed: str) -> None:
    """A tenth of a second of work is ten times what the worst of them takes."""
    before = process_time()
    found = search(BOOK, typed)
    assert process_time() - before < 0.1
    assert isinstance(found, Findings)


@pytest.mark.parametrize("typed", ["", " ", "-", "123", "'", ",,,", "м.", "💔", "обл."])
def test_what_names_nothing_finds_nothing(typed: str) -> None:
    assert hits(typed) == ()


@pytest.mark.parametrize(
    ("one", "two", "most", "slips"),
    [
        ("краснодон", "краснодон", 2, 0),
        ("краснодн", "краснодон", 2, 1),
        ("карснодон", "краснодон", 2, 1),
        ("краснодам", "краснодон", 2, 2),
        ("красноричинске", "краснодон", 2, 3),
        ("", "аб", 2, 2),
        ("аб", "", 1, 2),
        ("аб", "ба", 1, 1),
        ("абв", "ваб", 2, 2),
    ],
)
def test_slips_are_counted(one: str, two: str, most: int, slips: int) -> None:
    assert slips_between(one, two, most) == slips


@given(st.text("абв", max_size=7), st.text("абв", max_size=7))
def test_slips_count_the_same_both_ways_and_with_shared_ends_left_on(one: str, two: str) -> None:
    assert slips_between(one, two, 7) == slips_between(two, one, 7) == _plainly(one, two)
    assert (slips_between(one, two, 1) > 1) == (_plainly(one, two) > 1)


def _plainly(one: str, two: str) -> int:
    """The textbook's way, without any short cut."""
    table = [[row + column for column in range(len(two) + 1)] for row in range(len(one) + 1)]
    for row in range(1, len(one) + 1):
        for column in range(1, len(two) + 1):
            ways = [
                table[row - 1][column] + 1,
                table[row][column - 1] + 1,
                table[row - 1][column - 1] + (one[row - 1] != two[column - 1]),
            ]
            if row > 1 and column > 1 and one[row - 1] == two[column - 2] and one[row - 2] == two[column - 1]:
                ways.append(table[row - 2][column - 2] + 1)
            table[row][column] = min(ways)
    return table[-1][-1]
