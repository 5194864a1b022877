"""The page of all screens and letters, made from the code: `make screens` writes `docs/screens.md`.

The first few wordings of each kind, in both languages; what people would have written is one name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from aiogram.types import InlineKeyboardMarkup, ReplyKeyboardMarkup

from bot.telegram.render import render
from bot.telegram.rendered import Rendered
from bot.texts.wording import Wording
from casework.letters import sights as s
from rules.languages import LANGUAGES
from tests.bot.telegram.render.samples import persons_sights, staffs_sights
from tests.bot.telegram.render.telegram_html import read
from tests.house.source_tree import ROOT

MOST = 4
"""Wordings of one kind: the rest differ in little."""
PAGE = ROOT / "docs" / "screens.md"
NAMES = {"uk": "Олена", "en": "Olena"}
HEAD = """# Every screen and every letter

Made from the code by `make screens`; a test fails where it is not what people get. Buttons stand in [brackets].
"""


def page() -> str:
    """The whole page in Markdown."""
    parts = [HEAD, "## To a person\n", *_kinds(persons_sights), "## To staff\n", *_kinds(staffs_sights)]
    return "\n".join(parts)


def _kinds(sights_of: object) -> Iterator[str]:
    assert callable(sights_of)
    by_language = {language: sights_of(NAMES[language], language) for language in LANGUAGES}
    for kind in by_language["uk"]:
        yield f"### {kind}\n"
        for texts in zip_longest(*(_texts(kind, each[kind], language) for language, each in by_language.items())):
            for language, text in zip(LANGUAGES, texts, strict=True):
                if text is not None:
                    yield f"**{language}**\n\n{text}\n"


def _texts(kind: str, several: Iterable[object], language: str) -> list[str]:
    """The first wordings that differ."""
    rendered = (render(s.Sight(kind, language, shown), WORDING) for shown in several)
    return list(dict.fromkeys(_quoted(each) for each in rendered))[:MOST]


def _quoted(rendered: Rendered) -> str:
    lines = [*read(rendered.text).splitlines(), "", *(f"[{label}]" for label in labels(rendered))]
    return "\n".join(f"> {_plain(line)}".rstrip() + ("  " if line else "") for line in _without_last_blank(lines))


def labels(rendered: Rendered) -> list[str]:
    """What stands on the buttons."""
    keyboard = rendered.keyboard
    if isinstance(keyboard, InlineKeyboardMarkup):
        return [button.text for row in keyboard.inline_keyboard for button in row]
    if isinstance(keyboard, ReplyKeyboardMarkup):
        return [button.text for row in keyboard.keyboard for button in row]
    return []


def _plain(line: str) -> str:
    """Nothing in a line means anything to Markdown."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]<>#|" else sign for sign in line)


def _without_last_blank(lines: list[str]) -> list[str]:
    return lines[:-1] if lines and not lines[-1] else lines


WORDING = Wording()

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
