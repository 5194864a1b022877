"""Staff say that a case goes ahead of others, and why. Danger stays above all of them."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters.write import show_case
from db.models import Case
from rules.importance import Importance


@dataclass(frozen=True, slots=True)
class AskPriority:
    """The case whose priority is to be seen."""

    case_id: int


@act("priority.ask")
async def ask_priority(ctx: Context, data: AskPriority) -> tuple[Importance, str | None]:
    """How urgent the case is now, and the slug of the reason. CaseClosed when it is over."""
    case = await seen(ctx, data.case_id, "priority.ask")
    if case.closed_at is not None:
        raise CaseClosed
    return Importance(case.priority), case.priority_reason


@dataclass(frozen=True, slots=True)
class SetPriority:
    """`reason`: a slug of the catalogue's reasons; None makes it as urgent as any other."""

    case_id: int
    reason: str | None


@act("priority.set")
async def set_priority(ctx: Context, data: SetPriority) -> Case:
    """High for a reason, or normal again. Stale for an unknown reason, CaseClosed when it is over; twice is once."""
    case = await locked(ctx, data.case_id, "priority.set")
    await set_reason(ctx, case, data.reason)
    return case


async def set_reason(ctx: Context, case: Case, reason: str | None) -> None:
    """The same for a case that is locked."""
    if reason is not None and reason not in ctx.catalogue.importance_reasons:
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    if case.priority_reason == reason:
        return
    case.priority = Importance.NORMAL if reason is None else Importance.HIGH
    case.priority_reason = reason
    record(ctx, case, Event.PRIORITY_SET, priority=int(case.priority), reason=reason)
    await show_case(ctx, case, head=False)
