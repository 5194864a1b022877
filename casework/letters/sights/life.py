"""What the screens of the menu of life show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.letters.sights.to_person import HotlineLine
from rules.catalogue import EndKind, Provider, Standing


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """An area or an end as a button."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class RequestSight:
    """`request`."""

    areas: tuple[ChoiceLine, ...]
    page: int
    more: bool
    """There is a page after this one."""
    changed: bool


@dataclass(frozen=True, slots=True)
class AreaSight:
    """`area`."""

    name: str
    ends: tuple[ChoiceLine, ...]


@dataclass(frozen=True, slots=True)
class EndSight:
    """`end`."""

    slug: str
    area: str
    name: str
    kind: EndKind
    standing: Standing
    since: date | None
    until: date | None
    """The days on which it is offered, both included."""
    text: str
    """What it is, without a full stop."""
    asked: str
    provider: Provider | None
    """Who decides; None where there is nothing to decide: a human of ours answers."""
    source: str | None
    checked: date | None
    hotlines: tuple[HotlineLine, ...]


@dataclass(frozen=True, slots=True)
class TellSight:
    """`tell`."""

    about: ChoiceLine | None
    """None: about anything."""
