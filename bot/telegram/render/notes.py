"""What staff note for each other: notes, tags, how urgent a case is. Only the one who pressed sees these menus."""

from __future__ import annotations

from collections.abc import Mapping

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import NotesMenu, PriorityMenu, PrioritySet, TagSet, TagsMenu
from bot.telegram.keyboards import button, grid
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import NoteLine, NotesSight
from rules.splitting import split, units

PAGE_UNITS = 3000
"""UTF-16 units of notes on a page: Telegram's 4096 less room for names, times and the rest."""


@shows("desk-notes", of=NotesSight)
def desk_notes(shown: NotesSight, t: Words) -> Rendered:
    """The newest notes on the desk, where nothing can be paged."""
    return Rendered(_page(shown, 0, t), protect=True)


def notes(case_id: int, shown: NotesSight, page: int, t: Words) -> Rendered:
    """A page of notes, the newest first, and the ways to tags and priority."""
    last = len(_pages(shown)) - 1
    turn = []
    if page > 0:
        turn.append(button(t.plain("button-previous-page"), NotesMenu(case=case_id, page=page - 1)))
    if page < last:
        turn.append(button(t.plain("button-next-page"), NotesMenu(case=case_id, page=page + 1)))
    ways = [
        button(t.plain("button-tags"), TagsMenu(case=case_id)),
        button(t.plain("button-priority"), PriorityMenu(case=case_id)),
    ]
    return Rendered(_page(shown, page, t), keyboard=grid([*turn, *ways]), protect=True)


def _page(shown: NotesSight, page: int, t: Words) -> Markup:
    pages = _pages(shown)
    head = (
        t.get("letter-desk-notes", number=shown.number)
        if pages
        else t.get("letter-desk-notes-none", number=shown.number)
    )
    lines = pages[min(page, len(pages) - 1)] if pages else []
    told = [t.get("note-line", author=line.author, at=t.stamp(line.at), text=line.text) for line in lines]
    return join([head, *told, t.get("whisper-notes-how")], "\n\n")


def _pages(shown: NotesSight) -> list[list[NoteLine]]:
    pages: list[list[NoteLine]] = []
    room = 0
    for note in shown.notes:
        for part in split(note.text, PAGE_UNITS):
            if units(part) > room or not pages:
                pages.append([])
                room = PAGE_UNITS
            pages[-1].append(NoteLine(note.at, note.author, part))
            room -= units(part)
    return pages


def tags(case_id: int, names: Mapping[str, str], on: Mapping[str, bool], t: Words) -> Rendered:
    """Which tags? Those that the case has are marked, and go by the next press."""
    buttons = [
        button(
            t.plain("button-fact-chosen", value=names[slug]) if put else names[slug],
            TagSet(case=case_id, tag=slug, on=not put),
            ButtonStyle.SUCCESS if put else None,
        )
        for slug, put in on.items()
    ]
    return Rendered(t.get("whisper-tags"), keyboard=grid([*buttons, _back(case_id, t)], width=1))


def priority(case_id: int, names: Mapping[str, str], current: str | None, t: Words) -> Rendered:
    """Why does it go ahead of others? `current`: the reason that stands now."""
    buttons = [
        button(
            t.plain("button-fact-chosen", value=name) if slug == current else name,
            PrioritySet(case=case_id, reason=slug),
            ButtonStyle.SUCCESS if slug == current else None,
        )
        for slug, name in names.items()
    ]
    if current is not None:
        buttons.append(button(t.plain("button-priority-normal"), PrioritySet(case=case_id)))
    return Rendered(t.get("whisper-priority"), keyboard=grid([*buttons, _back(case_id, t)], width=1))


def _back(case_id: int, t: Words) -> InlineKeyboardButton:
    return button(t.plain("button-step-back"), NotesMenu(case=case_id))
