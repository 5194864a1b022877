"""The words of one language, each text read when it is used first: a start waits for what is read before."""

from __future__ import annotations

import re
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message
from fluent.syntax import FluentParser, ast

BEGINNING = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE | re.ASCII)
"""Where a message or a term begins: nothing else of Fluent's begins a line so."""
STRAY = re.compile(r"^(?!-?[A-Za-z][\w-]* *=)[^ \n#}].*", re.MULTILINE | re.ASCII)
"""A line that belongs to no text and is no comment."""
REFERENCE = re.compile(r"\{\s*(-?[A-Za-z][\w-]*)", re.ASCII)
"""A text that stands in another, or something that is not known by such a name."""


class WordingError(Exception):
    """The files of a language are broken: names file and key or line."""


class Bundle(FluentBundle):
    """Fluent skips what it cannot read and lets the first of two equal keys win. Both would be silent, so both are
    refused: what stands outside of all texts at once, what is wrong inside of one when it is used first.
    """

    def __init__(self, folder: Path) -> None:
        """Take `<folder>/*.ftl`; the folder is called as the language. Raises WordingError."""
        super().__init__([folder.name], use_isolating=False)
        self._waiting: dict[str, tuple[str, str]] = {}
        """For each text that was not used yet its file and its source."""
        for path in sorted(folder.rglob("*.ftl")):
            self._take(f"{folder.name}/{path.name}", path.read_text(encoding="utf-8"))

    @property
    def unread(self) -> tuple[str, ...]:
        """The keys of the texts that were not used yet; those of terms begin with a dash."""
        return tuple(self._waiting)

    def has_message(self, message_id: str) -> bool:
        """Whether there is such a text."""
        self._read(message_id)
        return super().has_message(message_id)

    def get_message(self, message_id: str) -> Message:
        """A text, with those that stand in it. KeyError where there is none, WordingError where one is broken."""
        self._read(message_id)
        return super().get_message(message_id)

    def _take(self, file: str, source: str) -> None:
        if (stray := STRAY.search(source)) is not None:
            raise WordingError(f"{file}: not Fluent: {stray[0]}")
        begun = list(BEGINNING.finditer(source))
        ends = [*(each.start() for each in begun[1:]), len(source)]
        for each, end in zip(begun, ends, strict=False):
            if (known := self._waiting.get(each[1])) is not None:
                raise WordingError(f"{file}: {each[1]} stands already in {known[0]}")
            self._waiting[each[1]] = file, source[each.start() : end]

    def _read(self, name: str) -> None:
        """All that it takes is there before anything of it may be used, in whatever thread."""
        found: dict[str, ast.Resource] = {}
        wanted = [name]
        while wanted:
            each = wanted.pop()
            if each not in found and (waiting := self._waiting.get(each)) is not None:
                found[each] = _parsed(*waiting)
                wanted += REFERENCE.findall(waiting[1])
        for resource in found.values():
            self.add_resource(resource)
        for each in found:
            self._waiting.pop(each, None)


def _parsed(file: str, source: str) -> ast.Resource:
    resource = FluentParser(with_spans=False).parse(source)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            lines = (entry.content or "").strip().splitlines() or [""]
            raise WordingError(f"{file}: not Fluent: {lines[0]}")
    return resource
