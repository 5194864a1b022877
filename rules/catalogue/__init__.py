"""The catalogue: what the department offers, promises and knows, parsed from texts and checked as a whole."""

from rules.catalogue.catalogue import OWN_WORDS, Catalogue, MissingRule, Unconfirmed
from rules.catalogue.entries import (
    AgeBand,
    Audience,
    Category,
    CountsFrom,
    DeadlineRule,
    Evidence,
    Hotline,
    Hromada,
    IntakeKind,
    Oblast,
    Organisation,
    Outcome,
    Provider,
    Retention,
    Route,
    Service,
    Standing,
    Unit,
)
from rules.catalogue.life import Area, End, EndKind, Life, standing_of
from rules.catalogue.parsing import FILES, parse
from rules.catalogue.reading import CatalogueError

__all__ = [
    "FILES",
    "OWN_WORDS",
    "AgeBand",
    "Area",
    "Audience",
    "Catalogue",
    "CatalogueError",
    "Category",
    "CountsFrom",
    "DeadlineRule",
    "End",
    "EndKind",
    "Evidence",
    "Hotline",
    "Hromada",
    "IntakeKind",
    "Life",
    "MissingRule",
    "Oblast",
    "Organisation",
    "Outcome",
    "Provider",
    "Retention",
    "Route",
    "Service",
    "Standing",
    "Unconfirmed",
    "Unit",
    "parse",
    "standing_of",
]
