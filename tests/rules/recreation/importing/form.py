"""The former form's table as a file: its columns, lines of it, and what it is read by."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from openpyxl import Workbook

from rules.places import sure_place
from rules.recreation.forms import need_form
from rules.recreation.importing import Known
from tests.rules.recreation.sample import CATALOGUE, TERMS

TODAY = date(2027, 2, 10)
HEAD = (
    "Позначка часу", "ПІБ заявника", "Контактний телефон", "ПІБ дитини", "Дата народження дитини",
    "Зареєстроване місце проживання дитини", "Фактичне місце проживання", "Категорія", "Побажання",
)  # fmt: skip
OLENA = (
    "12.02.2027 14:33:05", "Коваленко Олена Іванівна", "050 123 45 67", "Коваленко Марко Петрович", "20.05.2015",
    "м. Краснодон", "Полтава", "дитина з багатодітної сім’ї", "липень, оздоровлення",
)  # fmt: skip
IRYNA = (
    "13.02.2027 9:01:11",
    "Бондар Ірина",
    "380671112233",
    "Бондар Іван",
    "5/6/2014",
    "Сватове",
    "Дніпро",
    "ВПО",
    "",
)
MARIA = ("13.02.2027 9:02:11", "Ткач Марія", "671234569", "Ткач Зоя", "2016-05-20", "Довжанськ", "", "", "біля моря")
NO_PHONE = ("14.02.2027", "Шевчук Анна", "немає", "Шевчук Петро", "20.05.2015", "Алчевськ", "", "", "")
NOT_BORN = ("14.02.2027", "Мельник Ольга", "0671234568", "Мельник Петро", "20.05.2035", "Алчевськ", "", "", "")
GOOD, BAD = (OLENA, IRYNA, MARIA), (NO_PHONE, NOT_BORN)

KNOWN = Known(
    form=need_form(TERMS, 1),
    place=partial(sure_place, CATALOGUE.places.book),
    categories={
        each.code: (CATALOGUE.categories[each.code].name["uk"], CATALOGUE.recreation.children[each.code].plain["uk"])
        for each in TERMS.categories
    },
    today=TODAY,
)


def as_csv(*lines: Sequence[str], head: Sequence[str] = HEAD) -> bytes:
    """As the form's table is saved as text."""
    file = io.StringIO()
    csv.writer(file).writerows((head, *lines))
    return file.getvalue().encode()


def as_xlsx(*lines: Sequence[object], head: Sequence[str] = HEAD) -> bytes:
    """As it is saved as a workbook."""
    book, file = Workbook(), io.BytesIO()
    sheet = book.active
    for row in (head, *lines):
        sheet.append(list(row))
    book.save(file)
    return file.getvalue()


def typed(line: Sequence[str]) -> list[object]:
    """A line as a program for tables keeps it: moments, days and numbers are none of them words."""
    cells: list[object] = list(line)
    cells[0] = datetime(2027, 2, 12, 14, 33, 5)  # noqa: DTZ001 - a table knows no zones
    cells[2] = int("".join(filter(str.isdigit, line[2])) or 0) or line[2]
    cells[4] = datetime(2015, 5, 20)  # noqa: DTZ001 - nor does a birthday have one
    return cells
