"""Why help may be refused, and how staff mark cases: what the files `refusals.toml` and `tags.toml` hold."""

from dataclasses import dataclass

from rules.catalogue.entries import Evidence
from rules.catalogue.reading import Table
from rules.languages import Words
from rules.readings import LONGEST_REASON


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason of law for which help may be refused (Law 2671-VIII, art. 24), by its code (RF1 …).

    `name` is for staff; `plain` says it to the person, `instead` what they can do. `refer`: others help with this, so
    the case is passed on, not refused.
    """

    code: str
    name: Words
    plain: Words
    instead: Words
    basis: Words
    evidence: Evidence
    refer: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """What staff mark a case with, or why it goes ahead of others; the whole group reads it."""

    slug: str
    name: Words


def read_refusal(table: Table) -> Refusal:
    """A reason from its table; CatalogueError for a fault in it."""
    return Refusal(
        code=table.text("code"),
        name=table.words("name"),
        plain=table.words("plain"),
        instead=table.words("instead"),
        basis=table.words("basis"),
        evidence=table.choice("evidence", Evidence),
        refer=table.flag("refer"),
    )


@dataclass(frozen=True, slots=True)
class ReadingReason:
    """Why somebody looks at data of a person whose case is not theirs. `leads`: for supervisors and admins only."""

    slug: str
    name: Words
    leads: bool


def read_reading_reason(table: Table) -> ReadingReason:
    """A reason from its table; CatalogueError for a fault in it."""
    entry = ReadingReason(table.slug("slug"), table.words("name"), table.flag("leads"))
    if len(entry.slug) > LONGEST_REASON:
        raise table.error("slug", f"has more than {LONGEST_REASON} characters")
    return entry


def read_tag(table: Table) -> Tag:
    """A tag from its table; CatalogueError for a fault in it."""
    return Tag(table.slug("slug"), table.words("name"))
