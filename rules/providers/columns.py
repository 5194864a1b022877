"""The columns of a list of providers: what each may hold, and what is wrong with what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rules.catalogue import Catalogue
from rules.languages import LANGUAGES
from rules.providers.provider import name_key


class Column(StrEnum):
    """One column."""

    NAME = "name"
    KIND = "kind"
    AREAS = "areas"
    CHANNEL = "channel"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    CONTACT = "contact"
    FROM = "from"
    UNTIL = "until"
    CHAT = "chat"


class Wrong(StrEnum):
    """What is wrong with a cell or a line."""

    MISSING = "missing"
    UNKNOWN_KIND = "unknown-kind"
    UNKNOWN_CHANNEL = "unknown-channel"
    UNKNOWN_AREA = "unknown-area"
    UNKNOWN_CHAT = "unknown-chat"
    BAD_NAME = "bad-name"
    BAD_PHONE = "bad-phone"
    BAD_EMAIL = "bad-email"
    BAD_DATE = "bad-date"
    DATES_TURNED = "dates-turned"
    TOO_LONG = "too-long"
    FORMULA = "formula"
    EXCEL_ERROR = "excel-error"
    EXCEL_NUMBER = "excel-number"
    """A program for tables made a rounded number of a telephone."""
    UNREADABLE = "unreadable"
    TOO_MANY_CELLS = "too-many-cells"
    TWICE = "twice"
    """`value` is the number of the line that has the same name."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing that is wrong in a line of the list (counted from 1, with the line of the names of columns)."""

    line: int
    wrong: Wrong
    column: Column | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What a list may name: `areas` by their names as `name_key` has them; slugs of organisations with a staff chat."""

    areas: Mapping[str, str]
    chats: frozenset[str] = frozenset()


HEADERS: Mapping[Column, tuple[str, ...]] = {
    Column.NAME: ("назва", "надавач", "організація", "name"),
    Column.KIND: ("вид", "тип", "kind"),
    Column.AREAS: ("територія", "громада", "громади", "область", "areas", "area"),
    Column.CHANNEL: ("канал", "як передавати", "channel"),
    Column.PHONE: ("телефон", "phone"),
    Column.EMAIL: ("пошта", "електронна пошта", "e mail", "email"),
    Column.ADDRESS: ("адреса", "address"),
    Column.CONTACT: ("кого питати", "контактна особа", "contact"),
    Column.FROM: ("приймають з", "приймає з", "from"),
    Column.UNTIL: ("приймають до", "приймає до", "until"),
    Column.CHAT: ("робочий чат", "чат", "chat"),
}
"""What the columns may be called, as `name_key` has it; the first is the one that we say."""
REQUIRED = (Column.NAME, Column.KIND, Column.CHANNEL)
LONGEST = {Column.NAME: 120, Column.AREAS: 2000}


def area_names(catalogue: Catalogue) -> dict[str, str]:
    """Hromadas by all their names and codes, oblasts with and without the word, as `name_key` has them."""
    names: dict[str, str] = {}
    for hromada in catalogue.hromadas.values():
        for name in (hromada.code, hromada.name, *hromada.aliases):
            names[name_key(name)] = names[name_key(f"{name} громада")] = hromada.code
    for oblast in catalogue.oblasts.values():
        for name in (oblast.name[language] for language in LANGUAGES):
            names[name_key(name)] = names[name_key(name).removesuffix(" область")] = oblast.code
    return names
