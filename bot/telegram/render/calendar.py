"""The file by which a meeting comes into somebody's own calendar."""

from __future__ import annotations

from bot.telegram.rendered import Enclosed, MadeFile, RenderedFile
from bot.texts.wording import Markup
from casework.letters.sights.appointments import CalendarFacts
from rules.calendar_file import CalendarEvent, calendar_file

NAME = "calendar.ics"
"""It says nothing about anybody."""


def calendar(facts: CalendarFacts | None, caption: Markup, summary: str, about: str) -> tuple[RenderedFile, ...]:
    """The file with these words below it; none where no file is to be shown."""
    if facts is None:
        return ()
    event = CalendarEvent(
        uid=facts.uid,
        sequence=facts.sequence,
        starts=facts.starts,
        ends=facts.ends,
        written=facts.written,
        summary=summary,
        description=about,
        where=facts.where,
        organiser=facts.organiser,
        cancelled=facts.cancelled,
    )
    return (RenderedFile(MadeFile(NAME, (Enclosed(NAME, calendar_file(event)),)), caption),)
