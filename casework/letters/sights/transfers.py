"""What is shown of what is handed to a provider."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.shared import SharedLine
from casework.letters.sights.to_person import Office
from rules.providers import Channel
from rules.transfers import ConsentWay, Item, ReceiptWay, TransferState


@dataclass(frozen=True, slots=True)
class TransferSight:
    """A transfer as its person reads of it: `transfer-asked`, `transfer`, `transfer-going` … `transfer-stopped`."""

    case_id: int
    transfer_id: int
    round: int
    number: str
    state: TransferState
    provider: str
    contacts: str
    """Phone, e-mail and address, those that are known."""
    accepts_until: date | None
    shared: tuple[SharedLine, ...]
    by: datetime
    """By when the receipt is to be confirmed, or would be if the person agreed now."""
    late: bool
    sent: bool
    received_on: date | None = None
    there: str | None = None
    """Its number at the provider."""


@dataclass(frozen=True, slots=True)
class TransferNewsSight:
    """`transfer-news`."""

    case_id: int
    change: TransferState


@dataclass(frozen=True, slots=True)
class TransferLine:
    """One of a case's transfers."""

    transfer_id: int
    provider: str
    state: TransferState


@dataclass(frozen=True, slots=True)
class TransfersSight:
    """`transfers`; `closed`: nothing new can begin."""

    case_id: int
    number: str
    lines: tuple[TransferLine, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class ChoiceOfProvider:
    """A provider that may be chosen."""

    provider_id: int
    name: str
    fits: bool
    """It serves the person's places."""
    bare: bool
    closed: bool
    """Today is outside its own dates."""


@dataclass(frozen=True, slots=True)
class TransferChoiceSight:
    """`transfer-choice`."""

    case_id: int
    number: str
    choices: tuple[ChoiceOfProvider, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ItemChoice:
    """An item that can be shared; `known`: we hold it."""

    item: Item
    picked: bool
    known: bool


@dataclass(frozen=True, slots=True)
class TransferDeskSight:
    """`transfer-desk`."""

    case_id: int
    transfer_id: int
    number: str
    provider: str
    channel: Channel
    state: TransferState
    items: tuple[ItemChoice, ...]
    has_summary: bool
    by_button: bool
    """The person can be asked in their Telegram."""
    contacts: str
    asked_at: datetime | None
    agreed_on: date | None
    agreed_way: ConsentWay | None
    due_at: datetime | None
    late: bool
    sent_at: datetime | None
    received_on: date | None
    received_way: ReceiptWay | None


@dataclass(frozen=True, slots=True)
class TransferSummarySight:
    """`transfer-summary`; `now`: what stands there."""

    transfer_id: int
    number: str
    now: str | None


@dataclass(frozen=True, slots=True)
class TransferHowSight:
    """`transfer-how`; `days`: those that can be chosen, the newest first."""

    transfer_id: int
    number: str
    what: str
    way: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class TransferWhoSight:
    """`transfer-who`."""

    transfer_id: int
    number: str
    provider: str


@dataclass(frozen=True, slots=True)
class TransferLookSight:
    """`transfer-look`: `asked` is what the person would read, in `language`."""

    transfer_id: int
    language: str
    asked: TransferSight
    by_button: bool


@dataclass(frozen=True, slots=True)
class TransferSheetSight:
    """`transfer-sheet` and `transfer-handed`."""

    transfer_id: int
    number: str
    channel: Channel
    provider: str
    contact: str
    phone: str
    email: str
    address: str
    ours: str
    """How our organisation is called."""
    office: Office
    author: str
    shared: tuple[SharedLine, ...]
    agreed_on: date
    agreed_way: ConsentWay
    by: datetime
    sent: bool


@dataclass(frozen=True, slots=True)
class TransferOfferedSight:
    """`transfer-offered`."""

    transfer_id: int
    number: str
    by: datetime
