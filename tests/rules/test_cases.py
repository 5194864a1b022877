"""The life of a case."""

from datetime import UTC, datetime, timedelta

import pytest

from rules.cases import (
    REOPEN_DAYS,
    NotAllowed,
    State,
    Turn,
    Verb,
    after,
    is_open,
    may_reopen,
    reopen_by,
    turn_after,
    verbs_in,
)

ALLOWED = {
    (Verb.TAKE, State.NEW): State.TAKEN,
    (Verb.REPLY, State.NEW): State.TAKEN,
    (Verb.ADD_WORDS, State.NEW): State.NEW,
    (Verb.WITHDRAW, State.NEW): State.WITHDRAWN,
    (Verb.RELEASE, State.TAKEN): State.NEW,
    (Verb.REPLY, State.TAKEN): State.TAKEN,
    (Verb.ADD_WORDS, State.TAKEN): State.TAKEN,
    (Verb.CLOSE, State.TAKEN): State.CLOSED,
    (Verb.WITHDRAW, State.TAKEN): State.WITHDRAWN,
    (Verb.REOPEN, State.CLOSED): State.NEW,
    (Verb.MISTAKE, State.NEW): State.CLOSED,
    (Verb.MISTAKE, State.TAKEN): State.CLOSED,
}
CLOSED_AT = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("verb", list(Verb))
def test_a_verb_leads_where_the_table_says_or_is_refused(verb: Verb, state: State) -> None:
    if (verb, state) in ALLOWED:
        assert after(verb, state) is ALLOWED[verb, state]
        assert verb in verbs_in(state)
    else:
        with pytest.raises(NotAllowed) as refused:
            after(verb, state)
        assert (refused.value.verb, refused.value.state) == (verb, state)
        assert verb not in verbs_in(state)


def test_states_and_verbs_read_from_the_database_as_plain_text_are_understood() -> None:
    assert after(Verb("take"), State("new")) == "taken"


@pytest.mark.parametrize(
    ("state", "expected"),
    [(State.NEW, True), (State.TAKEN, True), (State.CLOSED, False), (State.WITHDRAWN, False)],
)
def test_a_case_is_open_until_it_is_closed_or_withdrawn(state: State, expected: bool) -> None:
    assert is_open(state) is expected


@pytest.mark.parametrize(
    ("verb", "state", "turn", "expected"),
    [
        (Verb.TAKE, State.NEW, Turn.STAFF, Turn.STAFF),
        (Verb.TAKE, State.NEW, Turn.PERSON, Turn.PERSON),
        (Verb.RELEASE, State.TAKEN, Turn.PERSON, Turn.PERSON),
        (Verb.REPLY, State.TAKEN, Turn.STAFF, Turn.PERSON),
        (Verb.ADD_WORDS, State.TAKEN, Turn.PERSON, Turn.STAFF),
        (Verb.CLOSE, State.TAKEN, Turn.STAFF, Turn.NOBODY),
        (Verb.WITHDRAW, State.NEW, Turn.STAFF, Turn.NOBODY),
        (Verb.REOPEN, State.CLOSED, Turn.NOBODY, Turn.STAFF),
    ],
)
def test_the_turn_passes_to_who_must_act_next(verb: Verb, state: State, turn: Turn, expected: Turn) -> None:
    assert turn_after(verb, state, turn) is expected


def test_the_turn_of_a_refused_verb_is_refused_too() -> None:
    with pytest.raises(NotAllowed):
        turn_after(Verb.CLOSE, State.WITHDRAWN, Turn.NOBODY)


def test_only_an_open_case_has_a_turn() -> None:
    for (verb, state), reached in ALLOWED.items():
        assert (turn_after(verb, state, Turn.STAFF) is Turn.NOBODY) == (not is_open(reached))


def test_a_case_may_be_reopened_until_the_end_of_its_thirtieth_day_in_kyiv() -> None:
    last = reopen_by(CLOSED_AT)
    assert last == datetime(2026, 4, 5, 20, 59, 59, 999_999, tzinfo=UTC)  # summer time began in between
    assert may_reopen(CLOSED_AT, CLOSED_AT + timedelta(days=REOPEN_DAYS))
    assert may_reopen(CLOSED_AT, last)
    assert not may_reopen(CLOSED_AT, last + timedelta(microseconds=1))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        reopen_by(datetime(2026, 3, 6, 10, 0))  # noqa: DTZ001 - the naive moment is what is tested
