"""The calendar file: as RFC 5545 writes it, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar_file import LINE, CalendarEvent, calendar_file
from rules.local_time import KYIV

MEETING = CalendarEvent(
    uid="0123@suprovid",
    sequence=0,
    starts=datetime(2026, 3, 30, 10, 0, tzinfo=KYIV),
    ends=datetime(2026, 3, 30, 10, 45, tzinfo=KYIV),
    written=datetime(2026, 3, 11, 9, 0, tzinfo=UTC),
    summary="Зустріч: Ірина",
    description="Домовилися в боті; перенести: /meetings",
    where="вул. Мирна, 1\\2",
    organiser='Департамент "Луганщина"',
)


def read(content: bytes) -> dict[str, str]:
    """The lines of the event by name, unfolded, as a calendar reads them."""
    assert content.endswith(b"\r\n")
    lines = content.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    found = {}
    for line in lines:
        name, value = line.split(":", 1)
        assert name.split(";")[0].isupper(), "a line that is none"
        found[name.split(";")[0]] = value
    return found


def plain(value: str) -> str:
    """A text value without its escapes."""
    found, escaped = [], False
    for sign in value:
        if escaped:
            found.append("\n" if sign == "n" else sign)
        elif sign != "\\":
            found.append(sign)
        escaped = sign == "\\" and not escaped
    return "".join(found)


def test_a_meeting_is_published_with_its_moments_in_utc_on_either_side_of_summer_time() -> None:
    summer = read(calendar_file(MEETING))
    assert (summer["DTSTART"], summer["DTEND"]) == ("20260330T070000Z", "20260330T074500Z")
    before = timedelta(days=2)
    winter = read(calendar_file(replace(MEETING, starts=MEETING.starts - before, ends=MEETING.ends - before)))
    assert winter["DTSTART"] == "20260328T080000Z", "ten o'clock, two days before the clocks change"
    assert (summer["METHOD"], summer["STATUS"], summer["SEQUENCE"]) == ("PUBLISH", "CONFIRMED", "0")
    assert summer["DTSTAMP"] == "20260311T090000Z"


def test_moved_it_is_the_same_with_a_higher_sequence_and_cancelled_it_says_so() -> None:
    moved = read(calendar_file(replace(MEETING, sequence=1, starts=MEETING.starts + timedelta(hours=1))))
    gone = read(calendar_file(replace(MEETING, sequence=2, cancelled=True)))
    assert moved["UID"] == gone["UID"] == "0123@suprovid"
    assert (moved["METHOD"], moved["SEQUENCE"]) == ("PUBLISH", "1")
    assert (gone["METHOD"], gone["STATUS"], gone["SEQUENCE"]) == ("CANCEL", "CANCELLED", "2")


def test_what_would_be_read_otherwise_is_escaped() -> None:
    found = read(calendar_file(MEETING))
    assert found["LOCATION"] == "вул. Мирна\\, 1\\\\2"
    assert plain(found["DESCRIPTION"]) == MEETING.description
    assert b'ORGANIZER;CN="' in calendar_file(MEETING).replace(b"\r\n ", b"")


def test_a_moment_without_a_zone_is_none() -> None:
    with pytest.raises(ValueError, match="zone"):
        calendar_file(replace(MEETING, starts=MEETING.starts.replace(tzinfo=None)))


@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=100))
def test_no_text_breaks_a_line_or_the_file(summary: str, description: str, organiser: str) -> None:
    content = calendar_file(replace(MEETING, summary=summary, description=description, organiser=organiser))
    assert all(len(line) <= LINE for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    found = read(content)
    assert found["UID"] == MEETING.uid
    printable = "".join(
        each for each in summary.replace("\r\n", "\n").replace("\r", "\n") if each >= " " or each in "\t\n"
    )
    assert plain(found["SUMMARY"]) == printable
