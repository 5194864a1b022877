"""The life of a case: its states, who must act next, what may be done by whom and what is given with it, as one table.

Law 2671-VIII, art. 24: help is refused only by what an assessment found, and never to somebody in danger.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from rules.local_time import end_of_day, local_date
from rules.permissions import permission
from rules.roles import Permission, Role

REOPEN_DAYS = 30


class State(StrEnum):
    """Where a case stands."""

    NEW = "new"
    TAKEN = "taken"
    ASSESSING = "assessing"
    PLANNED = "planned"
    IN_PROGRESS = "in-progress"
    WAITING_PERSON = "waiting-person"
    WAITING_PROVIDER = "waiting-provider"
    RESOLVED = "resolved"
    """Help was given; until it is closed the person may say that something is not right."""
    CLOSED = "closed"
    REOPENED = "reopened"
    """In the queue again, so that it is seen even if its former owner has left."""
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Turn(StrEnum):
    """Who must act next."""

    STAFF = "staff"
    PERSON = "person"
    PROVIDER = "provider"
    """Another office that decides or helps."""
    NOBODY = "nobody"


class Verb(StrEnum):
    """What can be done to a case."""

    TAKE = "take"
    RELEASE = "release"
    REPLY = "reply"
    NO_ANSWER = "no_answer"
    """There is nothing to answer to what the person wrote."""
    ADD_WORDS = "add_words"
    ASSESS = "assess"
    PLAN = "plan"
    START = "start"
    WAIT_PERSON = "wait_person"
    WAIT_PROVIDER = "wait_provider"
    RESOLVE = "resolve"
    CLOSE = "close"
    REFUSE = "refuse"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    MISTAKE = "mistake"
    """The person says that they pressed «Мені небезпечно» by mistake; it can be taken back."""
    MERGE = "merge"
    """Another case of the same person goes on for this one, too."""
    SPAM = "spam"
    """Staff say that it is no request; they can take it back."""


class Need(StrEnum):
    """What must be given with a verb."""

    OUTCOME = "outcome"
    PROVIDER = "provider"
    LEGAL_REASON = "legal-reason"
    SECOND_LOOK = "second-look"
    """A human has seen what goes out, and confirms it in a step of its own."""
    ANSWER = "answer"
    """Whoever waits for us is told: the turn does not leave us while somebody has no answer."""


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


@dataclass(frozen=True, slots=True)
class _Row:
    acts: tuple[str, ...]
    """The acts that do it: their lines in `rules.permissions` say which roles may, and whose cases."""
    moves: Mapping[State, _Move]
    needs: frozenset[Need] = frozenset()


_QUEUED = (State.NEW, State.REOPENED)
_WORKED_ON = (State.TAKEN, State.ASSESSING, State.PLANNED, State.IN_PROGRESS)
_WAITING = (State.WAITING_PERSON, State.WAITING_PROVIDER)
_OWNED = (*_WORKED_ON, *_WAITING, State.RESOLVED)
_OPEN = frozenset({*_QUEUED, *_OWNED})
_ENDED = (State.CLOSED, State.REFUSED)


def _from(states: Iterable[State], to: State, turn: Turn | None) -> dict[State, _Move]:
    return {state: _Move(to, turn) for state in states if state is not to}


def _staying(states: Iterable[State], turn: Turn) -> dict[State, _Move]:
    return {state: _Move(state, turn) for state in states}


# A row reads: this verb, done by these acts, leads from these states there, and the turn is theirs; and what it needs.
# Who answers a case in the queue takes it by that. What the person writes in a case that waits for them, or seemed to
# be solved, brings it back to work. A reopened case goes back to the queue; whoever had it and is there takes it again
# at once (`casework.cases.reopen`).
_TABLE: Mapping[Verb, _Row] = MappingProxyType(
    {
        Verb.TAKE: _Row(("case.take",), _from(_QUEUED, State.TAKEN, None)),
        Verb.RELEASE: _Row(("case.release",), _from(_OWNED, State.NEW, None)),
        Verb.REPLY: _Row(
            ("case.reply",),
            _from(_QUEUED, State.TAKEN, Turn.PERSON)
            | _staying((*_WORKED_ON, State.WAITING_PERSON, State.RESOLVED), Turn.PERSON)
            | _staying((State.WAITING_PROVIDER,), Turn.PROVIDER),
        ),
        Verb.NO_ANSWER: _Row(
            ("case.no_answer_needed",),
            _staying((*_WORKED_ON, State.WAITING_PERSON, State.RESOLVED), Turn.PERSON)
            | _staying((State.WAITING_PROVIDER,), Turn.PROVIDER),
        ),
        Verb.ADD_WORDS: _Row(
            ("person.send_words", "case.reopen_own"),
            _staying((*_QUEUED, *_WORKED_ON, State.WAITING_PROVIDER), Turn.STAFF)
            | _from((State.WAITING_PERSON, State.RESOLVED), State.IN_PROGRESS, Turn.STAFF),
        ),
        Verb.ASSESS: _Row(("case.step",), _from((*_WORKED_ON, *_WAITING), State.ASSESSING, Turn.STAFF)),
        Verb.PLAN: _Row(
            ("case.step",), _from((State.ASSESSING, State.IN_PROGRESS, *_WAITING), State.PLANNED, Turn.STAFF)
        ),
        Verb.START: _Row(("case.step",), _from(_OWNED, State.IN_PROGRESS, Turn.STAFF)),
        Verb.WAIT_PERSON: _Row(
            ("case.step",),
            _from((*_WORKED_ON, *_WAITING), State.WAITING_PERSON, Turn.PERSON),
            frozenset({Need.ANSWER}),
        ),
        Verb.WAIT_PROVIDER: _Row(
            ("case.step", "transfer.confirm"),
            _from((*_WORKED_ON, *_WAITING), State.WAITING_PROVIDER, Turn.PROVIDER),
            frozenset({Need.PROVIDER, Need.ANSWER}),
        ),
        Verb.RESOLVE: _Row(
            ("case.step",),
            _from((*_WORKED_ON, *_WAITING), State.RESOLVED, Turn.PERSON),
            frozenset({Need.OUTCOME, Need.ANSWER}),
        ),
        Verb.CLOSE: _Row(
            ("case.close", "case.close_solved"), _from(_OWNED, State.CLOSED, Turn.NOBODY), frozenset({Need.OUTCOME})
        ),
        Verb.REFUSE: _Row(
            ("case.refuse",),
            _from((State.ASSESSING, State.PLANNED), State.REFUSED, Turn.NOBODY),
            frozenset({Need.LEGAL_REASON, Need.SECOND_LOOK}),
        ),
        Verb.REOPEN: _Row(
            ("case.reopen", "case.reopen_own", "case.not_spam", "duplicate.undo_merge"),
            _from(_ENDED, State.REOPENED, Turn.STAFF),
        ),
        Verb.WITHDRAW: _Row(("case.withdraw",), _from(_OPEN, State.WITHDRAWN, Turn.NOBODY)),
        Verb.MERGE: _Row(("duplicate.merge",), _from(_OPEN, State.CLOSED, Turn.NOBODY)),
        Verb.SPAM: _Row(("case.spam",), _from(_OPEN, State.CLOSED, Turn.NOBODY)),
        Verb.MISTAKE: _Row(("person.danger_mistake",), _from(_OPEN, State.CLOSED, Turn.NOBODY)),
    }
)
_NEVER_IN_DANGER = frozenset({Verb.REFUSE, Verb.SPAM})

STEPS = (
    Verb.ASSESS,
    Verb.PLAN,
    Verb.START,
    Verb.WAIT_PERSON,
    Verb.WAIT_PROVIDER,
    Verb.RESOLVE,
    Verb.CLOSE,
    Verb.REFUSE,
)
"""What «Стан» offers to staff, in the order of a case's way."""


def after(verb: Verb, state: State, *, crisis: bool = False) -> State:
    """The state once the verb is done; NotAllowed if it can't be done there, or not where somebody is in danger."""
    return _move(verb, state, crisis=crisis).to


def turn_after(verb: Verb, state: State, turn: Turn, *, crisis: bool = False) -> Turn:
    """Whose turn it is once the verb is done in a case where it was `turn`'s; NotAllowed like `after`."""
    changed = _move(verb, state, crisis=crisis).turn
    return turn if changed is None else changed


def verbs_in(state: State, *, crisis: bool = False) -> frozenset[Verb]:
    """Everything that may be done in the state, permissions and dates apart."""
    barred = _NEVER_IN_DANGER if crisis else frozenset()
    return frozenset(verb for verb, row in _TABLE.items() if state in row.moves) - barred


def leads_to(verb: Verb) -> State:
    """Where one of `STEPS` leads, wherever it is taken; ValueError for a verb that has several ends."""
    [end] = {move.to for move in _TABLE[verb].moves.values()}
    return end


def needs(verb: Verb) -> frozenset[Need]:
    """What must be given with it."""
    return _TABLE[verb].needs


def who_may(verb: Verb) -> tuple[Permission, ...]:
    """Which roles may do it, and to whose cases; a line for each act that does it."""
    lines = (permission(act) for act in _TABLE[verb].acts)
    return tuple(line for line in lines if line is not None)


def may_do(role: Role, verb: Verb) -> bool:
    """Whether somebody of this role may do it to some case at all."""
    return any(role in line.roles for line in who_may(verb))


def is_open(state: State) -> bool:
    """Is somebody still expected to act?"""
    return state in _OPEN


def is_queued(state: State) -> bool:
    """Does it wait for somebody to take it?"""
    return state in _QUEUED


def reopen_by(closed_at: datetime) -> datetime:
    """The last moment (UTC) to say "not solved yet", or to ask for a refusal to be looked at again: the end of the
    thirtieth day after closing, in Kyiv.
    """
    return end_of_day(local_date(closed_at) + timedelta(days=REOPEN_DAYS))


def may_reopen(closed_at: datetime, now: datetime) -> bool:
    """May a case closed then be reopened now? Both moments are aware."""
    return now <= reopen_by(closed_at)


def _move(verb: Verb, state: State, *, crisis: bool) -> _Move:
    if crisis and verb in _NEVER_IN_DANGER:
        raise NotAllowed(verb, state)
    try:
        return _TABLE[verb].moves[state]
    except KeyError:
        raise NotAllowed(verb, state) from None
