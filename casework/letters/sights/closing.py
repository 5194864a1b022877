"""What a person sees before a solved case closes by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.to_person import Office


@dataclass(frozen=True, slots=True)
class ClosesItselfSight:
    """`closes-itself`."""

    case_id: int
    number: str
    outcome: str | None
    """What was done; None where somebody else may read the phone."""
    closes: datetime
    office: Office
