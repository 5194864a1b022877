"""A person asks to be reminded of something of their own: in their words, at a date and an hour that they press."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from casework.act import act
from casework.context import Context
from casework.danger.hear import hear
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves
from db.models import Person, Reminder
from db.repositories import people, reminders
from db.repositories.reminders import CANCELLED, DRAFT, WAITING
from rules.catalogue import ReminderKind
from rules.reminders import LONGEST_WORDS, MOST_OWN, local_moment, own_days, own_hours


@dataclass(frozen=True, slots=True)
class ShowReminders:
    """What is coming."""


@act("reminder.show")
async def show_reminders(ctx: Context, data: ShowReminders) -> None:
    """Puts the page on the person's phone."""
    await show_person(ctx, await themselves(ctx), kinds.RemindersScreen())


@dataclass(frozen=True, slots=True)
class AskOwn:
    """They want a new one."""


@act("reminder.ask")
async def ask_own(ctx: Context, data: AskOwn) -> None:
    """Asks of what. Stale where nothing may be sent to them by itself, and without a consent: the words are theirs."""
    await show_person(ctx, await _who_may(ctx), kinds.RemindWordsScreen())


@dataclass(frozen=True, slots=True)
class SayOwn:
    """Of what, in their own words, and in which message."""

    words: str
    chat_id: int
    telegram_message_id: int


@act("reminder.say")
async def say_own(ctx: Context, data: SayOwn) -> bool:
    """Keeps the words, sealed, and asks for the day; False and the question once more where they are too many or none.

    Words that sound dangerous bring the hotlines first. An older draft goes.
    """
    person = await _who_may(ctx)
    await hear(ctx, person, data.words)
    words = data.words.strip()
    if not words or len(words) > LONGEST_WORDS:
        await show_person(ctx, person, kinds.RemindWordsScreen(refused=True))
        return False
    former = await reminders.own_draft(ctx.uow.session, person.id)
    if former is not None:
        await ctx.uow.session.delete(former)
        await ctx.uow.session.flush()
    draft = Reminder(
        kind=ReminderKind.OWN.value,
        unique_key=f"{ReminderKind.OWN}:{data.chat_id}:{data.telegram_message_id}",
        state=DRAFT,
        person_id=person.id,
        words=words,
        due_at=ctx.now,
        planned_at=ctx.now,
    )
    ctx.uow.session.add(draft)
    await ctx.uow.session.flush()
    await show_person(ctx, person, kinds.RemindDayScreen(draft.id))
    return True


@dataclass(frozen=True, slots=True)
class ChooseDay:
    """A local day, counted from the year 1; None: show the days once more."""

    reminder_id: int
    day: int | None = None


@act("reminder.choose_day")
async def choose_day(ctx: Context, data: ChooseDay) -> None:
    """Shows the hours of that day. Stale for a day that is not offered, or where the draft is gone."""
    person = await _who_may(ctx)
    draft = await _draft(ctx, person, data.reminder_id)
    if data.day is None:
        await show_person(ctx, person, kinds.RemindDayScreen(draft.id))
        return
    if date.fromordinal(data.day) not in own_days(ctx.now, ctx.catalogue.hours_of()):
        raise Stale
    await show_person(ctx, person, kinds.RemindTimeScreen(draft.id, data.day))


@dataclass(frozen=True, slots=True)
class ChooseTime:
    """That day at a local hour."""

    reminder_id: int
    day: int
    hour: int


@act("reminder.choose_time")
async def choose_time(ctx: Context, data: ChooseTime) -> Reminder:
    """From now on it waits for its time. Stale for a moment that is not offered any more, a draft that is gone, or
    where too many wait already.
    """
    person = await _who_may(ctx)
    draft = await _draft(ctx, person, data.reminder_id)
    hours, day = ctx.catalogue.hours_of(), date.fromordinal(data.day)
    if day not in own_days(ctx.now, hours) or data.hour not in own_hours(day, ctx.now, hours):
        raise Stale
    waiting = await reminders.coming(ctx.uow.session, person.id, ctx.now, MOST_OWN + 1)
    if sum(each.kind == ReminderKind.OWN for each in waiting) >= MOST_OWN:
        raise Stale
    keep = ctx.catalogue.ladders[ReminderKind.OWN].keep_hours
    draft.state = WAITING
    draft.due_at = local_moment(day, data.hour, hours)
    draft.expires_at = draft.due_at + timedelta(hours=keep) if keep else None
    await reminders.start(ctx.uow.session, person.id, ReminderKind.OWN)
    await show_person(ctx, person, kinds.RemindersScreen())
    return draft


@dataclass(frozen=True, slots=True)
class CancelOwn:
    """A reminder of their own, drafted or waiting."""

    reminder_id: int


@act("reminder.cancel")
async def cancel_own(ctx: Context, data: CancelOwn) -> None:
    """It is not needed; its words go at once. Stale where it is not theirs or was told already."""
    person = await themselves(ctx)
    found = await theirs(ctx, person, data.reminder_id)
    if found.kind != ReminderKind.OWN or found.state not in (DRAFT, WAITING):
        raise Stale
    found.state, found.settled_at, found.words = CANCELLED, ctx.now, None
    await show_person(ctx, person, kinds.RemindersScreen())


async def theirs(ctx: Context, person: Person, reminder_id: int) -> Reminder:
    """A reminder of the person, locked; Stale where there is none."""
    found = await reminders.lock(ctx.uow.session, reminder_id)
    if found is None or found.person_id != person.id:
        raise Stale
    return found


async def _draft(ctx: Context, person: Person, reminder_id: int) -> Reminder:
    found = await theirs(ctx, person, reminder_id)
    if found.state != DRAFT:
        raise Stale
    return found


async def _who_may(ctx: Context) -> Person:
    person = await themselves(ctx)
    by_humans_only = person.watched or person.human_only
    if by_humans_only or await people.standing_consent(ctx.uow.session, person.id) is None:
        raise Stale
    return person
