"""One step of a case through the table of states."""

from __future__ import annotations

from casework.errors import CaseClosed, Stale
from db.models import Case
from rules.cases import NotAllowed, State, Turn, Verb, after, is_open, turn_after

WITH_RESULT = frozenset({State.RESOLVED, State.CLOSED, State.REFUSED, State.WITHDRAWN})


def move(case: Case, verb: Verb) -> None:
    """Sets state and turn as the table says, and forgets what was given for a state that it leaves: the outcome, the
    office whose answer was waited for. CaseClosed or Stale where the verb has no place in the case's state.
    """
    state = State(case.state)
    try:
        reached = after(verb, state, crisis=case.crisis)
        case.turn = turn_after(verb, state, Turn(case.turn), crisis=case.crisis)
    except NotAllowed:
        raise (Stale() if is_open(state) else CaseClosed()) from None
    case.state = reached
    if reached not in WITH_RESULT:
        case.result = None
    if reached is not State.WAITING_PROVIDER:
        case.provider = None
