"""What is handed to a provider: the person's letters and screens, and what the topic and the desk show."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Form, Nature, Policy, Priority

PROTECTED = Policy(priority=Priority.SCREEN, form=Form.SCREEN, protected=True)
SHOWN_ONCE = Policy(priority=Priority.SCREEN, protected=True, fleeting=True)
ONCE = Policy(once=True)


@dataclass(frozen=True, slots=True)
class TransferAsked(Letter):
    """May we hand exactly this to that provider? `round`: which time it is asked."""

    kind = "transfer-asked"
    policy = CASE_ANSWER
    case_id: int
    transfer_id: int
    round: int


@dataclass(frozen=True, slots=True)
class TransferScreen(Letter):
    """How a transfer stands, for its person: after a press below the question, and from their case."""

    kind = "transfer"
    policy = SCREEN
    case_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferGoing(Letter):
    """«Передаємо»: the consent was heard by a human, and this is what is handed over."""

    kind = "transfer-going"
    policy = ONCE
    case_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferReceived(Letter):
    """A human at the provider confirmed that it arrived."""

    kind = "transfer-received"
    policy = ONCE
    case_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferLate(Letter):
    """Nobody confirmed in time: we phone there ourselves."""

    kind = "transfer-late"
    policy = Policy(nature=Nature.AUTOMATIC, once=True, quiet_hours=True)
    case_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferTurnedAway(Letter):
    """The provider does not take it: the request stays with us."""

    kind = "transfer-turned-away"
    policy = ONCE
    case_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferStopped(Letter):
    """Staff gave it up after the person had agreed: nothing more goes there."""

    kind = "transfer-stopped"
    policy = ONCE
    case_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferNews(Letter):
    """In the topic: what the person decided. To whom and what stands on the desk."""

    kind = "transfer-news"
    policy = CASE_ANSWER
    case_id: int
    transfer_id: int
    change: str


@dataclass(frozen=True, slots=True)
class TransfersScreen(Letter):
    """On the desk: all transfers of a case."""

    kind = "transfers"
    policy = SCREEN
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class TransferChoiceScreen(Letter):
    """To whom? Those that serve the person's places first, a page from 0."""

    kind = "transfer-choice"
    policy = SCREEN
    staff_id: int
    case_id: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class TransferDeskScreen(Letter):
    """One transfer and what can be done with it; while it is put together also what is to be shared."""

    kind = "transfer-desk"
    policy = SCREEN
    staff_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferSummaryScreen(Letter):
    """Describe in a few words what it is about; what stands there can be copied."""

    kind = "transfer-summary"
    policy = PROTECTED
    staff_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferHowScreen(Letter):
    """How, and on which day, was it said? `what`: `consent` or `receipt`; `way` empty: not chosen yet."""

    kind = "transfer-how"
    policy = SCREEN
    staff_id: int
    transfer_id: int
    what: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class TransferWhoScreen(Letter):
    """Who confirmed it, and which number has it there? To be typed."""

    kind = "transfer-who"
    policy = SCREEN
    staff_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferLook(Letter):
    """On the desk: the question as the person would read it, with all values."""

    kind = "transfer-look"
    policy = SHOWN_ONCE
    staff_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferSheet(Letter):
    """On the desk of whoever hands it over: the agreed items as an e-mail, a sheet, or words to be read out."""

    kind = "transfer-sheet"
    policy = SHOWN_ONCE
    staff_id: int
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferOffered(Letter):
    """In the General of a provider's own staff group: something is handed to them. By number only."""

    kind = "transfer-offered"
    policy = CASE_ANSWER
    transfer_id: int


@dataclass(frozen=True, slots=True)
class TransferHanded(Letter):
    """On the desk of somebody of the provider who pressed: the agreed items."""

    kind = "transfer-handed"
    policy = SHOWN_ONCE
    staff_id: int
    transfer_id: int
