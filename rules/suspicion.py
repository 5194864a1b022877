"""Answers that may not have been meant for the person as they stand: worth another look before they go.

Few false alarms are worth more than catching everything: links, addresses, numbers, quoted names and emoji say nothing.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from rules.blanks import blanks_in
from rules.danger import normal


class Oddity(StrEnum):
    """What looks odd about an answer; worded by `odd-<oddity>`."""

    COLLEAGUE = "colleague"
    """It speaks to a colleague, or names an account."""
    BLANK = "blank"
    """A blank of a template was not filled in."""
    RUSSIAN = "russian"
    """Letters that Ukrainian does not have, to a Ukrainian reader."""
    NOT_CYRILLIC = "not-cyrillic"
    """Not one Cyrillic letter, to a Ukrainian reader: often the wrong keyboard."""


UKRAINIAN = "uk"
SHORTEST_STEM = 3
"""Letters of a name that every case of it keeps: «Ірин» of «Ірина», «Ірино»."""
FEW_LATIN = 3
"""A shorter word is «ok» or a unit, and no sign of the wrong keyboard."""

_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:ua|com|org|net|gov|eu|me)\b\S*", re.I)
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_QUOTED = re.compile(r"«[^»\n]{0,200}»|“[^”\n]{0,200}”|\"[^\"\n]{0,200}\"")
_ACCOUNT = re.compile(r"(?<![\w@/.])@(?!\w*bot\b)[a-z]\w{3,31}\b", re.IGNORECASE)
_ACCOUNT_LINK = re.compile(r"\bt(?:elegram)?\.me/(?!\w*bot\b)(?:\+|[a-z]\w{3,31}\b)|\btg://user\b", re.IGNORECASE)
_TO_COLLEAGUES = re.compile(
    r"(?<!\w)(?:колего|колеги|колежанко|шефе|між нами|для своїх|не для людини|внутрішнє|ремарка)(?!\w)"
)
_FOREIGN = re.compile(r"[ыэъё]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яіїєґ]", re.IGNORECASE)
_LATIN_WORD = re.compile(r"(?<![\w@#/])[^\W\d_]+(?![\w@])")
_CALLED = re.compile(r"(?:^|[.!?…\n,]\s*)([^\W\d_][\w'’ʼ-]*)(?=\s*[,!])|,\s*([^\W\d_][\w'’ʼ-]*)\s*(?=[.!?…]|$)", re.M)


def oddities(
    text: str, *, reader_language: str, colleagues: Iterable[str] = (), person: str | None = None
) -> frozenset[Oddity]:
    """What looks odd in an answer; nothing: it may go at once.

    `colleagues`: work names of those who work here; spoken to by name they make an answer odd, named in passing they do
    not. `person`: the name of whom it goes to, who may have the same name as a colleague.
    """
    found = {oddity for oddity in (_colleague(text, colleagues, person), _blank(text)) if oddity is not None}
    if reader_language == UKRAINIAN:
        found |= {oddity for oddity in (_russian(text), _not_cyrillic(text)) if oddity is not None}
    return frozenset(found)


def calls_somebody(text: str) -> bool:
    """Whether somebody is spoken to by a name, whoever it is: only then are names of colleagues needed."""
    return _CALLED.search(text) is not None


def names_account(text: str, username: str | None) -> bool:
    """Whether the text names this Telegram account, by @name or by a link to it."""
    if not username:
        return False
    name = re.escape(username.removeprefix("@"))
    pattern = rf"(?<!\w)@{name}(?!\w)|\bt(?:elegram)?\.me/{name}(?!\w)|domain={name}(?!\w)"
    return re.search(pattern, text, re.IGNORECASE) is not None


def _colleague(text: str, colleagues: Iterable[str], person: str | None) -> Oddity | None:
    if _ACCOUNT.search(_ADDRESS.sub(" ", text)) or _ACCOUNT_LINK.search(text):
        return Oddity.COLLEAGUE
    if _TO_COLLEAGUES.search(text.casefold()):
        return Oddity.COLLEAGUE
    theirs = {_stem(word) for word in normal(person or "").split()}
    stems = {_stem(word) for name in colleagues for word in normal(name).split()[:1]} - theirs
    called = {_stem(normal(one or other)) for one, other in _CALLED.findall(text)}
    return Oddity.COLLEAGUE if stems & called - {""} else None


def _stem(word: str) -> str:
    """What a first name keeps in all its cases: without its last vowel or soft ending."""
    stem = word.rstrip("аеиіоуюяїьй") if len(word) > SHORTEST_STEM else word
    return stem if len(stem) >= SHORTEST_STEM else ""


def _blank(text: str) -> Oddity | None:
    return Oddity.BLANK if blanks_in(_without_links(text)) else None


def _russian(text: str) -> Oddity | None:
    return Oddity.RUSSIAN if _FOREIGN.search(_QUOTED.sub(" ", _without_links(text))) else None


def _not_cyrillic(text: str) -> Oddity | None:
    if _CYRILLIC.search(text):
        return None
    # Capitals alone are an abbreviation: PDF, IBAN, UAH.
    words = [word for word in _LATIN_WORD.findall(_without_links(text)) if not word.isupper()]
    return Oddity.NOT_CYRILLIC if any(len(word) >= FEW_LATIN for word in words) else None


def _without_links(text: str) -> str:
    return _LINK.sub(" ", _ADDRESS.sub(" ", text))
