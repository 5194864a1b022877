"""One update while it is handled: what the worker hands to the unit of work, and learns from it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.telegram.answers import Answers
from db.repositories.inbox import ClaimedUpdate

HANDLING = "handling"
"""The key under which handlers' data holds it."""


class ClaimLost(Exception):
    """Somebody else has the update by now: nothing is to be done."""


@dataclass(slots=True)
class Handling:
    """The claim, the direct answers that leave after the commit, and whether that commit happened."""

    claimed: ClaimedUpdate
    answers: Answers
    seconds: float = 60.0
    """How long a claim holds."""
    worker: int | None = None
    """Whose claims these are."""
    committed: bool = False
    following: ClaimedUpdate | None = None
    """The next update of the lane, claimed with that commit."""
