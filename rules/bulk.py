"""One action on many cases: what may be done so, which cases are left out and why, and what has an inverse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from rules.cases import State, Verb, is_open, verbs_in
from rules.roles import LEADS, Role

MOST = 500
"""Cases of one run."""
CONFIRM_WITHIN = timedelta(minutes=10)
"""So long a preview holds."""
UNDO_FOR = timedelta(days=1)
MOST_TAGS = 5
"""As many as a card carries."""


class Action(StrEnum):
    """What is done to each."""

    TAG = "tag"
    PRIORITY = "priority"
    ASSIGN = "assign"
    CLOSE = "close"
    ANSWER = "answer"
    """A canned answer is sent."""
    LETTER = "letter"
    """Words that the staff member typed are sent."""


UNDOABLE = frozenset({Action.TAG, Action.PRIORITY, Action.ASSIGN})
TELLS = frozenset({Action.CLOSE, Action.ANSWER, Action.LETTER})
"""By these the person gets a letter."""


class RunState(StrEnum):
    """How far a run is."""

    PREVIEW = "preview"
    CONFIRMED = "confirmed"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"


class ItemState(StrEnum):
    """How far one case of it is."""

    WAITING = "waiting"
    DONE = "done"
    LEFT_OUT = "left-out"
    UNDONE = "undone"


class LeftOut(StrEnum):
    """Why a case is left out."""

    NO_RIGHT = "no-right"
    STATE = "state"
    """The action has no place in its state."""
    ALREADY = "already"
    """It is so already, or it carries enough tags."""
    DANGER = "danger"
    WAITS = "waits"
    """Somebody waits for an answer: nobody closes that unread."""
    ONE_HUMAN = "one-human"
    UNREACHABLE = "unreachable"
    """No Telegram, blocked, or letters are held."""
    BLANK = "blank"
    """Something in the words would reach the person unfilled."""
    CHANGED = "changed"
    """It is not any more what was previewed."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Facts:
    """What of one case decides."""

    state: State
    owner_id: int | None
    crisis: bool
    waits: bool
    human_only: bool
    reachable: bool
    has: bool
    """It is already what the action would make of it, or can't carry more."""
    blank: bool = False


def left_out(action: Action, case: Facts, role: Role, actor_id: int) -> LeftOut | None:
    """Why the action leaves a case out; None: it is done. Leads act on all, others on cases of their own."""
    if role not in LEADS and case.owner_id != actor_id:
        return LeftOut.NO_RIGHT
    verb = {Action.CLOSE: Verb.CLOSE, Action.ANSWER: Verb.REPLY, Action.LETTER: Verb.REPLY}.get(action)
    fits = is_open(case.state) if verb is None else verb in verbs_in(case.state, crisis=case.crisis)
    reasons = (
        (not fits, LeftOut.STATE),
        (action in TELLS and case.crisis, LeftOut.DANGER),
        (action in TELLS and case.human_only, LeftOut.ONE_HUMAN),
        (action is Action.ASSIGN and case.human_only and role not in LEADS, LeftOut.ONE_HUMAN),
        (action is Action.CLOSE and case.waits, LeftOut.WAITS),
        (action in (Action.ANSWER, Action.LETTER) and not case.reachable, LeftOut.UNREACHABLE),
        (case.has, LeftOut.ALREADY),
        (case.blank, LeftOut.BLANK),
    )
    return next((why for holds, why in reasons if holds), None)


WATCHED: Mapping[Action, tuple[str, ...]] = {
    Action.TAG: ("open", "owner", "tags"),
    Action.PRIORITY: ("open", "owner", "priority"),
    Action.ASSIGN: ("open", "owner"),
    Action.CLOSE: ("state", "owner", "crisis", "unread", "waiting", "person"),
    Action.ANSWER: ("state", "owner", "crisis", "unread", "waiting", "person"),
    Action.LETTER: ("state", "owner", "crisis", "unread", "waiting", "person"),
}
"""What must still be as it was previewed. Whoever tags cases need not care about a new message in one of them."""
