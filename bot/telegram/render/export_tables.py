"""Rows of an export in words: the table for the order, who got what and why, and the numbers of a campaign."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.exports.xlsx import summary, written
from bot.telegram.render.allocation_words import BECAUSE, FOUND, WHY
from bot.telegram.render.application_form_words import RECREATION_WORDS
from bot.telegram.render.export_words import COLUMNS, KINDS
from bot.telegram.render.places import told
from bot.telegram.render.recreation_words import STANDINGS
from bot.texts.wording import Words
from casework.letters.sights import PlaceLine, ToldLine
from casework.letters.sights.exports import ExportTableSight
from rules.allocation.asked import Criterion
from rules.allocation.facts import read_tried
from rules.allocation.reasons import Tried, Why
from rules.export_sheet import Column as Head
from rules.export_sheet import Value, prepared
from rules.export_summary import Tally, tally
from rules.exports import ExportKind
from rules.places import Kind
from rules.recreation.applications import Standing
from rules.recreation.columns import Column

Rows = Sequence[Mapping[str, Any]]
Worded = Callable[[Any], Value]


def table(shown: ExportTableSight, t: Words) -> Callable[[Rows], bytes]:
    """What makes the file from all rows; it may take seconds, and is called beside the event loop."""
    if shown.kind is ExportKind.SUMMARY:
        return lambda rows: summary(_tallies(rows, t), t.plain("export-head-children"), shown.asked_at)
    heads = _heads_of_order(shown, t) if shown.kind is ExportKind.ORDER else _heads_of_places(shown, t)
    worded = _Worded(shown, t)
    columns = [Head(field, heading) for field, heading in heads]

    def write(rows: Rows) -> bytes:
        inside = (worded.row(row, columns) for row in rows)
        return written(prepared(KINDS[shown.kind](t), columns, inside), shown.asked_at)

    return write


def _heads_of_order(shown: ExportTableSight, t: Words) -> list[tuple[str, str]]:
    return [(each.value, _of_age(shown, t) if each is Column.AGE else COLUMNS[each](t)) for each in shown.columns]


def _of_age(shown: ExportTableSight, t: Words) -> str:
    return t.plain("export-column-age-on", day=t.numeric_day(shown.age_on))


def _heads_of_places(shown: ExportTableSight, t: Words) -> list[tuple[str, str]]:
    """A trial names nobody: nothing is decided yet."""
    named = shown.kind is ExportKind.PLACES
    heads = [
        ("rank", t.plain("export-head-rank")),
        ("number", t.plain("export-column-number")),
        ("position", t.plain("export-head-position")),
        *([("child", t.plain("export-column-child")), ("born", t.plain("export-column-born"))] if named else []),
        ("weight", t.plain("export-head-weight")),
        ("counts_from", t.plain("export-head-counts-from")),
        ("kept", t.plain("export-head-kept")),
        ("because", t.plain("export-head-because")),
        ("why", t.plain("export-head-why")),
        ("offer", t.plain("export-head-offer")),
        ("tried", t.plain("export-head-tried")),
    ]
    return (
        [*heads, ("shift", t.plain("export-column-shift")), ("state", t.plain("export-column-state"))]
        if named
        else heads
    )


class _Worded:
    """Fields of rows in words; what comes again and again is worded once."""

    def __init__(self, shown: ExportTableSight, t: Words) -> None:
        self._t = t
        self._shifts = {
            each.number: f"{each.camp}, {t.numeric_day(each.first)}–{t.numeric_day(each.last)}" for each in shown.shifts
        }
        self._states = {each.value: name(t) for each, name in STANDINGS.items()}
        self._stays = {slug: name(t) for slug, name in RECREATION_WORDS["recreation", "stay"].options.items()}
        self._periods = {slug: name(t) for slug, name in RECREATION_WORDS["recreation", "period"].options.items()}
        self._places: dict[str, str] = {}
        self._fields: Mapping[str, Worded] = {
            "born": lambda value: date.fromisoformat(value),
            "filed": lambda value: datetime.fromisoformat(value),
            "counts_from": lambda value: datetime.fromisoformat(value),
            "categories": "; ".join,
            "registered": self._place,
            "lives": self._place,
            "shift": lambda value: self._shifts.get(value, str(value)),
            "state": lambda value: self._states[Standing(value)],
            "stay": lambda value: self._stays.get(value, value),
            "period": self._period,
            "why": lambda value: WHY[Why(value)](t),
            "kept": lambda value: t.plain("export-kept-sent") if value else t.plain("export-kept-papers"),
            "offer": self._offer,
            "tried": lambda value: "\n".join(self._found(each) for each in read_tried(value)),
        }

    def row(self, row: Mapping[str, Any], columns: Sequence[Head]) -> dict[str, Value]:
        """Those fields that the table has."""
        return {column.field: self._word(column.field, row[column.field]) for column in columns}

    def _word(self, field: str, value: Any) -> Value:
        if field == "because":
            return BECAUSE[Criterion(value) if value else None](self._t)
        if value is None:
            return None
        worded: Value = self._fields[field](value) if field in self._fields else value
        return worded

    def _period(self, value: str | Sequence[str]) -> str:
        return value if isinstance(value, str) else ", ".join(self._periods.get(each, each) for each in value)

    def _place(self, line: Mapping[str, Any]) -> str:
        place = line["place"]
        key = place["code"] if place else line["country"] or ""
        if key not in self._places:
            known = PlaceLine(**{**place, "kind": Kind(place["kind"])}) if place else None
            self._places[key] = told(ToldLine(known, line["country"]), self._t)
        return self._places[key]

    def _offer(self, choices: Sequence[tuple[str, int]]) -> str:
        return "; ".join(self._t.plain("allocation-choice", shift=str(shift), seats=seats) for shift, seats in choices)

    def _found(self, each: Tried) -> str:
        return self._t.plain(
            "allocation-found",
            shift=each.shift,
            found=FOUND[each.found](self._t),
            needed=each.needed,
            left=each.left,
            ahead=each.ahead,
        )


def _tallies(rows: Rows, t: Words) -> list[Tally]:
    unknown = t.plain("export-not-known")
    stays = {slug: name(t) for slug, name in RECREATION_WORDS["recreation", "stay"].options.items()}
    ages = sorted({row["age"] for row in rows if row["age"] is not None})
    none = t.plain("export-no-category")
    return [
        tally(
            t.plain("export-by-hromada"), t.plain("export-column-hromada"), (row["hromada"] or unknown for row in rows)
        ),
        tally(
            t.plain("export-by-category"),
            t.plain("export-column-categories"),
            (each for row in rows for each in row["categories"] or (none,)),
        ),
        tally(
            t.plain("export-by-age"),
            t.plain("export-column-age"),
            (unknown if row["age"] is None else str(row["age"]) for row in rows),
            [str(each) for each in ages],
        ),
        tally(
            t.plain("export-by-stay"),
            t.plain("export-column-stay"),
            (stays.get(row["stay"], unknown) for row in rows),
        ),
    ]
