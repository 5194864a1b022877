"""Numbers of cases: how they are written, and how people type them."""

import re

_LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЈЅ", "ABEKMHOPCTYXIJS")
_DASHES = r"[\s\u00ad\-‐‑‒–—―−_./]*"
_NUMBER = re.compile(rf"[№#\s]*([A-Z]{{2,5}}){_DASHES}(20[0-9]{{2}}){_DASHES}([0-9]{{1,9}})[\s.,!?]*")
_FULL_WIDTH = 6


def case_number(prefix: str, year: int, seq: int) -> str:
    """`case_number("LUH", 2026, 123)` → `LUH-2026-000123`; the sequence starts at 1 each year."""
    if seq < 1:
        raise ValueError("the sequence of case numbers starts at 1")
    return f"{prefix}-{year:04d}-{seq:06d}"


def complaint_number(prefix: str, complaint_id: int) -> str:
    """`complaint_number("LUH", 7)` → `LUH-C-00007`: short enough to be read out on the phone."""
    return f"{prefix}-C-{complaint_id:05d}"


def parse_case_number(text: str) -> tuple[str, int, int] | None:
    """(prefix, year, sequence) of a text that is one case number and nothing else, or None.

    Forgives spaces, any dash or none, lower case, missing zeros and Cyrillic letters that look Latin. Without a
    divider between year and sequence all six digits are needed.
    """
    found = _NUMBER.fullmatch(text.strip().upper().translate(_LOOK_ALIKES))
    if found is None:
        return None
    prefix, year, seq = found.groups()
    glued = found.end(2) == found.start(3)
    if int(seq) == 0 or (glued and len(seq) < _FULL_WIDTH):
        return None
    return prefix, int(year), int(seq)
