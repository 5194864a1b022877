"""The lot is drawn from what is published, and by anybody who has it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.allocation.lots import NotForLots, drawn, lot_of, seed_of

NUMBERS = ["LUH-2026-000010", "LUH-2026-000002", "LUH-2026-000001"]
VALUE = "42.1337"
# printf 'LUH-2026-000001\nLUH-2026-000002\nLUH-2026-000010\n42.1337\n' | sha256sum
SEED = "7933a21e142aa840bbf6e04a50a5f94098ea0d4078c3010df8b45a725cdd2032"
# printf '%s %s' SEED LUH-2026-000002 | sha256sum
SECOND = "0d8d99ff37b7f799060b751d1d7555761d41c6b1b5c98247ed7b79859007001e"


def test_the_seed_is_what_the_tools_of_any_computer_say() -> None:
    assert seed_of(NUMBERS, VALUE) == SEED
    assert lot_of(SEED, "LUH-2026-000002") == SECOND


def test_the_smaller_lot_is_drawn_first() -> None:
    found = drawn(NUMBERS, VALUE)
    assert sorted(number for number, _ in found) == sorted(NUMBERS)
    assert [lot for _, lot in found] == sorted(lot_of(SEED, number) for number in NUMBERS)


@given(st.permutations(NUMBERS))
def test_nobody_can_turn_the_draw_by_the_order_of_the_list(numbers: list[str]) -> None:
    assert drawn(numbers, VALUE) == drawn(NUMBERS, VALUE)


@given(st.text(st.characters(codec="utf-8"), max_size=5), st.text(st.characters(codec="utf-8"), max_size=5))
def test_another_value_or_another_application_is_another_draw(first: str, second: str) -> None:
    seeds = {seed_of(NUMBERS, f"v{first}v"), seed_of(NUMBERS, f"v{second}v")} if _clear(first, second) else set()
    assert len(seeds) == (len({first, second}) if seeds else 0)
    assert seed_of(NUMBERS[:2], VALUE) != SEED


def _clear(*values: str) -> bool:
    return all(value.isprintable() for value in values)


@pytest.mark.parametrize(
    ("numbers", "value", "why"),
    [
        ([], VALUE, "no application"),
        (["LUH-2026-000001"] * 2, VALUE, "twice"),
        (["LUH-2026-000001 "], VALUE, "clear line"),
        (["LUH-2026-000001", ""], VALUE, "clear line"),
        (["A\nB"], VALUE, "clear line"),
        (NUMBERS, "", "clear line"),
        (NUMBERS, "42,13\n", "clear line"),
        (NUMBERS, "42\u200b", "clear line"),
    ],
)
def test_what_two_people_would_draw_differently_is_refused(numbers: list[str], value: str, why: str) -> None:
    with pytest.raises(NotForLots, match=why):
        seed_of(numbers, value)
