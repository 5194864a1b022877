"""The catalogue: what the department offers, promises and knows, parsed from texts and checked as a whole."""

from rules.catalogue.awaited import AwaitedSign, Matter, Sign
from rules.catalogue.catalogue import CALL_KIND, CRISIS, OWN_WORDS, Catalogue, MissingRule, Unconfirmed
from rules.catalogue.decisions import ReadingReason, Refusal, Tag
from rules.catalogue.documents import Lasts
from rules.catalogue.entries import (
    AgeBand,
    Audience,
    CaseMoment,
    Category,
    Country,
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
    Purpose,
    Retention,
    Route,
    Service,
    Standing,
    Unit,
)
from rules.catalogue.ladders import FOR_PEOPLE, Ladder, Reader, ReminderKind
from rules.catalogue.life import Area, End, EndKind, Life, standing_of
from rules.catalogue.parsing import FILES, parse
from rules.catalogue.reading import CatalogueError
from rules.catalogue.spans import Span
from rules.catalogue.tries import TryKind, TryLadder

__all__ = [
    "CALL_KIND",
    "CRISIS",
    "FILES",
    "FOR_PEOPLE",
    "OWN_WORDS",
    "AgeBand",
    "Area",
    "Audience",
    "AwaitedSign",
    "CaseMoment",
    "Catalogue",
    "CatalogueError",
    "Category",
    "Country",
    "CountsFrom",
    "DeadlineRule",
    "End",
    "EndKind",
    "Evidence",
    "Hotline",
    "Hromada",
    "IntakeKind",
    "Ladder",
    "Lasts",
    "Life",
    "Matter",
    "MissingRule",
    "Oblast",
    "Organisation",
    "Outcome",
    "Provider",
    "Purpose",
    "Reader",
    "ReadingReason",
    "Refusal",
    "ReminderKind",
    "Retention",
    "Route",
    "Service",
    "Sign",
    "Span",
    "Standing",
    "Tag",
    "TryKind",
    "TryLadder",
    "Unconfirmed",
    "Unit",
    "parse",
    "standing_of",
]
