"""The life of a campaign: every move from every state, and what the clock has to do on which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rules.recreation.campaigns import (
    CampaignState,
    Move,
    NoSuchMove,
    after,
    by_hand,
    due,
    is_by_hand,
    next_day,
    takes_applications,
)
from tests.rules.recreation.sample import TEMPLATE

P, O, H, C, A, F = CampaignState  # planned, open, paused, closed, allocating, finished  # noqa: E741 - as the table reads
BEFORE, FIRST = TEMPLATE.opens - timedelta(days=1), TEMPLATE.opens
LAST, OVER = TEMPLATE.closes, TEMPLATE.closes + timedelta(days=1)

TABLE = {
    Move.OPENS: {P: O, C: O},
    Move.PUT_OFF: {O: P, C: P},
    Move.CLOSES: {P: C, O: C, H: C},
    Move.PAUSE: {O: H},
    Move.RESUME: {H: O},
    Move.ALLOCATE: {C: A},
    Move.BACK: {A: C},
    Move.FINISH: {A: F},
    Move.CALL_OFF: {P: F, H: F},
}


@pytest.mark.parametrize("state", CampaignState)
@pytest.mark.parametrize("move", Move)
def test_every_move_from_every_state(move: Move, state: CampaignState) -> None:
    if state in TABLE[move]:
        assert after(move, state) is TABLE[move][state]
    else:
        with pytest.raises(NoSuchMove):
            after(move, state)


def test_what_a_human_may_do_is_what_the_table_leaves_to_them() -> None:
    assert {move for move in Move if is_by_hand(move)} == {
        Move.PAUSE,
        Move.RESUME,
        Move.ALLOCATE,
        Move.BACK,
        Move.FINISH,
        Move.CALL_OFF,
    }
    assert by_hand(P) == (Move.CALL_OFF,)
    assert by_hand(O) == (Move.PAUSE,)
    assert by_hand(H) == (Move.RESUME, Move.CALL_OFF)
    assert by_hand(F) == ()


@pytest.mark.parametrize(
    ("state", "today", "move"),
    [
        (P, BEFORE, None),
        (P, FIRST, Move.OPENS),
        (P, LAST, Move.OPENS),
        (P, OVER, Move.CLOSES),
        (O, BEFORE, Move.PUT_OFF),
        (O, FIRST, None),
        (O, LAST, None),
        (O, OVER, Move.CLOSES),
        (H, BEFORE, None),
        (H, FIRST, None),
        (H, OVER, Move.CLOSES),
        (C, BEFORE, Move.PUT_OFF),
        (C, LAST, Move.OPENS),
        (C, OVER, None),
        (A, LAST, None),
        (A, OVER, None),
        (F, FIRST, None),
    ],
)
def test_the_clock_goes_by_the_dates(state: CampaignState, today: date, move: Move | None) -> None:
    assert due(state, TEMPLATE, today) is move


@pytest.mark.parametrize("state", CampaignState)
@pytest.mark.parametrize("today", [BEFORE, FIRST, LAST, OVER])
def test_once_the_clock_has_looked_it_finds_nothing_more(state: CampaignState, today: date) -> None:
    move = due(state, TEMPLATE, today)
    if move is not None:
        assert due(after(move, state), TEMPLATE, today) is None


def test_the_last_day_is_taken_whole_and_not_a_moment_more() -> None:
    assert [takes_applications(O, TEMPLATE, day) for day in (BEFORE, FIRST, LAST, OVER)] == [False, True, True, False]
    assert not any(takes_applications(state, TEMPLATE, LAST) for state in CampaignState if state is not O)
    # 6 March, 24:00 in Kyiv.
    assert TEMPLATE.deadline.isoformat() == "2027-03-06T21:59:59.999999+00:00"


@pytest.mark.parametrize(("state", "since"), [(P, FIRST - timedelta(days=60)), (O, FIRST), (H, FIRST)])
def test_on_the_next_day_the_clock_has_something_to_do_and_not_before(state: CampaignState, since: date) -> None:
    day = next_day(state, TEMPLATE)
    assert day is not None
    assert due(state, TEMPLATE, day) is not None
    assert {due(state, TEMPLATE, since + timedelta(days=past)) for past in range((day - since).days)} == {None}


@pytest.mark.parametrize("state", [C, A, F])
def test_once_it_is_closed_the_clock_waits_for_a_human(state: CampaignState) -> None:
    assert next_day(state, TEMPLATE) is None
