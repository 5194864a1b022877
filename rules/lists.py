"""The lists of cases that staff can ask for, and how many stand on a page."""

from enum import StrEnum

PAGE = 8
"""Cases on a page: what fits into a message with their services, and on a phone without much scrolling."""

SEARCHED = "search"
"""What stands in the log of readings where a case was found by its person's number."""


class Listing(StrEnum):
    """Which cases."""

    QUEUE = "queue"
    """Open ones that nobody has."""
    MINE = "mine"
    """Open ones that the one who asks has."""
    OVERDUE = "overdue"
    """Open ones whose promise or deadline of law is over."""
