"""The menu of life: areas as people name them, and what stands at the end of each.

An area is a button of the first screen, an end a button of the area. Both know the service that words written there
ask for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.catalogue.entries import Evidence, Hotline, Service, Standing, standing
from rules.catalogue.reading import CatalogueError, Table
from rules.languages import LANGUAGES, Words

FILE = "life.toml"
LONGEST_LABEL = 40
LONGEST_SLUG = 28
"""As long as a button's data can carry."""
LONGEST_TEXT = 320
FIRST_AREAS = 5
"""Areas on the first screen, below «Не знаю» and above «Ще теми»: all of it is seen at once on a small phone."""
MOST_BUTTONS = 8
"""Areas of the second screen, ends of an area: with the way back nine buttons."""


class EndKind(StrEnum):
    """What an end is: a service to ask for, a page to read, or who can help with it."""

    SERVICE = "service"
    INFO = "info"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Area:
    """A part of life; `service`: what words are about that are written when only the area is known."""

    slug: str
    name: Words
    service: str


@dataclass(frozen=True, slots=True)
class End:
    """Where a way through the menu ends. `service`: what a request from here asks for.

    An info page has its `text`, `source` and the day on which somebody `checked` it; a contact its `text`; a service
    is described in its own entry. `hotlines`: numbers that can be called about it.
    """

    slug: str
    area: str
    name: Words
    kind: EndKind
    service: str
    text: Words | None
    source: Words | None
    checked: date | None
    hotlines: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Life:
    """Areas and ends by their slugs, in the file's order; no slug is both."""

    areas: Mapping[str, Area]
    ends: Mapping[str, End]

    def find(self, slug: str | None) -> Area | End | None:
        """The area or the end of this name; None where the menu has none (any more)."""
        return self.areas.get(slug or "") or self.ends.get(slug or "")

    def ends_of(self, area: str) -> tuple[End, ...]:
        """What stands below an area."""
        return tuple(end for end in self.ends.values() if end.area == area)

    def page(self, number: int) -> tuple[Area, ...]:
        """The areas of a screen, 0 for the first; anything beyond the last one is the last one."""
        areas = tuple(self.areas.values())
        return areas[FIRST_AREAS:] if number and len(areas) > FIRST_AREAS else areas[:FIRST_AREAS]


def standing_of(end: End, services: Mapping[str, Service], day: date) -> Standing:
    """How an end stands on a local day: a service as its own entry says, a page or a contact as it says itself."""
    if end.kind is EndKind.SERVICE:
        return services[end.service].standing(day)
    return standing(end.evidence, end.valid_from, end.valid_to, day)


def read_area(table: Table) -> Area:
    """One [[area]]."""
    return Area(_slug(table), _label(table), table.text("service"))


def read_end(table: Table) -> End:
    """One [[end]]."""
    kind = table.choice("kind", EndKind)
    described, sourced = kind is not EndKind.SERVICE, kind is EndKind.INFO
    valid_from, valid_to = table.span("valid_from", "valid_to") if described else (None, None)
    end = End(
        slug=_slug(table),
        area=table.text("area"),
        name=_label(table),
        kind=kind,
        service=table.text("service"),
        text=_text(table) if described else None,
        source=table.words("source") if sourced else None,
        checked=table.day("checked") if sourced else None,
        hotlines=table.texts("hotlines"),
        valid_from=valid_from,
        valid_to=valid_to,
        evidence=table.choice("evidence", Evidence) if described else Evidence.SOURCED,
    )
    if sourced and end.checked is None:
        raise table.error("checked", "is missing: the day on which somebody last compared the page with its source")
    return end


def check_life(life: Life, *, services: Mapping[str, Service], hotlines: Mapping[str, Hotline]) -> None:
    """What holds across entries; CatalogueError for the first fault."""
    if len(life.areas) > FIRST_AREAS + MOST_BUTTONS:
        raise CatalogueError(FILE, "", "area", f"stands more than {FIRST_AREAS + MOST_BUTTONS} times: nobody reads on")
    for area in life.areas.values():
        _check_service(area, services)
        if not 0 < len(life.ends_of(area.slug)) <= MOST_BUTTONS:
            raise CatalogueError(FILE, area.slug, "", f"has not one to {MOST_BUTTONS} ends")
    for end in life.ends.values():
        _check_service(end, services)
        if end.slug in life.areas:
            raise CatalogueError(FILE, end.slug, "slug", "is the name of an area, too")
        if end.area not in life.areas:
            raise CatalogueError(FILE, end.slug, "area", f"is '{end.area}', which is no [[area]]")
        if unknown := [number for number in end.hotlines if number not in hotlines]:
            raise CatalogueError(FILE, end.slug, "hotlines", f"'{unknown[0]}' is not in hotlines.toml")


def _check_service(entry: Area | End, services: Mapping[str, Service]) -> None:
    if entry.service not in services:
        raise CatalogueError(FILE, entry.slug, "service", f"is '{entry.service}', not in services.toml")


def _slug(table: Table) -> str:
    slug = table.slug("slug")
    if len(slug) > LONGEST_SLUG:
        raise table.error("slug", f"is longer than {LONGEST_SLUG}: a button can't carry it")
    return slug


def _label(table: Table) -> Words:
    return _short(table, "name", LONGEST_LABEL)


def _text(table: Table) -> Words:
    return _short(table, "text", LONGEST_TEXT)


def _short(table: Table, field: str, longest: int) -> Words:
    words = table.words(field)
    for language in LANGUAGES:
        if len(words[language]) > longest:
            raise table.error(f"{field}.{language}", f"has {len(words[language])} characters, {longest} at most")
    return words
