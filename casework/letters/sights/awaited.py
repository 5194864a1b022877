"""What staff see of calls that wait: numbers and reasons. Only what is said on the phone tells of the case itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.calls import TimeOption
from casework.letters.sights.problems import NumberLink
from rules.calls import Reason
from rules.catalogue import Matter


@dataclass(frozen=True, slots=True)
class ListedCall:
    """One call in the list."""

    case_id: int
    number: NumberLink
    reason: Reason
    matters: tuple[Matter, ...]
    """What was written and not read."""
    since: datetime
    tries: int
    due: datetime
    overdue: bool
    for_lead: bool
    owner: str | None


@dataclass(frozen=True, slots=True)
class CallListSight:
    """`call-list`, and the answer of the act `call.list`. `page` is counted from 0, `count`: all that wait."""

    calls: tuple[ListedCall, ...]
    count: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class CallToMakeSight:
    """`call-to-make` and `call-for-lead`; `may_phone` False: nobody may phone, or no number is held."""

    number: NumberLink
    may_phone: bool
    tries: int = 0


@dataclass(frozen=True, slots=True)
class CallDaysSight:
    """`call-days`, and the answer of the act `call.ask_day`."""

    case_id: int
    number: str
    tries: int
    options: tuple[TimeOption, ...]
