"""A file as it stands in a list: what it is, never its content."""

from __future__ import annotations

from dataclasses import dataclass

from rules.files import FileKind


@dataclass(frozen=True, slots=True)
class FileLine:
    """What a file is."""

    kind: FileKind
    name: str | None = None
    """Only where its sender or its reader sees it: names tell much."""
    size: int | None = None
    duration: int | None = None
