"""The code that a helper reads out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.agreements import AWAITED, Agreement, grouped_code, read_code


@given(st.text("0123456789", min_size=12, max_size=12))
def test_a_code_is_read_back_however_it_is_grouped(digits: str) -> None:
    assert read_code(grouped_code(digits)) == digits
    assert read_code(f" {'-'.join(digits)} \n") == digits


@pytest.mark.parametrize(
    "written",
    ["4821 7730 195", "4821 7730 19567", "код 4821 7730 1956", "4821.7730.1956", "", "+380501234567", "٤" * 12],
)
def test_what_is_no_code(written: str) -> None:
    assert read_code(written) is None


def test_only_two_agreements_are_awaited() -> None:
    assert frozenset({Agreement.BY_CALL, Agreement.BY_CODE}) == AWAITED
