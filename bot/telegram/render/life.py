"""The menu of life: large plain buttons, one a row, a way back on every screen."""

from __future__ import annotations

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import Life, LifeTell
from bot.telegram.keyboards import button, column
from bot.telegram.render.names import DECIDES, hotline_lines
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, join
from casework.letters.sights import AreaSight, ChoiceLine, EndSight, RequestSight, TellSight
from rules.catalogue import EndKind, Standing


@shows("request", of=RequestSight)
def request(shown: RequestSight, t: Words) -> Rendered:
    """The areas of life; first of all, that one need not choose."""
    head = t.get("screen-request-more") if shown.page else t.get("screen-request")
    own_words = button(t.plain("button-life-own-words"), LifeTell(), ButtonStyle.PRIMARY)
    return Rendered(
        join([t.get("screen-request-changed") if shown.changed else Markup(), head], "\n\n"),
        keyboard=column(
            None if shown.page else own_words,
            *_choices(shown.areas),
            button(t.plain("button-life-more"), Life(page=shown.page + 1)) if shown.more else None,
            _back(t) if shown.page else None,
        ),
    )


@shows("area", of=AreaSight)
def area(shown: AreaSight, t: Words) -> Rendered:
    """What stands below an area."""
    return Rendered(t.get("screen-area", name=shown.name), keyboard=column(*_choices(shown.ends), _back(t)))


@shows("end", of=EndSight)
def end(shown: EndSight, t: Words) -> Rendered:
    """A service, a page or a contact; what is not offered now is said so, and goes to a human."""
    numbers = hotline_lines(shown.hotlines, t)
    parts = [t.get("screen-end", name=shown.name), *_said(shown, t), numbers, _what_to_do(shown, t)]
    return Rendered(join(parts, "\n\n"), keyboard=column(_to_a_human(shown, t), _back(t, shown.area)))


@shows("tell", of=TellSight)
def tell(shown: TellSight, t: Words) -> Rendered:
    """Write in your own words; a human reads it."""
    if shown.about is None:
        return Rendered(t.get("screen-tell"), keyboard=column(_back(t)))
    return Rendered(t.get("screen-tell-about", name=shown.about.name), keyboard=column(_back(t, shown.about.slug)))


def _said(shown: EndSight, t: Words) -> list[Markup]:
    match shown.standing:
        case Standing.ENDED if shown.until:
            return [t.get("screen-end-ended", day=t.day(shown.until))]
        case Standing.NOT_YET if shown.since:
            return [t.get("screen-end-not-yet", day=t.day(shown.since))]
        case Standing.OFFERED:
            return _offered(shown, t)
        case _:
            return [t.get("screen-end-unsure")]


def _offered(shown: EndSight, t: Words) -> list[Markup]:
    what = t.get("screen-end-text", text=shown.text)
    if shown.kind is EndKind.SERVICE:
        decides = DECIDES[shown.provider](t) if shown.provider else Markup()
        return [what, join([decides, t.get("screen-end-asked", asked=shown.asked)])]
    if shown.source and shown.checked:
        return [what, t.get("screen-end-source", source=shown.source, day=t.day(shown.checked))]
    return [what]


def _what_to_do(shown: EndSight, t: Words) -> Markup:
    if shown.standing is not Standing.OFFERED:
        return t.get("screen-end-human")
    return t.get("screen-end-write") if shown.kind is EndKind.SERVICE else Markup()


def _to_a_human(shown: EndSight, t: Words) -> InlineKeyboardButton | None:
    if shown.standing is not Standing.OFFERED or shown.kind is EndKind.SERVICE:
        return None
    label = t.plain("button-life-not-helped") if shown.kind is EndKind.INFO else t.plain("button-life-to-human")
    return button(label, LifeTell(about=shown.slug), ButtonStyle.PRIMARY)


def _choices(lines: tuple[ChoiceLine, ...]) -> list[InlineKeyboardButton]:
    return [button(line.name, Life(at=line.slug)) for line in lines]


def _back(t: Words, at: str = "") -> InlineKeyboardButton:
    return button(t.plain("button-life-back"), Life(at=at))
