"""What letters, cards and the desk show to staff."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from casework.letters.sights.applications import ChildLine
from casework.letters.sights.calls import CallLine, CallsLine
from casework.letters.sights.file_line import FileLine
from casework.letters.sights.forms import AnswerLine, OnBehalfSight
from casework.letters.sights.places import PlacesSight
from casework.letters.sights.problems import AwayLine
from casework.letters.sights.to_person import CaseLine, TimelineLine
from rules.cases import State, Turn, Verb
from rules.catalogue import Provider
from rules.reactions import DELIVERED
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
    """What staff may do in this state by a button (who may is checked at the press)."""
    by_telegram: bool = True
    """Whether the person uses the bot; else a human tells what is written for them."""
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
    urgent: str | None = None
    """Why it goes ahead of others; None where it does not."""
    tags: tuple[str, ...] = ()
    notes: int = 0
    """How many notes staff wrote for each other."""
    provider: Provider | None = None
    """Whose answer is waited for."""
    documents: int = 0
    """Documents that were asked for; how many of them are good, and how many wait for a look."""
    accepted: int = 0
    to_check: int = 0
    handing: int = 0
    """How many transfers to providers nobody has confirmed since the person agreed."""
    may_leave: bool = False
    """Somebody waits, and staff may say that there is nothing to answer."""
    deadlines: bool = False
    """The law set deadlines that run."""
    muted_until: datetime | None = None
    """Until when what the person writes comes without a notice."""
    recreation: bool = False
    """It is an application for a place in a camp."""
    spam: bool = False
    """It was closed as spam, which can be undone still."""
    maybe_same: int = 0
    """How many cases may be the same, of which the whole group may know."""
    tied: tuple[str, ...] = ()
    """Numbers of cases that staff tied to it."""
    taken_in: tuple[str, ...] = ()
    """Numbers of cases for which it goes on."""
    goes_on_in: str | None = None
    """The number of the case that goes on for it."""


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
    silent: bool = False
    """Nobody is to be notified."""
    together: tuple[WordsTogether, ...] = ()
    """Where one letter carries several messages, all of them; the fields above are the first one's then."""


@dataclass(frozen=True, slots=True)
class WordsTogether:
    """One of several messages of a person's that stand in one letter; masked, its beginning at least."""

    case_id: int
    text: str
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
    """`delivery-mark`, `answer-mark`: what stands below a staff message; None: nothing any more."""

    emoji: str | None = DELIVERED


@dataclass(frozen=True, slots=True)
class UndeliveredSight:
    """`reply-undelivered`."""

    unreachable: bool
    """Nothing reaches the person; else Telegram refused just this message."""
    reason: str = ""
    """Why, in a word of ours."""
    again: tuple[int, int] | None = None
    """Case and message that can be sent again; None: nothing is there to be sent any more."""


@dataclass(frozen=True, slots=True)
class GroupBoundSight:
    """`group-bound`. `areas`: for which places or kinds of help alone."""

    organisation: str
    areas: tuple[str, ...] = ()
    minimal: bool = False
    """It sees brief cards only."""


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
    back_on: date | None = None
    """Until when the reader is away; None: is there."""


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
    applied: tuple[AnswerLine, ...] = ()
    """All that was sent with an application for the recreation programme."""
    later: tuple[AnswerLine, ...] = ()
    """What was answered at a later step of it."""
    children: tuple[ChildLine, ...] = ()
    """The children in it, and where each stands."""
