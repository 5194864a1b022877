"""The former form's table is read: a draft a family, each bad line with its reason, and no line is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.recreation.forms import need_form
from rules.recreation.importing import Column, Flaw, Wrong, read_rows
from rules.recreation.importing.table import children_of
from rules.recreation.terms import Question
from rules.recreation.terms import Step as At
from rules.tables import Unfit
from tests.rules.recreation.importing.form import (
    BAD,
    GOOD,
    HEAD,
    IRYNA,
    KNOWN,
    MARIA,
    NO_PHONE,
    NOT_BORN,
    OLENA,
    as_csv,
    as_xlsx,
    typed,
)
from tests.rules.recreation.sample import TERMS

SOROKYNE, SVATOVE, DOVZHANSK = "UA44040030010012509", "UA44100110010094316", "UA44040010010080356"


def line(base: tuple[str, ...] = OLENA, /, **told: str) -> list[str]:
    """A line of which some cells differ, by the number of their place: `_4="…"`."""
    cells = list(base)
    for place, text in told.items():
        cells[int(place[1:])] = text
    return cells


def test_good_lines_are_families_and_bad_ones_have_a_reason() -> None:
    found = read_rows(as_csv(*GOOD, *BAD), KNOWN)
    assert [family.lines for family in found.families] == [(2,), (3,), (4,)]
    assert found.flaws == (
        Flaw(5, Wrong.MISSING, Column.PHONE),
        Flaw(6, Wrong.IN_THE_FUTURE, Column.BORN, 1),
    )
    assert (found.lines, found.bad_lines, found.unfit, found.unknown) == (5, 2, None, ())


def test_what_is_said_becomes_answers_of_our_form() -> None:
    [olena, iryna, maria] = read_rows(as_csv(*GOOD), KNOWN).families
    assert olena.answers == {
        "name": "Коваленко Олена Іванівна",
        "phone": "+380501234567",
        "lives": olena.answers["lives"],
        "children/0/child": "Коваленко Марко Петрович",
        "children/0/born": "2015-05-20",
        "children/0/registered": SOROKYNE,
        "children/0/categories": ["C13"],
        "children/0/stay": "health",
        "children/0/period": ["july"],
    }
    assert iryna.answers["children/0/born"] == "2014-06-05"
    assert iryna.answers["children/0/categories"] == ["C06"]
    assert (iryna.phone, maria.phone) == ("+380671112233", "+380671234569")
    assert children_of(maria.answers) == [{"child": "Ткач Зоя", "born": "2016-05-20", "registered": DOVZHANSK}]


@pytest.mark.parametrize(
    ("told", "flaw"),
    [
        ({"_1": ""}, Flaw(2, Wrong.MISSING, Column.GUARDIAN)),
        ({"_1": "Ок"}, Flaw(2, Wrong.TOO_SHORT, Column.GUARDIAN)),
        ({"_1": "О" * 101}, Flaw(2, Wrong.TOO_LONG, Column.GUARDIAN)),
        ({"_2": "12"}, Flaw(2, Wrong.NO_PHONE, Column.PHONE)),
        ({"_2": "3,80501E+11"}, Flaw(2, Wrong.EXCEL_NUMBER, Column.PHONE)),
        ({"_2": "#REF!"}, Flaw(2, Wrong.EXCEL_ERROR, Column.PHONE)),
        ({"_3": "=HYPERLINK(1)"}, Flaw(2, Wrong.FORMULA, Column.CHILD, 1)),
        ({"_3": "Ма\x07рко"}, Flaw(2, Wrong.UNREADABLE, Column.CHILD, 1)),
        ({"_3": ""}, Flaw(2, Wrong.MISSING, Column.CHILD, 1)),
        ({"_4": "навесні"}, Flaw(2, Wrong.NO_DATE, Column.BORN, 1)),
        ({"_4": "31.02.2015"}, Flaw(2, Wrong.NO_SUCH_DATE, Column.BORN, 1)),
        ({"_4": "20.05.1985"}, Flaw(2, Wrong.TOO_OLD, Column.BORN, 1)),
        ({"_4": "20.05.2026"}, Flaw(2, Wrong.TOO_YOUNG, Column.BORN, 1)),
    ],
)
def test_a_line_that_is_no_draft(told: dict[str, str], flaw: Flaw) -> None:
    found = read_rows(as_csv(line(**told)), KNOWN)
    assert (found.families, found.flaws) == ((), (flaw,))


def test_all_that_is_wrong_with_a_line_is_said_at_once() -> None:
    found = read_rows(as_csv(line(_2="ні", _4="колись")), KNOWN)
    assert [flaw.column for flaw in found.flaws] == [Column.PHONE, Column.BORN]
    assert found.bad_lines == 1


def test_a_flaw_repeats_nothing_that_stands_in_the_file() -> None:
    told = line(_1="Ок", _2="12-34", _3="=SECRET", _4="колись")
    said = repr(read_rows(as_csv(told), KNOWN).flaws)
    assert not any(cell in said for cell in told if cell)


@pytest.mark.parametrize("said", ["Ні", "Ні, не згодна", "не погоджуюсь", "No", "НІ."])
def test_without_a_consent_nothing_else_is_looked_at(said: str) -> None:
    head = (*HEAD, "Чи згодні ви на обробку персональних даних")
    found = read_rows(
        as_csv((*line(_2="12"), said), (*IRYNA, "Так, згодна"), (*MARIA, "не заперечую"), head=head), KNOWN
    )
    assert found.flaws == (Flaw(2, Wrong.NO_CONSENT, Column.CONSENT),)
    assert [family.lines for family in found.families] == [(3,), (4,)]


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ({"_5": "десь на Донбасі"}, Column.REGISTERED),
        ({"_6": "=A1"}, Column.LIVES),
        ({"_7": "дитина з інвалідністю та інше"}, Column.CATEGORIES),
    ],
)
def test_what_is_not_certain_is_asked_of_the_family(told: dict[str, str], left: Column) -> None:
    found = read_rows(as_csv(line(**told)), KNOWN)
    assert (found.flaws, found.left) == ((), {left: 1})


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("липень-серпень", ["july", "august"]),
        ("будь-коли, крім липня", ["spring", "june", "august", "autumn"]),
        ("до 15 липня", "said:до 15 липня"),
        ("коли повернеться бабуся", "said:коли повернеться бабуся"),
    ],
)
def test_a_wish_is_read_or_stays_in_own_words(said: str, kept: list[str] | str) -> None:
    found = read_rows(as_csv((*OLENA, said), head=(*HEAD, "Бажаний період")), KNOWN)
    assert (found.families[0].answers["children/0/period"], found.left) == (kept, {})


def test_what_is_too_long_to_be_shown_is_asked_of_the_family() -> None:
    found = read_rows(as_csv((*OLENA, "я" * 201), head=(*HEAD, "Бажаний період")), KNOWN)
    assert found.left == {Column.PERIOD: 1}
    assert "children/0/period" not in found.families[0].answers


def test_remarks_that_name_no_time_are_kept_nowhere() -> None:
    found = read_rows(as_csv(line(_8="має алергію на горіхи")), KNOWN)
    assert "горіхи" not in repr(found.families)


def test_a_row_a_child_and_columns_for_several_children_are_one_family_all_the_same() -> None:
    head = ("ПІБ заявника", "Телефон", "ПІБ дитини 1", "Дата народження дитини 1", "ПІБ дитини 2",
            "Дата народження дитини 2", "Категорія")  # fmt: skip
    both = ("Бондар Ірина", "0671112233", "Бондар Іван", "5.6.2014", "Бондар Оля", "5.6.2016", "багатодітна")
    third = ("бондар  ірина", "+380 67 111 22 33", "Бондар Яна", "1.1.2018", "", "", "")
    [family] = read_rows(as_csv(both, third, head=head), KNOWN).families
    assert family.lines == (2, 3)
    assert [child["child"] for child in children_of(family.answers)] == ["Бондар Іван", "Бондар Оля", "Бондар Яна"]
    assert [child.get("categories") for child in children_of(family.answers)] == [["C13"], ["C13"], None]
    assert family.answers["children/1/more"] == "yes"


def test_the_same_child_twice_is_said_and_a_sixth_is_left_to_a_human() -> None:
    children = [line(_3=f"Коваленко Дитина{number}") for number in range(6)]
    found = read_rows(as_csv(*children, children[0]), KNOWN)
    assert found.flaws == (Flaw(7, Wrong.TOO_MANY_CHILDREN, Column.CHILD), Flaw(8, Wrong.TWICE, other=2))
    assert found.families[0].lines == (2, 3, 4, 5, 6)


def test_questions_that_the_campaign_does_not_ask_are_left_out() -> None:
    terms = replace(TERMS, asks=tuple(each for each in TERMS.asks if each.question is Question.TAX))
    assert not terms.asked_at(At.NEED)
    [family] = read_rows(as_csv(OLENA), replace(KNOWN, form=need_form(terms, 1))).families
    assert set(children_of(family.answers)[0]) == {"child", "born", "registered"}


def test_a_workbook_says_the_same_as_text() -> None:
    as_text = read_rows(as_csv(*GOOD, *BAD), KNOWN)
    assert read_rows(as_xlsx(*GOOD, *BAD), KNOWN) == as_text
    [family] = read_rows(as_xlsx(typed(OLENA)), KNOWN).families
    assert family == as_text.families[0]


@pytest.mark.parametrize(
    ("content", "unfit"),
    [
        (b"", Unfit.EMPTY),
        (as_csv(), Unfit.NO_LINES),
        (as_csv(("1", "2"), head=("Колір", "Розмір")), Unfit.NO_COLUMNS),
        (b"\xd0\xcf\x11\xe0old", Unfit.EXCEL),
        (b"PK\x03\x04broken", Unfit.NOT_TEXT),
        (as_csv(*(line(_3=f"Дитина {each}") for each in range(2001))), Unfit.TOO_MANY),
        (b'"', Unfit.QUOTES),
    ],
)
def test_a_file_that_is_no_table(content: bytes, unfit: Unfit) -> None:
    assert read_rows(content, KNOWN).unfit is unfit


CELLS = st.one_of(
    st.sampled_from([cell for row in (*GOOD, *BAD) for cell in row]),
    st.text(max_size=40),
    st.sampled_from(["=1+1", "#REF!", "3,8E+11", "'", '"', "\x00", "\ufeff", "+380", "Ні", "31.12.2015 00:00"]),
)
HEADS = st.one_of(
    st.just(list(HEAD)), st.lists(st.sampled_from([*HEAD, "ПІБ дитини 2", "Згода", "?", ""]), max_size=12)
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=12), max_size=8), HEADS)
def test_no_cell_breaks_it_and_no_line_is_lost(lines: list[list[str]], head: list[str]) -> None:
    for content in (as_csv(*lines, head=head), _book(lines, head)):
        found = read_rows(content, KNOWN)
        if found.unfit is not None:
            continue
        good = [number for family in found.families for number in family.lines]
        bad = {flaw.line for flaw in found.flaws}
        assert len(good) == len(set(good))
        assert not bad & set(good)
        assert len(good) + len(bad) == found.lines
        assert found.lines == sum(any(cell.strip() for cell in row) for row in _kept(lines, content))


def _book(lines: list[list[str]], head: list[str]) -> bytes:
    clean: Any = [["".join(sign for sign in cell if sign.isprintable()) for cell in row] for row in lines]
    return as_xlsx(*clean, head=head)


def _kept(lines: list[list[str]], content: bytes) -> list[list[str]]:
    """Of a workbook what can stand in one: a formula that nobody has worked out says nothing."""
    if not content.startswith(b"PK"):
        return lines
    clean = [["".join(sign for sign in cell if sign.isprintable()) for cell in row] for row in lines]
    return [["" if len(cell) > 1 and cell.startswith("=") else cell for cell in row] for row in clean]


def test_the_samples_are_what_they_say() -> None:
    assert NO_PHONE[2] == "немає"
    assert NOT_BORN[4].endswith("2035")
