"""Flood limits on a time that is moved by hand."""

import pytest

from simulator.limits import AS_A_MESSAGE, BOT_ONLY, FREE, FloodLimits

PERSON = 1001
GROUP = -1001000000001


class Hand:
    """A time that is moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def hand() -> Hand:
    return Hand()


def test_a_private_chat_takes_a_burst_of_three_then_one_a_second(hand: Hand) -> None:
    limits = FloodLimits(hand)
    assert [limits.retry_after(AS_A_MESSAGE, PERSON) for _ in range(4)] == [None, None, None, 1]
    hand.seconds = 0.9
    assert limits.retry_after(AS_A_MESSAGE, PERSON) == 1
    hand.seconds = 1.0
    assert [limits.retry_after(AS_A_MESSAGE, PERSON) for _ in range(2)] == [None, 1]


def test_a_group_takes_twenty_a_minute_and_says_how_long_to_wait(hand: Hand) -> None:
    limits = FloodLimits(hand)
    for second in range(20):
        hand.seconds = float(second)
        assert limits.retry_after(AS_A_MESSAGE, GROUP) is None
    hand.seconds = 20.0
    assert limits.retry_after(AS_A_MESSAGE, GROUP) == 40
    hand.seconds = 60.0
    assert [limits.retry_after(AS_A_MESSAGE, GROUP) for _ in range(2)] == [None, 1]


def test_the_bot_as_a_whole_takes_thirty_within_any_second(hand: Hand) -> None:
    limits = FloodLimits(hand)
    answers = [limits.retry_after(AS_A_MESSAGE, person) for person in range(1, 32)]
    assert answers == [None] * 30 + [1]
    hand.seconds = 0.99
    assert limits.retry_after(AS_A_MESSAGE, 500) == 1
    hand.seconds = 1.0
    assert limits.retry_after(AS_A_MESSAGE, 500) is None


def test_a_refused_call_spends_nothing(hand: Hand) -> None:
    limits = FloodLimits(hand)
    for _ in range(10):
        limits.retry_after(AS_A_MESSAGE, PERSON)
    hand.seconds = 1.0
    assert limits.retry_after(AS_A_MESSAGE, PERSON) is None


def test_other_chats_go_on_while_one_is_full(hand: Hand) -> None:
    limits = FloodLimits(hand)
    for _ in range(4):
        limits.retry_after(AS_A_MESSAGE, PERSON)
    assert limits.retry_after(AS_A_MESSAGE, PERSON + 1) is None


def test_what_nobody_else_gets_spends_only_of_the_bot(hand: Hand) -> None:
    limits = FloodLimits(hand)
    assert [limits.retry_after(BOT_ONLY, GROUP) for _ in range(25)] == [None] * 25
    assert limits.retry_after(AS_A_MESSAGE, GROUP) is None
    assert all(limits.retry_after(FREE, GROUP) is None for _ in range(100))


def test_the_speed_divides_every_window(hand: Hand) -> None:
    limits = FloodLimits(hand, speed=20)
    for _ in range(20):
        assert limits.retry_after(AS_A_MESSAGE, GROUP) is None
    assert limits.retry_after(AS_A_MESSAGE, GROUP) == 3
    hand.seconds = 3.0
    assert limits.retry_after(AS_A_MESSAGE, GROUP) is None


def test_limits_can_be_off(hand: Hand) -> None:
    limits = FloodLimits(hand, on=False)
    assert all(limits.retry_after(AS_A_MESSAGE, PERSON) is None for _ in range(100))
