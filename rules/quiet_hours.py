"""When the machine does not speak by itself: at night, in Kyiv."""

from datetime import UTC, datetime, time, timedelta

from rules.local_time import KYIV, aware

MORNING = time(8)
EVENING = time(21)


def morning_after(at: datetime) -> datetime:
    """`at` itself by day; from 21:00 to 8:00 the next 8:00 in Kyiv, in UTC."""
    local = aware(at).astimezone(KYIV)
    if MORNING <= local.time() < EVENING:
        return at
    day = local.date() if local.time() < MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, tzinfo=KYIV).astimezone(UTC)
