"""Buttons around looking at people's data: for which reason, and who looked."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Page
from casework.readings.ask import Looks
from rules.readings import LONGEST_REASON, By

Why = Annotated[str, Field(max_length=LONGEST_REASON, pattern=r"^[a-z-]*$")]
Which = Annotated[int, Field(ge=0, le=2**63 - 1)]


class LookFor(ButtonData, prefix="lf"):
    """Look for this reason; `item` as in `AskWhy`."""

    case: CaseId
    what: Looks
    item: Which = 0
    reason: Why


class Readings(ButtonData, prefix="rg"):
    """A page of who looked; `of` as in `ShowReadings`."""

    by: By
    of: Which = 0
    page: Page = 0
