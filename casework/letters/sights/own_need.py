"""Whether a family still needs a place, as it was asked and stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rules.recreation.still_needed import AskState


@dataclass(frozen=True, slots=True)
class NeedChild:
    """A child of whom it is asked; `name` None where none may be shown."""

    child_id: int
    position: int
    name: str | None
    needed: bool


@dataclass(frozen=True, slots=True)
class OwnNeed:
    """What a family was asked, as it stands."""

    application_id: int
    state: AskState
    due_at: datetime
    children: tuple[NeedChild, ...]
