"""A case without notices for a time: somebody writes very much. Nothing of it is lost, and danger is always heard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event, record
from casework.cases.relay import SPAM
from casework.context import Context
from casework.errors import CaseClosed, CrisisStays, Stale
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from casework.talk.quiet import end_mute, is_muted
from db.models import Case
from db.repositories import cases, talk
from rules.cases import may_reopen

DAYS = (1, 3, 7, 30)
"""For how long a case may be muted."""


@dataclass(frozen=True, slots=True)
class OfCase:
    """The case whose button was pressed."""

    case_id: int


@dataclass(frozen=True, slots=True)
class Quiet:
    """What can be chosen: muted until when, or closed as spam and still to be undone."""

    case_id: int
    muted_until: datetime | None
    spam: bool


@act("case.ask_mute")
async def ask_mute(ctx: Context, data: OfCase) -> Quiet:
    """What can be done about somebody who writes too much. CrisisStays, CaseClosed, NotOwner."""
    case = await seen(ctx, data.case_id, "case.ask_mute")
    _refuse_danger(case)
    spam = case.result == SPAM and case.closed_at is not None and may_reopen(case.closed_at, ctx.now)
    if case.closed_at is not None and not spam:
        raise CaseClosed
    return Quiet(case.id, case.muted_until if is_muted(case, ctx.now) else None, spam)


@dataclass(frozen=True, slots=True)
class Mute:
    """`days`: one of `DAYS`."""

    case_id: int
    days: int


@act("case.mute")
async def mute(ctx: Context, data: Mute) -> Case:
    """What the person writes in the case comes without a notice for some days. Stale for another number of days,
    CrisisStays, CaseClosed, NotOwner.
    """
    case = await locked(ctx, data.case_id, "case.mute")
    _refuse_danger(case)
    if data.days not in DAYS:
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    case.muted_until, case.muted_by = ctx.now + timedelta(days=data.days), ctx.actor.id
    record(ctx, case, Event.MUTED, days=data.days)
    await show_case(ctx, case)
    return case


@act("case.unmute")
async def unmute(ctx: Context, data: OfCase) -> Case:
    """Notices again, before the time is over. Stale where the case is not muted; NotOwner."""
    case = await locked(ctx, data.case_id, "case.unmute")
    if not is_muted(case, ctx.now):
        raise Stale
    await end_mute(ctx, case)
    await show_case(ctx, case)
    return case


@dataclass(frozen=True, slots=True)
class EndMutes:
    """All whose time is over."""


@act("case.end_mutes")
async def end_mutes(ctx: Context, data: EndMutes) -> int:
    """Notices come again where the time is over; the topic hears of it where something came meanwhile. How many."""
    ended = 0
    for case_id in await talk.mutes_over(ctx.uow.session, ctx.now):
        case = await cases.lock(ctx.uow.session, case_id)
        if case is None or case.muted_until is None or case.muted_until > ctx.now:
            continue
        await end_mute(ctx, case)
        if case.unread and case.closed_at is None:
            await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.UNMUTED.value))
        await show_case(ctx, case)
        ended += 1
    return ended


def _refuse_danger(case: Case) -> None:
    if case.crisis:
        raise CrisisStays
