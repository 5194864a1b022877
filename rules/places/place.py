"""A place, and how it was found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LUHANSK = "44"
"""The oblast that this department is of, as KATOTTG begins."""


class Kind(StrEnum):
    """The categories of KATOTTG that a place is chosen from, and those above it."""

    OBLAST = "O"
    RAION = "P"
    HROMADA = "H"
    CITY = "M"
    SPECIAL_CITY = "K"
    """Kyiv and Sevastopol: oblast and city in one."""
    SETTLEMENT = "X"
    VILLAGE = "C"


CHOSEN = (Kind.SPECIAL_CITY, Kind.CITY, Kind.SETTLEMENT, Kind.VILLAGE, Kind.HROMADA)
"""What somebody can say they live in; of equal names the first kind comes first."""


@dataclass(frozen=True, slots=True)
class Place:
    """A settlement, or a hromada named as such, with everything above it; adjectives as KATOTTG has them.

    `hromada` and `raion` are None where there is none: in the two special cities and in the exclusion zone.
    """

    code: str
    kind: Kind
    name: str
    hromada: str | None
    hromada_code: str | None
    raion: str | None
    oblast: str

    @property
    def oblast_code(self) -> str:
        """The two digits that the code begins with: «44»."""
        return self.code[2:4]

    @property
    def in_luhansk(self) -> bool:
        """Whether the place lies in Luhansk oblast."""
        return self.oblast_code == LUHANSK


class Found(StrEnum):
    """How a name led to a place."""

    EXACT = "exact"
    """By today's name; letter case, apostrophes and letters that sound alike don't matter."""
    FORMER = "former"
    """By a former name, or by the name in Russian."""
    BEGINNING = "beginning"
    """By the beginning of such a name."""
    FUZZY = "fuzzy"
    """By a name that is only like it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that may be meant. `former`: its former name that led here."""

    place: Place
    found: Found
    former: str | None = None
    sure: bool = True
    """False: the name that led here is not confirmed, or only alike. Ask before it is taken."""
