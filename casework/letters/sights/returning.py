"""What is seen of people who come back from another account."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.to_person import Office
from rules.returning import ReturnState


@dataclass(frozen=True, slots=True)
class ReturnContactSight:
    """`return-contact`."""

    foreign: bool


@dataclass(frozen=True, slots=True)
class ReturnWaitsSight:
    """`return-received`, `return-waiting`; `reply_by` None: that date is over."""

    case_id: int
    reply_by: datetime | None
    office: Office


@dataclass(frozen=True, slots=True)
class ReturnByHandSight:
    """`return-by-hand`."""

    often: bool
    office: Office


@dataclass(frozen=True, slots=True)
class ReturnConfirmedSight:
    """`return-confirmed`: how many cases came."""

    count: int


@dataclass(frozen=True, slots=True)
class ReturnRestoredSight:
    """`return-restored`: since when and until when somebody else could see them."""

    count: int
    since: datetime
    until: datetime
    office: Office


@dataclass(frozen=True, slots=True)
class ReturnMatchedSight:
    """`return-matched`."""

    case_id: int
    number: str
    former: tuple[str, ...]
    """Numbers of the reader's own cases."""


@dataclass(frozen=True, slots=True)
class FormerCase:
    """A case of somebody who may be the one who writes."""

    number: str
    opened_at: datetime
    owner: str | None
    open: bool


@dataclass(frozen=True, slots=True)
class FormerLine:
    """Somebody who may be the one who writes."""

    person_id: int
    cases: tuple[FormerCase, ...]
    """Those of the reader's organisation, the newest first."""
    elsewhere: int
    """How many more there are, of other organisations."""
    by_hand: bool
    """Named by the number of a case, not found by a telephone number."""
    second_look: bool


@dataclass(frozen=True, slots=True)
class ReturnSight:
    """`desk-return`: what staff check."""

    case_id: int
    number: str
    state: ReturnState
    phone: str | None
    proved: bool
    people: tuple[FormerLine, ...]
    first_by: str | None
    """Who said yes first, and for whom a second look is wanted."""
    may_undo: bool
    decidable: bool
    """It waits for a yes or a no."""
