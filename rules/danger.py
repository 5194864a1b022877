"""Words that sound like danger. A person decides what they mean; we only show the hotlines first.

The words are a catalogue (`danger_words.toml`), written in a small language:
`самогуб*` a beginning of a word · `вибух` the whole word · `не хочу … жити` up to two other words in between.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹ′`´＇ʻ‛\u02b9\u0301\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_LOOK_ALIKES = str.maketrans("aceiopxyё", "асеіорхуе")
_SHORTEST_BEGINNING = 3
_CYRILLIC = re.compile(r"[а-яіїєґ]")
_WORD = r"[^\W_]"
_GAP = rf"(?:{_WORD}+ ){{0,2}}"


@dataclass(frozen=True, slots=True)
class DangerWords:
    """Phrases that sound like danger, and innocent ones that look like them and are taken out before."""

    phrases: tuple[str, ...]
    innocent: tuple[str, ...] = ()


def sounds_dangerous(text: str, words: DangerWords) -> bool:
    """Does the text hold one of the phrases? Letter case, apostrophes, ё/е, look-alikes and signs don't matter."""
    plain = normal(text)
    if words.innocent:
        plain = _pattern(words.innocent).sub(".", plain)
    return bool(words.phrases) and _pattern(words.phrases).search(plain) is not None


def normal(text: str) -> str:
    """Lower case, without apostrophes, one space between words: «Не хочу... ЖИТИ» is `не хочу жити`."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES))
    words = re.split(r"[\W_]+", folded)
    return " ".join(word.translate(_LOOK_ALIKES) if _CYRILLIC.search(word) else word for word in words).strip()


def check_phrase(phrase: str) -> str | None:
    """What is wrong with a phrase of the catalogue, in a few words; None if nothing is."""
    tokens = phrase.split()
    if not tokens or tokens[0] == "…" or tokens[-1] == "…":
        return "begins and ends with a word"
    for token in tokens:
        stem = token.removesuffix("*")
        if token != "…" and not re.fullmatch(rf"{_WORD}+", normal(stem)):
            return f"'{token}' is no word; only * at its end and … between words are known"
        if token.endswith("*") and len(normal(stem)) < _SHORTEST_BEGINNING:
            return f"'{token}' is too short a beginning: it would match too much"
    return None


@lru_cache(maxsize=16)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, phrases))})(?!\w)")


def _expression(phrase: str) -> str:
    parts = []
    for token in phrase.split():
        if token == "…":
            parts.append(_GAP)
        elif token.endswith("*"):
            parts.append(re.escape(normal(token[:-1])) + rf"{_WORD}* ")
        else:
            parts.append(re.escape(normal(token)) + " ")
    return "".join(parts).removesuffix(" ")
