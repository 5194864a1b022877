"""What a person sees of their own: ratings, complaints, the data we hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from casework.letters.sights.file_line import FileLine
from casework.letters.sights.forms import AnswerLine, OnBehalfSight
from casework.letters.sights.held import HeldSight
from casework.letters.sights.places import PlacesSight
from casework.letters.sights.shared import OwnTransferLine
from casework.letters.sights.to_person import CaseLine, Office, TimelineLine


@dataclass(frozen=True, slots=True)
class ComplaintAskSight:
    """`complaint-ask`."""

    case_id: int
    number: str
    reviewer: str | None
    """Who reads it; None where nobody here is free of the case."""
    elsewhere: str
    """Where to complain outside of the department."""
    office: Office


@dataclass(frozen=True, slots=True)
class ComplaintReceivedSight:
    """`complaint-received`."""

    complaint: str
    """The number of the complaint."""
    number: str
    reviewer: str
    simple_by: datetime
    answer_by: datetime
    elsewhere: str


@dataclass(frozen=True, slots=True)
class ComplaintAnsweredSight:
    """`complaint-answered`."""

    complaint: str
    author: str
    text: str
    part: int
    parts: int
    elsewhere: str


@dataclass(frozen=True, slots=True)
class PurposeLine:
    """Why something is held. `basis` is None where the act is not confirmed."""

    what: str
    ground: str
    basis: str | None


@dataclass(frozen=True, slots=True)
class PrivacyWhySight:
    """`privacy-why`."""

    purposes: tuple[PurposeLine, ...]


@dataclass(frozen=True, slots=True)
class RenameSight:
    """`rename` and `renamed`."""

    name: str | None
    """The whole name as it stands."""
    called: str | None
    """How we say it."""
    refused: bool = False


@dataclass(frozen=True, slots=True)
class ConsentWithdrawSight:
    """`consent-withdraw-ask` and `consent-withdrawn`."""

    cases: int
    """Open ones that end, or that ended."""
    office: Office


@dataclass(frozen=True, slots=True)
class SweepSight:
    """`chat-sweep`: the messages to be taken away."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A kept file that goes into the archive, and under which name."""

    file_id: int
    name: str


@dataclass(frozen=True, slots=True)
class FileBeside:
    """What stood beside words. `name`: under which it lies in the archive; None where we have no content of it."""

    line: FileLine
    name: str | None
    card: str | None
    """A place or a contact, as JSON."""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One message of a case, whole."""

    at: datetime
    by: str | None
    """The work name of whoever wrote; None for the person."""
    text: str
    file: FileBeside | None = None


@dataclass(frozen=True, slots=True)
class FactLine:
    """Something that reports count, by the name of its column, in plain words."""

    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class OwnCase:
    """A case with all that is kept of it."""

    line: CaseLine
    closed_at: datetime | None
    outcome: str | None
    crisis: bool
    facts: tuple[FactLine, ...]
    timeline: tuple[TimelineLine, ...]
    messages: tuple[SaidLine, ...]
    """Empty once erased."""


@dataclass(frozen=True, slots=True)
class OwnComplaint:
    """A complaint with its answer."""

    complaint: str
    number: str
    written_at: datetime
    words: str | None
    answer: SaidLine | None


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """One consent, standing or taken back."""

    version: str
    given_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class LookLine:
    """Somebody looked at the person's details."""

    at: datetime
    reader: str
    number: str


@dataclass(frozen=True, slots=True)
class OwnCall:
    """A call that the person asked for."""

    at: datetime
    phone: str | None
    ask_for: str | None
    wish: str | None


@dataclass(frozen=True, slots=True)
class OwnForm:
    """A form on its way, with its answers."""

    form: str
    begun_at: datetime
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class OtherLine:
    """What was told of a human, in which case."""

    number: str
    told: OnBehalfSight


@dataclass(frozen=True, slots=True)
class OwnDataSight:
    """`own-data`: everything."""

    made_at: datetime
    name: str | None
    telegram_id: int | None
    language: str
    watched: bool
    known_since: datetime
    consents: tuple[ConsentLine, ...]
    facts: tuple[FactLine, ...]
    cases: tuple[OwnCase, ...]
    complaints: tuple[OwnComplaint, ...]
    drafts: tuple[SaidLine, ...]
    looks: tuple[LookLine, ...]
    retention: tuple[str, ...]
    office: Office
    phone: str | None = None
    places: PlacesSight = field(default_factory=PlacesSight)
    calls: tuple[OwnCall, ...] = ()
    forms: tuple[OwnForm, ...] = ()
    others: tuple[OtherLine, ...] = ()
    told: tuple[OtherLine, ...] = ()
    reminders: tuple[SaidLine, ...] = ()
    meetings: tuple[SaidLine, ...] = ()
    """Of what they wanted to be reminded; the moment is that of the reminder."""
    transfers: tuple[OwnTransferLine, ...] = ()
    files: tuple[TakenFile, ...] = ()
    """Those that lie in this archive."""
    parts: int = 1
    """How many archives there are; this is the first."""


@dataclass(frozen=True, slots=True)
class OwnFilesSight:
    """`own-files`: a further part."""

    made_at: datetime
    files: tuple[TakenFile, ...]
    part: int
    parts: int


@dataclass(frozen=True, slots=True)
class Kept:
    """What erasing leaves, and until when at the latest; None where there is no such thing."""

    cases_until: datetime | None = None
    """Number, dates and result of cases, and what reports count."""
    complaints_until: datetime | None = None
    """That there was a complaint, and when it was answered."""
    readings_until: datetime | None = None
    """Who of staff looked at the person's data."""
    consent_until: datetime | None = None
    """When the person agreed, and took that back."""


@dataclass(frozen=True, slots=True)
class EraseAskSight:
    """`erase-ask`."""

    open_cases: int
    messages: int
    complaints: int = 0
    files: int = 0
    kept: Kept = Kept()
    held: HeldSight = field(default_factory=HeldSight)


@dataclass(frozen=True, slots=True)
class ErasedSight:
    """`erased`."""

    cases: int
    kept: Kept
