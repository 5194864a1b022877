"""The ladder of an alarm: those on duty one after the other, then supervisors, then admins. The case is locked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import may_be_told, tell_desk, tell_person
from db.models import Alarm, AlarmCall, Case, StaffMember
from db.repositories import alarms, duty, people, staff
from rules.catalogue import Organisation
from rules.duty import Rung, begin_anew, next_called
from rules.roles import Role
from rules.roster import Shift, next_start, on_duty


@dataclass(frozen=True, slots=True)
class There:
    """Who can be called now, rung by rung, and the roster."""

    rungs: Mapping[Rung, Sequence[StaffMember]]
    shifts: Sequence[Shift]

    def is_duty(self, at: datetime) -> bool:
        """Whether somebody is on duty at a moment."""
        return bool(on_duty(self.shifts, at))

    def next_duty(self, at: datetime) -> datetime | None:
        """When the next shift after a moment begins."""
        return next_start(self.shifts, at)


async def who_is_there(ctx: Context, organisation_id: int, since: datetime) -> There:
    """Absence and the hour do not count: danger asks for neither. The roster is known from `since` on."""
    rows = await duty.ahead(ctx.uow.session, organisation_id, min(since, ctx.now))
    members = {member.id: member for _, member in rows}
    shifts = [Shift(each.staff_id, each.place, each.starts_at, each.ends_at) for each, _ in rows]
    leads = await staff.leads(ctx.uow.session, organisation_id)
    rungs = {
        Rung.DUTY: [members[each.staff] for each in on_duty(shifts, ctx.now)],
        Rung.SUPERVISORS: [lead for lead in leads if lead.role == Role.SUPERVISOR],
        Rung.ADMINS: [lead for lead in leads if lead.role == Role.ADMIN],
    }
    return There(rungs, shifts)


async def climb(ctx: Context, case: Case, alarm: Alarm) -> set[int]:
    """Does every step of the ladder whose time has come, and notes when the next one is due; whom it called.

    After a pause of hours all steps that were missed are done now: each has its time, and nobody waits any longer.
    """
    entry = await entry_of(ctx, case)
    there = await who_is_there(ctx, case.organisation_id, alarm.next_at or ctx.now)
    members = {each.id: each for those in there.rungs.values() for each in those}
    told: set[int] = set()
    while alarm.next_at is not None and alarm.next_at <= ctx.now:
        if alarm.rung == Rung.OVER:
            begin_course(ctx, alarm)
        asked = await alarms.called(ctx.uow.session, alarm.id, since=alarm.course)
        at = Rung(alarm.rung) if alarm.rung is not None else None
        step = next_called(at, {rung: [each.id for each in those] for rung, those in there.rungs.items()}, asked)
        alarm.rung = step.rung.value
        if step.rung is Rung.OVER:
            # By the time of the step, not by now: in a pause somebody may have come who was not called yet.
            missed = alarm.next_at
            alarm.next_at = begin_anew(
                entry.hours, missed, on_duty=there.is_duty(missed), next_duty=there.next_duty(missed)
            )
        else:
            await call(ctx, case, alarm, [members[each] for each in step.whom], step.rung)
            alarm.next_at += entry.duty.confirm_within
        told |= set(step.whom)
    return told


def begin_course(ctx: Context, alarm: Alarm) -> None:
    """The ladder is climbed from its foot, now: whoever was called before is called again."""
    alarm.rung, alarm.course, alarm.next_at = None, alarm.rounds, ctx.now


async def call(ctx: Context, case: Case, alarm: Alarm, those: Sequence[StaffMember], rung: Rung) -> None:
    """One more round: each of these gets a letter on their desk, once a round."""
    if alarm.rounds:
        record(ctx, case, Event.ALARM_PASSED_ON, round=alarm.rounds)
    for member in those:
        ctx.uow.session.add(
            AlarmCall(alarm_id=alarm.id, round=alarm.rounds, staff_id=member.id, rung=rung.value, called_at=ctx.now)
        )
        letter = kinds.AlarmRaised(member.id, alarm.id, rung.value)
        await tell_desk(ctx, member, letter, case=case, key=f"{alarm.id}:{alarm.rounds}:{member.id}")
    alarm.rounds += 1
    await ctx.uow.session.flush()


async def say_who_is_called(ctx: Context, case: Case, alarm: Alarm, *, lost: bool = False) -> None:
    """The person hears whom we have called by now, or that nobody answered any call. `lost`: whoever had seen it does
    not have the case any more. Where the machine may not speak whoever is called does.
    """
    if alarm.rung is None:
        return
    person = await people.by_id(ctx.uow.session, case.person_id)
    letter = kinds.AlarmStep(case.id, alarm.id, alarm.rounds, alarm.rung, lost)
    if may_be_told(person, letter):
        # That nobody answered is said once, however often we begin anew.
        step = Rung.OVER.value if alarm.rung == Rung.OVER else alarm.rounds
        await tell_person(ctx, person, letter, case=case, key=f"{alarm.id}:{step}")


async def entry_of(ctx: Context, case: Case) -> Organisation:
    """The catalogue's entry of the case's organisation."""
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    return ctx.catalogue.organisations[organisation.slug]
