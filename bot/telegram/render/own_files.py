"""A person's own files: the list, one of them once more, and what was taken away from the chat."""

from __future__ import annotations

from bot.telegram.callbacks import MyCase, MyFile, MyFiles, PutAway
from bot.telegram.keyboards import button, column
from bot.telegram.render.file_names import file_name
from bot.telegram.render.files import card_words
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered, RenderedFile
from bot.texts.wording import Words, html, join
from casework.letters.sights import FileLine, FilesTidiedSight, MyFileLine, MyFilesSight, OwnFileSight
from rules.files import WITHOUT_BYTES, WITHOUT_CAPTION


@shows("my-files", of=MyFilesSight)
def my_files(shown: MyFilesSight, t: Words) -> Rendered:
    """A button for each file."""
    text = (
        t.get("screen-my-files", number=shown.number)
        if shown.files
        else t.get("screen-my-files-none", number=shown.number)
    )
    return Rendered(
        text,
        keyboard=column(
            *(button(_label(each, t), MyFile(case=shown.case_id, file=each.file_id)) for each in shown.files),
            button(t.plain("button-later"), MyFiles(case=shown.case_id, page=shown.page - 1)) if shown.page else None,
            button(t.plain("button-earlier"), MyFiles(case=shown.case_id, page=shown.page + 1))
            if shown.page + 1 < shown.pages
            else None,
            button(t.plain("button-back"), MyCase(case=shown.case_id)),
        ),
    )


def _label(line: MyFileLine, t: Words) -> str:
    what, day = file_name(line.line, t), t.short_day(line.at)
    if line.by is None:
        return t.plain("button-my-file", what=what, day=day)
    return t.plain("button-my-file-by", what=what, day=day, author=line.by)


@shows("own-file", of=OwnFileSight)
def own_file(shown: OwnFileSight, t: Words) -> Rendered:
    """The file with its words, and a button that takes it away again; a place or a contact is words."""
    file = shown.file
    away = column(button(t.plain("button-put-away"), PutAway()))
    words = card_words(file.kind, file.card, t) if file.kind in WITHOUT_BYTES else html(file.words)
    what = file_name(FileLine(file.kind, file.name), t)
    head = (
        t.get("letter-own-file-by", number=shown.number, what=what, author=shown.by)
        if shown.by
        else t.get("letter-own-file", number=shown.number, what=what)
    )
    text = join([head, words])
    if file.kind in WITHOUT_BYTES:
        return Rendered(text, keyboard=away)
    below = "" if file.kind in WITHOUT_CAPTION else text
    return Rendered(text, keyboard=away, files=(RenderedFile(file, below),))


@shows("files-tidied", of=FilesTidiedSight)
def tidied(shown: FilesTidiedSight, t: Words) -> Rendered:
    """We have them, the chat does not any more; what Telegram keeps there is said."""
    parts = [t.get("letter-files-tidied-gone", count=shown.gone)] if shown.gone else []
    if shown.stay:
        parts.append(t.get("letter-files-tidied-stay", count=shown.stay))
    return Rendered(
        join([t.get("letter-files-tidied"), *parts, t.get("letter-files-tidied-look")], "\n\n"),
        keyboard=column(button(t.plain("button-my-files"), MyFiles(case=shown.case_id))),
    )
