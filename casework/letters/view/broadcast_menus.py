"""The pages of a draft: what can be chosen, and what of it is."""

from __future__ import annotations

from casework.broadcasts import content
from casework.broadcasts.choose import BY_RULE, MONTH, NOW, ONCE, WEEK, choices
from casework.broadcasts.menu import CHOICES, TEXTS, Menu
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.broadcasts import BroadcastMenuSight, BroadcastOption
from casework.letters.view.broadcasts import named
from casework.letters.view.look import Look, view
from db.models import Broadcast, BroadcastRun
from db.repositories import audience, broadcasts, staff
from rules.broadcast_words import AREA, Variable, Way
from rules.broadcasts import AHEAD, KEEPS, Every, Kind, State
from rules.segments import Dimension

PAGE = 10
"""Choices on one page."""


@view(kinds.broadcasts.BroadcastMenuScreen)
async def _menu(look: Look, letter: kinds.broadcasts.BroadcastMenuScreen) -> Sight | None:
    run = await broadcasts.run(look.uow.session, letter.run_id)
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if run is None or run.state != State.DRAFT:
        return None
    broadcast = await broadcasts.by_id(look.uow.session, run.broadcast_id)
    menu, language = Menu(letter.what), member.language
    whom = await content.audience_of(look.uow, look.catalogue, broadcast, run)
    begin = letter.page * PAGE
    options = _options(look, broadcast, run, menu, letter.found, language)
    shows = BroadcastMenuSight(
        run_id=run.id,
        menu=menu.value,
        options=tuple(options[begin : begin + PAGE]),
        page=letter.page,
        more=len(options) > begin + PAGE,
        gets=(await audience.reach(look.uow.session, whom, look.now)).gets,
        now=_now(broadcast, menu, language),
    )
    return look.sight(language, shows)


def _options(
    look: Look, broadcast: Broadcast, run: BroadcastRun, menu: Menu, found: list[str], language: str
) -> list[BroadcastOption]:
    if (dimension := CHOICES.get(menu)) is not None:
        return _of_segment(look, broadcast, dimension, found, language)
    repeat = content.repeat(broadcast)
    match menu:
        case Menu.WHOM:
            chosen = content.segment(broadcast)
            return [BroadcastOption(each.value, None, bool(chosen[each])) for each in Dimension]
        case Menu.BUTTONS:
            areas = look.catalogue.life.areas.items()
            ways = [BroadcastOption(way.value, None, on=False) for way in Way]
            return [*ways, *(BroadcastOption(AREA + slug, area.name[language], on=False) for slug, area in areas)]
        case Menu.ABOUT:
            return [BroadcastOption(each.value, None, broadcast.kind == each) for each in Kind]
        case Menu.KEEP:
            return [BroadcastOption(str(hours), None, broadcast.keep_hours == hours) for hours in KEEPS]
        case Menu.BEFORE:
            days = repeat.days if repeat.every is Every.BEFORE else ()
            return [BroadcastOption(str(each), None, each in days) for each in AHEAD]
        case Menu.WHEN:
            often = {ONCE: Every.ONCE, WEEK: Every.WEEK, MONTH: Every.MONTH}
            at_once = BroadcastOption(NOW, None, run.due_at is None and repeat.every is not Every.BEFORE)
            every = [BroadcastOption(value, None, repeat.every is each) for value, each in often.items()]
            return [at_once, *every, BroadcastOption(BY_RULE, None, broadcast.by_rule)]
        case _:
            return []


def _of_segment(
    look: Look, broadcast: Broadcast, dimension: Dimension, found: list[str], language: str
) -> list[BroadcastOption]:
    chosen = content.segment(broadcast)[dimension]
    values = dict.fromkeys([*choices(look.catalogue, dimension), *found])
    if dimension is Dimension.HROMADA:
        values = dict.fromkeys([*found, *chosen])
    return [BroadcastOption(each, named(look.catalogue, dimension, each, language), each in chosen) for each in values]


def _now(broadcast: Broadcast, menu: Menu, language: str) -> str:
    """What a typed answer would replace."""
    if menu in TEXTS:
        return content.texts(broadcast).get(TEXTS[menu], "")
    if menu.value in set(Variable):
        typed = content.values(broadcast).get(menu.value, {})
        return " | ".join(dict.fromkeys(typed.values()))
    return ""
