"""What staff see who check applications; children by their number, their names only behind «Подробиці»."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.documents import ValiditySight
from rules.documents import DocumentState
from rules.recreation.applications import Standing


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """An application in the list; `seen`: the reader confirmed a child of it, and a second human has to."""

    application_id: int
    number: str
    standing: Standing
    filed_at: datetime
    children: int
    seen: bool


@dataclass(frozen=True, slots=True)
class ReviewSight:
    """`review`. `campaigns`: id and name of those that can be chosen."""

    campaign_id: int
    page: int
    more: bool
    lines: tuple[ReviewLine, ...]
    campaigns: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class CategoryChecked:
    """A category of a child; `holds` None: nobody has said."""

    code: str
    name: str
    holds: bool | None


@dataclass(frozen=True, slots=True)
class ChildChecked:
    """One child. `seen_by`: the work name of who confirmed it first."""

    child_id: int
    number: int
    standing: Standing
    age: int | None
    hromada: str | None
    categories: tuple[CategoryChecked, ...]
    seen_by: str | None


@dataclass(frozen=True, slots=True)
class PaperChecked:
    """One document; `child` 0: the family's."""

    name: str
    child: int
    state: DocumentState
    validity: ValiditySight | None = None


@dataclass(frozen=True, slots=True)
class ReviewOneSight:
    """`review-one`."""

    application_id: int
    case_id: int
    number: str
    standing: Standing
    filed_at: datetime
    owner: str | None
    children: tuple[ChildChecked, ...]
    papers: tuple[PaperChecked, ...]
    papers_by: date | None
    notes: int
    four_eyes: bool
    may_check: bool
    may_ask: bool


@dataclass(frozen=True, slots=True)
class ReviewChildSight:
    """`review-child`; `open_papers`: so many documents, without which a need is not confirmed, are not accepted."""

    application_id: int
    case_id: int
    number: str
    child: ChildChecked
    open_papers: int
    four_eyes: bool
    may_decide: bool
    may_confirm: bool
    may_doubt: bool


@dataclass(frozen=True, slots=True)
class ApplicationNewsSight:
    """`application-checked`, `need-confirmed`."""

    case_id: int
    number: str
    phone: str
    hours: str
    owner: str | None = None
    """Who has the case."""
