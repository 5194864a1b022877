"""How far a run over many cases is, and how it ended: on the desk of whoever confirmed it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import Letter
from casework.letters.policies import Form, Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class BulkProgress(Letter):
    """Slot `bulk:<run>` of a desk: how many are done."""

    kind = "bulk-progress"
    policy = Policy(priority=Priority.SCREEN, form=Form.CARD)
    run_id: int


@dataclass(frozen=True, slots=True)
class BulkDone(Letter):
    """It is over: how many were done, and which were left out and why. `undone`: it was taken back."""

    kind = "bulk-done"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)
    run_id: int
    staff_id: int
    undone: bool
