"""What is said when somebody is in danger: to them, and to whoever must see it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority

ALARM = Policy(nature=Nature.AUTOMATIC, priority=Priority.CRISIS, once=True)


@dataclass(frozen=True, slots=True)
class AlarmRaised(Letter):
    """To a desk: somebody is in danger, press «Беру». Day and night, away or not. `rung`: as what they are called."""

    kind = "alarm-raised"
    policy = ALARM
    staff_id: int
    alarm_id: int
    rung: str = "duty"


@dataclass(frozen=True, slots=True)
class AlarmMistaken(Letter):
    """To the desks that were told: the person says that it was a mistake."""

    kind = "alarm-mistaken"
    policy = ALARM
    staff_id: int
    alarm_id: int


@dataclass(frozen=True, slots=True)
class AlarmStep(Letter):
    """To the person: whom we have called by now, or that everybody was called in vain. True until somebody confirms, or
    the next ones are called: `rounds` counts how often staff had been told. `lost`: whoever had confirmed is gone.
    """

    kind = "alarm-step"
    policy = ALARM
    case_id: int
    alarm_id: int
    rounds: int
    rung: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class AlarmConfirmed(Letter):
    """To the person: a human of ours has seen it, by their work name."""

    kind = "alarm-confirmed"
    policy = ALARM
    case_id: int
    alarm_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class AnswerLate(Letter):
    """To the person: we promised an answer and did not keep it. Not a word about what it is about."""

    kind = "answer-late"
    policy = ALARM
    case_id: int
    alarm_id: int


@dataclass(frozen=True, slots=True)
class SafeWayScreen(Letter):
    """What holds now that the person said how it is safe to reply: `way` is `write` or `silent`."""

    kind = "safe-way"
    policy = SCREEN
    case_id: int
    way: str


@dataclass(frozen=True, slots=True)
class MistakeScreen(Letter):
    """Nobody is called any more; and how to take that back."""

    kind = "alarm-mistake"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class ClearChatScreen(Letter):
    """How to clear the chat from a phone."""

    kind = "clear-chat"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class SpeakFreelyScreen(Letter):
    """Letters show again what they say, and come by themselves."""

    kind = "speak-freely"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class OpenedReplyScreen(Letter):
    """A covered answer that the person opened: a part of a caseworker's words."""

    kind = "opened-reply"
    policy = SCREEN
    case_id: int
    message_id: int
    part: int


@dataclass(frozen=True, slots=True)
class CoveredScreen(Letter):
    """The answer is covered again."""

    kind = "covered"
    policy = SCREEN
    case_id: int
    message_id: int
    part: int
