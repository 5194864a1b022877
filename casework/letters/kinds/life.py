"""The menu of life: its screens, all in the slot `screen`."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter


@dataclass(frozen=True, slots=True)
class RequestScreen(Letter):
    """The areas of life, a page at a time; `changed`: what was pressed is no longer in the menu."""

    kind = "request"
    policy = SCREEN
    page: int = 0
    changed: bool = False


@dataclass(frozen=True, slots=True)
class AreaScreen(Letter):
    """What stands below an area."""

    kind = "area"
    policy = SCREEN
    area: str


@dataclass(frozen=True, slots=True)
class EndScreen(Letter):
    """A service, a page or a contact."""

    kind = "end"
    policy = SCREEN
    end: str


@dataclass(frozen=True, slots=True)
class TellScreen(Letter):
    """Write to a human: about an area or an end, or (empty) about anything."""

    kind = "tell"
    policy = SCREEN
    about: str = ""
