"""Documents that can be asked for, and which of them a service needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.catalogue.entries import Evidence, Service
from rules.catalogue.reading import CatalogueError, Table
from rules.languages import LANGUAGES, Words

FILE = "documents.toml"
LONGEST_SLUG = 28
LONGEST_NAME = 40
"""A button carries no more."""


class Lasts(StrEnum):
    """Whether a document that was accepted can serve once more."""

    ONCE = "once"
    """It is about this one application, or this year: asked for anew each time."""
    DATED = "dated"
    """It may have a last day, which a caseworker reads off it."""
    ALWAYS = "always"
    """Nothing on it ends."""


@dataclass(frozen=True, slots=True)
class Document:
    """`what` finishes «Що це: …», `why` «Навіщо: …»."""

    slug: str
    name: Words
    what: Words
    why: Words
    lasts: Lasts


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a service needs, in the order in which it is asked for; `evidence`: how sure that is."""

    service: str
    documents: tuple[str, ...]
    evidence: Evidence


def read_document(table: Table) -> Document:
    """One [[document]]."""
    document = Document(
        slug=table.slug("slug"),
        name=table.words("name"),
        what=table.words("what"),
        why=table.words("why"),
        lasts=table.choice("lasts", Lasts),
    )
    if len(document.slug) > LONGEST_SLUG:
        raise table.error("slug", f"is longer than {LONGEST_SLUG}: a button can't carry it")
    for language in LANGUAGES:
        if len(document.name[language]) > LONGEST_NAME:
            raise table.error(f"name.{language}", f"has more than {LONGEST_NAME} characters")
    return document


def read_checklist(table: Table) -> Checklist:
    """One [[checklist]]."""
    return Checklist(table.slug("service"), table.texts("documents"), table.choice("evidence", Evidence))


def check_documents(
    documents: Mapping[str, Document], checklists: Mapping[str, Checklist], services: Mapping[str, Service]
) -> None:
    """What holds across entries; CatalogueError for the first fault."""
    for checklist in checklists.values():
        if checklist.service not in services:
            raise CatalogueError(FILE, checklist.service, "service", "is not in services.toml")
        if not checklist.documents:
            raise CatalogueError(FILE, checklist.service, "documents", "is empty: leave the checklist out")
        for slug in checklist.documents:
            if slug not in documents:
                raise CatalogueError(FILE, checklist.service, "documents", f"'{slug}' is no [[document]]")
