"""Known moments: what a test tells of working hours must not depend on when it runs."""

from __future__ import annotations

from datetime import datetime, timedelta

from rules.local_time import KYIV
from tests.conversations.stage import Stage

TUESDAY = 1


async def until(stage: Stage, weekday: int = TUESDAY, hour: int = 10, minute: int = 0) -> datetime:
    """Business time goes on to the next such moment in Kyiv; that moment."""
    now = stage.clock.now().astimezone(KYIV)
    wanted = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    wanted += timedelta(days=(weekday - wanted.weekday()) % 7)
    if wanted <= now:
        wanted += timedelta(days=7)
    await stage.people.advance((wanted - now).total_seconds())
    return wanted
