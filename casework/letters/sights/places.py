"""What screens about a person's places show."""

from __future__ import annotations

from dataclasses import dataclass

from rules.places import Kind, Which


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place with all that tells it apart. Adjectives are as KATOTTG has them; `oblast` in the reader's language."""

    code: str
    kind: Kind
    name: str
    hromada: str | None
    raion: str | None
    oblast: str
    here: bool
    """In the department's own oblast."""
    former: str | None = None
    """The former name by which it was found."""


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A place, or a country in the reader's language; neither: a place that is in no list."""

    place: PlaceLine | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class PlacesSight:
    """`places`; also a part of `privacy` and `desk-details`. None: not told."""

    actual: ToldLine | None = None
    registered: ToldLine | None = None


@dataclass(frozen=True, slots=True)
class PlaceAskSight:
    """`place-ask`."""

    which: Which


@dataclass(frozen=True, slots=True)
class PlaceChoicesSight:
    """`place-choices`."""

    which: Which
    words: str
    choices: tuple[PlaceLine, ...]
    more: bool
    """There are others of this name."""


@dataclass(frozen=True, slots=True)
class PlaceConfirmSight:
    """`place-confirm`."""

    which: Which
    words: str
    place: PlaceLine


@dataclass(frozen=True, slots=True)
class CountryLine:
    """A country to choose."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PlaceAbroadSight:
    """`place-abroad`."""

    countries: tuple[CountryLine, ...]
