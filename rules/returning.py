"""People who lost their account or their phone, and come back from another: what a check may be, and who looks."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

UNDO_FOR = timedelta(days=30)
"""So long a supervisor can take a decision back; then what is left on the former account's row is emptied."""
MOST = 3
AGAIN_AFTER = timedelta(days=30)
"""No more checks than `MOST` in this time for one account; after that only by phone."""


class ReturnState(StrEnum):
    """How far a check is. `DRAFT`: the number was not given yet; `SETTLED`: confirmed, and past undoing."""

    DRAFT = "draft"
    WAITING = "waiting"
    SECOND_LOOK = "second-look"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    UNDONE = "undone"
    SETTLED = "settled"


UNDECIDED = frozenset({ReturnState.WAITING, ReturnState.SECOND_LOOK})


def needs_second_look(
    *, crisis: bool, covered: bool, watched: bool, human_only: bool, frozen: bool, by_hand: bool
) -> bool:
    """Whether a second staff member has to agree: where a mistake may cost somebody's safety, and where no number
    speaks for it (`by_hand`: a staff member named the case).
    """
    return crisis or covered or watched or human_only or frozen or by_hand
