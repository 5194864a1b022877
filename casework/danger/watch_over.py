"""Time goes by and nobody has seen that somebody is in danger: the next ones are told, and the person the truth."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from casework.act import act
from casework.cases.history import Event, record
from casework.context import Context
from casework.danger.ladder import call, climb, say_who_is_called
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from db.models import Alarm, Case, StaffMember
from db.repositories import alarms, cases, people, staff
from rules.duty import Promise, Rung, late_from


@dataclass(frozen=True, slots=True)
class WatchOver:
    """All standing alarms."""


@act("danger.watch_over")
async def watch_over(ctx: Context, data: WatchOver) -> int:
    """Does what is due, each once over all processes: the case is locked, letters have unique keys. How many alarms."""
    moved = 0
    for case_id in await alarms.due(ctx.uow.session, ctx.now):
        case = await cases.lock(ctx.uow.session, case_id)
        alarm = await alarms.standing(ctx.uow.session, case_id)
        if case is None or alarm is None:
            continue
        # Another process may have been faster: what the alarm says now, under the lock, counts.
        next_ones = alarm.next_at is not None and alarm.next_at <= ctx.now
        late = alarm.late_told_at is None and late_from(Promise(alarm.promise), alarm.promised_at) <= ctx.now
        told = await climb(ctx, case, alarm) if next_ones else set()
        if late:
            await _promise_is_over(ctx, case, alarm, told)
        elif next_ones:
            await say_who_is_called(ctx, case, alarm)
        moved += next_ones or late
    return moved


async def _promise_is_over(ctx: Context, case: Case, alarm: Alarm, told: Collection[int]) -> None:
    """«Якщо ні, ми вам про це скажемо»: said once; all leads hear of it, and whoever has the case, unless they were
    `told` this very moment. That it is read was promised to some: for them «Беру» is enough.
    """
    alarm.late_told_at = ctx.now
    if alarm.promise == Promise.NOBODY and alarm.seen_at is not None:
        return
    record(ctx, case, Event.ALARM_LATE)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.AnswerLate(case.id, alarm.id), case=case, key=str(alarm.id))
    those = [each for each in await _who_must_hear(ctx, case) if each.id not in told]
    if those:
        await call(ctx, case, alarm, those, Rung.OVER)
    await show_case(ctx, case)


async def _who_must_hear(ctx: Context, case: Case) -> Sequence[StaffMember]:
    """All leads, and whoever has the case."""
    leads = await staff.leads(ctx.uow.session, case.organisation_id)
    if case.owner_id is None or case.owner_id in {lead.id for lead in leads}:
        return leads
    return [*leads, await staff.by_id(ctx.uow.session, case.owner_id)]
