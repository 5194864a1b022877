"""Long texts in parts: Telegram counts UTF-16 units, people see letters and faces."""

import re
import unicodedata

SMALLEST_LIMIT = 2
_JOINERS = frozenset("\u200d\ufe0e\ufe0f\u20e3")
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE = re.compile(r"[.!?…][)\]»”\"'’]*\s|\n")
_SPACE = re.compile(r"\s")


def units(text: str) -> int:
    """The length of a text in UTF-16 units, as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int) -> tuple[str, ...]:
    """The text in parts of at most `limit` UTF-16 units, none of them blank; a blank text has no parts.

    Cuts at a paragraph, else a sentence, else a space, else between two visible characters; only blanks at a cut are
    dropped. ValueError for a limit under 2, in which not every character fits.
    """
    if limit < SMALLEST_LIMIT:
        raise ValueError("a part must hold at least two units")
    parts: list[str] = []
    rest = text.strip()
    while rest:
        cut = _cut(rest, limit)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return tuple(parts)


def _cut(text: str, limit: int) -> int:
    most = _fitting(text, limit)
    if most == len(text):
        return most
    # One character more: a blank right behind the last fitting word is a place to cut, too.
    window = text[: most + 1]
    for boundary, least in ((_PARAGRAPH, most // 2), (_SENTENCE, most // 2), (_SPACE, 0)):
        ends = [found.start() if boundary is _SPACE else found.end() for found in boundary.finditer(window)]
        good = [end for end in ends if least < end <= most]
        if good:
            return good[-1]
    return _between_graphemes(text, most)


def _fitting(text: str, limit: int) -> int:
    most = min(limit, len(text))
    used = units(text[:most])
    while used > limit:
        most -= 1
        used -= 2 if text[most] > "\uffff" else 1
    return most


def _between_graphemes(text: str, cut: int) -> int:
    for earlier in range(cut, 0, -1):
        if not _inside_grapheme(text, earlier):
            return earlier
    return cut


def _inside_grapheme(text: str, cut: int) -> bool:
    before, behind = text[cut - 1], text[cut]
    return (
        before == "\u200d"
        or behind in _JOINERS
        or unicodedata.category(behind).startswith("M")
        or "\U0001f3fb" <= behind <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= behind <= "\U000e007f"  # tags of sub-national flags
        or (_is_flag_half(behind) and _flag_halves_before(text, cut) % 2 == 1)
    )


def _flag_halves_before(text: str, cut: int) -> int:
    count = 0
    while count < cut and _is_flag_half(text[cut - 1 - count]):
        count += 1
    return count


def _is_flag_half(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
