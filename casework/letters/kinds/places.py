"""Screens that ask a person for a place: which of the two it is stands in `which`."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter


@dataclass(frozen=True, slots=True)
class PlacesScreen(Letter):
    """Where the person lives and is registered, as far as they told."""

    kind = "places"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class PlaceAskScreen(Letter):
    """Write the name of the place."""

    kind = "place-ask"
    policy = SCREEN
    which: str


@dataclass(frozen=True, slots=True)
class PlaceChoicesScreen(Letter):
    """The places that the words may mean. The words themselves are kept sealed with the person."""

    kind = "place-choices"
    policy = SCREEN
    which: str


@dataclass(frozen=True, slots=True)
class PlaceConfirmScreen(Letter):
    """Is it really this one? `number`: of the choice, counted from 0."""

    kind = "place-confirm"
    policy = SCREEN
    which: str
    number: int


@dataclass(frozen=True, slots=True)
class PlaceAbroadScreen(Letter):
    """In which country?"""

    kind = "place-abroad"
    policy = SCREEN
