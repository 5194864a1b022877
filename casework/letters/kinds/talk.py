"""What is told about answers beside the answers themselves: those that wait or were taken back, reactions, silence."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority

REACTION = Policy(form=Form.REACTION, once=True)


@dataclass(frozen=True, slots=True)
class LaterAnswer(Letter):
    """Slot `later:<message>` of a topic: what becomes of an answer for later; `until`: seconds since 1970."""

    kind = "later-answer"
    policy = Policy(form=Form.RECORD)
    case_id: int
    message_id: int
    until: int


@dataclass(frozen=True, slots=True)
class AnswerWaits(Letter):
    """On its author's desk, where the group could not whisper it: an answer looks odd and waits, for which oddities."""

    kind = "answer-waits"
    policy = Policy(priority=Priority.SCREEN, once=True)
    case_id: int
    message_id: int
    staff_id: int
    odd: list[str]


@dataclass(frozen=True, slots=True)
class TakeBack(Letter):
    """An answer goes from the person's chat, in all its parts."""

    kind = "take-back"
    policy = Policy(form=Form.TIDY, once=True)
    case_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class TakenBack(Letter):
    """In the topic: how many parts of an answer went from the person's chat, and how many stay there."""

    kind = "taken-back"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    gone: int
    left: int


@dataclass(frozen=True, slots=True)
class StaffReaction(Letter):
    """A caseworker's reaction below the person's words; "": taken back."""

    kind = "staff-reaction"
    policy = REACTION
    case_id: int
    message_id: int
    emoji: str


@dataclass(frozen=True, slots=True)
class AnswerMark(Letter):
    """What stands below a staff message now: the person's reaction, else the mark that it was sent."""

    kind = "answer-mark"
    policy = REACTION
    case_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class LikeTheMark(Letter):
    """The person's reaction looks like our own mark, so that it is told in words."""

    kind = "like-the-mark"
    policy = Policy(once=True)
    case_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class KeptQuietly(Letter):
    """What the person wrote is kept, but nobody is called: the honest sentence, with the phone."""

    kind = "kept-quietly"
    policy = SCREEN
    case_id: int
