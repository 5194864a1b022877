"""What a person wants of reminders: later, not at all, again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves
from casework.reminders.own import theirs
from db.models import Reminder
from db.repositories import reminders
from db.repositories.reminders import WAITING, WRITTEN
from rules.catalogue import FOR_PEOPLE, ReminderKind
from rules.reminders import SNOOZE_DAYS, snoozed_until

AT_LEAST = timedelta(hours=24)
"""So long what was put off may still be said after its time."""


@dataclass(frozen=True, slots=True)
class LookAt:
    """One of the person's reminders."""

    reminder_id: int


@act("reminder.look")
async def look_at(ctx: Context, data: LookAt) -> None:
    """Shows it with what can be done. Stale where it waits no more."""
    person = await themselves(ctx)
    found = await theirs(ctx, person, data.reminder_id)
    if found.state != WAITING:
        raise Stale
    await show_person(ctx, person, kinds.ReminderScreen(found.id))


@dataclass(frozen=True, slots=True)
class Snooze:
    """Put a reminder off; `times`: how often it had been when the button was shown."""

    reminder_id: int
    days: int
    times: int


@act("reminder.snooze")
async def snooze(ctx: Context, data: Snooze) -> Reminder:
    """It comes again so many days from now, by day. Stale for a second press, for days that are not offered, and where
    it is not true any more.
    """
    person = await themselves(ctx)
    found = await theirs(ctx, person, data.reminder_id)
    offered = data.days in SNOOZE_DAYS and data.times == found.snoozed and found.state in (WAITING, WRITTEN)
    if not offered or not await reminders.holding(ctx.uow.session, [found.id]):
        raise Stale
    found.state, found.settled_at, found.snoozed = WAITING, None, found.snoozed + 1
    found.due_at = snoozed_until(ctx.now, data.days, ctx.catalogue.hours_of())
    found.expires_at = found.due_at + AT_LEAST
    await show_person(ctx, person, kinds.RemindersScreen())
    return found


@dataclass(frozen=True, slots=True)
class StopKind:
    """A kind of reminders for people, not wanted from now on, or wanted again."""

    kind: ReminderKind
    stop: bool


@act("reminder.stop")
async def stop_kind(ctx: Context, data: StopKind) -> None:
    """What waits of the kind is told no more, or again. Stale for a kind that can't be stopped."""
    person = await themselves(ctx)
    if data.kind not in FOR_PEOPLE or not ctx.catalogue.ladders[data.kind].opt_out:
        raise Stale
    if data.stop:
        await reminders.stop(ctx.uow.session, person.id, data.kind, ctx.now)
    else:
        await reminders.start(ctx.uow.session, person.id, data.kind)
    await show_person(ctx, person, kinds.RemindersScreen())
