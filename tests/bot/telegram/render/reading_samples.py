"""Plausible looks at people's data, the question why, and what is hidden again."""

from __future__ import annotations

from datetime import date

from casework.letters import sights as s
from rules.files import FileKind
from rules.readings import By, Mark
from tests.bot.telegram.render.given import NOON, NUMBER

URL = "https://t.me/c/1/7"


def looks(words: str) -> tuple[s.LookedLine, ...]:
    """Each way to look, as many as a page holds."""
    case, bare = s.NumberLink(NUMBER, URL), s.NumberLink(NUMBER, None)
    photo, every = s.FileLine(FileKind.PHOTO), frozenset(Mark)
    return (
        s.LookedLine(NOON, words, case, None, "details", None, frozenset()),
        s.LookedLine(NOON, words, bare, words, "details", None, frozenset({Mark.NOT_THEIRS})),
        s.LookedLine(NOON, words, case, words, "photo", photo, every),
        s.LookedLine(NOON, words, case, "danger", "details", None, frozenset({Mark.NOT_THEIRS, Mark.NIGHT})),
        s.LookedLine(NOON, words, case, "call", "details", None, frozenset({Mark.NOT_THEIRS})),
        s.LookedLine(NOON, words, bare, None, "search", None, frozenset({Mark.NOT_THEIRS, Mark.MANY})),
        s.LookedLine(NOON, words, case, None, "return", None, frozenset()),
        s.LookedLine(NOON, words, case, words, "voice", s.FileLine(FileKind.VOICE), every),
    )


def reading_sights(words: str) -> dict[str, list[object]]:
    """By kind."""
    lines = looks(words)
    reasons = (("standing-in", words), ("deciding", words))
    readers = tuple(s.ReaderLine(number, words, 3 * number) for number in range(1, 9))
    return {
        "desk-why": [s.WhySight(1, NUMBER, what, 5, reasons) for what in ("d", "f", "p")],
        "readings": [
            s.ReadingsSight(By.ALL, 0, 1, 3, 20, lines),
            s.ReadingsSight(By.UNUSUAL, 0, 0, 1, 2, lines[2:4]),
            s.ReadingsSight(By.READERS, 0, 0, 2, 9, (), readers),
            s.ReadingsSight(By.DAY, date(2026, 11, 23).toordinal(), 0, 1, 0, (), day=date(2026, 11, 23)),
            s.ReadingsSight(By.READER, 1, 0, 1, 1, lines[:1], about=words),
            s.ReadingsSight(By.CASE, 1, 0, 1, 1, lines[:1], about=NUMBER),
        ],
        "hide-text": [s.NothingSight()],
        "hide-whisper": [s.HushSight(7, 8)],
        "hide-files": [s.SweepSight((7, 8))],
    }
