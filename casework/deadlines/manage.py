"""Staff see the deadlines of a case, say that one was met, extend it, let it stand still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.context import Context
from casework.deadlines.running import meet, move_due, rule_of
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from casework.reminders.planning import hours_of_case, plan_deadline
from db.models import Case, CaseDeadline
from db.repositories import deadlines, people, reminders
from rules.deadlines import due_after_pause, due_at


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One deadline as staff see it, and what can be done with it."""

    id: int
    what: str
    basis: str | None
    due_at: datetime
    overdue: bool
    paused: bool
    extended: bool
    met_at: datetime | None
    open: bool
    may_extend: bool
    may_pause: bool


@dataclass(frozen=True, slots=True)
class ListDeadlines:
    """The case whose button was pressed."""

    case_id: int


@act("deadline.list")
async def list_deadlines(ctx: Context, data: ListDeadlines) -> list[DeadlineLine]:
    """All deadlines of the case, the first due first."""
    case = await seen(ctx, data.case_id, "deadline.list")
    return [_line(ctx, each) for each in await deadlines.of_case(ctx.uow.session, case.id)]


def _line(ctx: Context, deadline: CaseDeadline) -> DeadlineLine:
    rule, is_open = rule_of(ctx, deadline), deadline.ended_at is None
    return DeadlineLine(
        id=deadline.id,
        what=rule.what["uk"] if rule else deadline.rule,
        basis=rule.basis if rule else None,
        due_at=deadline.due_at,
        overdue=is_open and deadline.paused_at is None and deadline.due_at < ctx.now,
        paused=deadline.paused_at is not None,
        extended=deadline.extended_at is not None,
        met_at=deadline.met_at,
        open=is_open,
        may_extend=is_open and deadline.extended_at is None and rule is not None and rule.extends_to is not None,
        may_pause=is_open and rule is not None and rule.pause is not None,
    )


@dataclass(frozen=True, slots=True)
class OneDeadline:
    """A deadline of a case whose button was pressed."""

    case_id: int
    deadline_id: int


@act("deadline.meet")
async def meet_deadline(ctx: Context, data: OneDeadline) -> None:
    """What had to happen has happened. Stale where it runs no more."""
    case = await locked(ctx, data.case_id, "deadline.meet")
    deadline = await _running(ctx, case, data.deadline_id)
    await meet(ctx, deadline)
    record(ctx, case, Event.DEADLINE_MET, rule=deadline.rule)
    await show_case(ctx, case, head=False)


@act("deadline.ask_extend")
async def ask_extend(ctx: Context, data: OneDeadline) -> Mapping[str, str]:
    """Why it may be extended, by slug. Stale where it may not, or was already."""
    case = await seen(ctx, data.case_id, "deadline.ask_extend")
    _extended_to(ctx, await _running(ctx, case, data.deadline_id))
    return {slug: words["uk"] for slug, words in ctx.catalogue.reasons.items()}


@dataclass(frozen=True, slots=True)
class Extend:
    """A deadline, and a slug of the catalogue's reasons."""

    deadline_id: int
    reason: str


@act("deadline.extend")
async def extend(ctx: Context, data: Extend) -> datetime:
    """The deadline ends later, once, as the rule allows; the person is told until when and why (Law 393/96, art. 20).

    Returns the new date. Stale for an unknown reason, a rule that allows none, or a second time.
    """
    found = await deadlines.by_id(ctx.uow.session, data.deadline_id)
    case = await locked(ctx, found.case_id if found is not None else 0, "deadline.extend")
    deadline = await _running(ctx, case, data.deadline_id)
    if data.reason not in ctx.catalogue.reasons:
        raise Stale
    rule_id = _extended_to(ctx, deadline)
    rule = ctx.catalogue.deadline(rule_id, deadline.started_at)
    due = due_at(rule, deadline.started_at, await hours_of_case(ctx, case))
    if due <= deadline.due_at:
        raise Stale
    deadline.extended_at, deadline.extended_reason = ctx.now, data.reason
    await move_due(ctx, case, deadline, due)
    record(ctx, case, Event.DEADLINE_EXTENDED, rule=deadline.rule, reason=data.reason)
    person = await people.by_id(ctx.uow.session, case.person_id)
    letter = kinds.DeadlineExtended(case.id, deadline.id)
    await tell_person(ctx, person, letter, case=case, key=str(deadline.id))
    await show_case(ctx, case)
    return due


@act("deadline.pause")
async def pause(ctx: Context, data: OneDeadline) -> None:
    """The deadline stands still from now on, or runs again where it stood: later by as long as it did.

    Stale where its rule names no basis on which it may.
    """
    case = await locked(ctx, data.case_id, "deadline.pause")
    deadline = await _running(ctx, case, data.deadline_id)
    rule = rule_of(ctx, deadline)
    if rule is None or rule.pause is None:
        raise Stale
    if deadline.paused_at is None:
        deadline.paused_at = ctx.now
        await reminders.cancel_of_deadline(ctx.uow.session, deadline.id, ctx.now)
        record(ctx, case, Event.DEADLINE_PAUSED, rule=deadline.rule)
    else:
        hours = await hours_of_case(ctx, case)
        due = due_after_pause(rule, deadline.due_at, deadline.paused_at, ctx.now, hours)
        deadline.paused_at = None
        await ctx.uow.session.flush()
        await (
            move_due(ctx, case, deadline, due) if due != deadline.due_at else plan_deadline(ctx, case, deadline, hours)
        )
        record(ctx, case, Event.DEADLINE_RESUMED, rule=deadline.rule)
    await show_case(ctx, case, head=False)


async def _running(ctx: Context, case: Case, deadline_id: int) -> CaseDeadline:
    deadline = await deadlines.lock(ctx.uow.session, deadline_id)
    if deadline is None or deadline.case_id != case.id or deadline.ended_at is not None:
        raise Stale
    return deadline


def _extended_to(ctx: Context, deadline: CaseDeadline) -> str:
    rule = rule_of(ctx, deadline)
    if rule is None or rule.extends_to is None or deadline.extended_at is not None:
        raise Stale
    return rule.extends_to
