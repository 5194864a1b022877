"""Telegram's HTML, read as strictly as Telegram reads it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

TAGS = {"b": set(), "i": set(), "code": set(), "blockquote": set(), "tg-spoiler": set(), "a": {"href"}}
"""The tags that we use, each with its attributes."""
ENTITY = re.compile(r"&(?:lt|gt|amp|quot|#\d+);")


class BrokenHtml(Exception):
    """Telegram would refuse this text."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS or {name for name, _ in attrs} != TAGS[tag]:
            raise BrokenHtml(f"<{tag}> with {[name for name, _ in attrs]}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise BrokenHtml(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise BrokenHtml("a comment")

    def handle_decl(self, decl: str) -> None:
        raise BrokenHtml("a declaration")

    def handle_pi(self, data: str) -> None:
        raise BrokenHtml("a processing instruction")


def read(text: str) -> str:
    """What the reader sees. BrokenHtml where Telegram would refuse."""
    if "&" in ENTITY.sub("", text):
        raise BrokenHtml("an ampersand of no entity")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise BrokenHtml(f"<{reader.open[-1]}> stays open")
    return "".join(reader.text)


def units(text: str) -> int:
    """UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
