"""Raising an alarm, telling staff of it in turn, and ending it. Whoever calls these steps has locked the case."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case, tell_desk, tell_topic
from db.models import Alarm, Case, StaffMember
from db.repositories import alarms, staff
from rules.catalogue import Organisation
from rules.deadlines import first_reply_by
from rules.duty import next_round, promise

PRESSED = "pressed"
HEARD = "words"
CALL = "call"


async def raise_alarm(ctx: Context, case: Case, *, cause: str, opened_case: bool = False) -> Alarm:
    """The standing alarm of a case, or a new one: duty or leads are told at once, and whoever reads the topic. Raised
    twice is raised once.
    """
    standing = await alarms.standing(ctx.uow.session, case.id)
    if standing is not None:
        return standing
    entry = await _entry(ctx, case)
    kept, until = promise(entry.duty, entry.hours, ctx.now, _usual_promise(ctx, case, entry))
    alarm = Alarm(
        case_id=case.id,
        cause=cause,
        opened_case=opened_case,
        raised_at=ctx.now,
        promise=kept.value,
        promised_at=until,
        next_at=ctx.now,
        rounds=0,
        asked=0,
    )
    ctx.uow.session.add(alarm)
    await ctx.uow.session.flush()
    record(ctx, case, Event.ALARM_RAISED, cause=cause)
    await tell_next(ctx, case, alarm)
    if cause == PRESSED:
        await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.ALARM_RAISED.value))
    await show_case(ctx, case)
    return alarm


async def raise_alarm_for_call(ctx: Context, case: Case) -> Alarm:
    """Somebody in danger asks to be called: duty or leads hear of it from the first one on, whoever saw it before."""
    alarm = await alarms.standing(ctx.uow.session, case.id)
    if alarm is None:
        return await raise_alarm(ctx, case, cause=CALL)
    alarm.seen_at = alarm.seen_by = None
    alarm.next_at, alarm.asked = ctx.now, 0
    await tell_next(ctx, case, alarm)
    return alarm


def _usual_promise(ctx: Context, case: Case, entry: Organisation) -> datetime:
    """Our promise of an answer, never at a moment at which nobody is at work."""
    if entry.hours.is_working(case.reply_by):
        return case.reply_by
    return first_reply_by(ctx.catalogue, ctx.now, crisis=False, organisation=entry.slug)


async def tell_next(ctx: Context, case: Case, alarm: Alarm) -> None:
    """Tells those whose turn it is, and notes when it is the next one's. Names of the duty that nobody has are passed
    over.
    """
    entry = await _entry(ctx, case)
    while alarm.next_at is not None and alarm.next_at <= ctx.now:
        told = next_round(entry.duty, entry.hours, alarm.next_at, alarm.asked)
        if told.whom is None:
            asked: Sequence[StaffMember] = await staff.leads(ctx.uow.session, case.organisation_id)
            alarm.next_at = told.next_at
        else:
            assert entry.duty is not None, "only a duty has an order"
            asked = await staff.called(ctx.uow.session, case.organisation_id, entry.duty.who[told.whom])
            alarm.asked += 1
            alarm.next_at = told.next_at if asked else alarm.next_at
        if asked:
            await tell_all(ctx, case, alarm, asked)


async def tell_all(ctx: Context, case: Case, alarm: Alarm, those: Sequence[StaffMember]) -> None:
    """One more round: each of these gets a letter on their desk, once a round."""
    if alarm.rounds:
        record(ctx, case, Event.ALARM_PASSED_ON, round=alarm.rounds)
    for member in those:
        letter = kinds.AlarmRaised(member.id, alarm.id)
        await tell_desk(ctx, member, letter, case=case, key=f"{alarm.id}:{alarm.rounds}:{member.id}")
    alarm.rounds += 1


async def note_seen(ctx: Context, case: Case) -> None:
    """The acting staff member has seen it: nobody else is woken, the topic says who it was. Nothing without alarm."""
    alarm = await alarms.standing(ctx.uow.session, case.id)
    if alarm is None or alarm.seen_at is not None:
        return
    alarm.seen_at, alarm.seen_by, alarm.next_at = ctx.now, ctx.actor.id, None
    record(ctx, case, Event.ALARM_SEEN)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.ALARM_SEEN.value))
    await show_case(ctx, case)


async def note_answered(ctx: Context, case: Case) -> None:
    """A human answered the person: what was promised is kept."""
    await note_seen(ctx, case)
    await end_alarm(ctx, case, "answered")


async def end_alarm(ctx: Context, case: Case, why: str) -> Alarm | None:
    """Ends the standing alarm of a case, `why`: `answered`, `mistake` or `closed`; the alarm, if there was one."""
    alarm = await alarms.standing(ctx.uow.session, case.id)
    if alarm is not None:
        alarm.ended_at, alarm.ended, alarm.next_at = ctx.now, why, None
        await ctx.uow.session.flush()
    return alarm


async def _entry(ctx: Context, case: Case) -> Organisation:
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    return ctx.catalogue.organisations[organisation.slug]
