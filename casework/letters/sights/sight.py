"""A letter with all that its words need."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sight:
    """One letter ready to be worded."""

    kind: str
    language: str
    shows: object
    """One of the dataclasses of this package."""
    edit: int | None = None
    """For an edit or a reaction: the message in the letter's chat that is meant."""
    reply_to: int | None = None
    """The message in the same chat that this one answers, where there is one."""
