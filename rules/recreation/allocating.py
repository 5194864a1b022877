"""What has to hold before the places of a campaign are shared out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from rules.recreation.campaigns import CampaignState
from rules.recreation.terms import Terms


class Flaw(StrEnum):
    """Each with words of its own."""

    NOT_CLOSED = "not-closed"
    """The campaign is not at sharing out."""
    ORDER = "order"
    """Nobody has held the order against the department's own document."""
    NO_SHIFT = "no-shift"
    LOT_LATE = "lot-late"
    """Nobody had named the public value when the call closed: whoever prolongs the call by a day can name it."""
    NO_VALUE = "no-value"
    """What was typed is not one clear line."""
    NOBODY = "nobody"
    """No application has come."""
    CHANGED = "changed"
    """Something is different since it was tried: it has to be tried anew."""
    CONFIRMED = "confirmed"
    """It was confirmed already."""


def flaw_in(state: CampaignState, terms: Terms, versions: Iterable[tuple[datetime, Terms]]) -> Flaw | None:
    """Why the places can't be shared out now; None where they can. `versions`: each with its moment, in any order."""
    if state is not CampaignState.ALLOCATING:
        return Flaw.NOT_CLOSED
    if not terms.order_confirmed:
        return Flaw.ORDER
    if not terms.shifts:
        return Flaw.NO_SHIFT
    if not lot_was_named(terms, versions):
        return Flaw.LOT_LATE
    return None


def lot_was_named(terms: Terms, versions: Iterable[tuple[datetime, Terms]]) -> bool:
    """Whether the value for the lot was named before the call closed, and is the same still."""
    before = [(at, number, each) for number, (at, each) in enumerate(versions) if at <= terms.deadline]
    named = max(before, default=None, key=lambda found: found[:2])
    return bool(terms.lot) and named is not None and named[2].lot == terms.lot
