"""Asking for a place: each choice with its hromada and raion, so that places of one name are told apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from aiogram.enums import ButtonStyle

from bot.telegram.callbacks import (
    Home,
    PlaceAbroad,
    PlaceAsk,
    PlaceChoice,
    PlaceNotListed,
    Places,
    Privacy,
    PrivacyAction,
)
from bot.telegram.keyboards import button, column, grid
from bot.telegram.render.registry import shows
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words
from casework.letters.sights import (
    PlaceAbroadSight,
    PlaceAskSight,
    PlaceChoicesSight,
    PlaceConfirmSight,
    PlaceLine,
    PlacesSight,
    ToldLine,
)
from rules.places import Kind, Which

NAMES: Mapping[Kind, Callable[[Words, str], str]] = {
    Kind.CITY: lambda t, name: t.plain("place-city", name=name),
    Kind.SPECIAL_CITY: lambda t, name: t.plain("place-city", name=name),
    Kind.SETTLEMENT: lambda t, name: t.plain("place-settlement", name=name),
    Kind.VILLAGE: lambda t, name: t.plain("place-village", name=name),
    Kind.HROMADA: lambda t, name: t.plain("place-hromada", name=name),
}


@shows("places", of=PlacesSight)
def places(shown: PlacesSight, t: Words) -> Rendered:
    """Where the person lives and is registered."""
    return Rendered(
        t.get("screen-places", actual=told(shown.actual, t), registered=told(shown.registered, t)),
        keyboard=column(
            button(t.plain("button-place-actual"), PlaceAsk(which=Which.ACTUAL)),
            button(t.plain("button-place-registered"), PlaceAsk(which=Which.REGISTERED)),
            button(t.plain("button-privacy"), Privacy(action=PrivacyAction.SHOW)),
            button(t.plain("button-help"), Home()),
        ),
    )


@shows("place-ask", of=PlaceAskSight)
def place_ask(shown: PlaceAskSight, t: Words) -> Rendered:
    """Write its name."""
    return Rendered(
        t.get("screen-place-ask", which=shown.which.value),
        keyboard=column(
            button(t.plain("button-place-abroad"), PlaceAbroad()) if shown.which is Which.ACTUAL else None,
            button(t.plain("button-places-back"), Places()),
        ),
    )


@shows("place-choices", of=PlaceChoicesSight)
def place_choices(shown: PlaceChoicesSight, t: Words) -> Rendered:
    """Which of these is it?"""
    return Rendered(
        _which_of_these(shown, t),
        keyboard=column(
            *(button(label(each, t), PlaceChoice(which=shown.which, code=each.code)) for each in shown.choices),
            button(t.plain("button-place-not-listed"), PlaceNotListed(which=shown.which)),
            button(t.plain("button-place-abroad"), PlaceAbroad()) if shown.which is Which.ACTUAL else None,
            button(t.plain("button-places-back"), Places()),
        ),
    )


@shows("place-confirm", of=PlaceConfirmSight)
def place_confirm(shown: PlaceConfirmSight, t: Words) -> Rendered:
    """Really this one?"""
    taken = PlaceChoice(which=shown.which, code=shown.place.code, sure=True)
    return Rendered(
        t.get("screen-place-confirm", words=shown.words, place=full(shown.place, t)),
        keyboard=column(
            button(t.plain("button-place-confirm"), taken, ButtonStyle.PRIMARY),
            button(t.plain("button-place-again"), PlaceAsk(which=shown.which)),
            button(t.plain("button-place-not-listed"), PlaceNotListed(which=shown.which)),
        ),
    )


@shows("place-abroad", of=PlaceAbroadSight)
def place_abroad(shown: PlaceAbroadSight, t: Words) -> Rendered:
    """In which country?"""
    buttons = [button(each.name, PlaceAbroad(country=each.code)) for each in shown.countries]
    return Rendered(
        t.get("screen-place-abroad"),
        keyboard=grid([*buttons, button(t.plain("button-places-back"), Places())]),
    )


def label(place: PlaceLine, t: Words) -> str:
    """A place on a button: «Сорокине (раніше Краснодон), Сорокинська громада, Довжанський район»."""
    if place.kind is Kind.HROMADA:
        return ", ".join([t.plain("place-hromada", name=_named(place, t)), *_around(place, t, hromada=False)])
    return ", ".join([_named(place, t), *_around(place, t)])


def full(place: PlaceLine, t: Words) -> str:
    """The same with what kind of place it is, and always with the oblast."""
    around = _around(place, t, hromada=place.kind is not Kind.HROMADA, oblast=True)
    return ", ".join([NAMES[place.kind](t, _named(place, t)), *around])


def told(line: ToldLine | None, t: Words) -> str:
    """What somebody told, in words."""
    if line is None:
        return t.plain("place-not-told")
    if line.place is not None:
        return full(line.place, t)
    return t.plain("place-abroad", country=line.country) if line.country else t.plain("place-unlisted")


def told_shortly(line: ToldLine | None, t: Words) -> str:
    """The same without what is around the place, for a page that shows much else."""
    if line is None or line.place is None:
        return told(line, t)
    return NAMES[line.place.kind](t, line.place.name)


def _named(place: PlaceLine, t: Words) -> str:
    return t.plain("place-formerly", name=place.name, former=place.former) if place.former else place.name


def _around(place: PlaceLine, t: Words, *, hromada: bool = True, oblast: bool = False) -> list[str]:
    found = []
    if hromada and place.hromada:
        found.append(t.plain("place-hromada", name=place.hromada))
    if place.raion:
        found.append(t.plain("place-raion", name=place.raion))
    if place.kind is not Kind.SPECIAL_CITY and (oblast or not place.here):
        found.append(place.oblast)
    return found


def _which_of_these(shown: PlaceChoicesSight, t: Words) -> Markup:
    if not shown.choices:
        return t.get("screen-place-none", words=shown.words)
    return t.get("screen-place-choices", words=shown.words, more="yes" if shown.more else "no")
