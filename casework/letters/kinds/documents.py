"""Documents on their way between a person and staff."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Policy


@dataclass(frozen=True, slots=True)
class DocumentsAsked(Letter):
    """A human asks for what is missing, with buttons to send it, put it off, or say that it can't be had."""

    kind = "documents-asked"
    policy = CASE_ANSWER
    case_id: int


@dataclass(frozen=True, slots=True)
class DocumentReturned(Letter):
    """A human looked at a document: why it can't be used, and what to send."""

    kind = "document-returned"
    policy = CASE_ANSWER
    case_id: int
    document_id: int


@dataclass(frozen=True, slots=True)
class DocumentReturnedInWords(Letter):
    """The same with a caseworker's own words, which are a message of the case."""

    kind = "document-returned-in-words"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    document_id: int
    part: int = 0


@dataclass(frozen=True, slots=True)
class DocumentsComplete(Letter):
    """All documents are here and good."""

    kind = "documents-complete"
    policy = CASE_ANSWER
    case_id: int


@dataclass(frozen=True, slots=True)
class DocumentsScreen(Letter):
    """What is missing in a case, what is here."""

    kind = "documents"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class DocumentScreen(Letter):
    """One document, `show`: `casework.documents.send.Show`."""

    kind = "document"
    policy = SCREEN
    case_id: int
    document_id: int
    show: str


@dataclass(frozen=True, slots=True)
class DocumentsLaterScreen(Letter):
    """Later is all right: where to find what is missing."""

    kind = "documents-later"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class DocumentNews(Letter):
    """In the topic: the person sent a document, can't get it, or it has to be asked for anew; `change`: the state it is
    in by that. Of an accepted one it says that it ends too early.
    """

    kind = "document-news"
    policy = CASE_ANSWER
    case_id: int
    document_id: int
    change: str
