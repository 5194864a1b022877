"""A table for an order: what was typed by strangers stays words."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.export_sheet import LONGEST, WIDEST, Column, NoSuchField, Value, cell, prepared

COLUMNS = [Column("number", "№"), Column("child", "Дитина"), Column("phone", "Телефон"), Column("born", "Народження")]
ROW: dict[str, Value] = {
    "number": "000123",
    "child": "Мар'яна Солов'йова",
    "phone": "+380 50 123-45-67",
    "born": date(2015, 5, 5),
    "not wanted": "=1",
}


def test_a_row_a_child_with_the_columns_of_the_campaign() -> None:
    sheet = prepared("Зміна 1/2", COLUMNS, [ROW, ROW | {"number": 7, "phone": None}])
    assert sheet.name == "Зміна 1 2"
    assert sheet.headings == ("№", "Дитина", "Телефон", "Народження")
    assert sheet.rows == (
        ("000123", "Мар'яна Солов'йова", "+380 50 123-45-67", "05.05.2015"),
        ("7", "Мар'яна Солов'йова", "", "05.05.2015"),
    )
    assert sheet.widths == (8, 20, 19, 12)
    other = prepared("Інша", COLUMNS[1:2], [])
    assert (other.headings, other.rows) == (("Дитина",), ())


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("  =HYPERLINK(1)", "'  =HYPERLINK(1)"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        ("+380501234567", "+380501234567"),
        ("0012", "0012"),
        ("1e10", "1e10"),
        ("a\x00b\x1fc\ud800", "abc"),
        ("два\nрядки", "два\nрядки"),
        (datetime(2026, 3, 6, 22, 30, tzinfo=UTC), "07.03.2026 00:30"),
        (None, ""),
        (-5, "'-5"),
    ],
)
def test_numbers_stay_words_and_formulas_become_words(value: Value, shown: str) -> None:
    assert cell(value) == shown


@given(st.text())
def test_no_cell_begins_as_a_formula(text: str) -> None:
    shown = cell(text)
    assert not shown.lstrip(" \u00a0").startswith(("=", "-", "@", "\t", "\r"))
    assert not shown.startswith("+") or all(sign in "+0123456789 ()-" for sign in shown)
    assert cell(shown) == shown
    shown.encode()


@pytest.mark.parametrize("sign", ["a", "ї", "👩"])
def test_what_no_cell_can_hold_is_cut(sign: str) -> None:
    shown = cell(sign * (LONGEST + 5))
    assert shown.endswith("…")
    assert LONGEST - 2 <= len(shown.encode("utf-16-le")) // 2 <= LONGEST
    assert prepared("А", [Column("x", "X")], [{"x": shown}]).widths == (WIDEST,)


@pytest.mark.parametrize(("name", "shown"), [("'Діти'", "Діти"), ("[а]*?", "а"), ("д" * 40, "д" * 31)])
def test_a_name_that_every_spreadsheet_takes(name: str, shown: str) -> None:
    assert prepared(name, COLUMNS, []).name == shown


def test_what_can_not_be_a_sheet_is_refused() -> None:
    with pytest.raises(NoSuchField, match="school"):
        prepared("А", [Column("school", "Школа")], [ROW])
    with pytest.raises(ValueError, match="without a column"):
        prepared("А", [], [ROW])
    with pytest.raises(ValueError, match="without a name"):
        prepared("?*", COLUMNS, [])
    with pytest.raises(ValueError, match="time zone"):
        cell(datetime(2026, 3, 6))  # noqa: DTZ001  # a moment without a zone is what is refused here
