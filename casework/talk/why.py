"""Why an answer of a caseworker's has not left yet."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """Why an answer waits: `Message.waits_for`."""

    LOOK = "look"
    LATER = "later"
    BEHIND = "behind"
    """An earlier answer of the case waits for another look."""
