"""Days as people count them: in Kyiv, whatever the server's zone."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

KYIV = ZoneInfo("Europe/Kyiv")
LAST_MOMENT = time(23, 59, 59, 999_999)


def local_date(at: datetime, zone: ZoneInfo = KYIV) -> date:
    """The calendar date of an aware moment in the zone."""
    return aware(at).astimezone(zone).date()


def start_of_day(day: date, zone: ZoneInfo = KYIV) -> datetime:
    """The first moment of a local day, in UTC."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def end_of_day(day: date, zone: ZoneInfo = KYIV) -> datetime:
    """The last microsecond of a local day, in UTC: shown in the zone it still reads as that day."""
    return datetime.combine(day, LAST_MOMENT, tzinfo=zone).astimezone(UTC)


def aware(at: datetime) -> datetime:
    """The same moment; ValueError for a naive one, whose zone could only be guessed."""
    if at.tzinfo is None or at.utcoffset() is None:
        raise ValueError("a moment without a time zone")
    return at
