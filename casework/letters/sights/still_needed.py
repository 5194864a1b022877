"""Whether families still need a place: as a lead, a caseworker and the family see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casework.letters.sights.own_need import NeedChild as NeedChild
from casework.letters.sights.own_need import OwnNeed as OwnNeed
from casework.letters.sights.to_person import Office
from rules.recreation.still_needed import AskState


@dataclass(frozen=True, slots=True)
class NeedAsksSight:
    """`need-asks`: how many families said what, and whose silence waits for a call: case and number."""

    campaign_id: int
    name: str
    to_ask: int
    days: int
    """To answer in."""
    counts: Mapping[AskState, int]
    silent: tuple[tuple[int, str], ...]
    may_ask: bool


@dataclass(frozen=True, slots=True)
class NeedDeskSight:
    """`need-desk`."""

    case_id: int
    number: str
    need: OwnNeed


@dataclass(frozen=True, slots=True)
class StillNeededSight:
    """`still-needed`, `still-needed-again`."""

    case_id: int
    number: str
    need: OwnNeed
    office: Office
