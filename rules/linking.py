"""The code that is read out to somebody without Telegram, and what they may try with it later."""

from __future__ import annotations

from datetime import datetime, timedelta

from rules.agreements import CODE_DIGITS
from rules.phones import read_phone

CODE_VALID_FOR = timedelta(days=14)
"""Long enough for somebody who waits for a grandchild with a phone."""
MOST_WRONG = 5
WRONG_COUNT_FOR = timedelta(hours=1)
"""So many wrong codes from one account in this time, and no more is tried until it is over: with twelve digits and a
thousand good codes a guess takes longer than anybody lives.
"""
LINK_PREFIX = "link-"
"""Of the payload of `/start`."""


def is_code(digits: str) -> bool:
    """Whether digits may be a code at all: «380501234567» is a number, which somebody may simply tell us."""
    return len(digits) == CODE_DIGITS and digits.isdecimal() and read_phone(digits) is None


def may_try(wrong: int, since: datetime | None, now: datetime) -> bool:
    """Whether one more code may be tried after so many wrong ones, the first of them at `since` (business time)."""
    return since is None or wrong < MOST_WRONG or now - since >= WRONG_COUNT_FOR


def one_more_wrong(wrong: int, since: datetime | None, now: datetime) -> tuple[int, datetime]:
    """How many wrong codes are counted after this one, and since when."""
    if since is None or now - since >= WRONG_COUNT_FOR:
        return 1, now
    return wrong + 1, since
