"""The words of the bot: Fluent files per language.

Values are made safe for HTML here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from aiogram_i18n.cores.fluent_runtime_core import FluentRuntimeCore
from babel.dates import format_date
from fluent.runtime import FluentBundle

from bot.texts.bundle import Bundle
from rules.spoken_time import spoken, weekday_moment

KYIV = ZoneInfo("Europe/Kyiv")
FOLDER = Path(__file__).parent
FIRST_LANGUAGE = "uk"
DAY = {"uk": "d MMMM yyyy 'року'", "en": "d MMMM yyyy"}
"""Patterns of Unicode CLDR for a day with its year."""

LONGEST_THROUGH_FLUENT = 1000
"""Fluent refuses a value of more than 2500 characters; a longer one is put into its place afterwards."""
MARK = "\ue000"
"""Stands around the place of such a value: a character of private use, which goes around Fluent wherever it occurs."""
PLACE = re.compile(f"{MARK}([0-9]+){MARK}")

Value = str | int


class Markup(str):
    """Telegram HTML that is safe already: filling it into another text leaves it as it is."""

    __slots__ = ()


class _Core(FluentRuntimeCore):
    """A text is read and compiled when it is used first."""

    def find_locales(self) -> dict[str, FluentBundle]:
        """Only folders with words are languages: Python's own cache folder stands beside them."""
        folders = sorted(folder for folder in Path(self.path).iterdir() if any(folder.glob("*.ftl")))
        return {folder.name: Bundle(folder) for folder in folders}


class Wording:
    """All words in all languages, loaded once. A missing key, a missing value or a broken file is an error."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Read `<folder>/<language>/*.ftl`. Raises WordingError."""
        self._core = _Core(path=folder, default_locale=FIRST_LANGUAGE, use_td=False)
        self._core.locales.update(self._core.find_locales())

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that have words."""
        return self._core.available_locales

    def get(self, key: str, locale: str, /, **values: Value) -> Markup:
        """The text of `key` as Telegram HTML; every value that is a str and not Markup is escaped."""
        return Markup(self._fill(key, locale, {name: _safe(value) for name, value in values.items()}))

    def plain(self, key: str, locale: str, /, **values: Value) -> str:
        """The text of `key` where Telegram shows no HTML: buttons, toasts, titles, commands."""
        return self._fill(key, locale, values)

    def _fill(self, key: str, locale: str, values: Mapping[str, Value]) -> str:
        around: list[str] = []
        through: dict[str, Value] = {}
        for name, value in values.items():
            if isinstance(value, str) and (len(value) > LONGEST_THROUGH_FLUENT or MARK in value):
                through[name] = f"{MARK}{len(around)}{MARK}"
                around.append(value)
            else:
                through[name] = value
        text = self._core.get(key, locale, **through)
        return PLACE.sub(lambda place: around[int(place[1])], text) if around else text

    def to(self, language: str) -> Words:
        """The words for a reader of this language; an unknown language reads Ukrainian."""
        return Words(self, language if language in self.languages else FIRST_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Words:
    """The words in one language, with dates and times as its readers write them, in Kyiv's time.

    Call it `t` and name keys literally, `t.get("letter-…", number=…)`, `t.plain("button-…")`: `ftl check` reads code.
    """

    wording: Wording
    language: str

    def get(self, key: str, /, **values: Value) -> Markup:
        """Telegram HTML; see `Wording.get`."""
        return self.wording.get(key, self.language, **values)

    def plain(self, key: str, /, **values: Value) -> str:
        """Plain text; see `Wording.plain`."""
        return self.wording.plain(key, self.language, **values)

    def moment(self, at: datetime) -> str:
        """«24 листопада, 18:00»."""
        return spoken(at, "d MMMM, HH:mm", self.language)

    def weekday_moment(self, at: datetime) -> str:
        """«24 листопада, 18:00 (вівторок)»."""
        return weekday_moment(at, self.language)

    def weekday(self, at: datetime) -> str:
        """«вівторок»."""
        return spoken(at, "EEEE", self.language)

    def hour(self, at: datetime) -> str:
        """«14:20»."""
        return spoken(at, "HH:mm", self.language)

    def clock(self, at: datetime) -> str:
        """«14:20:07»: where a minute counts."""
        return spoken(at, "HH:mm:ss", self.language)

    def stamp(self, at: datetime) -> str:
        """«24.11.2026, 18:00»: short, with the year, for histories."""
        return spoken(at, "dd.MM.yyyy, HH:mm", self.language)

    def numeric_day(self, on: date) -> str:
        """«24.11.2026»: beside much else."""
        return format_date(on, "dd.MM.yyyy", locale=self.language)

    def short_day(self, at: datetime) -> str:
        """«24 листопада»."""
        return spoken(at, "d MMMM", self.language)

    def near_day(self, on: date) -> str:
        """«24 листопада, вт»: on a button, where the year is plain."""
        return format_date(on, "d MMMM, EEE", locale=self.language)

    def day(self, on: date) -> str:
        """«24 листопада 2026 року»; of a moment its day in Kyiv."""
        local = on.astimezone(KYIV).date() if isinstance(on, datetime) else on
        return format_date(local, DAY[self.language], locale=self.language)


def html(text: str) -> Markup:
    """A person's own words as Telegram HTML, when no sentence of ours stands around them."""
    return Markup(escape(text, quote=False))


def link(url: str, text: str) -> Markup:
    """A link of ours with a safe address and a safe text."""
    return Markup(f'<a href="{escape(url)}">{escape(text, quote=False)}</a>')


def quotation(text: str) -> Markup:
    """A text that somebody else reads elsewhere, set apart; `text` is made safe unless it is Markup."""
    return Markup(f"<blockquote>{text if isinstance(text, Markup) else html(text)}</blockquote>")


def code(text: str) -> Markup:
    """A text that is copied by a tap."""
    return Markup(f"<code>{html(text)}</code>")


def join(parts: Iterable[Markup], between: str = "\n") -> Markup:
    """Several safe texts as one; empty ones are left out."""
    return Markup(between.join(part for part in parts if part))


def _safe(value: Value) -> Value:
    return html(value) if isinstance(value, str) and not isinstance(value, Markup) else value
