"""What is said around a call: to the person who wants one, and to whoever phones."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import ANSWER_SCREEN, SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority

TRIED = Policy(nature=Nature.AUTOMATIC, once=True)
"""A human phoned, but it is the machine that writes: never to a phone that may be searched."""


@dataclass(frozen=True, slots=True)
class CallCaseScreen(Letter):
    """Which of the open cases is the call about?"""

    kind = "call-case"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class CallKnownScreen(Letter):
    """Shall we phone the number that we know?"""

    kind = "call-known"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class CallSafeScreen(Letter):
    """Is it safe to talk on the phone at all? Asked where somebody else may hear it ring."""

    kind = "call-safe"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class CallNumber(Letter):
    """Which number? With a button that shares it; `wrong`: what was written is none that we can read."""

    kind = "call-number"
    policy = ANSWER_SCREEN
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class CallNumberKept(Letter):
    """We have the number; brings the usual buttons back."""

    kind = "call-number-kept"
    policy = ANSWER_SCREEN


@dataclass(frozen=True, slots=True)
class CallTimeScreen(Letter):
    """When shall we phone?"""

    kind = "call-time"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class CallWantedScreen(Letter):
    """By when we phone, which number, and how to change one's mind."""

    kind = "call-wanted"
    policy = SCREEN
    call_id: int


@dataclass(frozen=True, slots=True)
class DangerCallScreen(Letter):
    """We phone at once; when and how is it safe? Not a word of what it is about."""

    kind = "danger-call"
    policy = SCREEN
    call_id: int


@dataclass(frozen=True, slots=True)
class CallCancelledScreen(Letter):
    """The call is not wanted any more; `withdrawn`: nor is the case that was opened for it."""

    kind = "call-cancelled"
    policy = SCREEN
    case_id: int
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class CallStopped(Letter):
    """No call after all, nothing was asked yet; brings the usual buttons back."""

    kind = "call-stopped"
    policy = ANSWER_SCREEN


@dataclass(frozen=True, slots=True)
class CallUnanswered(Letter):
    """We phoned at `at` and nobody answered; we try again by `by` (seconds since 1970; 0: not again)."""

    kind = "call-unanswered"
    policy = TRIED
    call_id: int
    at: int
    by: int


@dataclass(frozen=True, slots=True)
class CallWrongNumber(Letter):
    """We phoned and it was somebody else."""

    kind = "call-wrong-number"
    policy = TRIED
    call_id: int


@dataclass(frozen=True, slots=True)
class DeskCall(Letter):
    """Number and buttons on the desk of the one who wants to phone, where the group could not whisper them."""

    kind = "desk-call"
    policy = Policy(priority=Priority.SCREEN, protected=True, fleeting=True)
    case_id: int
    staff_id: int
