"""Who can be counted on now."""

from __future__ import annotations

from datetime import datetime

from db.models import StaffMember
from rules.absence import is_away


def is_present(member: StaffMember, now: datetime) -> bool:
    """Whether a staff member works here, has a desk and is not away."""
    return member.removed_at is None and member.telegram_id is not None and not is_away(member.away_until, now)
