"""What is known of a provider: by what it is reached, when it accepts, whom it serves, how it is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue import load_catalogue
from rules.catalogue import Provider as ProviderKind
from rules.providers import (
    Channel,
    Column,
    Known,
    ProviderEntry,
    Wrong,
    accepts,
    area_names,
    as_typed,
    fits,
    name_key,
    reachable,
    read_typed,
)

CATALOGUE = load_catalogue()
KNOWN = Known(area_names(CATALOGUE), frozenset({"sievierodonetsk"}))
ENTRY = ProviderEntry("Поруч", ProviderKind.NGO, Channel.PHONE)
WHOLE = ProviderEntry(
    "ГО «Поруч»", ProviderKind.STATE, Channel.STAFF_CHAT, ("46", "UA44100130000035624"), "0501234567", "a@b.ua",
    "вул. Садова, 5", "Ольга", date(2026, 2, 1), date(2026, 3, 6), "sievierodonetsk",
)  # fmt: skip


@pytest.mark.parametrize(
    ("channel", "contact"),
    [(Channel.PHONE, "phone"), (Channel.EMAIL, "email"), (Channel.PAPER, "address"), (Channel.STAFF_CHAT, "chat")],
)
def test_its_channel_needs_its_own_contact(channel: Channel, contact: str) -> None:
    others = {each: "1" for each in ("phone", "email", "address", "chat") if each != contact}
    bare = replace(ENTRY, channel=channel, **others)  # type: ignore[arg-type]  # names of fields are checked by dataclass
    assert not reachable(bare)
    assert reachable(replace(bare, **{contact: "1"}))  # type: ignore[arg-type]  # names of fields are checked


@pytest.mark.parametrize(
    ("begin", "end", "day", "accepted"),
    [
        (None, None, date(2026, 3, 6), True),
        (None, date(2026, 3, 6), date(2026, 3, 6), True),
        (None, date(2026, 3, 6), date(2026, 3, 7), False),
        (date(2026, 3, 6), None, date(2026, 3, 5), False),
    ],
)
def test_its_own_dates_are_both_included(begin: date | None, end: date | None, day: date, accepted: bool) -> None:
    assert accepts(replace(ENTRY, accepts_from=begin, accepts_until=end), day) is accepted


def test_whom_it_serves() -> None:
    assert fits(ENTRY, []), "without an area it serves everybody"
    assert fits(replace(ENTRY, areas=("46",)), ["46", "UA44"])
    assert not fits(replace(ENTRY, areas=("46",)), ["05"])


def test_quotes_and_case_make_no_other_provider() -> None:
    assert name_key("ГО «Поруч»") == name_key('го  "ПОРУЧ"') != name_key("Поруч")


@pytest.mark.parametrize("entry", [ENTRY, replace(WHOLE, areas=()), WHOLE])
def test_what_is_shown_to_be_copied_says_the_same_when_it_is_sent(entry: ProviderEntry) -> None:
    areas = {code: code for code in entry.areas} | {"46": "Львівська область"}
    assert read_typed(as_typed(entry, areas), replace_areas(entry)) == entry


def replace_areas(entry: ProviderEntry) -> Known:
    """All its areas are known by their codes."""
    return Known({**KNOWN.areas, **{name_key(code): code for code in entry.areas}}, KNOWN.chats)


@pytest.mark.parametrize(
    ("words", "wrong", "column"),
    [
        ("Назва: Поруч\nВид: ГО", Wrong.MISSING, Column.CHANNEL),
        ("просто слова", Wrong.UNREADABLE, None),
        ("Назва: Поруч\nНазва: Інша\nВид: ГО\nКанал: телефон", Wrong.TWICE, Column.NAME),
        ("Назва: Поруч\nВид: клуб\nКанал: телефон", Wrong.UNKNOWN_KIND, Column.KIND),
    ],
)
def test_what_is_typed_wrongly_is_named(words: str, wrong: Wrong, column: Column | None) -> None:
    found = read_typed(words, KNOWN)
    assert isinstance(found, list)
    assert (found[0].wrong, found[0].column) == (wrong, column)
