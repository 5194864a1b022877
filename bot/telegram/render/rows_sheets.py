"""Files that a lead takes along: links by the line of the file they came from, and lines with mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.telegram.render.rows_words import row_flaw_said
from bot.texts.wording import Words
from casework.importing.bring import LINK_PREFIX, Link
from rules.export_sheet import Column, Sheet, prepared
from rules.local_time import KYIV
from rules.recreation.importing import Flaw

SITE = "https://t.me"


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet with what is said beside it; `name` of the file: nothing of people."""

    sheet: Sheet
    name: str
    caption: str


def links_file(links: Sequence[Link], username: str, now: datetime, t: Words) -> SheetFile:
    """A row for each family; `username`: the bot's own at Telegram. No names: the line finds the family."""
    columns = (Column("line", t.plain("rows-head-line")), Column("link", t.plain("rows-head-link")))
    rows = (
        {"line": ", ".join(map(str, each.lines)), "link": f"{SITE}/{username}?start={LINK_PREFIX}{each.code}"}
        for each in links
    )
    return SheetFile(
        prepared(t.plain("rows-sheet-links"), columns, rows),
        _named(t.plain("rows-links-name"), now),
        t.plain("rows-links-caption", count=str(len(links))),
    )


def flaws_file(flaws: Sequence[Flaw], now: datetime, t: Words) -> SheetFile:
    """A row for each thing that is wrong."""
    columns = (Column("line", t.plain("rows-head-line")), Column("what", t.plain("rows-head-what")))
    rows = ({"line": str(each.line), "what": row_flaw_said(each, t)} for each in flaws)
    return SheetFile(
        prepared(t.plain("rows-sheet-flaws"), columns, rows),
        _named(t.plain("rows-flaws-name"), now),
        t.plain("rows-flaws-caption", count=str(len({each.line for each in flaws}))),
    )


def _named(name: str, now: datetime) -> str:
    return f"{name}-{now.astimezone(KYIV):%Y%m%d-%H%M}.xlsx"
