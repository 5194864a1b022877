"""Documents that can be asked for, and which of them a service needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from rules.catalogue.entries import Evidence, Service
from rules.catalogue.reading import CatalogueError, Table
from rules.languages import LANGUAGES, Words

FILE = "documents.toml"
LONGEST_SLUG = 28
LONGEST_NAME = 40
"""A button carries no more."""


@dataclass(frozen=True, slots=True)
class Document:
    """`what` finishes «Що це: …», `why` «Навіщо: …»."""

    slug: str
    name: Words
    what: Words
    why: Words


@dataclass(frozen=True, slots=True)
class Checklist:
    """What a service needs, in the order in which it is asked for; `evidence`: how sure that is."""

    service: str
    documents: tuple[str, ...]
    evidence: Evidence


def read_document(table: Table) -> Document:
    """One [[document]]."""
    document = Document(table.slug("slug"), table.words("name"), table.words("what"), table.words("why"))
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
