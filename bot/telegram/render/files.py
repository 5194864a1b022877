"""Files: what a person sent, what came of it, and a file for the one who may see it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from aiogram.types import InlineKeyboardMarkup

from bot.telegram.callbacks import ShowFiles
from bot.telegram.keyboards import button, column
from bot.telegram.render.danger import covered
from bot.telegram.render.file_names import FLAWS, file_name, file_with_size
from bot.telegram.render.name import Name
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered, RenderedFile
from bot.texts.wording import Markup, Words, html, join, link
from casework.files.read import Listed
from casework.letters.kinds.files import FILE_PART
from casework.letters.sights import (
    ArrivedFile,
    CannotReadSight,
    FileLine,
    FileRefusedSight,
    FilesToShowSight,
    FileToShowSight,
    PersonFilesSight,
    StaffFileRefusedSight,
    StaffFilesSight,
)
from rules.files import WITHOUT_BYTES, WITHOUT_CAPTION, FileKind, FileState, Flaw

MAP = "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=16/{lat}/{lon}"
WHY: Mapping[Flaw, tuple[Name, Name]] = {
    Flaw.TOO_LARGE: (lambda t: t.plain("why-too-large"), lambda t: t.plain("advice-too-large")),
    Flaw.OVER_OURS: (lambda t: t.plain("why-over-ours"), lambda t: t.plain("advice-over-ours")),
    Flaw.EMPTY: (lambda t: t.plain("why-empty"), lambda t: t.plain("advice-empty")),
    Flaw.BROKEN: (lambda t: t.plain("why-broken"), lambda t: t.plain("advice-broken")),
    Flaw.LOCKED: (lambda t: t.plain("why-locked"), lambda t: t.plain("advice-locked")),
    Flaw.PROGRAM: (lambda t: t.plain("why-program"), lambda t: t.plain("advice-program")),
    Flaw.MISNAMED: (lambda t: t.plain("why-misnamed"), lambda t: t.plain("advice-misnamed")),
    Flaw.LOST: (lambda t: t.plain("why-lost"), lambda t: t.plain("advice-lost")),
}
"""Why a file is not kept, and what the person can do."""


@shows("cannot-read", of=CannotReadSight)
def cannot_read(shown: CannotReadSight, t: Words) -> Rendered:
    """What can be sent instead."""
    office = {"phone": shown.office.phone, "hours": shown.office.hours}
    return Rendered(t.get("letter-cannot-read", about=shown.about or "other", **office))


@shows("file-refused", of=FileRefusedSight)
def file_refused(shown: FileRefusedSight, t: Words) -> Rendered:
    """Why, and what to do."""
    why, advice = WHY[shown.flaw]
    return Rendered(
        t.get(
            "letter-file-refused",
            what=file_name(FileLine(shown.kind), t),
            why=why(t),
            advice=advice(t),
            phone=shown.office.phone,
            hours=shown.office.hours,
        )
    )


@shows("person-files", of=PersonFilesSight)
def person_files(shown: PersonFilesSight, t: Words) -> Rendered:
    """What the person sent, an album as one; the button shows it to the one who presses."""
    several = len(shown.files) > 1
    lines = [_arrived(each, number if several else None, t) for number, each in enumerate(shown.files, 1)]
    text = (
        t.get("letter-person-files-edited", files=join(lines))
        if shown.edited
        else t.get("letter-person-files", files=join(lines))
    )
    return Rendered(text, keyboard=_show_button(shown, t), silent=shown.silent)


def _arrived(arrived: ArrivedFile, number: int | None, t: Words) -> Markup:
    what = file_with_size(arrived.line, t)
    if arrived.state is FileState.WAITING:
        what = t.plain("file-on-the-way", what=what)
    elif arrived.flaw is not None:
        what = t.plain("file-refused", what=what, flaw=FLAWS[arrived.flaw](t))
    if number is not None:
        what = t.plain("file-in-album", number=str(number), what=what)
    return join([html(what), html(arrived.words)])


def _show_button(shown: PersonFilesSight, t: Words) -> InlineKeyboardMarkup | None:
    kept = sum(each.state is FileState.KEPT for each in shown.files)
    if not kept:
        return None
    label = t.plain("button-show-file") if kept == 1 else t.plain("button-show-files", count=kept)
    return column(button(label, ShowFiles(case=shown.case_id, message=shown.message_id)))


@shows("staff-file", of=StaffFilesSight)
def staff_file(shown: StaffFilesSight, t: Words) -> Rendered:
    """Each file with its words; who sends them stands below the first one, which is the album's.

    Where somebody else may read the phone nothing of it is shown until the person opens it.
    """
    if shown.opens is not None:
        return covered(*shown.opens, FILE_PART, t)
    captions = []
    for place, file in enumerate(shown.files):
        if place:
            captions.append(html(file.words))
        elif file.words:
            captions.append(t.get("letter-staff-file-words", text=file.words, author=shown.author, number=shown.number))
        else:
            captions.append(t.get("letter-staff-file", author=shown.author, number=shown.number))
    return _carrying(shown, captions)


@shows("staff-file-edited", of=StaffFilesSight)
def staff_file_edited(shown: StaffFilesSight, t: Words) -> Rendered:
    """The same file with corrected words."""
    [file] = shown.files
    author, number = shown.author, shown.number
    if file.words:
        return _carrying(
            shown, [t.get("letter-staff-file-edited-words", text=file.words, author=author, number=number)]
        )
    return _carrying(shown, [t.get("letter-staff-file-edited", author=author, number=number)])


def _carrying(shown: StaffFilesSight, captions: list[Markup]) -> Rendered:
    files = tuple(
        RenderedFile(file, "" if file.kind in WITHOUT_CAPTION else caption)
        for file, caption in zip(shown.files, captions, strict=True)
    )
    return Rendered(join(captions), files=files)


@shows("staff-file-refused", of=StaffFileRefusedSight)
def staff_file_refused(shown: StaffFileRefusedSight, t: Words) -> Rendered:
    """The person gets it, we have no copy."""
    return Rendered(t.get("letter-staff-file-refused", flaw=FLAWS[shown.flaw](t)))


@shows("desk-file", of=FileToShowSight)
def desk_file(shown: FileToShowSight, t: Words) -> Rendered:
    """A person's file for one reader; a place or a contact is words."""
    file = shown.file
    what = file_name(FileLine(file.kind, file.name), t)
    words = card_words(file.kind, file.card, t) if file.kind in WITHOUT_BYTES else html(file.words)
    caption = (
        t.get("letter-desk-file-words", number=shown.number, what=what, text=words)
        if words
        else t.get("letter-desk-file", number=shown.number, what=what)
    )
    if file.kind in WITHOUT_BYTES:
        return Rendered(caption, protect=True)
    below = "" if file.kind in WITHOUT_CAPTION else caption
    return Rendered(caption, protect=True, files=(RenderedFile(file, below),))


@shows("desk-album", of=FilesToShowSight)
def desk_album(shown: FilesToShowSight, t: Words) -> Rendered:
    """The whole album for one reader; below the first stands whose it is."""
    first, *others = shown.files
    count = len(shown.files)
    head = (
        t.get("letter-desk-album-words", number=shown.number, count=count, text=first.words)
        if first.words
        else t.get("letter-desk-album", number=shown.number, count=count)
    )
    captions = [head, *(html(each.words) for each in others)]
    files = tuple(RenderedFile(file, caption) for file, caption in zip(shown.files, captions, strict=True))
    return Rendered(join(captions), protect=True, files=files)


def card_words(kind: FileKind, said: str | None, t: Words) -> Markup:
    """A contact, or a place with a link to a map."""
    card = json.loads(said or "{}")
    if kind is FileKind.CONTACT:
        return t.get("desk-contact", name=card["name"], phone=card["phone"])
    known = [card.get("title"), card.get("address"), f"{card['lat']}, {card['lon']}"]
    place = ", ".join(each for each in known if each)
    return t.get("desk-place", place=place, map=link(MAP.format(**card), t.plain("desk-place-map")))


def listed(found: Listed, t: Words) -> str:
    """One file or album in a list."""
    what = file_name(found.first, t)
    return what if found.count == 1 else t.plain("file-and-more", what=what, count=found.count - 1)
