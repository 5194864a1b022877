"""Looking at a person's data: when a reason has to be given, how long what was shown stands, what is unusual about it.

The department answers for every look (Law of Ukraine 2297-VI, art. 10 part 3 and art. 24): so each is written down
with who, when, why and what was shown.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from rules.quiet_hours import morning_after
from rules.roles import LEADS, Role

SHOWN_FOR = timedelta(minutes=15)
"""So long a person's details stand before the one who asked; a reason that was given holds as long."""
MANY_CASES = 10
"""Cases into which one colleague looks within an hour before it is unusual."""
LONGEST_REASON = 18
"""Characters of a reason's slug: it stands in a button beside the numbers of a case and a message."""


class Implied(StrEnum):
    """Reasons that nobody has to choose: what the reader does tells them."""

    DANGER = "danger"
    """An alarm stands: nobody is kept waiting by a question."""
    CALL = "call"
    """There is a call to be made, and whoever makes it needs the number."""
    TRANSFER = "transfer"
    """Something is handed over, and whoever does it, or gets it, needs what is handed over."""


class By(StrEnum):
    """How the list of readings is looked through."""

    ALL = "all"
    UNUSUAL = "unusual"
    READERS = "readers"
    """Who looked how often; nothing of what."""
    READER = "reader"
    CASE = "case"
    DAY = "day"


class Mark(StrEnum):
    """What is unusual about a reading."""

    MANY = "many"
    NIGHT = "night"
    NOT_THEIRS = "not-theirs"


def may_give(role: Role, *, leads_only: bool) -> bool:
    """Whether somebody of this role may look for a reason that is `leads_only` or not."""
    return role in LEADS or not leads_only


def marks(at: datetime, *, not_theirs: bool, cases_within_hour: int) -> frozenset[Mark]:
    """What is unusual about a reading at `at` (UTC). `cases_within_hour`: into how many cases the reader looked in the
    hour up to it. Night is from 21:00 to 8:00 in Kyiv.
    """
    found = {
        Mark.MANY: cases_within_hour >= MANY_CASES,
        Mark.NIGHT: morning_after(at) != at,
        Mark.NOT_THEIRS: not_theirs,
    }
    return frozenset(mark for mark, holds in found.items() if holds)
