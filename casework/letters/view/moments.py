"""Moments as they stand in the facts of letters."""

from __future__ import annotations

from datetime import UTC, datetime


def moment(seconds: int) -> datetime | None:
    """The moment (UTC) of so many seconds since 1970; None for 0."""
    return datetime.fromtimestamp(seconds, UTC) if seconds else None
