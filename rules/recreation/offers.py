"""What becomes of an offer of places, and what a family can say to it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from enum import StrEnum

from rules.local_time import KYIV, end_of_day, local_date
from rules.quiet_hours import morning_after


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
    """Until when an offer can be answered: the end of a day in Kyiv, `days` whole days from the one on which the family
    may hear of it; of what is decided at night it hears in the morning. UTC.
    """
    return end_of_day(local_date(morning_after(now).astimezone(UTC), KYIV) + timedelta(days=days))
