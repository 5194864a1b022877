"""The code that a helper reads out, and the human sends from their own account."""

from __future__ import annotations

import secrets
from datetime import datetime

from casework.staff.codes import code_hash
from db.models import OnBehalf
from rules.agreements import CODE_DIGITS, CODE_VALID_FOR, Agreement

PURPOSE = "agree"


def give_code(row: OnBehalf, now: datetime) -> None:
    """A fresh code for three days from `now` (business time): by it the human can agree from now on."""
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    row.agreement = Agreement.BY_CODE.value
    row.code, row.code_hash, row.code_expires_at = code, code_hash(PURPOSE, code), now + CODE_VALID_FOR


def take_code_back(row: OnBehalf) -> None:
    """Nobody can agree by it any more."""
    row.code = row.code_hash = row.code_expires_at = None
