"""A span of time as the catalogue writes it: "2 working_days"."""

import re
from dataclasses import dataclass

from rules.catalogue.ladders import Lapse
from rules.catalogue.reading import CatalogueError, Table

_SPAN = re.compile(r"(?P<amount>[1-9]\d{0,3}) (?P<unit>[a-z_]+)")


@dataclass(frozen=True, slots=True)
class Span:
    """So many of a unit."""

    amount: int
    unit: Lapse


def read_span(table: Table, field: str, text: str) -> Span:
    """The span in a field of a table; CatalogueError for anything else."""
    found = _SPAN.fullmatch(text)
    if found is None or found["unit"] not in list(Lapse):
        raise _no_span(table, field, text)
    return Span(int(found["amount"]), Lapse(found["unit"]))


def _no_span(table: Table, field: str, text: str) -> CatalogueError:
    return table.error(field, f"is '{text}', not N unit ({', '.join(Lapse)})")
