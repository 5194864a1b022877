"""Cases that may be the same: what two of them share, who learns of it, who may make one of two, and what happens with
all that hangs on the one that ends.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from rules.cases import State, is_open
from rules.roles import LEADS, Role

UNDO_FOR = timedelta(days=30)
"""So long a merge can be taken back."""
LOOK_BACK = timedelta(days=30)
"""A case that ended longer than this before the other began is no duplicate of it: the need is another one."""
MOST = 10
"""Cases that are suggested at once."""


class Shared(StrEnum):
    """What two cases have in common. Only the kind is told, never the value."""

    PERSON = "person"
    PHONE = "phone"
    CHILD = "child"


class Tie(StrEnum):
    """What staff said of two cases."""

    LINKED = "linked"
    NOT_SAME = "not-same"


def may_know(role: Role, *, careful: bool, own: bool) -> bool:
    """Whether a staff member of the organisation may learn that a case shares something with another. `careful`:
    somebody in danger, or whom we protect, is in it; `own`: the reader has it.
    """
    return not careful or own or role in LEADS


class Why(StrEnum):
    """Why two cases can't become one."""

    SAME = "same"
    OVER = "over"
    """One of them is finished or erased."""
    OTHER_PERSON = "other-person"
    """Different people wait for an answer, or the cases are for different humans."""
    HIDDEN = "hidden"
    """Whoever reports does not want to be known."""
    DANGER = "danger"
    """The one in danger has to be the one that goes on."""
    ALARM = "alarm"
    """Nobody has answered an alarm in the one that would end."""
    ANSWER_WAITS = "answer-waits"
    OFFICE = "office"
    """The one that would end waits for an office, and the other does not."""
    APPLICATION = "application"
    """The one that would end is an application: its number stands in the order of places."""
    CHECK = "check"
    """Nobody has decided yet who the person is."""
    TAKE_FIRST = "take-first"
    NEEDS_LEAD = "needs-lead"
    """The two have different owners."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two cases, as far as it decides whether they may become one."""

    case_id: int
    person_id: int
    owner_id: int | None
    state: State
    crisis: bool = False
    erased: bool = False
    hidden: bool = False
    """Who writes is not to be known."""
    human: str | None = None
    """For whom it is, where that is not the one who writes: equal for the same human."""
    alarm: bool = False
    answer_waits: bool = False
    provider: str | None = None
    applies: bool = False
    """It is an application on its way."""
    checking: bool = False


def cannot_merge(ends: Side, goes_on: Side, role: Role, actor_id: int | None) -> Why | None:
    """Why `ends` can't end because `goes_on` goes on for both; None: it can."""
    over = not (is_open(ends.state) and is_open(goes_on.state)) or ends.erased or goes_on.erased
    humans = {each for each in (ends.human, goes_on.human) if each is not None}
    reasons = (
        (ends.case_id == goes_on.case_id, Why.SAME),
        (over, Why.OVER),
        (ends.person_id != goes_on.person_id or len(humans) > 1, Why.OTHER_PERSON),
        (ends.hidden or goes_on.hidden, Why.HIDDEN),
        (ends.crisis and not goes_on.crisis, Why.DANGER),
        (ends.alarm, Why.ALARM),
        (ends.answer_waits, Why.ANSWER_WAITS),
        (ends.provider is not None and ends.provider != goes_on.provider, Why.OFFICE),
        (ends.applies, Why.APPLICATION),
        (ends.checking or goes_on.checking, Why.CHECK),
    )
    found = next((why for holds, why in reasons if holds), None)
    return found or _no_right(role, actor_id, {ends.owner_id, goes_on.owner_id})


def _no_right(role: Role, actor_id: int | None, owners: Collection[int | None]) -> Why | None:
    """Whoever has one of them, where the other is theirs or nobody's; leads in any case."""
    if role in LEADS:
        return None
    those = set(owners) - {None}
    if not those:
        return Why.TAKE_FIRST
    return None if those == {actor_id} else Why.NEEDS_LEAD


def may_undo(merged_at: datetime, now: datetime) -> bool:
    """Whether a merge of then can be taken back now."""
    return now <= merged_at + UNDO_FOR


class Fate(StrEnum):
    """What happens with what hangs on a case that ends because another one goes on."""

    STAYS = "stays"
    """It is read from the one that goes on."""
    GOES_OVER = "goes-over"
    JOINS = "joins"
    """What both have is one from then on: the stricter, or all of it."""
    ENDS = "ends"
    """The one that goes on has its own."""


FATES: dict[str, Fate] = {
    "messages": Fate.STAYS,
    "files": Fate.STAYS,
    "case_events": Fate.STAYS,
    "readings": Fate.STAYS,
    "handovers": Fate.STAYS,
    "complaints": Fate.STAYS,
    "letters": Fate.STAYS,
    "search_keys": Fate.STAYS,
    "slots": Fate.STAYS,
    "alarms": Fate.STAYS,
    "returns": Fate.STAYS,
    "case_ties": Fate.STAYS,
    "case_merges": Fate.STAYS,
    "bulk_items": Fate.STAYS,
    "rating_tickets": Fate.STAYS,
    "cases": Fate.STAYS,
    "awaited_letters": Fate.STAYS,
    "link_codes": Fate.STAYS,
    "registrations": Fate.STAYS,
    "transfers": Fate.STAYS,
    "applications": Fate.STAYS,
    "export_items": Fate.STAYS,
    "case_notes": Fate.GOES_OVER,
    "form_drafts": Fate.GOES_OVER,
    "wanted_documents": Fate.GOES_OVER,
    "on_behalf": Fate.GOES_OVER,
    "appointments": Fate.GOES_OVER,
    "calls": Fate.GOES_OVER,
    "tellings": Fate.GOES_OVER,
    "case_deadlines": Fate.JOINS,
    "cases.tags": Fate.JOINS,
    "cases.priority": Fate.JOINS,
    "cases.law_by": Fate.JOINS,
    "cases.reply_by": Fate.JOINS,
    "cases.unread": Fate.JOINS,
    "reminders": Fate.ENDS,
}
"""By table, or table and column. A test holds it against all tables that point at a case."""
