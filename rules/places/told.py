"""Where somebody says they live: a place of KATOTTG, a country abroad, or a place that is in no list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

ABROAD = "abroad"
UNLISTED = "unlisted"


class Which(StrEnum):
    """The two places of a person: the first decides the programme, the second who is near."""

    REGISTERED = "registered"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class Told:
    """One of: a code of KATOTTG; `ABROAD` with a country's two letters; `UNLISTED`, which a human must look into."""

    what: str
    country: str | None = None

    def __str__(self) -> str:
        """As it is kept: `UA44…`, `abroad:PL`, `unlisted`."""
        return self.what if self.country is None else f"{self.what}:{self.country}"

    @classmethod
    def read(cls, kept: str) -> Self:
        """Back from how it is kept."""
        what, _, country = kept.partition(":")
        return cls(what, country or None)

    @property
    def code(self) -> str | None:
        """The code of KATOTTG, if it is one."""
        return self.what if self.what not in (ABROAD, UNLISTED) else None
