"""Raising an alarm, noting who has seen it, and ending it. Whoever calls these steps has locked the case."""

from __future__ import annotations

from datetime import datetime

from casework.cases.history import Event, record
from casework.context import Context
from casework.danger.ladder import begin_course, climb, entry_of, say_who_is_called, who_is_there
from casework.letters import kinds
from casework.letters.write import may_be_told, show_case, tell_person, tell_topic
from db.models import Alarm, Case
from db.repositories import alarms, people
from rules.catalogue import Organisation
from rules.deadlines import first_reply_by
from rules.duty import promise

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
    entry, there = await entry_of(ctx, case), await who_is_there(ctx, case.organisation_id, ctx.now)
    usual = _usual_promise(ctx, case, entry)
    kept, until = promise(
        entry.duty, entry.hours, ctx.now, usual, on_duty=there.is_duty(ctx.now), next_duty=there.next_duty(ctx.now)
    )
    alarm = Alarm(
        case_id=case.id,
        cause=cause,
        opened_case=opened_case,
        raised_at=ctx.now,
        promise=kept.value,
        promised_at=until,
        next_at=ctx.now,
        rounds=0,
        course=0,
    )
    ctx.uow.session.add(alarm)
    await ctx.uow.session.flush()
    record(ctx, case, Event.ALARM_RAISED, cause=cause)
    await climb(ctx, case, alarm)
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
    begin_course(ctx, alarm)
    await climb(ctx, case, alarm)
    await say_who_is_called(ctx, case, alarm, lost=True)
    return alarm


async def wake_again(ctx: Context, case: Case, seen_by: int | None) -> None:
    """Whoever had seen the standing alarm does not have the case any more: those on duty are asked from the first one
    on. Nothing where there is no alarm, or somebody else has seen it.
    """
    alarm = await alarms.standing(ctx.uow.session, case.id)
    if alarm is None or alarm.seen_at is None or alarm.seen_by != seen_by:
        return
    alarm.seen_at = alarm.seen_by = None
    begin_course(ctx, alarm)
    await climb(ctx, case, alarm)
    await say_who_is_called(ctx, case, alarm, lost=True)


def _usual_promise(ctx: Context, case: Case, entry: Organisation) -> datetime:
    """Our promise of an answer, never at a moment at which nobody is at work."""
    if entry.hours.is_working(case.reply_by):
        return case.reply_by
    return first_reply_by(ctx.catalogue, ctx.now, crisis=False, organisation=entry.slug)


async def note_seen(ctx: Context, case: Case, *, named: bool = False) -> None:
    """The acting staff member has seen it: nobody else is woken, the topic says who it was, and so does a letter to the
    person. `named`: they hear it by another letter. Nothing without alarm.
    """
    alarm = await alarms.standing(ctx.uow.session, case.id)
    if alarm is None or alarm.seen_at is not None:
        return
    alarm.seen_at, alarm.seen_by, alarm.next_at = ctx.now, ctx.actor.id, None
    record(ctx, case, Event.ALARM_SEEN)
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.ALARM_SEEN.value))
    if not named:
        await _say_who_sees(ctx, case, alarm)
    await show_case(ctx, case)


async def _say_who_sees(ctx: Context, case: Case, alarm: Alarm) -> None:
    person = await people.by_id(ctx.uow.session, case.person_id)
    letter = kinds.AlarmConfirmed(case.id, alarm.id, ctx.actor.id or 0)
    # Where the machine may not speak, whoever has just confirmed does.
    if may_be_told(person, letter):
        await tell_person(ctx, person, letter, case=case, key=f"{alarm.id}:{alarm.rounds}")


async def note_answered(ctx: Context, case: Case) -> None:
    """A human answered the person: what was promised is kept."""
    await note_seen(ctx, case, named=True)
    await end_alarm(ctx, case, "answered")


async def end_alarm(ctx: Context, case: Case, why: str) -> Alarm | None:
    """Ends the standing alarm of a case, `why`: `answered`, `mistake` or `closed`; the alarm, if there was one."""
    alarm = await alarms.standing(ctx.uow.session, case.id)
    if alarm is not None:
        alarm.ended_at, alarm.ended, alarm.next_at = ctx.now, why, None
        await ctx.uow.session.flush()
    return alarm
