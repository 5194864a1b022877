"""What becomes of an offer of places, and what a family can say to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from rules.local_time import KYIV, end_of_day, local_date


class OfferState(StrEnum):
    """Where an offer stands."""

    STANDING = "standing"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    """Its term passed without an answer."""
    REPLACED = "replaced"
    """A better one took its place."""
    LEFT = "left"
    """The children need no place any more."""


def answer_by(now: datetime, days: int) -> datetime:
    """Until when an offer can be answered: the end of a day in Kyiv, `days` whole days from the day of `now`. UTC."""
    return end_of_day(local_date(now.astimezone(UTC), KYIV) + timedelta(days=days))
