"""What letters, cards and the desk show to staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from casework.letters.sights.calls import CallLine, CallsLine
from casework.letters.sights.file_line import FileLine
from casework.letters.sights.forms import OnBehalfSight
from casework.letters.sights.places import PlacesSight
from casework.letters.sights.problems import AwayLine
from casework.letters.sights.to_person import CaseLine, TimelineLine
from rules.cases import State, Turn, Verb
from rules.returning import ReturnState


@dataclass(frozen=True, slots=True)
class CardSight:
    """`card`."""

    case_id: int
    number: str
    crisis: bool
    service: str
    service_group: str
    state: State
    turn: Turn
    deadline_is_law: bool
    """Which deadline is the next one: that of law, or our promise of a first answer."""
    deadline: datetime | None
    overdue: bool
    registered_hromada: str | None
    actual_oblast: str | None
    audience: str | None
    age_band: str | None
    household_size: int | None
    channel: str
    language: str
    owner: str | None
    unread: int
    watched: bool
    unreachable: bool
    outcome: str | None
    may: frozenset[Verb]
    """TAKE, RELEASE, CLOSE, REOPEN: what staff may do in this state (who may is checked at the press)."""
    call: CallLine | None = None
    """The call that is to be made."""
    agreement_call: CallLine | None = None
    """The call in which the human for whom somebody writes is to be asked."""
    may_phone: bool = False
    """A number is held, and the person may be phoned."""
    files: int = 0
    """What the person sent beside words, and we have."""
    relation: str | None = None
    """Who the beneficiary is to the one who writes, where that is another human."""
    agreement: str | None = None
    alarm: bool = False
    """Somebody in danger waits for a human."""
    seen_by: str | None = None
    """Who has seen the standing alarm."""
    way: str | None = None
    """How it is safe to reply: `call`, `write`, `silent`."""
    returning: ReturnState | None = None
    """How far the check is, where somebody says that they are known by another account."""
    human_only: bool = False
    frozen: bool = False


@dataclass(frozen=True, slots=True)
class TopicSight:
    """`topic-head`."""

    number: str
    service_group: str
    state: State
    turn: Turn
    crisis: bool
    open: bool
    """Whether the topic itself must be open."""
    gone: bool
    """The person had everything erased: the topic is to be deleted."""


@dataclass(frozen=True, slots=True)
class PersonMessageSight:
    """`person-message`, `person-message-edited`; the text is masked already."""

    text: str
    part: int
    parts: int
    edited: bool


@dataclass(frozen=True, slots=True)
class SummaryMessage:
    """The beginning of one message in a summary."""

    at: datetime
    by_person: bool
    text: str
    """Masked, the beginning only."""
    file: FileLine | None = None


@dataclass(frozen=True, slots=True)
class SummarySight:
    """`topic-summary`."""

    number: str
    events: tuple[TimelineLine, ...]
    messages: tuple[SummaryMessage, ...]
    """The last few."""


@dataclass(frozen=True, slots=True)
class NewsSight:
    """`case-news`."""

    event: str
    """`withdrawn`, `reopened`, `erased`: worded by `event-<kind>`."""


@dataclass(frozen=True, slots=True)
class MarkSight:
    """`delivery-mark` has nothing to show but itself."""


@dataclass(frozen=True, slots=True)
class UndeliveredSight:
    """`reply-undelivered`."""

    unreachable: bool
    """Nothing reaches the person; else Telegram refused just this message."""


@dataclass(frozen=True, slots=True)
class GroupBoundSight:
    """`group-bound`."""

    organisation: str


@dataclass(frozen=True, slots=True)
class StaffJoinedSight:
    """`staff-joined`."""

    work_name: str
    role: str


@dataclass(frozen=True, slots=True)
class DeskSight:
    """`desk-home`."""

    work_name: str
    role: str
    cases: tuple[CaseLine, ...]
    links: tuple[str | None, ...]
    """For each case the link to its topic, where there is one."""
    problems: int = 0
    """To leads only: how much was put aside."""
    away: tuple[AwayLine, ...] = ()
    """To leads only: groups that do not take what the bot sends."""
    calls: CallsLine | None = None


@dataclass(frozen=True, slots=True)
class DetailsSight:
    """Shown to the one who pressed, and logged. Also the answer of the act `case.details`."""

    number: str
    name: str | None
    telegram_name_hidden: bool
    """A watched phone: no name was written down."""
    audience: str | None
    category: str | None
    age_band: str | None
    household_size: int | None
    registered_hromada: str | None
    actual_oblast: str | None
    consent_on: date | None
    places: PlacesSight = field(default_factory=PlacesSight)
    on_behalf: OnBehalfSight | None = None
    """The human for whom the person writes."""
