"""A list of providers is read whole or not at all, and each line that is wrong says why."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogue import load_catalogue
from rules.catalogue import Provider as ProviderKind
from rules.providers import Channel, Column, Flaw, Known, ProviderEntry, Wrong, area_names, read_table
from rules.providers.columns import HEADERS
from rules.tables import MOST_BYTES, MOST_LINES, Unfit

KNOWN = Known(area_names(load_catalogue()), frozenset({"sievierodonetsk"}))
SVATOVE = "UA44100130000035624"
HEAD = "Назва;Вид;Територія;Канал;Телефон;Пошта;Адреса;Кого питати;Приймають з;Приймають до;Робочий чат"
GOOD = (
    "Сватівська громада;громада;Сватівська;телефон;+380 50 123 45 67;;;Ольга Іванівна;01.02.2026;06.03.2026;",
    "ГО «Поруч»;ГО;;пошта;;help@poruch.org.ua;;;;;",
)


def listed(*lines: str, head: str = HEAD, encoding: str = "utf-8") -> bytes:
    return "\r\n".join((head, *lines)).encode(encoding)


def flaws(*lines: str) -> list[tuple[int, Wrong, Column | None]]:
    return [(each.line, each.wrong, each.column) for each in read_table(listed(*lines), KNOWN).flaws]


def one(**cells: str) -> str:
    """A line with these cells, by the names of columns, beside what every line needs."""
    there = {"name": "Поруч", "kind": "ГО", "channel": "телефон", "phone": "0501234567", **cells}
    return ";".join(there.get(column, "") for column in Column)


def test_a_good_list() -> None:
    found = read_table(listed(*GOOD), KNOWN)
    assert found.fine
    first, second = found.entries
    assert (first.name, first.kind, first.channel) == ("Сватівська громада", ProviderKind.HROMADA, Channel.PHONE)
    assert len(first.areas) == 1
    assert first.areas[0].startswith("UA4410")
    assert (first.accepts_from, first.accepts_until) == (date(2026, 2, 1), date(2026, 3, 6))
    assert second == ProviderEntry("ГО «Поруч»", ProviderKind.NGO, Channel.EMAIL, email="help@poruch.org.ua")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_as_any_program_saves_it(encoding: str, delimiter: str) -> None:
    content = listed(*GOOD).decode().replace(";", delimiter)
    assert read_table(content.encode(encoding), KNOWN).entries == read_table(listed(*GOOD), KNOWN).entries


def test_excels_hint_for_itself_and_empty_lines_are_no_lines() -> None:
    content = ("sep=;\r\n" + listed(GOOD[0], "", ";;;;;;;;;;", GOOD[1]).decode()).encode("utf-8-sig")
    assert len(read_table(content, KNOWN).entries) == 2


def test_the_line_is_the_one_that_an_editor_shows() -> None:
    wrapped = 'Поруч;ГО;;пошта;;a@b.ua;"вул. Садова\n5, Львів";;;;'
    assert flaws("", wrapped, one(name="", kind="клуб")) == [
        (5, Wrong.UNKNOWN_KIND, Column.KIND),
        (5, Wrong.MISSING, Column.NAME),
    ]


@pytest.mark.parametrize(
    ("cells", "wrong", "column"),
    [
        ({"name": ""}, Wrong.MISSING, Column.NAME),
        ({"name": "«»"}, Wrong.BAD_NAME, Column.NAME),
        ({"name": "я" * 121}, Wrong.TOO_LONG, Column.NAME),
        ({"kind": ""}, Wrong.MISSING, Column.KIND),
        ({"kind": "клуб"}, Wrong.UNKNOWN_KIND, Column.KIND),
        ({"channel": "голуб"}, Wrong.UNKNOWN_CHANNEL, Column.CHANNEL),
        ({"areas": "Сватівська, Гондор"}, Wrong.UNKNOWN_AREA, Column.AREAS),
        ({"phone": "спитати в Олі"}, Wrong.BAD_PHONE, Column.PHONE),
        ({"phone": "12"}, Wrong.BAD_PHONE, Column.PHONE),
        ({"phone": "3,80501E+11"}, Wrong.EXCEL_NUMBER, Column.PHONE),
        ({"phone": "=1+1"}, Wrong.FORMULA, Column.PHONE),
        ({"email": "пошта"}, Wrong.BAD_EMAIL, Column.EMAIL),
        ({"address": "=HYPERLINK(1)"}, Wrong.FORMULA, Column.ADDRESS),
        ({"address": "@SUM(A1)"}, Wrong.FORMULA, Column.ADDRESS),
        ({"address": "-2+3+cmd"}, Wrong.FORMULA, Column.ADDRESS),
        ({"contact": "#REF!"}, Wrong.EXCEL_ERROR, Column.CONTACT),
        ({"contact": "Ол\x07га"}, Wrong.UNREADABLE, Column.CONTACT),
        ({"from": "весна"}, Wrong.BAD_DATE, Column.FROM),
        ({"until": "31.02.2026"}, Wrong.BAD_DATE, Column.UNTIL),
        ({"from": "07.03.2026", "until": "06.03.2026"}, Wrong.DATES_TURNED, Column.UNTIL),
        ({"chat": "luhansk"}, Wrong.UNKNOWN_CHAT, Column.CHAT),
    ],
)
def test_what_is_wrong_is_named(cells: dict[str, str], wrong: Wrong, column: Column) -> None:
    assert flaws(GOOD[0], one(**cells)) == [(3, wrong, column)]


@pytest.mark.parametrize(
    ("cells", "column", "value"),
    [
        ({"phone": '="0501234567"'}, "phone", "0501234567"),
        ({"phone": "'0501234567"}, "phone", "0501234567"),
        ({"phone": "+380 (642) 12-34-56, доб. 12"}, "phone", "+380 (642) 12-34-56, доб. 12"),
        ({"phone": "1547"}, "phone", "1547"),
        ({"address": "—"}, "address", ""),
        ({"address": " вул.\xa0Садова, 5 "}, "address", "вул. Садова, 5"),
        ({"areas": "усі"}, "areas", ()),
        ({"areas": "Львівська область, Вінницька"}, "areas", ("46", "05")),
        ({"areas": "UA46000000000026241"}, "areas", ("46",)),
        ({"until": "2026-03-06"}, "accepts_until", date(2026, 3, 6)),
        ({"until": "6.3.2026 0:00:00"}, "accepts_until", date(2026, 3, 6)),
        ({"chat": "sievierodonetsk"}, "chat", "sievierodonetsk"),
    ],
)
def test_what_people_and_programs_write_is_understood(cells: dict[str, str], column: str, value: object) -> None:
    line = one(**cells).replace('="0501234567"', '"=""0501234567"""')
    [entry] = read_table(listed(line), KNOWN).entries
    assert getattr(entry, column) == value


def test_one_name_twice_is_one_too_many_however_it_is_written() -> None:
    [flaw] = read_table(listed(*GOOD, "го поруч;ГО;;пошта;;c@d.ua;;;;;"), KNOWN).flaws
    assert flaw == Flaw(4, Wrong.TWICE, Column.NAME, "3")


def test_a_cell_too_many_is_no_guess() -> None:
    assert flaws(GOOD[0] + ";Львів") == [(2, Wrong.TOO_MANY_CELLS, None)]


@pytest.mark.parametrize(
    ("content", "unfit"),
    [
        (b"", Unfit.EMPTY),
        (b"\xef\xbb\xbf\r\n;;;\r\n", Unfit.EMPTY),
        (b"PK\x03\x04whatever", Unfit.EXCEL),
        (b"\xd0\xcf\x11\xe0old", Unfit.EXCEL),
        (b"\x89PNG\r\n\x00\x00", Unfit.NOT_TEXT),
        (b"x" * (MOST_BYTES + 1), Unfit.TOO_LARGE),
        (listed(), Unfit.NO_LINES),
        (listed(*GOOD, head="Щось;Інше"), Unfit.NO_COLUMNS),
        (listed("а;б;в", head="Назва;Вид"), Unfit.NO_COLUMNS),
        (listed("а;ГО;пошта;б", head="Назва;Вид;Канал;name"), Unfit.COLUMN_TWICE),
        (listed('"Поруч;ГО;;пошта'), Unfit.QUOTES),
        (listed(*(one(name=f"Поруч {each}") for each in range(MOST_LINES + 1))), Unfit.TOO_MANY),
    ],
)
def test_a_file_that_is_no_list_is_met_kindly(content: bytes, unfit: Unfit) -> None:
    found = read_table(content, KNOWN)
    assert (found.unfit, found.entries, found.fine) == (unfit, (), False)


def test_columns_that_nobody_knows_are_named_and_left_out() -> None:
    found = read_table(listed("Поруч;ГО;пошта;так", head="Назва;Вид;Канал;Договір"), KNOWN)
    assert (found.fine, found.unknown) == (True, ("Договір",))


@given(st.binary(max_size=400))
def test_whatever_is_sent_is_answered(content: bytes) -> None:
    found = read_table(content, KNOWN)
    assert found.fine == (found.unfit is None and not found.flaws)


CELLS = st.text(max_size=20) | st.sampled_from(
    ["ГО", "громада", "телефон", "=1+1", "+38050", "Сватівська", '"', "1.1.2026"]
)


@given(
    st.lists(st.lists(CELLS, max_size=12), max_size=5), st.sampled_from(";,\t"), st.sampled_from(["utf-8", "utf-16"])
)
def test_every_line_is_kept_or_named(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    """A file as a program writes it: each of its lines is an entry or has a flaw, and no cell begins a formula."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerows([[names[0] for names in HEADERS.values()], *rows])
    found = read_table(file.getvalue().encode(encoding, "surrogatepass"), KNOWN)
    if found.unfit is None:
        filled = [row for row in rows if any(cell.strip() for cell in row)]
        assert len(found.entries) + len({each.line for each in found.flaws}) == len(filled)
        for each in found.entries:
            texts = (each.name, each.email, each.address, each.contact)
            assert not any(text.startswith(("=", "+", "-", "@")) for text in texts)
