"""The life of a case: the whole matrix of states, verbs and roles, what must be given, and walks over it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.cases import (
    REOPEN_DAYS,
    STEPS,
    Need,
    NotAllowed,
    State,
    Turn,
    Verb,
    after,
    is_open,
    is_queued,
    leads_to,
    may_do,
    may_reopen,
    needs,
    reopen_by,
    turn_after,
    verbs_in,
    who_may,
)
from rules.roles import Role, Scope

# Written apart from the table on purpose. A column is a state, by these letters; a cell is where the verb leads, or
# a dot where it has no place.
LETTERS = dict(
    zip(
        ["N", "T", "A", "P", "I", "W", "V", "S", "C", "O", "F", "X"],
        (
            State.NEW,
            State.TAKEN,
            State.ASSESSING,
            State.PLANNED,
            State.IN_PROGRESS,
            State.WAITING_PERSON,
            State.WAITING_PROVIDER,
            State.RESOLVED,
            State.CLOSED,
            State.REOPENED,
            State.REFUSED,
            State.WITHDRAWN,
        ),
        strict=True,
    )
)
MATRIX = """
from           N T A P I W V S C O F X
take           T . . . . . . . . T . .
release        . N N N N N N N . . . .
reply          T T A P I W V S . T . .
no_answer      . T A P I W V S . . . .
add_words      N T A P I I V I . O . .
assess         . A . A A A A . . . . .
plan           . . P . P P P . . . . .
start          . I I I . I I I . . . .
wait_person    . W W W W . W . . . . .
wait_provider  . V V V V V . . . . . .
resolve        . S S S S S S . . . . .
close          . C C C C C C C . . . .
refuse         . . F F . . . . . . . .
reopen         . . . . . . . . O . O .
withdraw       X X X X X X X X . X . .
mistake        C C C C C C C C . C . .
merge          C C C C C C C C . C . .
spam           C C C C C C C C . C . .
"""
TURNS = {
    Verb.TAKE: None,
    Verb.RELEASE: None,
    Verb.REPLY: Turn.PERSON,
    Verb.ADD_WORDS: Turn.STAFF,
    Verb.ASSESS: Turn.STAFF,
    Verb.PLAN: Turn.STAFF,
    Verb.START: Turn.STAFF,
    Verb.WAIT_PERSON: Turn.PERSON,
    Verb.WAIT_PROVIDER: Turn.PROVIDER,
    Verb.RESOLVE: Turn.PERSON,
    Verb.CLOSE: Turn.NOBODY,
    Verb.REFUSE: Turn.NOBODY,
    Verb.REOPEN: Turn.STAFF,
    Verb.WITHDRAW: Turn.NOBODY,
    Verb.NO_ANSWER: Turn.PERSON,
    Verb.MERGE: Turn.NOBODY,
    Verb.SPAM: Turn.NOBODY,
    Verb.MISTAKE: Turn.NOBODY,
}
"""Whose turn it is then; None: as before."""
OWNERS = {Verb.RELEASE, Verb.ASSESS, Verb.PLAN, Verb.START, Verb.WAIT_PERSON, Verb.WAIT_PROVIDER, Verb.RESOLVE,
          Verb.CLOSE, Verb.REFUSE, Verb.SPAM}  # fmt: skip
"""What only the owner does, or a lead in their place."""
COLLEAGUES = {Verb.TAKE, Verb.REPLY, Verb.NO_ANSWER, Verb.REOPEN, Verb.MERGE}
"""What any of the organisation's staff do."""
PERSONS = {Verb.ADD_WORDS, Verb.WITHDRAW, Verb.MISTAKE, Verb.REOPEN}
GIVEN = {
    Verb.WAIT_PERSON: {Need.ANSWER},
    Verb.WAIT_PROVIDER: {Need.PROVIDER, Need.ANSWER},
    Verb.RESOLVE: {Need.OUTCOME, Need.ANSWER},
    Verb.CLOSE: {Need.OUTCOME},
    Verb.REFUSE: {Need.LEGAL_REASON, Need.SECOND_LOOK},
}
NEVER_IN_DANGER = {Verb.REFUSE, Verb.SPAM}
STAFF = {Role.CASEWORKER, Role.SUPERVISOR, Role.ADMIN}
CLOSED_AT = datetime(2026, 3, 6, 10, 0, tzinfo=UTC)


def allowed() -> dict[tuple[Verb, State], State]:
    """The matrix as pairs."""
    first, *rows = (line.split() for line in MATRIX.strip().splitlines())
    columns = first[1:]
    assert columns == list(LETTERS)
    assert [row[0] for row in rows] == [verb.value for verb in Verb]
    return {
        (Verb(row[0]), LETTERS[column]): LETTERS[cell]
        for row in rows
        for column, cell in zip(columns, row[1:], strict=True)
        if cell != "."
    }


ALLOWED = allowed()


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("verb", list(Verb))
def test_a_verb_leads_where_the_matrix_says_or_is_refused(verb: Verb, state: State) -> None:
    if (verb, state) in ALLOWED:
        assert after(verb, state) is ALLOWED[verb, state]
        assert verb in verbs_in(state)
    else:
        with pytest.raises(NotAllowed) as refused:
            after(verb, state)
        assert (refused.value.verb, refused.value.state) == (verb, state)
        assert verb not in verbs_in(state)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("verb", list(Verb))
def test_each_verb_has_its_roles_and_its_cases(verb: Verb, role: Role) -> None:
    may = (role in STAFF and verb in OWNERS | COLLEAGUES) or (role is Role.PERSON and verb in PERSONS)
    # What is solved closes by itself.
    may = may or (role is Role.MACHINE and verb is Verb.CLOSE)
    assert may_do(role, verb) == may
    scopes = {line.scope for line in who_may(verb) if role in line.roles}
    if not may:
        assert scopes == set()
    elif role is Role.PERSON:
        assert scopes == {Scope.OWN}
    elif role is Role.MACHINE:
        assert scopes == {Scope.NONE}
    elif verb is Verb.REOPEN:
        assert scopes == {Scope.ORGANISATION, Scope.OWNER}, "what was no spam is the owner's to take back"
    else:
        assert scopes == {Scope.OWNER if verb in OWNERS else Scope.ORGANISATION}


@pytest.mark.parametrize("verb", list(Verb))
def test_what_must_be_given_with_a_verb(verb: Verb) -> None:
    assert needs(verb) == GIVEN.get(verb, set())


@pytest.mark.parametrize("turn", list(Turn))
@pytest.mark.parametrize(("verb", "state"), list(ALLOWED))
def test_the_turn_passes_to_who_must_act_next(verb: Verb, state: State, turn: Turn) -> None:
    expected = TURNS[verb] or turn
    if verb in (Verb.REPLY, Verb.NO_ANSWER) and state is State.WAITING_PROVIDER:
        expected = Turn.PROVIDER
    assert turn_after(verb, state, turn) is expected


def test_the_turn_of_a_refused_verb_is_refused_too() -> None:
    with pytest.raises(NotAllowed):
        turn_after(Verb.CLOSE, State.WITHDRAWN, Turn.NOBODY)


def test_only_an_open_case_has_a_turn() -> None:
    for (verb, state), reached in ALLOWED.items():
        assert (turn_after(verb, state, Turn.STAFF) is Turn.NOBODY) == (not is_open(reached))


def test_a_turn_leaves_us_only_with_an_answer_or_where_none_is_needed_or_with_the_end() -> None:
    for (verb, state), reached in ALLOWED.items():
        leaves = turn_after(verb, state, Turn.STAFF) is not Turn.STAFF
        if leaves and is_open(reached) and verb not in (Verb.REPLY, Verb.NO_ANSWER):
            assert Need.ANSWER in needs(verb)


def test_states_and_verbs_read_from_the_database_as_plain_text_are_understood() -> None:
    assert after(Verb("take"), State("new")) == "taken"


@pytest.mark.parametrize("state", list(State))
def test_a_case_is_open_until_it_is_closed_refused_or_withdrawn(state: State) -> None:
    assert is_open(state) == (state not in (State.CLOSED, State.REFUSED, State.WITHDRAWN))
    assert is_queued(state) == (state in (State.NEW, State.REOPENED)) == (Verb.TAKE in verbs_in(state))


def test_each_step_of_the_menu_has_one_end_and_belongs_to_the_owner() -> None:
    for verb in STEPS:
        assert {leads_to(verb)} == {reached for (each, _), reached in ALLOWED.items() if each is verb}
        assert verb in OWNERS
    with pytest.raises(ValueError, match="too many"):
        leads_to(Verb.REPLY)


@pytest.mark.parametrize("state", list(State))
def test_in_danger_all_but_refusing_and_calling_it_spam_stays_as_it_is(state: State) -> None:
    assert verbs_in(state, crisis=True) == verbs_in(state) - NEVER_IN_DANGER
    for verb in NEVER_IN_DANGER:
        with pytest.raises(NotAllowed):
            after(verb, state, crisis=True)
        with pytest.raises(NotAllowed):
            turn_after(verb, state, Turn.STAFF, crisis=True)


@given(st.lists(st.tuples(st.integers(0, 99), st.booleans()), max_size=40))
def test_no_walk_leaves_the_table_or_refuses_somebody_in_danger(walk: list[tuple[int, bool]]) -> None:
    state, turn, crisis = State.NEW, Turn.STAFF, False
    for choice, danger in walk:
        crisis = crisis or (danger and is_open(state))
        # What the state offers to others is tried in danger, too; now and then something else altogether.
        offered = sorted(verbs_in(state)) if choice < 90 else list(Verb)
        verb = offered[choice % len(offered)] if offered else Verb.TAKE
        if (verb, state) not in ALLOWED or (crisis and verb in NEVER_IN_DANGER):
            with pytest.raises(NotAllowed):
                after(verb, state, crisis=crisis)
            continue
        turn = turn_after(verb, state, turn, crisis=crisis)
        state = after(verb, state, crisis=crisis)
        assert (turn is Turn.NOBODY) == (not is_open(state))
        assert verbs_in(state) or state is State.WITHDRAWN
        assert not (crisis and state is State.REFUSED)


@given(st.sampled_from([state for state in State if is_open(state)]), st.data())
def test_from_every_open_state_a_case_can_be_ended_in_two_steps(state: State, data: st.DataObject) -> None:
    if is_queued(state):
        state = after(Verb.TAKE, state)
    assert after(data.draw(st.sampled_from([Verb.CLOSE, Verb.WITHDRAW])), state) in (State.CLOSED, State.WITHDRAWN)


def test_a_case_may_be_reopened_until_the_end_of_its_thirtieth_day_in_kyiv() -> None:
    last = reopen_by(CLOSED_AT)
    assert last == datetime(2026, 4, 5, 20, 59, 59, 999_999, tzinfo=UTC)  # summer time began in between
    assert may_reopen(CLOSED_AT, CLOSED_AT + timedelta(days=REOPEN_DAYS))
    assert may_reopen(CLOSED_AT, last)
    assert not may_reopen(CLOSED_AT, last + timedelta(microseconds=1))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        reopen_by(datetime(2026, 3, 6, 10, 0))  # noqa: DTZ001 - the naive moment is what is tested
