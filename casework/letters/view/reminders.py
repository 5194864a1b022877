"""What a reminder says when it is sent, or that it is no longer true; and the screens about reminders."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.reminders import (
    CaseReminderSight,
    ComingLine,
    DeadlineExtendedSight,
    OwnReminderSight,
    RemindDaySight,
    ReminderSight,
    RemindersSight,
    RemindTimeSight,
    RemindWordsSight,
)
from casework.letters.view.look import Look, view
from db.models import Person, Reminder
from db.repositories import deadlines, documents, people, reminders
from db.repositories.reminders import DRAFT, WAITING, WRITTEN
from rules.broadcasts import Kind
from rules.catalogue import FOR_PEOPLE, MissingRule, ReminderKind
from rules.documents import MISSING
from rules.local_time import local_date
from rules.reminders import LONGEST_WORDS, own_days, own_hours

PAGE = 10
"""What is coming, on one page."""


async def _told_now(look: Look, reminder_id: int, times: int) -> Reminder | None:
    """The reminder of a letter, if it is to be told still: not stale, not put off since, true, and wanted."""
    found = await reminders.by_id(look.uow.session, reminder_id)
    if found is None or found.state != WRITTEN or found.snoozed != times:
        return None
    if found.expires_at is not None and found.expires_at <= look.now:
        return None
    return found if await reminders.holding(look.uow.session, [found.id]) else None


@view(kinds.QuestionReminder, kinds.DocumentReminder)
async def _question(look: Look, letter: kinds.QuestionReminder) -> Sight | None:
    found = await _told_now(look, letter.reminder_id, letter.times)
    if found is None:
        return None
    person, case = await look.person(), await look.case(letter.case_id)
    shows = CaseReminderSight(
        kind=ReminderKind(found.kind),
        reminder_id=found.id,
        times=found.snoozed,
        case_id=case.id,
        number=case.number,
        author=await look.owner(case),
        office=look.office(person.language, await look.entry(case)),
    )
    return look.sight(person.language, shows)


@view(kinds.OwnReminder)
async def _own(look: Look, letter: kinds.OwnReminder) -> Sight | None:
    found = await _told_now(look, letter.reminder_id, letter.times)
    if found is None or found.words is None:
        return None
    person = await look.person()
    words = None if person.discreet else found.words
    return look.sight(person.language, OwnReminderSight(found.id, found.snoozed, words))


@view(kinds.DeadlineExtended)
async def _extended(look: Look, letter: kinds.DeadlineExtended) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    deadline = await deadlines.by_id(look.uow.session, letter.deadline_id)
    if deadline is None or deadline.ended_at is not None or deadline.extended_reason is None:
        return None
    reason = look.catalogue.reasons.get(deadline.extended_reason)
    if reason is None:
        return None
    try:
        basis = look.catalogue.deadline_version(deadline.rule, deadline.version).basis
    except MissingRule:
        basis = None
    office = look.office(person.language, await look.entry(case))
    shows = DeadlineExtendedSight(case.number, deadline.due_at, reason[person.language], basis, office)
    return look.sight(person.language, shows)


@view(kinds.RemindersScreen)
async def _reminders(look: Look, letter: kinds.RemindersScreen) -> Sight:
    person, session = await look.person(), look.uow.session
    coming = await reminders.coming(session, person.id, look.now, PAGE + 1)
    stopped = await reminders.stopped(session, person.id)
    agreed = await people.standing_consent(session, person.id) is not None
    by_humans_only = person.watched or person.human_only
    may_stop = [kind for kind in FOR_PEOPLE if look.catalogue.ladders[kind].opt_out]
    in_order = sorted(may_stop, key=list(ReminderKind).index)
    shows = RemindersSight(
        coming=tuple([await _line(look, person, each.id) for each in coming[:PAGE]]),
        more=len(coming) > PAGE,
        stopped=tuple(kind for kind in in_order if kind in stopped),
        wanted=tuple(kind for kind in in_order if kind not in stopped),
        may_add=agreed and not by_humans_only,
        by_humans_only=by_humans_only,
        stopped_news=tuple(kind for kind in Kind if kind.stop in stopped),
    )
    return look.sight(person.language, shows)


async def _line(look: Look, person: Person, reminder_id: int) -> ComingLine:
    found = await reminders.by_id(look.uow.session, reminder_id)
    assert found is not None, "it was read in this transaction"
    case = await look.case(found.case_id) if found.case_id is not None else None
    words = None if person.discreet else found.words
    line = ComingLine(found.id, ReminderKind(found.kind), found.due_at, words, case.number if case else None)
    if line.kind is not ReminderKind.DOCUMENT or case is None or person.discreet:
        return line
    waits = [each.document for each in await documents.of_case(look.uow.session, case.id) if each.state in MISSING]
    known = look.catalogue.documents
    return replace(line, documents=tuple(known[each].name[person.language] for each in waits if each in known))


@view(kinds.ReminderScreen)
async def _reminder(look: Look, letter: kinds.ReminderScreen) -> Sight | None:
    person = await look.person()
    found = await reminders.by_id(look.uow.session, letter.reminder_id)
    if found is None or found.person_id != person.id or found.state != WAITING:
        return None
    return look.sight(person.language, ReminderSight(await _line(look, person, found.id), found.snoozed))


@view(kinds.RemindWordsScreen)
async def _words(look: Look, letter: kinds.RemindWordsScreen) -> Sight:
    return look.sight((await look.person()).language, RemindWordsSight(letter.refused, LONGEST_WORDS))


async def _draft(look: Look, reminder_id: int) -> Reminder | None:
    found = await reminders.by_id(look.uow.session, reminder_id)
    return found if found is not None and found.state == DRAFT and found.person_id == look.letter.person_id else None


@view(kinds.RemindDayScreen)
async def _day(look: Look, letter: kinds.RemindDayScreen) -> Sight | None:
    person, draft = await look.person(), await _draft(look, letter.reminder_id)
    if draft is None:
        return None
    days = tuple(own_days(look.now, look.catalogue.hours_of()))
    words = None if person.discreet else draft.words
    return look.sight(person.language, RemindDaySight(draft.id, words, days, local_date(look.now)))


@view(kinds.RemindTimeScreen)
async def _time(look: Look, letter: kinds.RemindTimeScreen) -> Sight | None:
    person, draft = await look.person(), await _draft(look, letter.reminder_id)
    if draft is None:
        return None
    day = date.fromordinal(letter.day)
    hours = tuple(own_hours(day, look.now, look.catalogue.hours_of()))
    return look.sight(person.language, RemindTimeSight(draft.id, day, hours))
