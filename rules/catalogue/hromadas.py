"""Territorial communities, as a table of their codes."""

import csv
import io
from collections.abc import Mapping
from types import MappingProxyType

from rules.catalogue.entries import Hromada, Route
from rules.catalogue.reading import CatalogueError, Table

FILE = "hromadas.csv"


def read_hromadas(text: str) -> Mapping[str, Hromada]:
    """Hromadas by their code of KATOTTG. CatalogueError names the line and the column."""
    columns = ["code", "name", "raion_code", "raion", "recreation_route", "aliases"]
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restkey="too much")
    if reader.fieldnames != columns:
        raise CatalogueError(FILE, "", "", f"its first line is not {','.join(columns)}")
    hromadas: dict[str, Hromada] = {}
    for number, row in enumerate(reader, start=2):
        table = Table(FILE, row["code"] or f"line {number}", row)
        if "too much" in row or None in row.values():
            raise table.error("", "has not as many values as columns")
        hromada = Hromada(
            code=table.katottg("code"),
            name=table.text("name"),
            raion=table.text("raion"),
            raion_code=table.katottg("raion_code"),
            aliases=tuple(filter(None, (alias.strip() for alias in (row["aliases"] or "").split("|")))),
            recreation_route=table.choice("recreation_route", Route),
        )
        if hromada.code in hromadas:
            raise table.error("code", "stands twice")
        hromadas[hromada.code] = hromada
    if not hromadas:
        raise CatalogueError(FILE, "", "", "has no hromada")
    return MappingProxyType(hromadas)
