"""What letters and screens to a person show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.applications import ApplicationSight
from casework.letters.sights.file_line import FileLine
from casework.letters.sights.pages import PageTitle
from casework.letters.sights.shared import OwnTransferLine
from rules.cases import State, Turn, Verb
from rules.catalogue import Provider
from rules.duty import Promise, Rung
from rules.recreation.applications import Standing


@dataclass(frozen=True, slots=True)
class Office:
    """How to reach the department by phone."""

    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class WelcomeSight:
    """`welcome`."""

    office: Office


@dataclass(frozen=True, slots=True)
class HotlineLine:
    """A number to call, in the reader's language."""

    number: str
    name: str
    when: str
    verified_on: date | None = None
    """The last day on which it is known to have been right."""


@dataclass(frozen=True, slots=True)
class HotlinesSight:
    """`hotlines`."""

    hotlines: tuple[HotlineLine, ...]
    office: Office
    heard: bool
    """The person's own words sounded dangerous (else they asked for the numbers)."""
    promise: Promise | None = None
    """Who answers, where staff were told; None: nobody was called yet, the person may ask for it."""
    until: datetime | None = None
    case_id: int | None = None
    """The case of danger, to choose in it how to reply."""
    pressed: bool = False
    """The person pressed the button, and may say that it was a mistake."""
    called: Rung | None = None
    """Whom we called last; None: nobody could be called."""


@dataclass(frozen=True, slots=True)
class ReceivedSight:
    """`case-received`."""

    name: str | None
    number: str
    service: str | None
    """None while nobody has named the service yet."""
    reply_by: datetime | None
    """None where the promised time was over before the letter could leave."""
    watched: bool
    """The answer shows only once the person writes again."""
    law_by: datetime | None
    office: Office
    decides: str | None = None
    """Who decides, where it is not us, finishing «Вирішує: …»; then `check_by` is when we look."""
    check_by: datetime | None = None
    provider: Provider | None = None
    """The same, where no words say it."""


@dataclass(frozen=True, slots=True)
class TakenSight:
    """`case-taken`."""

    number: str
    owner: str


@dataclass(frozen=True, slots=True)
class ReplySight:
    """`staff-reply` and `staff-reply-edited`."""

    number: str
    author: str
    text: str
    """This part of the text; empty when an edit left no such part."""
    part: int
    parts: int
    opens: tuple[int, int] | None = None
    """Case and message, where the words are covered until the person opens them."""


@dataclass(frozen=True, slots=True)
class ClosedSight:
    """`case-closed`."""

    case_id: int
    name: str | None
    number: str
    outcome: str
    """In plain words, finishing «Що зроблено: …»."""
    reopen_by: datetime
    complaint: str
    asks: bool = True
    """Whether it may ask how it was; else it ends with what was done."""
    bare: bool = False
    """Danger, or one human who speaks with the person: no words about what was done, no complaint, no rating."""


@dataclass(frozen=True, slots=True)
class NumberSight:
    """`case-withdrawn`, `case-reopened`, `add-to-case`, `withdraw-ask`."""

    case_id: int
    number: str
    office: Office


@dataclass(frozen=True, slots=True)
class SentSight:
    """`words-sent`."""

    case_id: int
    number: str
    for_another: bool = False
    """Whether the person may say that it is for somebody else."""


@dataclass(frozen=True, slots=True)
class ParkedSight:
    """`update-parked`."""

    incident: str
    office: Office


@dataclass(frozen=True, slots=True)
class OfficeSight:
    """`consent-given`, `words-dropped`, `help`, `cancelled`, `watched`."""

    office: Office


@dataclass(frozen=True, slots=True)
class ConsentSight:
    """`consent`, `consent-more`."""

    version: str
    retention: str
    """What the law keeps after erasing, in plain words."""
    kept_words: int
    """How many messages wait for the answer."""
    draft_days: int
    call: bool = False
    """A call waits for it."""


@dataclass(frozen=True, slots=True)
class InfoOnlySight:
    """`info-only`."""

    hotlines: tuple[HotlineLine, ...]
    office: Office


@dataclass(frozen=True, slots=True)
class OfferSight:
    """`offer-case`."""

    excerpt: str
    """The beginning of the words, at most 200 characters."""
    messages: int
    upto: int
    """The newest draft shown: the buttons speak only of drafts up to it."""
    files: tuple[FileLine, ...] = ()
    """What waits beside the words."""
    about: str | None = None
    """What was chosen in the menu of life; never on a phone that may be searched."""
    for_another: bool = False
    """Whether the person may say that it is for somebody else."""
    pages: tuple[PageTitle, ...] = ()
    """What may answer the words at once, never instead of a human."""
    recreation: bool = False
    """Whether the words are about the recreation programme, which has an application of its own."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list."""

    case_id: int
    number: str
    service: str | None
    state: State
    turn: Turn
    opened_at: datetime
    reply_by: datetime
    owner: str | None
    begins: str | None = None
    """The person's own first words, cut short, so that they know their cases apart; shown to nobody else."""
    begins_with: FileLine | None = None
    """The same for a case that began with a file and no words."""
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class ChooseSight:
    """`choose-case`."""

    excerpt: str
    messages: int
    upto: int
    """The newest draft shown: the buttons speak only of drafts up to it."""
    cases: tuple[CaseLine, ...]
    files: tuple[FileLine, ...] = ()
    """What waits beside the words."""


@dataclass(frozen=True, slots=True)
class AddedSight:
    """`words-added`."""

    number: str
    messages: int
    owner: str | None
    reply_by: datetime
    overdue: bool
    """The promised time has passed: name no date that is over."""


@dataclass(frozen=True, slots=True)
class MyCasesSight:
    """`my-cases`."""

    cases: tuple[CaseLine, ...]
    page: int
    pages: int
    meetings: int = 0
    """Appointments and events that are ahead."""


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """One event of a case's history."""

    at: datetime
    event: str
    """The event's kind: worded by `event-<kind>`."""
    who: str | None = None
    """The work name of the staff member who did it, where the reader may know it."""


@dataclass(frozen=True, slots=True)
class WaitingComplaint:
    """A complaint of the person's, and by when the law wants it answered."""

    complaint: str
    answer_by: datetime
    overdue: bool


@dataclass(frozen=True, slots=True)
class MyCaseSight:
    """`my-case`."""

    case: CaseLine
    outcome: str | None
    law_by: datetime | None
    overdue: bool
    timeline: tuple[TimelineLine, ...]
    may: frozenset[Verb]
    """What the person may do now: ADD_WORDS, WITHDRAW, REOPEN."""
    reopen_by: datetime | None
    decides: str | None = None
    """Who decides, where it is not us; then `check_by` is when we look, None once that is over."""
    check_by: datetime | None = None
    provider: Provider | None = None
    """The same, where no words say it."""
    call_by: datetime | None = None
    """By when we phone, where the person asked for it."""
    messages: int = 0
    """How much is kept of the conversation."""
    complaints: tuple[WaitingComplaint, ...] = ()
    """Those about this case that wait for an answer."""
    may_complain: bool = False
    files: tuple[FileLine, ...] = ()
    """What the person sent beside words, oldest first; what never came is left out."""
    files_of_staff: tuple[FileLine, ...] = ()
    missing: int = 0
    transfers: tuple[OwnTransferLine, ...] = ()
    """Documents that were asked for and are not here."""
    for_another: bool = False
    """Whether the person may say that it is for somebody else."""
    family_lines: bool = False
    """One human speaks with the person: the official lines are offered."""
    goes_on_in: str | None = None
    """The number under which it is answered now, where another case goes on for it."""
    application: ApplicationSight | None = None


@dataclass(frozen=True, slots=True)
class LanguageSight:
    """`language`."""

    current: str
