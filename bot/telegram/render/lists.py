"""Lists of cases for staff, and the board of a group: numbers and states, and nobody's name but the caseworker's."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import FoundPage, ListPage
from bot.telegram.callbacks.bulk import BulkFrom
from bot.telegram.keyboards import button, grid
from bot.telegram.render.names import STATES, TURNS
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join, link
from casework.bulk.choosing import LISTINGS, Where
from casework.letters.sights import BoardSight, ListedCase, ListSight, UnpinnedSight
from rules.cases import is_open
from rules.lists import Listing

FOUND, ONE = "found", "one"
WHERE: Mapping[str, Where] = {each.value: where for where, each in LISTINGS.items()} | {FOUND: Where.FOUND}
CRISIS_MARK, LAW_MARK = "‼️ ", "⚖️ "
HEADS: Mapping[str, Callable[[Words], Markup]] = {
    Listing.QUEUE: lambda t: t.get("screen-case-list-queue"),
    Listing.MINE: lambda t: t.get("screen-case-list-mine"),
    Listing.OVERDUE: lambda t: t.get("screen-case-list-overdue"),
    FOUND: lambda t: t.get("screen-case-list-found"),
    ONE: lambda t: t.get("screen-case-list-one"),
}
EMPTY: Mapping[str, Callable[[Words], Markup]] = {
    Listing.QUEUE: lambda t: t.get("screen-case-list-queue-empty"),
    Listing.MINE: lambda t: t.get("screen-case-list-mine-empty"),
    Listing.OVERDUE: lambda t: t.get("screen-case-list-overdue-empty"),
    FOUND: lambda t: t.get("screen-case-list-found-empty"),
    ONE: lambda t: t.get("refusal-no-such-case"),
}
CLUES: Mapping[str, Callable[[Words], Markup]] = {
    "number": lambda t: t.get("screen-case-list-by-number"),
    "phone": lambda t: t.get("screen-case-list-by-phone"),
    "words": lambda t: t.get("screen-case-list-by-words"),
}
"""By what cases were found, and what that means."""


@shows("case-list", of=ListSight)
def case_list(shown: ListSight, t: Words) -> Rendered:
    """A page of cases, each with the link to its topic."""
    head = join([HEADS[shown.which](t), CLUES[shown.clue](t) if shown.clue else Markup()])
    body = join([_line(each, t) for each in shown.cases], "\n\n") if shown.cases else EMPTY[shown.which](t)
    return Rendered(join([head, body], "\n\n"), keyboard=grid(_pages(shown, t)))


@shows("queue-board", of=BoardSight)
def board(shown: BoardSight, t: Words) -> Rendered:
    """How the cases of a group stand, and how to ask for them."""
    lag = t.get("screen-queue-board-lag", minutes=shown.lag) if shown.lag else t.get("screen-queue-board-no-lag")
    figures = t.get(
        "screen-queue-board",
        new=shown.new,
        unassigned=shown.unassigned,
        overdue=shown.overdue,
        for_us=shown.for_us,
        for_people=shown.for_people,
    )
    return Rendered(join([figures, lag, t.get("screen-queue-board-how")], "\n\n"))


@shows("board-unpinned", of=UnpinnedSight)
def unpinned(shown: UnpinnedSight, t: Words) -> Rendered:
    """Which right the bot lacks."""
    group = link(shown.url, t.plain("group-away-name")) if shown.url else t.get("group-away-name")
    return Rendered(t.get("letter-board-unpinned", group=group))


def _line(case: ListedCase, t: Words) -> Markup:
    number = link(case.number.url, case.number.number) if case.number.url else case.number.number
    mark = CRISIS_MARK if case.crisis else LAW_MARK if case.first_by_law else ""
    return t.get(
        "screen-case-list",
        mark=mark,
        number=number,
        service=case.service or t.plain("own-words"),
        state=STATES[case.state](t),
        turn=TURNS[case.turn](t),
        when=_when(case, t),
        owner=case.owner or t.plain("value-nobody"),
    )


def _when(case: ListedCase, t: Words) -> Markup:
    if case.due is None or not is_open(case.state):
        return t.get("screen-case-list-since", on=t.day(case.opened_at))
    if case.overdue:
        return t.get("screen-case-list-late", by=t.moment(case.due))
    return t.get("screen-case-list-due", by=t.moment(case.due))


def _pages(shown: ListSight, t: Words) -> list[InlineKeyboardButton]:
    """Earlier and later pages; what was found has its newest cases first and is turned one way."""
    if shown.which == ONE:
        return []
    return [*_turns(shown, t), *_all_of_them(shown, t)]


def _all_of_them(shown: ListSight, t: Words) -> list[InlineKeyboardButton]:
    """One thing for all: a number means one person, whose cases are looked at one by one."""
    if not shown.cases or not shown.may_all or shown.clue == "phone":
        return []
    return [button(t.plain("button-bulk"), BulkFrom(where=WHERE[shown.which]))]


def _turns(shown: ListSight, t: Words) -> list[InlineKeyboardButton]:
    if shown.which == FOUND:
        first = button(t.plain("button-first-page"), FoundPage()) if shown.before else None
        later = button(t.plain("button-next-page"), FoundPage(behind=shown.behind)) if shown.behind else None
        return [each for each in (first, later) if each is not None]
    listing, pages = Listing(shown.which), []
    if shown.before:
        pages.append(button(t.plain("button-previous-page"), ListPage(listing=listing, edge=shown.before, back=True)))
    if shown.behind:
        pages.append(button(t.plain("button-next-page"), ListPage(listing=listing, edge=shown.behind)))
    return [*pages, button(t.plain("button-refresh"), ListPage(listing=listing))]
