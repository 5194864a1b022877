"""The catalogue: what the department offers, promises and knows, parsed from texts and checked as a whole."""

from rules.catalogue.catalogue import CRISIS, OWN_WORDS, Catalogue, MissingRule, Unconfirmed
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
    Retention,
    Route,
    Service,
    Unit,
)
from rules.catalogue.parsing import FILES, parse
from rules.catalogue.reading import CatalogueError

__all__ = [
    "CRISIS",
    "FILES",
    "OWN_WORDS",
    "AgeBand",
    "Audience",
    "Catalogue",
    "CatalogueError",
    "Category",
    "CountsFrom",
    "DeadlineRule",
    "Evidence",
    "Hotline",
    "Hromada",
    "IntakeKind",
    "MissingRule",
    "Oblast",
    "Organisation",
    "Outcome",
    "Retention",
    "Route",
    "Service",
    "Unconfirmed",
    "Unit",
    "parse",
]
