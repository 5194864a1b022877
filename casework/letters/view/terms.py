"""Last days that come near, and dates that have changed, as they are when the letter is sent."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.terms import ApplicationReminderSight, DatesChangedSight, DraftWaits, PapersWait
from casework.letters.view.documents import document_sight
from casework.letters.view.later import own_later
from casework.letters.view.look import Look, view
from casework.recreation.remind import Waiting, waiting_for
from db.models import Person
from db.repositories import applications, cases, changes, documents, recreation, reminders
from rules.catalogue import ReminderKind
from rules.documents import MISSING
from rules.local_time import local_date
from rules.recreation.applications import Standing
from rules.recreation.campaigns import takes_applications
from rules.recreation.changes import concerns
from rules.recreation.reminding import days_left


@view(kinds.recreation.ApplicationReminder)
async def _reminder(look: Look, letter: kinds.recreation.ApplicationReminder) -> Sight | None:
    person, session, today = await look.person(), look.uow.session, local_date(look.now)
    if today.toordinal() != letter.day or ReminderKind.APPLICATION in await reminders.stopped(session, person.id):
        return None
    waiting = await waiting_for(session, await applications.all_of_person(session, person.id), today)
    if not waiting:
        return None
    drafts = tuple(
        DraftWaits(each.call.campaign.id, each.last_day, days_left(each.last_day, look.now))
        for each in waiting
        if each.is_draft
    )
    papers = tuple([await _papers(look, person, each) for each in waiting if not each.is_draft])
    return look.sight(person.language, ApplicationReminderSight(drafts, papers, look.office(person.language)))


async def _papers(look: Look, person: Person, waits: Waiting) -> PapersWait:
    assert waits.application.case_id is not None, "papers are asked for in a case"
    case = await look.case(waits.application.case_id)
    numbers = await applications.positions(look.uow.session, case.id)
    shown = [
        document_sight(look.catalogue, each, person.language, numbers.get(each.child_id or 0, 0))
        for each in await documents.of_case(look.uow.session, case.id)
        if each.state in MISSING and (waits.children is None or each.child_id in {None, *waits.children})
    ]
    names = () if person.discreet else tuple(dict.fromkeys(each.name for each in shown if each is not None))
    named = not person.discreet
    later = await own_later(look.uow, waits.application, named=named, children=waits.children) if waits.owed else None
    left = days_left(waits.last_day, look.now)
    return PapersWait(case.id, case.number, waits.missing, names, waits.last_day, left, later)


@view(kinds.recreation.DatesChanged)
async def _changed(look: Look, letter: kinds.recreation.DatesChanged) -> Sight | None:
    person, session = await look.person(), look.uow.session
    application = await applications.by_id(session, letter.application_id)
    if application is None or application.person_id != person.id:
        return None
    newest = await recreation.call(session, application.campaign_id)
    said = await changes.said_between(session, application.campaign_id, letter.was, letter.now)
    if newest is None or not said:
        return None
    shifts = (await changes.shifts_of(session, [application.id])).get(application.id, {})
    days, changed = concerns(said, Standing(application.state), application.begun_at, shifts)
    if days is None and not changed:
        return None
    case = await cases.by_id(session, application.case_id) if application.case_id is not None else None
    if case is not None and case.closed_at is not None:
        return None
    shows = DatesChangedSight(
        campaign_id=application.campaign_id,
        case_id=application.case_id,
        number=case.number if case is not None else None,
        days=days,
        shifts=changed,
        takes=takes_applications(newest.state, newest.terms, local_date(look.now)),
        office=look.office(person.language),
    )
    return look.sight(person.language, shows)
