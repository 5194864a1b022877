"""Refusals are facts, not sentences: each names the key of its wording and what the wording needs."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """An act did not happen, for a reason that the one who asked may know. Nothing was written."""

    key: ClassVar[str]

    def __init__(self, **facts: str) -> None:
        super().__init__(self.key)
        self.facts = facts
