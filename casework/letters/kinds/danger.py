"""What is said when somebody is in danger: to them, and to whoever must see it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority

ALARM = Policy(nature=Nature.AUTOMATIC, priority=Priority.CRISIS, once=True)


@dataclass(frozen=True, slots=True)
class AlarmRaised(Letter):
    """To a desk: somebody is in danger, press «Бачу». Day and night."""

    kind = "alarm-raised"
    policy = ALARM
    staff_id: int
    alarm_id: int


@dataclass(frozen=True, slots=True)
class AlarmMistaken(Letter):
    """To the desks that were told: the person says that it was a mistake."""

    kind = "alarm-mistaken"
    policy = ALARM
    staff_id: int
    alarm_id: int


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
