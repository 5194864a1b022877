"""A file with providers, as programs for tables save it: what can be read of it, and each line that can't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rules.providers.cells import entry_of
from rules.providers.columns import HEADERS, REQUIRED, Column, Flaw, Known, Wrong
from rules.providers.provider import ProviderEntry, name_key
from rules.tables import Line, Unfit, lines_of

NAMED = 5
"""Columns that nobody knows, of which a report names so many."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What a file holds. Nothing of it is to be kept unless `fine`."""

    entries: tuple[ProviderEntry, ...] = ()
    flaws: tuple[Flaw, ...] = ()
    unfit: Unfit | None = None
    columns: tuple[Column, ...] = ()
    """Those that are missing, or stand twice."""
    unknown: tuple[str, ...] = ()
    """Columns that are left out, as they are called."""

    @property
    def fine(self) -> bool:
        """Whether every line can be kept."""
        return self.unfit is None and not self.flaws


def read_table(content: bytes, known: Known) -> Listed:
    """The providers of a file in UTF-8, UTF-16 or Windows-1251, its cells parted by semicolons, commas or tabs."""
    lines = lines_of(content)
    return Listed(unfit=lines) if isinstance(lines, Unfit) else _read(lines, known)


def _read(rows: Sequence[Line], known: Known) -> Listed:
    names = {name: column for column, those in HEADERS.items() for name in those}
    _, head = rows[0]
    columns = [names.get(name_key(each)) for each in head]
    unknown = tuple(each.strip() for each, column in zip(head, columns, strict=True) if column is None and each.strip())
    twice = tuple(each for each in Column if columns.count(each) > 1)
    missing = tuple(each for each in REQUIRED if each not in columns)
    if missing or twice:
        unfit = Unfit.NO_COLUMNS if missing else Unfit.COLUMN_TWICE
        return Listed(unfit=unfit, columns=missing or twice, unknown=unknown[:NAMED])
    entries: dict[str, tuple[int, ProviderEntry]] = {}
    flaws: list[Flaw] = []
    for line, row in rows[1:]:
        found = _line(line, row, columns, known)
        if isinstance(found, list):
            flaws += found
        elif (first := entries.get(name_key(found.name))) is not None:
            flaws.append(Flaw(line, Wrong.TWICE, Column.NAME, str(first[0])))
        else:
            entries[name_key(found.name)] = line, found
    return Listed(tuple(entry for _, entry in entries.values()), tuple(flaws), unknown=unknown[:NAMED])


def _line(line: int, row: Sequence[str], columns: Sequence[Column | None], known: Known) -> ProviderEntry | list[Flaw]:
    if any(cell.strip() for cell in row[len(columns) :]):
        return [Flaw(line, Wrong.TOO_MANY_CELLS)]
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if column is not None}
    return entry_of(line, cells, known)
