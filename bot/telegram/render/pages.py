"""Information pages: for a person, in the topic, on a lead's desk, and the menu that one member of the group sees."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh, MyCase, WordsAction
from bot.telegram.callbacks import Words as WordsButton
from bot.telegram.callbacks.pages import PageChecked, PageFailed, PageOpen, Pages, PageSend, PagesMenu, PageToHuman
from bot.telegram.keyboards import button, column
from bot.telegram.render.card_buttons import back_to_menu
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, html, join
from casework.letters.sights.pages import (
    InfoPageSight,
    NotHelpedSight,
    PageLine,
    PageNewsSight,
    PageSight,
    PagesSight,
    PageText,
    PageTitle,
)
from casework.pages.send import PageChoice

PAGE = 8
"""Pages in one menu."""


def page_offers(pages: Sequence[PageTitle], upto: int, t: Words) -> list[InlineKeyboardButton]:
    """Below the offer to pass the words on: what may answer them at once."""
    return [
        button(t.plain("button-page-offer", title=each.title), PageOpen(upto=upto, slug=each.slug)) for each in pages
    ]


def page_list(case_id: int, found: Sequence[PageChoice], page: int, t: Words) -> Rendered:
    """Which one? A press sends it."""
    more = (page + 1) * PAGE < len(found)
    return Rendered(
        t.get("whisper-pages"),
        keyboard=column(
            *(
                button(_marked(each, t), PageSend(case=case_id, slug=each.slug))
                for each in found[page * PAGE : (page + 1) * PAGE]
            ),
            button(t.plain("button-previous-page"), PagesMenu(case=case_id, page=page - 1)) if page else None,
            button(t.plain("button-next-page"), PagesMenu(case=case_id, page=page + 1)) if more else None,
            back_to_menu(case_id, t),
        ),
    )


def page_is_sent(t: Words) -> Rendered:
    """Stands where the menu stood."""
    return Rendered(t.get("whisper-pages-sent"))


def _marked(each: PageChoice, t: Words) -> str:
    if each.stale:
        return t.plain("button-page-stale", title=each.title)
    return each.title if each.sure else t.plain("button-page-unsure", title=each.title)


@shows("info-page", of=InfoPageSight)
def info_page(shown: InfoPageSight, t: Words) -> Rendered:
    """The page, who sends it, and the way back to them."""
    failed = PageFailed(case=shown.case_id, message=shown.message_id)
    return Rendered(
        t.get("letter-info-page", page=_page(shown.page, t), author=shown.author, number=shown.number),
        keyboard=column(button(t.plain("button-page-not-helped"), failed)),
    )


@shows("page", of=PageSight)
def page(shown: PageSight, t: Words) -> Rendered:
    """The page; first of all that the words can go to a human."""
    drop = WordsButton(action=WordsAction.DROP, upto=shown.upto)
    return Rendered(
        t.get("screen-page", page=_page(shown.page, t)),
        keyboard=column(
            button(t.plain("button-page-to-human"), PageToHuman(upto=shown.upto, slug=shown.slug), ButtonStyle.PRIMARY),
            button(t.plain("button-page-helped"), drop),
            button(t.plain("button-back"), PageOpen(upto=shown.upto)),
        ),
    )


@shows("not-helped", of=NotHelpedSight)
def not_helped(shown: NotHelpedSight, t: Words) -> Rendered:
    """A human goes on."""
    who = "somebody" if shown.owner else "nobody"
    return Rendered(
        t.get("screen-not-helped", who=who, owner=shown.owner or "", number=shown.number),
        keyboard=column(button(t.plain("button-my-case"), MyCase(case=shown.case_id))),
    )


@shows("page-news", of=PageNewsSight)
def page_news(shown: PageNewsSight, t: Words) -> Rendered:
    """In the topic."""
    return Rendered(t.get("letter-page-news", title=shown.title))


@shows("pages", of=PagesSight)
def pages(shown: PagesSight, t: Words) -> Rendered:
    """All pages with their sources, the longest unchecked first."""
    parts = [join([t.get("screen-pages"), t.get("screen-pages-stale", count=shown.stale)])]
    parts += [_listed(each, t) for each in shown.lines]
    if shown.pages > 1:
        parts.append(t.get("screen-pages-page", page=str(shown.page + 1), pages=str(shown.pages)))
    more = shown.page + 1 < shown.pages
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            *(
                button(
                    t.plain("button-page-checked", title=each.page.title),
                    PageChecked(slug=each.slug, page=shown.page),
                )
                for each in shown.lines
            ),
            button(t.plain("button-previous-page"), Pages(page=shown.page - 1)) if shown.page else None,
            button(t.plain("button-next-page"), Pages(page=shown.page + 1)) if more else None,
            button(t.plain("button-back"), DeskRefresh()),
        ),
    )


def _listed(line: PageLine, t: Words) -> Markup:
    return join([_page(line.page, t), t.get("screen-pages-old") if line.stale else Markup()])


def _page(shown: PageText, t: Words) -> Markup:
    said = [t.get("page-source", source=shown.source)]
    if shown.checked is not None:
        said.append(t.get("page-checked", day=t.day(shown.checked)))
    if not shown.sure or shown.checked is None:
        said.append(t.get("page-unchecked"))
    url = html(shown.url) if shown.url else Markup()
    return join([t.get("page-text", title=shown.title, text=shown.text), join([join(said, " "), url])], "\n\n")
