"""Whom a draft is for, what people may stop with it, when it goes and how often."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.broadcasts import content
from casework.broadcasts.access import own_draft
from casework.broadcasts.menu import Menu
from casework.broadcasts.show import show_menu, show_run
from casework.context import Context
from casework.errors import BroadcastFlaw, Stale
from db.models import Broadcast
from rules.broadcasts import AHEAD, KEEPS, SEEN_DAYS, Every, Kind
from rules.cases import State
from rules.catalogue import Catalogue
from rules.languages import LANGUAGES
from rules.places import search
from rules.segments import Dimension
from rules.send_later import Misread, read

MOST_FOUND = 8
YES = "yes"


def choices(catalogue: Catalogue, dimension: Dimension) -> list[str]:
    """All that can be chosen by a dimension, in order; of hromadas where people live none: they are typed."""
    match dimension:
        case Dimension.CATEGORY:
            return list(catalogue.categories)
        case Dimension.REGISTERED:
            return list(catalogue.hromadas)
        case Dimension.OBLAST:
            return list(catalogue.oblasts)
        case Dimension.HROMADA:
            return []
        case Dimension.SERVICE:
            # Who asked for help in something personal is chosen by no list.
            return [slug for slug, service in catalogue.services.items() if not service.sensitive]
        case Dimension.STATE:
            return [state.value for state in State]
        case Dimension.LANGUAGE:
            return list(LANGUAGES)
        case Dimension.SEEN:
            return [str(days) for days in SEEN_DAYS]
        case Dimension.MISSING:
            return [YES]


@dataclass(frozen=True, slots=True)
class Narrow:
    """One value of a dimension, chosen or not any more. `page`: of the menu, that stays."""

    run_id: int
    dimension: Dimension
    value: str
    page: int = 0


@act("broadcast.narrow")
async def narrow(ctx: Context, data: Narrow) -> None:
    """Turns it, and shows the menu again. Stale for what is not offered, BroadcastFlaw for too many."""
    run, broadcast = await own_draft(ctx, data.run_id)
    offered = choices(ctx.catalogue, data.dimension)
    chosen = content.segment(broadcast)
    is_hromada = data.dimension is Dimension.HROMADA and _hromada(ctx.catalogue, data.value)
    if data.value not in offered and data.value not in chosen[data.dimension] and not is_hromada:
        raise Stale
    try:
        broadcast.segment = chosen.turned(data.dimension, data.value).facts()
    except ValueError:
        raise BroadcastFlaw(why="many") from None
    await show_menu(ctx, run, Menu(data.dimension.value), data.page)


def _hromada(catalogue: Catalogue, code: str) -> bool:
    place = catalogue.places.book.get(code)
    return place is not None and place.hromada_code == code


@dataclass(frozen=True, slots=True)
class FindHromada:
    """The name of a hromada, or of a place in it, as typed."""

    run_id: int
    typed: str


@act("broadcast.find_hromada")
async def find_hromada(ctx: Context, data: FindHromada) -> None:
    """Shows those that fit. BroadcastFlaw where none does; Stale."""
    run, _ = await own_draft(ctx, data.run_id)
    hits = search(ctx.catalogue.places.book, data.typed).hits
    codes = dict.fromkeys(each.place.hromada_code for each in hits if each.place.hromada_code)
    if not codes:
        raise BroadcastFlaw(why="place")
    await show_menu(ctx, run, Menu.HROMADA, found=tuple(codes)[:MOST_FOUND])


@dataclass(frozen=True, slots=True)
class Choose:
    """A value of one of the menus ABOUT, WHEN, BEFORE and KEEP."""

    run_id: int
    menu: Menu
    value: str


ONCE, WEEK, MONTH, BY_RULE, NOW = "once", "week", "month", "rule", "now"
"""What can be chosen of WHEN; beside these a moment is typed, and BEFORE has its own page."""


@act("broadcast.choose")
async def choose(ctx: Context, data: Choose) -> None:
    """Keeps it. Stale for what is not offered; BroadcastFlaw (date) for days before a date that was not said."""
    run, broadcast = await own_draft(ctx, data.run_id)
    match data.menu:
        case Menu.ABOUT if data.value in set(Kind):
            broadcast.kind = data.value
        case Menu.KEEP if data.value in {str(hours) for hours in KEEPS}:
            broadcast.keep_hours = int(data.value)
        case Menu.WHEN if data.value == NOW:
            run.due_at = None
        case Menu.WHEN if data.value == BY_RULE:
            broadcast.by_rule = not broadcast.by_rule
        case Menu.WHEN if data.value in (ONCE, WEEK, MONTH):
            content.keep_repeat(broadcast, Every(data.value))
        case Menu.BEFORE if data.value in {str(days) for days in AHEAD}:
            _turn_days(broadcast, int(data.value))
            await show_menu(ctx, run, Menu.BEFORE)
            return
        case _:
            raise Stale
    if data.menu is Menu.WHEN:
        await show_menu(ctx, run, Menu.WHEN)
    else:
        await show_run(ctx, run)


def _turn_days(broadcast: Broadcast, days: int) -> None:
    if content.date_of(broadcast) is None:
        raise BroadcastFlaw(why="date")
    before = content.repeat(broadcast)
    chosen = set(before.days) if before.every is Every.BEFORE else set()
    chosen ^= {days}
    content.keep_repeat(broadcast, Every.BEFORE if chosen else Every.ONCE, sorted(chosen))


@dataclass(frozen=True, slots=True)
class SetTime:
    """When it goes, as typed: «завтра 9:00», «27.11 9:00»."""

    run_id: int
    typed: str


@act("broadcast.set_time")
async def set_time(ctx: Context, data: SetTime) -> None:
    """Keeps the moment. BroadcastFlaw (time, past, far); Stale."""
    run, _ = await own_draft(ctx, data.run_id)
    found = read(data.typed, ctx.now)
    if isinstance(found, Misread):
        raise BroadcastFlaw(why={Misread.USAGE: "time", Misread.PAST: "past", Misread.FAR: "far"}[found])
    run.due_at = found.at
    await show_run(ctx, run)
