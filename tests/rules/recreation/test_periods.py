"""When children are to go, in the words of families: what is read, and what is left to a human."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.recreation.periods import EITHER, MONTHS, periods_in

SUMMER = "june july august"


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        ("липень", "july"),
        ("у Липні", "july"),
        ("серпень 2027", "august"),
        ("з 1 по 21 липня", "july"),
        ("з 1 до 21 липня", "july"),
        ("1-21 липня", "july"),
        ("з 1 липня по 21 липня", "july"),
        ("01.07–21.07", "july"),
        ("з 01.08.2027 по 21.08.2027", "august"),
        ("1.6 - 21.6", "june"),
        ("перша половина серпня", "august"),
        ("друга половина червня, якщо можна", "june"),
        ("на початку літа", "june"),
        ("середина літа", "july"),
        ("наприкінці літа", "august"),
        ("кінець літа", "august"),
        ("вересень-жовтень", "autumn"),
        ("березень – травень", "spring"),
        ("осінні канікули", "autumn"),
        ("навесні", "spring"),
        ("Восени", "autumn"),
        ("червень-серпень", SUMMER),
        ("з червня по серпень", SUMMER),
        ("з 5 червня по 20 серпня", SUMMER),
        ("червень, липень, серпень", SUMMER),
        ("01.06-31.08", SUMMER),
        ("влітку", SUMMER),
        ("літо", SUMMER),
        ("влітку або восени", f"{SUMMER} autumn"),
        ("будь-який", EITHER),
        ("будь-коли", EITHER),
        ("не важливо", EITHER),
        ("коли завгодно, байдуже", EITHER),
        ("разом із братом, у липні до моря", "july"),
        ("липень-серпень", "july august"),
        ("Липень – серпень 2027", "july august"),
        ("липень або серпень", "july august"),
        ("серпень, липень", "july august"),
        ("травень–червень", "spring june"),
        ("осінь або весна", "spring autumn"),
        ("July or August", "july august"),
        ("крім липня", "spring june august autumn"),
        ("Будь-коли, крім липня", "spring june august autumn"),
        ("окрім серпня", "spring june july autumn"),
        ("тільки не в липні", "spring june august autumn"),
        ("влітку, крім липня", "june august"),
        ("червень-серпень, крім липня", "june august"),
        ("крім липня та серпня", "spring june autumn"),
        ("any time except July", "spring june august autumn"),
    ],
)
def test_what_can_mean_these_periods_alone_is_read(words: str, periods: str) -> None:
    assert periods_in(words) == tuple(periods.split())


@pytest.mark.parametrize(
    "words",
    [
        "",
        "28.06-12.07",
        "з 28 червня по 12 липня",
        "не раніше липня",
        "до 15 липня",
        "після 10 серпня",
        "з 20 липня",
        "з липня",
        "народився 05.06.2014",
        "32.07-40.07",
        "01.13-21.13",
        "січень",
        "грудень або липень",
        "з братом",
        "крім кінця липня",
        "крім 5 липня",
        "будь-коли, крім вихідних",
        "липень, крім липня",
        "не в липні",
    ],
)
def test_what_could_mean_more_is_left_to_a_human(words: str) -> None:
    assert periods_in(words) is None


@given(st.text(alphabet="0123456789.,-– зподолітичервнясьякміосн", max_size=60))
def test_whatever_is_written_is_periods_in_their_order_or_nothing(words: str) -> None:
    found = periods_in(words)
    assert found is None or found == (EITHER,) or (found and found == tuple(each for each in MONTHS if each in found))
