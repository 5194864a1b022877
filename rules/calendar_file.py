"""A calendar file of one event (RFC 5545, RFC 5546): UTC throughout, so that no table of summer time is needed.

RFC 5545 §3.3.5 form 2 (UTC), §3.1 (folding), §3.3.11 (escaping), §3.8.7.4 (SEQUENCE), §3.8.4.7 (UID); RFC 5546 §3.2.1
(PUBLISH), §3.2.5 (CANCEL).
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from rules.local_time import aware

LINE = 75
"""Octets of a line; a longer one is folded."""
PRODUCT = "-//Suprovid//Suprovid//UK"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event. `uid` never changes; `sequence` grows with every move and with the cancelling; moments are aware."""

    uid: str
    sequence: int
    starts: datetime
    ends: datetime
    written: datetime
    summary: str
    description: str
    where: str | None = None
    organiser: str = ""
    cancelled: bool = False


def calendar_file(event: CalendarEvent) -> bytes:
    """The file, in UTF-8. ValueError for a naive moment."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if event.cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTAMP:{_moment(event.written)}",
        f"DTSTART:{_moment(event.starts)}",
        f"DTEND:{_moment(event.ends)}",
        f"SUMMARY:{_text(event.summary)}",
        f"DESCRIPTION:{_text(event.description)}",
        *([f"LOCATION:{_text(event.where)}"] if event.where else []),
        f"ORGANIZER;CN={_parameter(event.organiser)}:urn:suprovid",
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        "TRANSP:OPAQUE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _moment(at: datetime) -> str:
    return aware(at).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _text(value: str) -> str:
    whole = value.replace("\r\n", "\n").replace("\r", "\n")
    for sign in ("\\", ";", ","):
        whole = whole.replace(sign, f"\\{sign}")
    return "".join(each for each in whole.replace("\n", "\\n") if each >= " " or each == "\t")


def _parameter(value: str) -> str:
    """Quoted: whatever may not stand in quotation marks is left out."""
    return '"' + "".join(each for each in value if each >= " " and each != '"') + '"'


def _folded(line: str) -> bytes:
    """Ends with CRLF; no line has more than 75 octets, and no letter is cut in two."""
    parts, part = [], b""
    for each in line:
        octets = each.encode()
        if len(part) + len(octets) > LINE:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"
