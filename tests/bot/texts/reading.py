"""How hard a text is to read: its sentences, counted."""

from __future__ import annotations

import re

WORDS_IN_A_SENTENCE = 14
"""At most so many on average, in each text of ours."""


def sentences(text: str) -> list[int]:
    """Words of each sentence; a line is a sentence too."""
    found = [re.findall(r"[\w’'+/-]+", part) for part in re.split(r"[.?]\s|[.?]$|\n", text)]
    return [len(words) for words in found if words]


def mean(counts: list[int]) -> float:
    """Of a text without words: nothing to read."""
    return sum(counts) / len(counts) if counts else 0.0
