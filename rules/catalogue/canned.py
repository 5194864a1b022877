"""Canned answers as they are shipped: what an organisation begins with, until its leads write their own."""

from dataclasses import dataclass

from rules.canned import LONGEST_TEXT, LONGEST_TITLE, unknown_names
from rules.catalogue.reading import Table
from rules.languages import LANGUAGES, Words

FILE = "canned.toml"


@dataclass(frozen=True, slots=True)
class Canned:
    """One answer: `group` is the group of services that it suits, or `any`."""

    slug: str
    group: str
    title: Words
    text: Words


def read_canned(table: Table) -> Canned:
    """One [[canned]]; CatalogueError for a variable that does not exist."""
    entry = Canned(table.slug("slug"), table.slug("group"), table.words("title"), table.words("text"))
    for language in LANGUAGES:
        if len(entry.title[language]) > LONGEST_TITLE:
            raise table.error(f"title.{language}", f"has more than {LONGEST_TITLE} characters")
        if len(entry.text[language]) > LONGEST_TEXT:
            raise table.error(f"text.{language}", f"has more than {LONGEST_TEXT} characters")
        if unknown := unknown_names(entry.text[language]):
            raise table.error(f"text.{language}", f"names {unknown[0]}, which is no variable")
    return entry
