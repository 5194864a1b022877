"""The life of a case: its states, who must act next, what may be done, as one table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from rules.local_time import end_of_day, local_date

REOPEN_DAYS = 30


class State(StrEnum):
    """Where a case stands."""

    NEW = "new"
    TAKEN = "taken"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Turn(StrEnum):
    """Who must act next."""

    STAFF = "staff"
    PERSON = "person"
    NOBODY = "nobody"


class Verb(StrEnum):
    """What can be done to a case."""

    TAKE = "take"
    RELEASE = "release"
    REPLY = "reply"
    ADD_WORDS = "add_words"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    MISTAKE = "mistake"
    """The person says that they pressed «Мені небезпечно» by mistake; it can be taken back."""


class NotAllowed(Exception):
    """The verb has no place in this state; both are facts for a text, not the text."""

    def __init__(self, verb: Verb, state: State) -> None:
        super().__init__(f"{verb} is not possible in state {state}")
        self.verb = verb
        self.state = state


@dataclass(frozen=True, slots=True)
class _Move:
    to: State
    turn: Turn | None
    """None: whose turn it is stays as it was."""


# A row reads: in this state, this may be done; the case then stands there, and the turn is theirs.
# Who answers a new case takes it by that. A reopened case goes back to the queue, so that it is seen even if its
# former owner has left.
_TABLE: Mapping[State, Mapping[Verb, _Move]] = MappingProxyType(
    {
        State.NEW: {
            Verb.TAKE: _Move(State.TAKEN, None),
            Verb.REPLY: _Move(State.TAKEN, Turn.PERSON),
            Verb.ADD_WORDS: _Move(State.NEW, Turn.STAFF),
            Verb.WITHDRAW: _Move(State.WITHDRAWN, Turn.NOBODY),
            Verb.MISTAKE: _Move(State.CLOSED, Turn.NOBODY),
        },
        State.TAKEN: {
            Verb.RELEASE: _Move(State.NEW, None),
            Verb.REPLY: _Move(State.TAKEN, Turn.PERSON),
            Verb.ADD_WORDS: _Move(State.TAKEN, Turn.STAFF),
            Verb.CLOSE: _Move(State.CLOSED, Turn.NOBODY),
            Verb.WITHDRAW: _Move(State.WITHDRAWN, Turn.NOBODY),
            Verb.MISTAKE: _Move(State.CLOSED, Turn.NOBODY),
        },
        State.CLOSED: {
            Verb.REOPEN: _Move(State.NEW, Turn.STAFF),
        },
        State.WITHDRAWN: {},
    }
)
_OPEN = frozenset({State.NEW, State.TAKEN})


def after(verb: Verb, state: State) -> State:
    """The state once the verb is done; NotAllowed if it can't be done there."""
    return _move(verb, state).to


def turn_after(verb: Verb, state: State, turn: Turn) -> Turn:
    """Whose turn it is once the verb is done in a case where it was `turn`'s; NotAllowed like `after`."""
    changed = _move(verb, state).turn
    return turn if changed is None else changed


def verbs_in(state: State) -> frozenset[Verb]:
    """Everything that may be done in the state, permissions and dates apart."""
    return frozenset(_TABLE[state])


def is_open(state: State) -> bool:
    """Is somebody still expected to act?"""
    return state in _OPEN


def reopen_by(closed_at: datetime) -> datetime:
    """The last moment (UTC) to say "not solved yet": the end of the thirtieth day after closing, in Kyiv."""
    return end_of_day(local_date(closed_at) + timedelta(days=REOPEN_DAYS))


def may_reopen(closed_at: datetime, now: datetime) -> bool:
    """May a case closed then be reopened now? Both moments are aware."""
    return now <= reopen_by(closed_at)


def _move(verb: Verb, state: State) -> _Move:
    try:
        return _TABLE[state][verb]
    except KeyError:
        raise NotAllowed(verb, state) from None
