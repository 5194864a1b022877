"""Questions of later steps, as a family and the staff who check see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.letters.sights.own_later import OwedLine as OwedLine
from casework.letters.sights.own_later import OwnLater as OwnLater
from casework.letters.sights.to_person import Office


@dataclass(frozen=True, slots=True)
class QuestionsSight:
    """`questions-asked`, `questions-answered`."""

    case_id: int
    number: str
    later: OwnLater
    by: date | None
    """The last day for answers."""
    office: Office
