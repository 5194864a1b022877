"""What the card says where a person's words come without a notice."""

from __future__ import annotations

from datetime import datetime

from bot.texts.wording import Markup, Words


def silence_line(muted_until: datetime | None, t: Words, *, spam: bool) -> Markup:
    """Until when, or that the case was closed as spam; empty where notices come."""
    if spam:
        return t.get("screen-card-spam")
    return t.get("screen-card-muted", until=t.moment(muted_until)) if muted_until is not None else Markup()
