"""What staff get: in a case's topic, in the group, on the desk."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import ANSWER_SCREEN, CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority


@dataclass(frozen=True, slots=True)
class Card(Letter):
    """Slot `card:<case>`: the state of a case, on top of its topic."""

    kind = "card"
    policy = Policy(priority=Priority.SCREEN, form=Form.CARD)
    case_id: int


@dataclass(frozen=True, slots=True)
class TopicHead(Letter):
    """Slot `topic:<case>`: the topic's title, icon, open or closed, or gone once the person had everything erased."""

    kind = "topic-head"
    policy = Policy(priority=Priority.REMINDER, form=Form.TOPIC)
    case_id: int


@dataclass(frozen=True, slots=True)
class PersonMessage(Letter):
    """A part of what the person wrote, masked, in the case's topic."""

    kind = "person-message"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    part: int


@dataclass(frozen=True, slots=True)
class PersonMessageEdited(Letter):
    """The person changed what they wrote."""

    kind = "person-message-edited"
    policy = Policy(form=Form.EDIT, once=True)
    case_id: int
    message_id: int
    part: int
    revision: int


@dataclass(frozen=True, slots=True)
class TopicSummary(Letter):
    """The history so far, first in a topic that had to be made again."""

    kind = "topic-summary"
    policy = Policy(priority=Priority.SCREEN, once=True)
    case_id: int
    topic: int
    """Which topic of the case this is, counted from 1."""


@dataclass(frozen=True, slots=True)
class CaseNews(Letter):
    """A line in the topic about what happened to the case: an event that staff must not miss."""

    kind = "case-news"
    policy = CASE_ANSWER
    case_id: int
    event: str


@dataclass(frozen=True, slots=True)
class DeliveryMark(Letter):
    """The mark on a staff message: its copy was sent to the person."""

    kind = "delivery-mark"
    policy = Policy(form=Form.REACTION, once=True)
    case_id: int
    message_id: int


NOT_TRUE = "not-true"
"""Why an answer for later did not go: its case is over."""


@dataclass(frozen=True, slots=True)
class ReplyUndelivered(Letter):
    """A staff message could not be delivered: the person is out of reach, or Telegram refused just this one.

    `reason`: as the letter's own; "" where an earlier version wrote it.
    """

    kind = "reply-undelivered"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GroupBound(Letter):
    """The group now belongs to an organisation."""

    kind = "group-bound"
    policy = ANSWER_SCREEN
    organisation: str
    minimal: bool = False
    """It sees brief cards only."""


@dataclass(frozen=True, slots=True)
class JoinFailed(Letter):
    """The one-time link of an invitation was never given, was used, or has expired."""

    kind = "join-failed"
    policy = ANSWER_SCREEN
    language: str


@dataclass(frozen=True, slots=True)
class StaffJoined(Letter):
    """Welcome to a new staff member, on their desk."""

    kind = "staff-joined"
    policy = ANSWER_SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class DeskHome(Letter):
    """Slot `screen` of a staff member's private chat: their own open cases, and what leads have to look at.

    `unowned`: problems that belong to no organisation are theirs to see, too.
    """

    kind = "desk-home"
    policy = SCREEN
    staff_id: int
    unowned: bool = False


@dataclass(frozen=True, slots=True)
class DeskDetails(Letter):
    """A person's details on the desk of the one who asked, where the group could not whisper them."""

    kind = "desk-details"
    policy = Policy(priority=Priority.SCREEN, protected=True, fleeting=True)
    case_id: int
    staff_id: int
