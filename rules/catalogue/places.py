"""Places and their other names, from the texts of their files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rules.catalogue.entries import Evidence
from rules.catalogue.reading import CatalogueError, Table
from rules.places import Kind, Named, PlaceBook

PLACES = "places.csv"
OTHER_NAMES = "other_names.csv"
KINDS = {kind.value: kind for kind in Kind}
PLACE_COLUMNS = ["code", "kind", "name"]
OTHER_COLUMNS = ["code", "name", "kind", "source", "evidence"]
SURE = (Evidence.SOURCED, Evidence.SECONDARY, Evidence.DEPARTMENT)
"""Another name with less evidence leads to a place only when the person says that it is theirs."""


class NameKind(StrEnum):
    """What another name of a place is."""

    FORMER = "former"
    RUSSIAN = "russian"


@dataclass(frozen=True, slots=True)
class OtherName:
    """A former name of a place, or its name in Russian, and where that was read."""

    code: str
    name: str
    kind: NameKind
    source: str
    evidence: Evidence

    @property
    def sure(self) -> bool:
        """Whether it may lead to the place without a question."""
        return self.evidence in SURE


class Places:
    """All places of the country. The file is read when it is first asked for: it takes a third of a second."""

    def __init__(self, text: str, other_names: tuple[OtherName, ...]) -> None:
        """`text`: of places.csv. CatalogueError if it does not begin as it must."""
        self.other_names = other_names
        self._text = text
        self._book: PlaceBook | None = None
        if not text.removeprefix("\ufeff").startswith(",".join(PLACE_COLUMNS) + "\n"):
            raise CatalogueError(PLACES, "", "", f"its first line is not {','.join(PLACE_COLUMNS)}")

    @property
    def book(self) -> PlaceBook:
        """Every place by each of its names. CatalogueError if one of the files is wrong."""
        if self._book is None:
            self._book = self._read()
            self._text = ""
        return self._book

    def _read(self) -> PlaceBook:
        rows = list(_rows(self._text))
        known = {code for code, _, _ in rows}
        for other in self.other_names:
            if other.code not in known:
                raise CatalogueError(OTHER_NAMES, other.code, "code", f"is not in {PLACES}")
        named = (Named(o.code, o.name, o.kind is NameKind.FORMER, o.sure) for o in self.other_names)
        return PlaceBook(rows, named)


def other_names(text: str) -> tuple[OtherName, ...]:
    """The table of other names; CatalogueError names the first fault's place."""
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restkey="too much")
    if reader.fieldnames != OTHER_COLUMNS:
        raise CatalogueError(OTHER_NAMES, "", "", f"its first line is not {','.join(OTHER_COLUMNS)}")
    return tuple(_other_name(row) for row in reader)


def _other_name(row: dict[str, str]) -> OtherName:
    table = Table(OTHER_NAMES, f"{row['code']} {row['name']}", row)
    if "too much" in row or None in row.values():
        raise table.error("", "has not as many values as columns")
    return OtherName(
        code=table.katottg("code"),
        name=table.text("name"),
        kind=table.choice("kind", NameKind),
        source=table.text("source"),
        evidence=table.choice("evidence", Evidence),
    )


def _rows(text: str) -> Iterator[tuple[str, Kind, str]]:
    """By hand: with thirty thousand rows a table each would take seconds."""
    oblasts: set[str] = set()
    seen: set[str] = set()
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines()[1:], start=2):
        code, kind, name = line.split(",") if line.count(",") == 2 else ("", "", "")
        if not (len(code) == 19 and code.startswith("UA") and code[2:].isdigit() and name):
            raise CatalogueError(PLACES, f"line {number}", "", "is not a code of KATOTTG, a kind and a name")
        known = KINDS.get(kind)
        if known is None:
            raise CatalogueError(PLACES, code, "kind", f"is '{kind}', not one of {', '.join(Kind)}")
        if code in seen:
            raise CatalogueError(PLACES, code, "code", "stands twice")
        seen.add(code)
        if known in (Kind.OBLAST, Kind.SPECIAL_CITY):
            oblasts.add(code[:4])
        elif code[:4] not in oblasts:
            raise CatalogueError(PLACES, code, "code", "stands before its oblast, or without one")
        yield code, known, name
