"""Who looked at people's data; for which reason somebody looks; what stands where data stood."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.telegram.callbacks import LookFor, Readings
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.file_names import file_name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join, link
from casework.letters.sights import HushSight, LookedLine, NothingSight, ReadingsSight, WhySight
from casework.readings.ask import Looks
from casework.returning.former import CHECKED
from rules.exports import EXPORTED, ExportReason
from rules.lists import SEARCHED
from rules.readings import By, Implied, Mark

MARKS: Mapping[Mark, Callable[[Words], Markup]] = {
    Mark.NOT_THEIRS: lambda t: t.get("readings-not-theirs"),
    Mark.MANY: lambda t: t.get("readings-many"),
    Mark.NIGHT: lambda t: t.get("readings-night"),
}
IMPLIED: Mapping[str, Callable[[Words], str]] = {
    Implied.DANGER: lambda t: t.plain("reading-why-danger"),
    Implied.CALL: lambda t: t.plain("reading-why-call"),
    Implied.TRANSFER: lambda t: t.plain("reading-why-transfer"),
    ExportReason.ORDER: lambda t: t.plain("export-for-order"),
    ExportReason.CAMP: lambda t: t.plain("export-for-camp"),
    ExportReason.REPORT: lambda t: t.plain("export-for-report"),
    ExportReason.CHECK: lambda t: t.plain("export-for-check"),
}
WHAT: Mapping[str, Callable[[Words], str]] = {
    SEARCHED: lambda t: t.plain("reading-search"),
    EXPORTED: lambda t: t.plain("reading-exported"),
    CHECKED: lambda t: t.plain("reading-checked"),
}


@shows("hide-whisper", of=HushSight)
def hide_whisper(shown: HushSight, t: Words) -> Rendered:
    """Nothing is left of it."""
    return Rendered(Markup(), hushes=(shown.receiver_id, shown.ephemeral_id))


@shows("hide-text", of=NothingSight)
def hide_text(shown: NothingSight, t: Words) -> Rendered:
    """Where the data stood is said how to see it again."""
    return Rendered(t.get("letter-hide-text"))


@shows("desk-why", of=WhySight)
def why(shown: WhySight, t: Words) -> Rendered:
    """For which reason? Protected, since the details come in its place."""
    what, item = Looks(shown.what), shown.item
    buttons = [
        button(name, LookFor(case=shown.case_id, what=what, item=item, reason=slug)) for slug, name in shown.reasons
    ]
    return Rendered(t.get("letter-desk-why", number=shown.number), keyboard=column(*buttons), protect=True)


@shows("readings", of=ReadingsSight)
def readings(shown: ReadingsSight, t: Words) -> Rendered:
    """A page of looks, or of those who looked."""
    body: list[Markup] = [_line(each, t) for each in shown.lines]
    if shown.by is By.READERS:
        body = [t.get("screen-readings-reader", who=each.work_name, looks=each.looks) for each in shown.readers]
    text = join(body, "\n") if body else t.get("screen-readings-none")
    return Rendered(join([_head(shown, t), text, t.get("screen-readings-how")], "\n\n"), keyboard=_keyboard(shown, t))


def _head(shown: ReadingsSight, t: Words) -> Markup:
    head = {
        By.ALL: lambda: t.get("screen-readings", count=shown.count),
        By.UNUSUAL: lambda: t.get("screen-readings-unusual", count=shown.count),
        By.READERS: lambda: t.get("screen-readings-readers"),
        By.READER: lambda: t.get("screen-readings-of-reader", who=shown.about or "", count=shown.count),
        By.CASE: lambda: t.get("screen-readings-of-case", number=shown.about or "", count=shown.count),
        By.DAY: lambda: t.get("screen-readings-of-day", day=t.day(shown.day) if shown.day else "", count=shown.count),
    }[shown.by]()
    if shown.pages == 1:
        return head
    return join([head, t.get("screen-readings-page", page=shown.page + 1, pages=shown.pages)], " ")


def _line(line: LookedLine, t: Words) -> Markup:
    number = link(line.number.url, line.number.number) if line.number.url else html(line.number.number)
    unusual = [MARKS[mark](t) for mark in Mark if mark in line.marks]
    said = t.get(
        "screen-readings-line",
        at=t.stamp(line.at),
        reader=line.reader,
        number=number,
        what=_what(line, t),
        reason=_reason(line, t),
    )
    return join([said, t.get("screen-readings-marks", marks=join(unusual, ", "))], " ") if unusual else said


def _what(line: LookedLine, t: Words) -> str:
    if line.file is not None:
        return file_name(line.file, t)
    return WHAT[line.what](t) if line.what in WHAT else t.plain("reading-details")


def _reason(line: LookedLine, t: Words) -> str:
    if line.reason is None:
        return t.plain("reading-why-none") if Mark.NOT_THEIRS in line.marks else t.plain("reading-why-own")
    return IMPLIED[line.reason](t) if line.reason in IMPLIED else line.reason


def _keyboard(shown: ReadingsSight, t: Words) -> InlineKeyboardMarkup | None:
    pages: list[InlineKeyboardButton] = []
    if shown.page:
        earlier = Readings(by=shown.by, of=shown.of, page=shown.page - 1)
        pages.append(button(t.plain("button-previous-page"), earlier))
    if shown.page + 1 < shown.pages:
        later = Readings(by=shown.by, of=shown.of, page=shown.page + 1)
        pages.append(button(t.plain("button-next-page"), later))
    if shown.by is By.DAY:
        pages.append(button(t.plain("button-day-before"), Readings(by=By.DAY, of=shown.of - 1)))
        pages.append(button(t.plain("button-day-after"), Readings(by=By.DAY, of=shown.of + 1)))
    readers = [button(each.work_name, Readings(by=By.READER, of=each.staff_id)) for each in shown.readers]
    ways = [
        button(name, Readings(by=by))
        for by, name in (
            (By.ALL, t.plain("button-readings-all")),
            (By.UNUSUAL, t.plain("button-readings-unusual")),
            (By.DAY, t.plain("button-readings-day")),
            (By.READERS, t.plain("button-readings-readers")),
        )
        if by is not shown.by
    ]
    return grid([*readers, *pages, *ways])
