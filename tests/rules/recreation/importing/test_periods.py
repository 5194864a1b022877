"""When children are to go, in the words of families: what is read, and what is left to be asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.recreation.forms import EITHER, PERIODS
from rules.recreation.importing.periods import period_in


@pytest.mark.parametrize(
    ("words", "period"),
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
        ("червень-серпень", EITHER),
        ("з червня по серпень", EITHER),
        ("з 5 червня по 20 серпня", EITHER),
        ("червень, липень, серпень", EITHER),
        ("01.06-31.08", EITHER),
        ("влітку", EITHER),
        ("будь-який", EITHER),
        ("не важливо", EITHER),
        ("разом із братом, у липні до моря", "july"),
    ],
)
def test_what_can_mean_one_period_is_read(words: str, period: str) -> None:
    assert period_in(words) == period


@pytest.mark.parametrize(
    "words",
    [
        "",
        "липень-серпень",
        "липень або серпень",
        "травень–червень",
        "28.06-12.07",
        "з 28 червня по 12 липня",
        "будь-коли, крім липня",
        "окрім серпня",
        "тільки не в липні",
        "не раніше липня",
        "до 15 липня",
        "після 10 серпня",
        "з 20 липня",
        "з липня",
        "народився 05.06.2014",
        "32.07-40.07",
        "01.13-21.13",
        "січень",
        "з братом",
        "осінь або весна",
    ],
)
def test_what_could_mean_more_is_left_to_the_family(words: str) -> None:
    assert period_in(words) is None


@given(st.text(alphabet="0123456789.-– зподолітичервнясья", max_size=60))
def test_whatever_is_written_is_a_period_or_nothing(words: str) -> None:
    assert period_in(words) in (None, *PERIODS)
