"""Moments as readers of a language write them, in Kyiv's time."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_datetime

from rules.local_time import KYIV, aware


def weekday_moment(at: datetime, language: str) -> str:
    """«24 листопада, 18:00 (вівторок)» of an aware moment: the weekday stands apart, so that it need not follow the
    case of a noun.
    """
    return format_datetime(aware(at), "d MMMM, HH:mm (EEEE)", tzinfo=KYIV, locale=language)
