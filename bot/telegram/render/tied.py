"""What a card says of other cases: those that may be the same, are tied to it, or became one with it."""

from __future__ import annotations

from bot.texts.wording import Markup, Words
from casework.letters.sights import CardSight


def tied_lines(shown: CardSight, t: Words) -> list[Markup]:
    """Numbers alone: the whole group reads them."""
    lines = []
    if shown.goes_on_in is not None:
        lines.append(t.get("screen-card-goes-on", number=shown.goes_on_in))
    if shown.taken_in:
        lines.append(t.get("screen-card-taken-in", numbers=", ".join(shown.taken_in)))
    if shown.tied:
        lines.append(t.get("screen-card-tied", numbers=", ".join(shown.tied)))
    if shown.maybe_same:
        lines.append(t.get("screen-card-maybe-same", count=shown.maybe_same))
    return lines


def has_others(shown: CardSight) -> bool:
    """Whether there is something to look at."""
    return bool(shown.maybe_same or shown.tied or shown.taken_in or shown.goes_on_in)
