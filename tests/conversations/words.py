"""The bot's own words, as a reader sees them: read from its files, so that better words break no test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path

from fluent.syntax import FluentParser, ast, visitor

from bot.texts.wording import FOLDER, Wording

WORDING = Wording()
GAP = "\x01"
TAG = re.compile(r"<[^>]+>")


def label(key: str, language: str = "uk", /, **values: str | int) -> str:
    """What stands on a button, or in a toast."""
    return WORDING.to(language).plain(key, **values)


def text(key: str, language: str = "uk", /, **values: str | int) -> str:
    """A whole text as it is shown, without markup."""
    return unescape(TAG.sub("", WORDING.to(language).get(key, **values)))


@cache
def piece(key: str, language: str = "uk", /, **values: str) -> str:
    """The longest run of fixed words in a text; `values` choose between its variants."""
    gaps: dict[str, str | int] = dict.fromkeys(_variables(key, language) - values.keys(), GAP)
    filled = WORDING.to(language).get(key, **(gaps | values))
    runs = re.split(rf"{GAP}|\n", unescape(TAG.sub(GAP, filled)))
    return max((run.strip(" .,:") for run in runs), key=len)


def _variables(key: str, language: str) -> set[str]:
    found = Variables()
    found.visit(_messages(FOLDER / language)[key])
    return found.names


@cache
def _messages(folder: Path) -> dict[str, ast.Message]:
    return {entry.id.name: entry for entry in _entries(folder) if isinstance(entry, ast.Message)}


def _entries(folder: Path) -> Iterator[ast.EntryType]:
    for path in folder.glob("*.ftl"):
        yield from FluentParser().parse(path.read_text(encoding="utf-8")).body


class Variables(visitor.Visitor):
    """Gathers the names of the variables of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's own naming
        """One variable."""
        self.names.add(node.id.name)


AGREE = label("button-agree")
DECLINE = label("button-decline")
WATCHED = label("button-watched")
MORE = label("button-consent-more")
OPEN_CASE = label("button-open-case")
DROP = label("button-drop")
NEW_CASE = label("button-new-case")
ADD_WORDS = label("button-add-words")
MY_CASES = label("button-my-cases")
NOT_SOLVED = label("button-reopen")
TAKE = label("button-take")
RELEASE = label("button-release")
CLOSE = label("button-close")
STATE = label("button-step")
REOPEN = label("button-reopen-staff")
ASSIGN = label("button-assign")
DETAILS = label("button-details")
WHY = "Заміняю колегу"
"""A reason of the catalogue for which somebody looks into a case that is not theirs."""
FACTS = label("button-facts")

WELCOME = piece("letter-welcome")
HOTLINES = piece("letter-hotlines", heard="yes")
CONSENT = piece("screen-consent")
OFFER = piece("screen-offer-case")
RECEIVED = piece("letter-case-received", named="yes")
TAKEN_BY = piece("letter-case-taken")
CLOSED = piece("letter-case-closed", named="no")
