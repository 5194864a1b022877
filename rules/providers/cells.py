"""The cells of one line of a list of providers: what they say, and what is wrong with what they say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from rules.catalogue import Provider as ProviderKind
from rules.providers.columns import LONGEST, REQUIRED, Column, Flaw, Known, Wrong
from rules.providers.provider import Channel, ProviderEntry, name_key
from rules.tables.cells import LONGEST_CELL, BadCell, plain, unrounded

KIND_WORDS = {
    "громада": ProviderKind.HROMADA, "тг": ProviderKind.HROMADA, "hromada": ProviderKind.HROMADA,
    "го": ProviderKind.NGO, "громадська організація": ProviderKind.NGO, "благодійна організація": ProviderKind.NGO,
    "організація": ProviderKind.NGO, "бф": ProviderKind.NGO, "ngo": ProviderKind.NGO,
    "державна установа": ProviderKind.STATE, "установа": ProviderKind.STATE, "state": ProviderKind.STATE,
}  # fmt: skip
CHANNEL_WORDS = {
    "робочий чат": Channel.STAFF_CHAT, "чат": Channel.STAFF_CHAT, "staff chat": Channel.STAFF_CHAT,
    "телефон": Channel.PHONE, "телефоном": Channel.PHONE, "phone": Channel.PHONE,
    "електронна пошта": Channel.EMAIL, "пошта": Channel.EMAIL, "поштою": Channel.EMAIL, "e mail": Channel.EMAIL,
    "email": Channel.EMAIL,
    "папір": Channel.PAPER, "на папері": Channel.PAPER, "лист": Channel.PAPER, "paper": Channel.PAPER,
}  # fmt: skip
KIND_NAMES = {each: next(word for word, kind in KIND_WORDS.items() if kind is each) for each in KIND_WORDS.values()}
CHANNEL_NAMES = {each: next(word for word, said in CHANNEL_WORDS.items() if said is each) for each in Channel}
EVERYWHERE = frozenset({"вся україна", "усі", "всі", "everywhere"})
SHOWN = 40
"""Signs of a wrong cell that a report repeats."""
_PHONES = re.compile(r"[0-9+()\-‐‑–\s,;/.]*(?:(?:доб|вн|ext)\.?\s*[0-9]+)?", re.I)
_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>.]{2,}")
_KATOTTG = re.compile(r"ua(\d{2})\d{15}")


class Bad(Exception):
    """A cell can't be read; `wrong` and `value` as in `Flaw`."""

    def __init__(self, wrong: Wrong, value: str = "") -> None:
        super().__init__(wrong)
        self.wrong, self.value = wrong, value


def entry_of(line: int, cells: Mapping[Column, str], known: Known) -> ProviderEntry | list[Flaw]:
    """One provider of the cells of a line, or all that is wrong with them."""
    found: dict[Column, Any] = {}
    flaws: list[Flaw] = []
    for column in Column:
        try:
            text = plain(
                cells.get(column, ""), signed=column is Column.PHONE, longest=LONGEST.get(column, LONGEST_CELL)
            )
            found[column] = _READ[column](text, known)
        except Bad as bad:
            flaws.append(Flaw(line, bad.wrong, column, bad.value[:SHOWN]))
        except BadCell as bad:
            flaws.append(Flaw(line, Wrong(bad.fault.value), column, bad.value[:SHOWN]))
    flaws += [Flaw(line, Wrong.MISSING, each) for each in REQUIRED if each in found and not found[each]]
    if flaws:
        return flaws
    entry = ProviderEntry(
        name=found[Column.NAME], kind=found[Column.KIND], channel=found[Column.CHANNEL], areas=found[Column.AREAS],
        phone=found[Column.PHONE], email=found[Column.EMAIL], address=found[Column.ADDRESS],
        contact=found[Column.CONTACT], accepts_from=found[Column.FROM], accepts_until=found[Column.UNTIL],
        chat=found[Column.CHAT],
    )  # fmt: skip
    turned = entry.accepts_from and entry.accepts_until and entry.accepts_from > entry.accepts_until
    return [Flaw(line, Wrong.DATES_TURNED, Column.UNTIL)] if turned else entry


def _name(text: str, known: Known) -> str:
    if text and not name_key(text):
        raise Bad(Wrong.BAD_NAME, text)
    return text


def _kind(text: str, known: Known) -> ProviderKind | None:
    if text and name_key(text) not in KIND_WORDS:
        raise Bad(Wrong.UNKNOWN_KIND, text)
    return KIND_WORDS[name_key(text)] if text else None


def _channel(text: str, known: Known) -> Channel | None:
    if text and name_key(text) not in CHANNEL_WORDS:
        raise Bad(Wrong.UNKNOWN_CHANNEL, text)
    return CHANNEL_WORDS[name_key(text)] if text else None


def _areas(text: str, known: Known) -> tuple[str, ...]:
    codes = []
    for name in filter(None, map(str.strip, re.split(r"[,;|/]", text))):
        key = name_key(name)
        if key in EVERYWHERE:
            return ()
        code = known.areas.get(key) or _oblast_of(key, known)
        if code is None:
            raise Bad(Wrong.UNKNOWN_AREA, name)
        codes.append(code)
    return tuple(dict.fromkeys(codes))


def _oblast_of(key: str, known: Known) -> str | None:
    """The whole code of an oblast is as good as its two digits."""
    code = _KATOTTG.fullmatch(key)
    whole = code is not None and key[4:].startswith("0" * 10)
    return code.group(1) if code is not None and whole and code.group(1) in known.areas.values() else None


def _phone(text: str, known: Known) -> str:
    unrounded(text)
    if text and (not _PHONES.fullmatch(text) or len(re.findall(r"[0-9]", text)) < 3):
        raise Bad(Wrong.BAD_PHONE, text)
    return text


def _email(text: str, known: Known) -> str:
    if text and not _EMAIL.fullmatch(text):
        raise Bad(Wrong.BAD_EMAIL, text)
    return text


def _day(text: str, known: Known) -> date | None:
    if not text:
        return None
    if (written := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})(?: 0?0:00(?::00)?)?", text)) is not None:
        day, month, year = map(int, written.groups())
    elif (written := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?", text)) is not None:
        year, month, day = map(int, written.groups())
    else:
        raise Bad(Wrong.BAD_DATE, text)
    try:
        return date(year, month, day)
    except ValueError:
        raise Bad(Wrong.BAD_DATE, text) from None


def _chat(text: str, known: Known) -> str:
    if text and text not in known.chats:
        raise Bad(Wrong.UNKNOWN_CHAT, text)
    return text


def _text(text: str, known: Known) -> str:
    return text


_READ: Mapping[Column, Callable[[str, Known], Any]] = {
    Column.NAME: _name,
    Column.KIND: _kind,
    Column.AREAS: _areas,
    Column.CHANNEL: _channel,
    Column.PHONE: _phone,
    Column.EMAIL: _email,
    Column.ADDRESS: _text,
    Column.CONTACT: _text,
    Column.FROM: _day,
    Column.UNTIL: _day,
    Column.CHAT: _chat,
}
