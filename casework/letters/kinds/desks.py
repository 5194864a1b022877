"""A case of whose words none may stand in the group: its brief card there, its conversation on the owner's desk."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import Letter
from casework.letters.policies import Form, Policy, Priority


@dataclass(frozen=True, slots=True)
class BriefCard(Letter):
    """Slot `brief:<case>` of a group: number, area, state, deadline and owner; nothing that anybody said."""

    kind = "brief-card"
    policy = Policy(priority=Priority.SCREEN, form=Form.RECORD)
    case_id: int


@dataclass(frozen=True, slots=True)
class StaffSaidBefore(Letter):
    """A part of what staff had said to the person, where the conversation is carried to another chat."""

    kind = "staff-said-before"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    part: int


@dataclass(frozen=True, slots=True)
class TopicLeft(Letter):
    """The topic that a case has left is deleted, with all that stands in it."""

    kind = "topic-left"
    policy = Policy(priority=Priority.SCREEN, form=Form.LEAVE)
    case_id: int
    thread_id: int


@dataclass(frozen=True, slots=True)
class PlaceLeft(Letter):
    """The messages of a case that has left a chat without topics are taken away, as far as Telegram lets bots."""

    kind = "place-left"
    policy = Policy(priority=Priority.SCREEN, form=Form.SWEEP)
    case_id: int
    stand: list[int]
    """Their numbers in the chat."""
