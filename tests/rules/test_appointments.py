"""States of an appointment, by when somebody answers, and when it may be noted who came."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from rules.appointments import (
    COMING,
    NOTED_FOR,
    SEATED,
    AppointmentState,
    AppointmentVerb,
    after,
    answer_by,
    may_note,
    verbs_in,
)

S, V = AppointmentState, AppointmentVerb
NOON = datetime(2026, 3, 11, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
WAYS = {
    (S.DRAFT, V.OFFER): S.OFFERED,
    (S.DRAFT, V.DROP): S.DROPPED,
    (S.OFFERED, V.OFFER): S.OFFERED,
    (S.OFFERED, V.PICK): S.HELD,
    (S.OFFERED, V.CONFIRM): S.CONFIRMED,
    (S.OFFERED, V.UNSUIT): S.UNSUITED,
    (S.OFFERED, V.BOOK): S.CONFIRMED,
    (S.OFFERED, V.CANCEL): S.CANCELLED,
    (S.OFFERED, V.LAPSE): S.LAPSED,
    (S.HELD, V.OFFER): S.OFFERED,
    (S.HELD, V.PICK): S.HELD,
    (S.HELD, V.CONFIRM): S.CONFIRMED,
    (S.HELD, V.FREE): S.OFFERED,
    (S.HELD, V.UNSUIT): S.UNSUITED,
    (S.HELD, V.BOOK): S.CONFIRMED,
    (S.HELD, V.CANCEL): S.CANCELLED,
    (S.HELD, V.LAPSE): S.LAPSED,
    (S.UNSUITED, V.OFFER): S.OFFERED,
    (S.UNSUITED, V.PICK): S.HELD,
    (S.UNSUITED, V.BOOK): S.CONFIRMED,
    (S.UNSUITED, V.CANCEL): S.CANCELLED,
    (S.CONFIRMED, V.OFFER): S.OFFERED,
    (S.CONFIRMED, V.MOVE): S.CONFIRMED,
    (S.CONFIRMED, V.CANCEL): S.CANCELLED,
    (S.CONFIRMED, V.CAME): S.CAME,
    (S.CONFIRMED, V.MISSED): S.MISSED,
    (S.MISSED, V.OFFER): S.OFFERED,
    (S.MISSED, V.UNSUIT): S.UNSUITED,
    (S.MISSED, V.CAME): S.CAME,
    (S.CAME, V.MISSED): S.MISSED,
}


@pytest.mark.parametrize(("state", "verb"), [*product(S, V)])
def test_a_verb_leads_where_the_table_says_and_nowhere_else(state: AppointmentState, verb: AppointmentVerb) -> None:
    assert after(verb, state) is WAYS.get((state, verb))
    assert (verb in verbs_in(state)) is ((state, verb) in WAYS)


def test_only_what_is_picked_or_settled_takes_a_seat_and_what_is_over_is_expected_by_nobody() -> None:
    assert {S.HELD, S.CONFIRMED} == SEATED
    assert {state for state in S if V.CANCEL in verbs_in(state)} == COMING
    assert not verbs_in(S.CANCELLED) | verbs_in(S.LAPSED) | verbs_in(S.DROPPED)


def test_somebody_answers_as_usual_but_before_the_first_time() -> None:
    assert answer_by(NOON, [NOON + HOUR, NOON + 2 * HOUR]) == NOON
    assert answer_by(NOON, [NOON + HOUR, NOON - HOUR]) == NOON - HOUR
    with pytest.raises(ValueError, match="zone"):
        answer_by(NOON.replace(tzinfo=None), [NOON])


@pytest.mark.parametrize(
    ("state", "now", "may"),
    [
        (S.CONFIRMED, NOON - HOUR, False),
        (S.CONFIRMED, NOON, True),
        (S.CAME, NOON + HOUR, True),
        (S.MISSED, NOON + HOUR + NOTED_FOR - timedelta(seconds=1), True),
        (S.MISSED, NOON + HOUR + NOTED_FOR, False),
        (S.CANCELLED, NOON, False),
    ],
)
def test_who_came_is_noted_from_the_beginning_on_for_two_weeks(
    state: AppointmentState, now: datetime, may: bool
) -> None:
    assert may_note(state, NOON, NOON + HOUR, now) is may
    assert not may_note(state, None, None, now)
