"""What a person sees on the page about their own data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from casework.letters.sights.file_line import FileLine
from casework.letters.sights.held import HeldSight
from casework.letters.sights.places import PlacesSight
from casework.letters.sights.to_person import Office


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """Somebody looked at the person's details, or at a file."""

    at: datetime
    reader: str
    number: str
    file: FileLine | None = None
    checked: bool = False
    """They looked whether it is the same human who comes back."""
    searched: bool = False
    """They looked for the case by the person's number."""


@dataclass(frozen=True, slots=True)
class PrivacySight:
    """`privacy`."""

    consent_given_at: datetime | None
    name_held: bool
    watched: bool
    cases: int
    messages: int
    readings: tuple[ReadingLine, ...]
    """The last five."""
    retention: str
    office: Office
    places: PlacesSight = field(default_factory=PlacesSight)
    may_tell_places: bool = False
    complaints: int = 0
    files: int = 0
    covered: bool = False
    """Letters show what they say only once they are opened."""
    held: HeldSight = field(default_factory=HeldSight)
