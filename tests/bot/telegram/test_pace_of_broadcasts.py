"""A broadcast takes what is left of the bot's second, evenly, and people come first."""

from __future__ import annotations

from collections import deque
from itertools import count, islice

import pytest

from bot.telegram.pace import READY_SECONDS, Pace
from casework.letters.policies import Priority
from tests.bot.telegram.test_pace import HAIR, PERSON, Time, most_within, taken


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pace(time: Time) -> Pace:
    return Pace(time)


def pressed(pace: Pace, chat_id: int) -> bool:
    """Somebody waits for a screen; whether it may start at once."""
    return taken(pace, chat_id, Priority.SCREEN) == 0


def to_many(pace: Pace, time: Time, seconds: float, *, first: int = 1000) -> list[float]:
    """When calls of a broadcast start, each to somebody else, if there is always one more to make."""
    starts: list[float] = []
    end = time.now + seconds
    while time.now < end:
        wait = taken(pace, first + len(starts), Priority.BROADCAST)
        if wait == 0:
            starts.append(time.now)
        time.now += max(wait, HAIR)
    return starts


def test_a_broadcast_has_the_whole_second_where_nobody_waits_and_comes_evenly(pace: Pace, time: Time) -> None:
    starts = to_many(pace, time, 10.5)
    assert most_within(starts, 1.0) <= 30
    assert len(starts) >= 299
    assert most_within(starts, 0.16) <= 5


def test_whoever_comes_into_a_broadcast_waits_a_moment(pace: Pace, time: Time) -> None:
    to_many(pace, time, 3)
    assert pace.take(PERSON, Priority.SCREEN) <= 0.18


def test_five_of_a_second_are_kept_for_people_while_they_are_there(pace: Pace, time: Time) -> None:
    assert pressed(pace, PERSON)
    time.now += 1.1
    starts = to_many(pace, time, 5)
    assert most_within(starts, 1.04) == 25
    assert pace.room(Priority.SCREEN) >= 5
    assert all(pressed(pace, 500 + number) for number in range(5))
    time.now += 11
    assert most_within(to_many(pace, time, 5), 1.04) == 30, "nobody needs them any more"


def test_calls_to_no_chat_are_nobodys_who_waits(pace: Pace, time: Time) -> None:
    assert pace.take(None, Priority.SCREEN) == 0
    time.now += 1.1
    assert most_within(to_many(pace, time, 5), 1.04) == 30


def test_eight_people_a_second_wait_a_moment_and_a_broadcast_has_the_rest(pace: Pace, time: Time) -> None:
    begin, press_at, letters = time.now, time.now, 0
    waits: list[float] = []
    while time.now < begin + 20:
        if time.now >= press_at and pressed(pace, 2 + len(waits)):
            waits.append(time.now - press_at)
            press_at += 0.125
        wait = taken(pace, 10_000 + letters, Priority.BROADCAST)
        letters += wait == 0
        time.now += max(HAIR, min(wait, 0.005))
    assert max(waits) <= 0.25
    assert len(waits) >= 159
    assert letters / 20 >= 19


def test_what_is_paid_for_goes_beside_what_is_free(time: Time) -> None:
    pace = Pace(time, paid=True)
    for chat_id in range(1, 1001):
        assert taken(pace, chat_id, Priority.PAID) == 0
    assert taken(pace, 2000, Priority.PAID) > 0
    assert pace.room(Priority.PAID) == 0
    assert pressed(pace, 3000)
    assert pace.room() == 29
    unpaid = Pace(time)
    assert [taken(unpaid, chat_id, Priority.PAID) == 0 for chat_id in range(1, 7)] == [True] * 5 + [False]


@pytest.mark.parametrize("takes", [0.02, 0.06, 0.12])
def test_no_place_is_empty_while_letters_are_made_ready(pace: Pace, time: Time, takes: float) -> None:
    looking_until, ready_at, chats = 0.0, deque[tuple[float, int]](), count(1000)
    starts: list[float] = []
    begin = time.now
    while time.now < begin + 20:
        while ready_at and ready_at[0][0] <= time.now:
            if pace.take_ready(ready_at[0][1], Priority.BROADCAST) > 0:
                break
            pace.ended(ready_at[0][1])
            starts.append(time.now)
            ready_at.popleft()
        if time.now >= looking_until:
            looking_until = time.now + takes
            for chat_id in islice(chats, pace.room(Priority.BROADCAST, ahead=READY_SECONDS)):
                assert pace.make_ready(chat_id, Priority.BROADCAST)
                ready_at.append((looking_until, chat_id))
        time.now += 0.001
    assert most_within(starts, 1.04) <= 30
    assert len(starts) >= (20 - takes) * 30 / 1.05 * 0.99
    assert pace.room(Priority.BROADCAST, ahead=READY_SECONDS) <= 8


def test_only_what_nobody_waits_for_is_made_ready_early(pace: Pace, time: Time) -> None:
    to_many(pace, time, 3)
    assert not pace.make_ready(PERSON, Priority.SCREEN)
    ready = [chat for chat in range(1, 40) if pace.make_ready(chat, Priority.BROADCAST)]
    assert 1 < len(ready) <= 8
    for chat in ready:
        pace.give_back(chat, Priority.BROADCAST)
    assert not any(pace.is_ready(chat, Priority.BROADCAST) for chat in ready)
    assert len([chat for chat in range(1, 40) if pace.make_ready(chat, Priority.BROADCAST)]) == len(ready)
