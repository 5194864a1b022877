"""How a human agrees that somebody writes for them, and the code that the helper reads out."""

import re
from datetime import timedelta
from enum import StrEnum

CODE_DIGITS = 12
"""Too many to be guessed while a code is good, few enough to be read out over the phone in three groups."""
CODE_VALID_FOR = timedelta(days=3)
_CODE = re.compile(rf"\s*(?:[0-9][\s\-‐‑–—]*){{{CODE_DIGITS}}}")


class Agreement(StrEnum):
    """Where the agreement stands."""

    NOT_NEEDED = "not-needed"
    """A parent writes for their child."""
    BY_CALL = "by-call"
    """We have to call the human and ask."""
    BY_CODE = "by-code"
    """The human sends a code from their own Telegram; or we call after all."""
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    """The human does not want that somebody writes for them."""
    REPORT = "report"
    """Nobody asked the human: somebody reports that they are in trouble."""


AWAITED = frozenset({Agreement.BY_CALL, Agreement.BY_CODE})


def read_code(written: str) -> str | None:
    """The digits of a message that is a code and nothing else, however it is grouped."""
    return "".join(re.findall(r"[0-9]", written)) if _CODE.fullmatch(written) else None


def grouped_code(digits: str) -> str:
    """«4821 7730 1956», as it is read out."""
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
