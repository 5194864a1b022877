"""What people and leads see of information pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PageTitle:
    """A page on a button."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class PageText:
    """A page in one language; `sure`: confirmed, `checked`: the day on which somebody compared it with its source."""

    title: str
    text: str
    source: str
    url: str | None
    checked: date | None
    sure: bool


@dataclass(frozen=True, slots=True)
class InfoPageSight:
    """`info-page`."""

    page: PageText
    case_id: int
    message_id: int
    author: str
    number: str


@dataclass(frozen=True, slots=True)
class PageSight:
    """`page`."""

    slug: str
    page: PageText
    upto: int


@dataclass(frozen=True, slots=True)
class NotHelpedSight:
    """`not-helped`."""

    case_id: int
    number: str
    owner: str | None


@dataclass(frozen=True, slots=True)
class PageNewsSight:
    """`page-news`."""

    title: str


@dataclass(frozen=True, slots=True)
class PageLine:
    """A page in the leads' list."""

    slug: str
    page: PageText
    stale: bool


@dataclass(frozen=True, slots=True)
class PagesSight:
    """`pages`."""

    lines: tuple[PageLine, ...]
    page: int
    pages: int
    stale: int
    """How many are too old, on all pages of the list."""
