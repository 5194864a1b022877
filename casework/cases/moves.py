"""One step of a case through the table of states."""

from __future__ import annotations

from casework.errors import CaseClosed, Stale
from db.models import Case
from rules.cases import NotAllowed, State, Turn, Verb, after, is_open, turn_after


def move(case: Case, verb: Verb) -> None:
    """Sets state and turn as the table says. CaseClosed or Stale where the verb has no place in the case's state."""
    state = State(case.state)
    try:
        case.state, case.turn = after(verb, state), turn_after(verb, state, Turn(case.turn))
    except NotAllowed:
        raise (Stale() if is_open(state) else CaseClosed()) from None
