"""What is seen of a run over many cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rules.bulk import Action, LeftOut, RunState


@dataclass(frozen=True, slots=True)
class LeftOutLine:
    """Cases that are left out for one reason: how many, and the numbers of the first."""

    why: LeftOut
    count: int
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BulkSight:
    """`bulk-progress`, `bulk-done`, and the preview: a run as it is now."""

    run_id: int
    action: Action
    what: str
    """The tag, reason, colleague, outcome or answer that was chosen; of a letter its words."""
    state: RunState
    total: int
    waiting: int
    done: int
    people: int
    """How many people would read of it, or did; 0 where nobody does."""
    numbers: tuple[str, ...]
    """The first of those that are done, or would be."""
    left_out: tuple[LeftOutLine, ...]
    until: datetime
    """As long as the preview holds."""
    more: bool = False
    """There are more cases than one run takes."""
    may_undo: bool = False
