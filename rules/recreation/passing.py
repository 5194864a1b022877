"""What a guardian wants for a child whose own hromada takes the applications."""

from enum import StrEnum


class Wish(StrEnum):
    """The three answers to «Передати?»; until one of them nothing leaves us."""

    PASS = "pass"
    """We may hand over exactly what was shown."""
    SELF = "self"
    """They turn to the hromada themselves."""
    HUMAN = "human"
    """They want to talk to a human first."""


SHARED = ("name", "phone", "child", "born", "registered", "categories", "stay", "period")
"""What would be handed over, by the slugs of the questions: named to the guardian before they agree, and no more."""
CHECK_AFTER_DAYS = 3
"""Working days after which we phone a hromada that has not confirmed."""
