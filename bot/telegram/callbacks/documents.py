"""Buttons of documents: of the person who sends them, and of staff who ask for them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Page, Slug
from casework.documents.send import Show
from rules.documents import Obstacle, Return

DocumentId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Documents(ButtonData, prefix="do"):
    """What is missing in the person's case; also «Готово» after the last page."""

    case: CaseId


class DocumentOpen(ButtonData, prefix="dc"):
    """One document of the person's: what it is, send it, why it can't be had."""

    case: CaseId
    document: DocumentId
    show: Show


class DocumentCannot(ButtonData, prefix="dx"):
    """The person can't get it, for this reason."""

    document: DocumentId
    why: Obstacle


class DocumentsReuse(ButtonData, prefix="dy"):
    """Use what was accepted before; of one document, or 0: of all for which there is something."""

    case: CaseId
    document: Annotated[int, Field(ge=0, le=2**63 - 1)] = 0


class DocumentsLater(ButtonData, prefix="dl"):
    """Later."""

    case: CaseId


class DocumentsMenu(ButtonData, prefix="du"):
    """Staff: the documents of a case."""

    case: CaseId


class DocumentsPick(ButtonData, prefix="dp"):
    """Staff: what can be asked for, a page from 0; with a `slug` it is chosen, or not any more."""

    case: CaseId
    slug: Slug = ""
    page: Page = 0


class DocumentsAsk(ButtonData, prefix="dk"):
    """Staff: ask the person for all that are chosen."""

    case: CaseId


class DocumentLook(ButtonData, prefix="di"):
    """Staff: one document of a case, and what can be done with it."""

    case: CaseId
    document: DocumentId


class DocumentStep(StrEnum):
    """What staff decide of a document."""

    ACCEPT = "accept"
    WAIVE = "waive"


class DocumentDo(ButtonData, prefix="dd"):
    """Staff: a decision."""

    case: CaseId
    document: DocumentId
    step: DocumentStep


class DocumentDate(ButtonData, prefix="dt"):
    """Staff: say until when it is valid."""

    case: CaseId
    document: DocumentId


class DocumentWords(ButtonData, prefix="dw"):
    """Staff: return it with words of one's own."""

    case: CaseId
    document: DocumentId


class DocumentReturn(ButtonData, prefix="db"):
    """Staff: return it to the person, for this reason."""

    case: CaseId
    document: DocumentId
    why: Return
