"""Moments as readers of a language write them, in Kyiv's time."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from babel.dates import format_datetime

from rules.local_time import KYIV, aware


@lru_cache(maxsize=1024)
def spoken(at: datetime, pattern: str, language: str) -> str:
    """An aware moment by a pattern of Unicode CLDR. A case's card says the same moments each time it changes:
    they are remembered, since Babel takes a hundred times as long as looking them up.
    """
    return format_datetime(aware(at), pattern, tzinfo=KYIV, locale=language)


def weekday_moment(at: datetime, language: str) -> str:
    """«24 листопада, 18:00 (вівторок)»: the weekday stands apart, so that it need not follow the case of a noun."""
    return spoken(at, "d MMMM, HH:mm (EEEE)", language)
