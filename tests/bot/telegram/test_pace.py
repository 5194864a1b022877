"""The pace keeps every limit of Telegram's in every window, and no more than that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.telegram.costs import cost_of
from bot.telegram.pace import ACTIVE_SECONDS, THRIFTY_FROM, Pace
from bot.telegram.windows import Window
from casework.letters.policies import Priority

GROUP, OTHER_GROUP, PERSON = -100, -200, 7
HAIR = 1e-9
"""A float's last digits may leave less to wait than a clock can show."""


class Time:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pace(time: Time) -> Pace:
    return Pace(time)


def most_within(starts: list[float], seconds: float) -> int:
    """The largest number of starts in any window of this length, its later end left out."""
    return max((sum(1 for other in starts if start <= other < start + seconds) for start in starts), default=0)


def taken(pace: Pace, chat_id: int, priority: int) -> float:
    """As `take`, for a call that is answered at once."""
    wait = pace.take(chat_id, priority)
    if wait == 0:
        pace.ended(chat_id)
    return wait


def started(pace: Pace, time: Time, chat_id: int, seconds: float, priority: int = Priority.SCREEN) -> list[float]:
    """When calls to one chat start if there is always one more to make."""
    starts, end = [], time.now + seconds
    while time.now < end:
        wait = taken(pace, chat_id, priority)
        if wait == 0:
            starts.append(time.now)
        time.now += max(wait, HAIR)
    return starts


@pytest.mark.parametrize("limits", [True, False])
def test_what_is_no_longer_counted_is_forgotten_although_nobody_asks(time: Time, limits: bool) -> None:
    pace = Pace(time, limits=limits)
    for _ in range(500):
        for priority in Priority:
            taken(pace, GROUP, priority)
        time.now += 10
    windows = [each for each in [*vars(pace).values(), *pace._chats.values()] if isinstance(each, Window)]
    assert max(len(window._counted) for window in windows) <= 60


@pytest.mark.parametrize("method", ["getUpdates", "getFile", "answerCallbackQuery"])
def test_asking_and_answering_presses_is_free(method: str) -> None:
    assert cost_of(method) == 0


@pytest.mark.parametrize(
    "method", ["sendMessage", "editMessageText", "createForumTopic", "setMessageReaction", "newThing"]
)
def test_everything_else_costs(method: str) -> None:
    assert cost_of(method) == 1


def test_a_private_chat_takes_three_at_once_and_then_one_a_second(pace: Pace, time: Time) -> None:
    starts = started(pace, time, PERSON, 10)
    assert most_within(starts, 0.5) == 3
    assert 11 <= len(starts) <= 13


def test_a_group_takes_twenty_a_minute(pace: Pace, time: Time) -> None:
    starts = started(pace, time, GROUP, 180)
    assert most_within(starts, 60) == 20
    assert len(starts) == 60


def test_a_groups_backlog_takes_half_a_percent_longer_than_telegram_asks_for(pace: Pace, time: Time) -> None:
    starts = started(pace, time, GROUP, 200)
    assert starts[60] - starts[0] == pytest.approx(3 * 60.3)


def test_a_place_in_a_group_comes_free_a_minute_after_the_answer(pace: Pace, time: Time) -> None:
    for _ in range(20):
        assert pace.take(GROUP, Priority.SCREEN) == 0
    assert pace.thrifty_groups() == [GROUP]
    time.now += 100
    assert pace.take(GROUP, Priority.SCREEN) > 0
    for _ in range(20):
        pace.ended(GROUP)
    assert pace.take(GROUP, Priority.SCREEN) == pytest.approx(60.3)
    time.now += 60.4
    assert pace.take(GROUP, Priority.SCREEN) == 0


def test_words_have_all_of_a_group_in_which_nobody_is_active(pace: Pace) -> None:
    for _ in range(20):
        assert taken(pace, GROUP, Priority.CASE) == 0
    assert GROUP in pace.full_chats(Priority.CASE)


def test_the_last_places_of_a_group_are_kept_for_whoever_was_answered_there_lately(pace: Pace, time: Time) -> None:
    assert taken(pace, GROUP, Priority.CRISIS) == 0
    for _ in range(17):
        assert taken(pace, GROUP, Priority.CASE) == 0
    assert taken(pace, GROUP, Priority.CASE) > 0
    assert GROUP in pace.full_chats(Priority.CASE)
    assert GROUP not in pace.full_chats()
    assert taken(pace, GROUP, Priority.SCREEN) == 0
    assert taken(pace, OTHER_GROUP, Priority.CRISIS) == 0
    time.now += ACTIVE_SECONDS - 1
    assert [taken(pace, GROUP, Priority.CASE) == 0 for _ in range(20)].count(True) == 18
    time.now += 2
    assert GROUP not in pace.full_chats(Priority.CASE)
    assert [taken(pace, GROUP, Priority.CASE) == 0 for _ in range(3)] == [True, True, False]


def test_who_waits_for_an_answer_in_a_full_group_gets_the_next_place(pace: Pace, time: Time) -> None:
    for _ in range(20):
        assert taken(pace, GROUP, Priority.CASE) == 0
        time.now += 1
    time.now += 60.3 - 20 - 0.5
    assert taken(pace, GROUP, Priority.CRISIS) == pytest.approx(0.5)
    assert pace.next_change() == pytest.approx(0.5)
    time.now += 0.6
    assert taken(pace, GROUP, Priority.CASE) > 0
    assert taken(pace, GROUP, Priority.CRISIS) == 0


def test_nobody_is_active_for_good(pace: Pace, time: Time) -> None:
    assert taken(pace, GROUP, Priority.CRISIS) == 0
    time.now += ACTIVE_SECONDS
    assert pace.full_chats() == []
    assert pace._active_until == {}


def test_a_group_that_spent_most_of_its_minute_is_thrifty(pace: Pace, time: Time) -> None:
    for _ in range(THRIFTY_FROM - 1):
        taken(pace, GROUP, Priority.CASE)
    assert pace.thrifty_groups() == []
    taken(pace, GROUP, Priority.CASE)
    assert pace.thrifty_groups() == [GROUP]
    time.now += 64
    assert pace.thrifty_groups() == []


def test_a_pause_holds_one_chat_and_lets_the_others_go(pace: Pace, time: Time) -> None:
    pace.pause(PERSON, 100)
    assert pace.wait(PERSON, Priority.CRISIS) == pytest.approx(100)
    assert pace.wait(PERSON + 1, Priority.BROADCAST) == 0
    assert pace.full_chats() == [PERSON]
    time.now += 101
    assert pace.wait(PERSON, Priority.CRISIS) == 0


def test_a_pause_of_the_bot_holds_all(pace: Pace) -> None:
    pace.pause(None, 5)
    assert pace.room() == 0
    assert pace.wait(PERSON, Priority.CRISIS) == pytest.approx(5)
    assert pace.next_change() == pytest.approx(5)


def test_a_shorter_pause_does_not_end_a_longer_one(pace: Pace) -> None:
    pace.pause(PERSON, 100)
    pace.pause(PERSON, 1)
    assert pace.wait(PERSON, Priority.CRISIS) == pytest.approx(100)


def test_calls_before_the_start_are_remembered(pace: Pace, time: Time) -> None:
    pace.remember([(GROUP, float(ago)) for ago in range(0, 40, 2)])
    assert pace.wait(GROUP, Priority.SCREEN) > 0
    time.now += 26
    assert pace.wait(GROUP, Priority.SCREEN) == 0


def test_a_call_that_was_not_made_gives_its_place_back(pace: Pace) -> None:
    for _ in range(3):
        assert pace.reserve(PERSON, Priority.SCREEN)
    assert not pace.reserve(PERSON, Priority.SCREEN)
    pace.give_back(PERSON, Priority.SCREEN)
    assert pace.reserve(PERSON, Priority.SCREEN)


def test_a_kept_place_counts_from_the_moment_the_call_starts(pace: Pace, time: Time) -> None:
    for chat_id in range(1, 31):
        assert pace.reserve(chat_id, Priority.SCREEN)
    assert pace.room() == 0
    time.now += 100
    assert pace.room() == 0
    for chat_id in range(1, 31):
        pace.start_reserved(chat_id, Priority.SCREEN)
    assert 0 < pace.wait(99, Priority.SCREEN) <= 1.05
    time.now += 1.1
    assert pace.room() == 30


@pytest.mark.parametrize("chat_id", [PERSON, GROUP])
def test_kept_places_of_a_chat_come_free_in_time(pace: Pace, time: Time, chat_id: int) -> None:
    kept = 0
    while pace.reserve(chat_id, Priority.SCREEN):
        kept += 1
    assert kept == (3 if chat_id > 0 else 20)
    assert pace.wait(chat_id, Priority.SCREEN) > 0
    for _ in range(kept):
        pace.start_reserved(chat_id, Priority.SCREEN)
        pace.ended(chat_id)
    time.now += 64
    assert pace.wait(chat_id, Priority.SCREEN) == 0
    assert pace.reserve(chat_id, Priority.SCREEN)


def test_a_faster_simulator_shortens_every_window(time: Time) -> None:
    pace = Pace(time, speed=20)
    starts = started(pace, time, GROUP, 9)
    assert most_within(starts, 3) == 20
    assert len(starts) == 60


def test_without_limits_only_pauses_hold(time: Time) -> None:
    pace = Pace(time, limits=False)
    assert all(pace.take(GROUP, Priority.BROADCAST) == 0 for _ in range(100))
    pace.pause(GROUP, 3)
    assert pace.take(GROUP, Priority.CRISIS) == pytest.approx(3)


def test_a_hundred_thousand_recipients_leave_nothing_behind(pace: Pace, time: Time) -> None:
    for chat_id in range(1, 3000):
        assert pace.take(chat_id, Priority.SCREEN) == 0
        time.now += 0.04
        pace.full_chats()
        assert len(pace._chats) <= 2.1 / 0.04
    assert pace.wait(2999, Priority.SCREEN) == 0
    assert pace.take(GROUP, Priority.SCREEN) == 0
    time.now += 1.5
    pace.full_chats()
    assert list(pace._chats) == [GROUP]


CALLS = st.lists(
    st.tuples(
        st.sampled_from([GROUP] * 5 + [OTHER_GROUP, PERSON, PERSON + 1, PERSON + 2]),
        st.sampled_from(list(Priority)),
        st.floats(0, 2),
        st.floats(0, 30),
    ),
    min_size=30,
    max_size=200,
)


@settings(max_examples=60, deadline=None)
@given(CALLS, st.booleans(), st.data())
def test_no_limit_is_ever_passed_in_any_window(
    calls: list[tuple[int, Priority, float, float]], waits: bool, data: st.DataObject
) -> None:
    time = Time()
    pace = Pace(time)
    starts: list[tuple[float, int]] = []
    arrivals: list[tuple[float, int]] = []
    under_way: list[tuple[float, int]] = []

    def pass_on(seconds: float) -> None:
        until = time.now + seconds
        for answered, chat_id in sorted(each for each in under_way if each[0] <= until):
            time.now = answered
            pace.ended(chat_id)
            under_way.remove((answered, chat_id))
        time.now = until

    for chat_id, priority, gap, lasts in calls:
        pass_on(gap / 20)
        wait = pace.take(chat_id, priority)
        while wait > 0 and waits:
            pass_on(max(wait, HAIR))
            wait = pace.take(chat_id, priority)
        if wait == 0:
            starts.append((time.now, chat_id))
            arrivals.append((time.now + lasts * data.draw(st.floats(0, 1)), chat_id))
            under_way.append((time.now + lasts, chat_id))
    assert most_within([at for at, _ in starts], 1.0) <= 30
    for chat in (GROUP, OTHER_GROUP):
        assert most_within([at for at, to in arrivals if to == chat], 60.0) <= 20
    for chat in (PERSON, PERSON + 1, PERSON + 2):
        at_chat = [at for at, to in starts if to == chat]
        for seconds in (1.0, 2.0, 5.0):
            assert most_within(at_chat, seconds) <= 3 + seconds
