"""Sights of a solved case that closes by itself, and of words that wait too long and leave together."""

from __future__ import annotations

from casework.letters import sights as s
from casework.letters.sights.closing import ClosesItselfSight
from rules.shortening import shortened
from tests.bot.telegram.render.given import NOON, NUMBER

CLOSING_EVENTS = ("closed-itself", "not-solved")


def closing_sights(words: str, here: s.Office) -> dict[str, list[object]]:
    return {
        "closes-itself": [ClosesItselfSight(1, NUMBER, outcome, NOON, here) for outcome in (words[:200] or None, None)],
        "stays-open": [s.NumberSight(1, NUMBER, here)],
    }


def persons_words(words: str) -> dict[str, list[object]]:
    texts = shortened([words] * 3, 3000)
    lines = (s.WordsTogether(1, text, edited) for text, edited in zip(texts, (False, True, False), strict=True))
    return {
        "person-message": [
            *(s.PersonMessageSight(words, part, part + 1, edited=False) for part in (0, 1)),
            s.PersonMessageSight(texts[0], 0, 1, edited=False, together=tuple(lines)),
        ],
        "person-message-edited": [
            s.PersonMessageSight(words, 0, 1, edited=True),
            s.PersonMessageSight(words, 1, 2, edited=True),
            s.PersonMessageSight("", 1, 1, edited=True),
        ],
    }
