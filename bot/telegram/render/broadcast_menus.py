"""The pages of a draft: what can be chosen, and what is to be typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks.broadcasts import DraftChoice, DraftMenu, DraftWay, RunDo, RunStep
from bot.telegram.keyboards import button, column
from bot.telegram.render.broadcasts import ABOUT, WAYS
from bot.telegram.render.name import Name
from bot.telegram.render.names import LANGUAGE_NAMES, STATES
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.broadcasts.menu import CHOICES, TEXTS, TYPED, Menu
from casework.letters.sights import BroadcastMenuSight, BroadcastOption
from rules.broadcast_words import AREA, LONGEST_CAPTION, NAMES
from rules.broadcasts import Kind
from rules.cases import State
from rules.languages import LANGUAGES

MENUS: Mapping[Menu, Name] = {
    Menu.WHOM: lambda t: t.plain("broadcast-menu-whom"),
    Menu.CATEGORY: lambda t: t.plain("broadcast-menu-category"),
    Menu.REGISTERED: lambda t: t.plain("broadcast-menu-registered"),
    Menu.OBLAST: lambda t: t.plain("broadcast-menu-oblast"),
    Menu.HROMADA: lambda t: t.plain("broadcast-menu-hromada"),
    Menu.SERVICE: lambda t: t.plain("broadcast-menu-service"),
    Menu.STATE: lambda t: t.plain("broadcast-menu-state"),
    Menu.LANGUAGE: lambda t: t.plain("broadcast-menu-language"),
    Menu.SEEN: lambda t: t.plain("broadcast-menu-seen"),
    Menu.MISSING: lambda t: t.plain("broadcast-menu-missing"),
    Menu.ABOUT: lambda t: t.plain("broadcast-menu-about"),
    Menu.BUTTONS: lambda t: t.plain("broadcast-menu-buttons"),
    Menu.LINK: lambda t: t.plain("broadcast-menu-link"),
    Menu.WHEN: lambda t: t.plain("broadcast-menu-when"),
    Menu.TIME: lambda t: t.plain("broadcast-menu-time"),
    Menu.BEFORE: lambda t: t.plain("broadcast-menu-before"),
    Menu.KEEP: lambda t: t.plain("broadcast-menu-keep"),
    Menu.TEXT_UK: lambda t: t.plain("broadcast-menu-text-uk"),
    Menu.TEXT_EN: lambda t: t.plain("broadcast-menu-text-en"),
    Menu.FILE: lambda t: t.plain("broadcast-menu-file"),
    Menu.PROGRAMME: lambda t: t.plain("broadcast-menu-programme"),
    Menu.DATE: lambda t: t.plain("broadcast-menu-date"),
    Menu.PLACE: lambda t: t.plain("broadcast-menu-place"),
    Menu.HOURS: lambda t: t.plain("broadcast-menu-hours"),
    Menu.DOCUMENT: lambda t: t.plain("broadcast-menu-document"),
}
OF_WHEN: Mapping[str, Name] = {
    "now": lambda t: t.plain("broadcast-option-now"),
    "once": lambda t: t.plain("broadcast-option-once"),
    "week": lambda t: t.plain("broadcast-option-week"),
    "month": lambda t: t.plain("broadcast-option-month"),
    "rule": lambda t: t.plain("broadcast-option-rule"),
}


VALUES: Mapping[Menu, Callable[[str, Words], str]] = {
    Menu.STATE: lambda value, t: STATES[State(value)](t),
    Menu.LANGUAGE: lambda value, t: LANGUAGE_NAMES[value](t),
    Menu.SEEN: lambda value, t: t.plain("broadcast-option-seen", days=value),
    Menu.MISSING: lambda _, t: t.plain("broadcast-option-yes"),
    Menu.ABOUT: lambda value, t: ABOUT[Kind(value)](t),
    Menu.KEEP: lambda value, t: t.plain("broadcast-option-hours", hours=value),
    Menu.BEFORE: lambda value, t: t.plain("broadcast-option-before-days", days=value),
    Menu.WHEN: lambda value, t: OF_WHEN[value](t),
    Menu.WHOM: lambda value, t: MENUS[Menu(value)](t),
    Menu.BUTTONS: lambda value, t: WAYS[value](t),
}


def value_of(menu: Menu, value: str, t: Words) -> str:
    """A value in words of ours; what the catalogue names is shown as it is."""
    return VALUES[menu](value, t) if menu in VALUES else value


@shows("broadcast-menu", of=BroadcastMenuSight)
def menu(shown: BroadcastMenuSight, t: Words) -> Rendered:
    """One page."""
    which = Menu(shown.menu)
    parts = [t.get("screen-broadcast-menu", what=MENUS[which](t)), _to_type(which, t)]
    if shown.now:
        # What a lead wrote is Telegram's own HTML already; of anything else nothing looks like it.
        now = Markup(shown.now) if which in TEXTS else shown.now
        parts.append(t.get("broadcast-type-now", now=now))
    if which in CHOICES or which is Menu.WHOM:
        parts.append(t.get("broadcast-menu-reach", gets=str(shown.gets)))
    options = [_option(which, shown, each, t) for each in shown.options]
    return Rendered(join(parts, "\n\n"), keyboard=column(*options, *_further(which, shown, t), *_turn(which, shown, t)))


def _to_type(which: Menu, t: Words) -> Markup:
    if which not in TYPED:
        return Markup()
    match which:
        case Menu.HROMADA:
            return t.get("broadcast-type-hromada")
        case Menu.LINK:
            return t.get("broadcast-type-link")
        case Menu.TIME:
            return t.get("broadcast-type-time")
        case Menu.TEXT_UK | Menu.TEXT_EN:
            names = ", ".join("{" + words[TEXTS[which]] + "}" for words in NAMES.values())
            text = t.get("broadcast-type-text", variables=names)
            return text if TEXTS[which] == LANGUAGES[0] else join([t.get("broadcast-type-text-en"), text])
        case Menu.FILE:
            return t.get("broadcast-type-file", most=str(LONGEST_CAPTION))
        case Menu.DATE:
            return t.get("broadcast-type-date")
        case _:
            return t.get("broadcast-type-value")


def _option(which: Menu, shown: BroadcastMenuSight, each: BroadcastOption, t: Words) -> InlineKeyboardButton:
    name = each.label or value_of(which, each.value, t)
    label = t.plain("broadcast-on", label=name) if each.on else name
    if which is Menu.WHOM:
        return button(label, DraftMenu(run=shown.run_id, menu=Menu(each.value)))
    if which is Menu.BUTTONS:
        area = each.value.startswith(AREA)
        return button(label, DraftWay(run=shown.run_id, way=each.value.removeprefix(AREA), area=area))
    return button(label, DraftChoice(run=shown.run_id, menu=which, value=each.value, page=shown.page))


def _further(which: Menu, shown: BroadcastMenuSight, t: Words) -> list[InlineKeyboardButton]:
    """What stands beside the choices."""
    if which is Menu.WHEN:
        return [
            button(t.plain("broadcast-option-time"), DraftMenu(run=shown.run_id, menu=Menu.TIME)),
            button(t.plain("broadcast-option-before"), DraftMenu(run=shown.run_id, menu=Menu.BEFORE)),
        ]
    if which is Menu.BUTTONS:
        return [
            button(t.plain("broadcast-option-link"), DraftMenu(run=shown.run_id, menu=Menu.LINK)),
            button(t.plain("broadcast-option-none"), RunDo(run=shown.run_id, step=RunStep.NO_BUTTONS)),
        ]
    return []


def _turn(which: Menu, shown: BroadcastMenuSight, t: Words) -> list[InlineKeyboardButton]:
    turns = [
        (shown.page > 0, t.plain("button-previous-page"), shown.page - 1),
        (shown.more, t.plain("button-next-page"), shown.page + 1),
    ]
    pages = [button(label, DraftMenu(run=shown.run_id, menu=which, page=to)) for offered, label, to in turns if offered]
    up = [button(MENUS[Menu.WHOM](t), DraftMenu(run=shown.run_id, menu=Menu.WHOM))] if which in CHOICES else []
    back = button(t.plain("button-broadcast-back"), RunDo(run=shown.run_id, step=RunStep.OPEN))
    return [*pages, *up, back]
