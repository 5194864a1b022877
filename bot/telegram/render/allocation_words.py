"""What reasons of an allocation are called: tables of literal keys."""

from __future__ import annotations

from collections.abc import Mapping

from bot.telegram.render.names import Name
from rules.allocation.asked import Criterion
from rules.allocation.reasons import Found, Why

BECAUSE: Mapping[Criterion | None, Name] = {
    None: lambda t: t.plain("allocation-because-first"),
    Criterion.WEIGHT: lambda t: t.plain("allocation-because-weight"),
    Criterion.TIME: lambda t: t.plain("allocation-because-time"),
    Criterion.LOT: lambda t: t.plain("allocation-because-lot"),
    Criterion.SIBLINGS: lambda t: t.plain("allocation-because-siblings"),
}
"""What put a family behind the one before it."""
WHY: Mapping[Why, Name] = {
    Why.FIRST_WISH: lambda t: t.plain("allocation-why-first-wish"),
    Why.LATER_WISH: lambda t: t.plain("allocation-why-later-wish"),
    Why.FEWER_LEFT: lambda t: t.plain("allocation-why-fewer-left"),
    Why.OFFER_STANDS: lambda t: t.plain("allocation-why-offer-stands"),
    Why.GOING: lambda t: t.plain("allocation-why-going"),
    Why.NO_SEAT: lambda t: t.plain("allocation-why-no-seat"),
    Why.SAME_CHILD: lambda t: t.plain("allocation-why-same-child"),
    Why.NO_SHIFT_FITS: lambda t: t.plain("allocation-why-no-shift-fits"),
    Why.SAID_NO: lambda t: t.plain("allocation-why-said-no"),
    Why.ENDED: lambda t: t.plain("allocation-why-ended"),
}
FOUND: Mapping[Found, Name] = {
    Found.HOLDS_ALL: lambda t: t.plain("allocation-found-holds-all"),
    Found.FEWER: lambda t: t.plain("allocation-found-fewer"),
    Found.TOO_FEW: lambda t: t.plain("allocation-found-too-few"),
    Found.FULL: lambda t: t.plain("allocation-found-full"),
    Found.AGE: lambda t: t.plain("allocation-found-age"),
    Found.REFUSED: lambda t: t.plain("allocation-found-refused"),
    Found.CLOSED: lambda t: t.plain("allocation-found-closed"),
    Found.NOT_REACHED: lambda t: t.plain("allocation-found-not-reached"),
    Found.APART: lambda t: t.plain("allocation-found-apart"),
}
"""What a family found in a shift that it wishes."""
