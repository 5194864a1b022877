"""Which cases an action on many leaves out, and why; what of a case is watched meanwhile."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.bulk import TELLS, UNDOABLE, WATCHED, Action, Facts, LeftOut, left_out
from rules.cases import State, Verb, verbs_in
from rules.roles import Role

ME = 1
CASE = Facts(State.TAKEN, ME, crisis=False, waits=False, human_only=False, reachable=True, has=False)
SILENT = {Action.TAG, Action.PRIORITY, Action.ASSIGN}


# A row: what is so, and why each action leaves the case out; those that are not named do it.
@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, {}),
        ({"owner_id": 2}, dict.fromkeys(Action, LeftOut.NO_RIGHT)),
        ({"owner_id": None}, dict.fromkeys(Action, LeftOut.NO_RIGHT)),
        ({"state": State.CLOSED}, dict.fromkeys(Action, LeftOut.STATE)),
        ({"state": State.REFUSED}, dict.fromkeys(Action, LeftOut.STATE)),
        ({"state": State.NEW}, {Action.CLOSE: LeftOut.STATE}),
        ({"crisis": True}, dict.fromkeys(TELLS, LeftOut.DANGER)),
        ({"waits": True}, {Action.CLOSE: LeftOut.WAITS}),
        ({"human_only": True}, dict.fromkeys((*TELLS, Action.ASSIGN), LeftOut.ONE_HUMAN)),
        ({"reachable": False}, dict.fromkeys((Action.ANSWER, Action.LETTER), LeftOut.UNREACHABLE)),
        ({"has": True}, dict.fromkeys(Action, LeftOut.ALREADY)),
        ({"blank": True}, dict.fromkeys(Action, LeftOut.BLANK)),
    ],
)
@pytest.mark.parametrize("action", list(Action))
def test_who_is_left_out(action: Action, changes: dict[str, object], why: dict[Action, LeftOut]) -> None:
    case = replace(CASE, **changes)  # type: ignore[arg-type]  # names of fields are checked by dataclass itself
    assert left_out(action, case, Role.CASEWORKER, ME) is why.get(action)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.ADMIN])
def test_leads_act_on_everybodys(role: Role) -> None:
    for action in Action:
        assert left_out(action, replace(CASE, owner_id=2), role, ME) is None
    assert left_out(Action.ASSIGN, replace(CASE, human_only=True), role, ME) is None
    assert left_out(Action.LETTER, replace(CASE, human_only=True), role, ME) is LeftOut.ONE_HUMAN


@given(
    st.sampled_from(Action),
    st.builds(
        Facts,
        state=st.sampled_from(State),
        owner_id=st.sampled_from([None, 1, 2]),
        crisis=st.booleans(),
        waits=st.booleans(),
        human_only=st.booleans(),
        reachable=st.booleans(),
        has=st.booleans(),
    ),
    st.sampled_from([Role.CASEWORKER, Role.SUPERVISOR]),
)
def test_nobody_in_danger_gets_a_letter_to_many_or_is_closed(action: Action, case: Facts, role: Role) -> None:
    if left_out(action, case, role, ME) is None and action in TELLS:
        assert not case.crisis
        assert not case.human_only
        if action is Action.CLOSE:
            assert Verb.CLOSE in verbs_in(case.state)
            assert not case.waits
        else:
            assert case.reachable


def test_each_action_watches_something_and_only_what_is_silent_is_taken_back() -> None:
    assert set(WATCHED) == set(Action)
    assert SILENT == UNDOABLE
    assert all("unread" in WATCHED[action] for action in TELLS), "a new word stops a letter that does not know it"
