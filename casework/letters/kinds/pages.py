"""Information pages on their way to people, and the list that leads keep up."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Policy


@dataclass(frozen=True, slots=True)
class InfoPage(Letter):
    """A page that a staff member sent, with its source; the person can say that it did not help."""

    kind = "info-page"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class PageScreen(Letter):
    """A page that the person's words are about; the words wait for a human meanwhile, up to the draft `upto`."""

    kind = "page"
    policy = SCREEN
    page: str
    upto: int


@dataclass(frozen=True, slots=True)
class NotHelpedScreen(Letter):
    """A human reads on; add what is missing."""

    kind = "not-helped"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class PageNews(Letter):
    """In the topic: a page did not help."""

    kind = "page-news"
    policy = CASE_ANSWER
    case_id: int
    page: str


@dataclass(frozen=True, slots=True)
class PagesScreen(Letter):
    """On a lead's desk: all pages, the longest unchecked first; `page` from 0."""

    kind = "pages"
    policy = SCREEN
    staff_id: int
    page: int = 0
