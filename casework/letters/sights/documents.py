"""What people and staff see of documents that a case needs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.documents import DocumentState, Obstacle, Return


@dataclass(frozen=True, slots=True)
class KeptSight:
    """What we have in place of a document that is missing: accepted on this day, valid until that one (None: none is
    known); `over`: too short, a new one is needed.
    """

    accepted_on: date | None
    until: date | None
    over: bool


@dataclass(frozen=True, slots=True)
class ValiditySight:
    """For staff: the last day of a document that is here, and the application where it was accepted before, and when.
    `short`: the day on which it is needed, where it ends before.
    """

    until: date | None
    number: str | None
    accepted_on: date | None
    short: date | None


@dataclass(frozen=True, slots=True)
class DocumentSight:
    """One document for its person: `what` it is, `why` it is needed, how many pages of it are here."""

    document_id: int
    name: str
    what: str
    why: str
    state: DocumentState
    returned: Return | None = None
    child: int = 0
    """Which of several children of an application it is about, by its number; 0: nobody to be told apart."""
    who: str = ""
    """That child's name, where the family may read it on this phone."""
    kept: KeptSight | None = None

    @property
    def usable(self) -> bool:
        """Whether what we have can serve in its place."""
        return self.kept is not None and not self.kept.over


@dataclass(frozen=True, slots=True)
class DocumentsSight:
    """`documents-asked`, `documents`, `documents-later`, `documents-complete`."""

    case_id: int
    number: str
    missing: tuple[DocumentSight, ...]
    here: tuple[DocumentSight, ...]
    """Sent or accepted."""
    cannot: tuple[DocumentSight, ...]
    owner: str | None


@dataclass(frozen=True, slots=True)
class OneDocumentSight:
    """`document`, `document-returned`, `document-returned-in-words`; `show`: `casework.documents.send.Show`."""

    case_id: int
    number: str
    document: DocumentSight
    show: str
    author: str = ""
    said: str = ""
    """Who returned it, and their own words."""


@dataclass(frozen=True, slots=True)
class DocumentNewsSight:
    """`document-news`."""

    case_id: int
    name: str
    change: DocumentState
    why: Obstacle | None
    child: int = 0
    again: bool = False
    """Its pages were accepted in another application before."""
    until: date | None = None
    """Accepted: the day on which it ends, before the shift begins."""
