"""Thanks and goodbyes: words that ask for nothing and need no new case.

Cautious on purpose: every word of the message has to be a known one. A single word more, a question, a digit, a sad
sign, and it is a message like any other.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rules.danger import normal

LONGEST_TEXT = 160
LONGEST_WORDS = 14
_ASKS_OR_MINDS = frozenset("?？¿(（[{%№#@/\\")
_HARMLESS = frozenset({"Mn", "Me", "Cf", "Sk", "Zs", "Cc", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class ThanksWords:
    """Phrases of thanks, phrases that may stand beside them, and signs (emoji) that do not turn them round."""

    thanks: tuple[str, ...]
    beside: tuple[str, ...] = ()
    signs: str = ""


def is_only_thanks(text: str, words: ThanksWords) -> bool:
    """Does the message consist of thanks and of nothing else that anybody would have to read?"""
    if len(text) > LONGEST_TEXT or not all(_is_harmless(sign, words.signs) for sign in text):
        return False
    plain = normal(text)
    if not plain or len(plain.split()) > LONGEST_WORDS:
        return False
    # Whole phrases only, the longest first: what cannot be cut into them without a rest is no thanks.
    return _only(words).fullmatch(f"{plain} ") is not None and _thanks(words).search(f" {plain} ") is not None


def _is_harmless(sign: str, signs: str) -> bool:
    if sign in _ASKS_OR_MINDS:
        return False
    kind = unicodedata.category(sign)
    return kind[0] in "LP" or kind in _HARMLESS or sign in signs


@lru_cache(maxsize=4)
def _only(words: ThanksWords) -> re.Pattern[str]:
    return re.compile(f"(?:(?:{_either((*words.thanks, *words.beside))}) )+")


@lru_cache(maxsize=4)
def _thanks(words: ThanksWords) -> re.Pattern[str]:
    return re.compile(f" (?:{_either(words.thanks)}) ")


def _either(phrases: tuple[str, ...]) -> str:
    plain = sorted({normal(phrase) for phrase in phrases}, key=len, reverse=True)
    return "|".join(re.escape(phrase) for phrase in plain) or r"(?!)"
