"""How somebody wants to be called: what may be a name at all."""

import unicodedata

LONGEST = 60
_BESIDE_LETTERS = frozenset(" '’ʼ-.")


def clean_name(text: str) -> str | None:
    """The name with single spaces, or None: no letter, a sign or digit that is in no name, several lines, too long."""
    if len(text) > LONGEST * 4 or "\n" in text.strip():
        return None
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if not name or len(name) > LONGEST or not all(_is_of_a_name(sign) for sign in name):
        return None
    return name if name[0].isalpha() else None


def _is_of_a_name(sign: str) -> bool:
    return sign.isalpha() or sign in _BESIDE_LETTERS or unicodedata.category(sign) == "Mn"
