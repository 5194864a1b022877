"""The rating of a closed case, in three words: which there are, and whom we do not ask."""

from enum import StrEnum

FEWEST = 5
"""Words beside ratings are shown to leads from so many ratings in a month on: fewer would say who wrote them."""


class Mark(StrEnum):
    """How it was with us."""

    BAD = "bad"
    SO_SO = "so-so"
    GOOD = "good"


def may_ask(*, crisis: bool, sensitive: bool, watched: bool) -> bool:
    """Whether the person is asked how it was: not after danger, not in the matters of families of the missing,
    captured and fallen or others of that kind, and not on a phone that may be searched.
    """
    return not (crisis or sensitive or watched)
