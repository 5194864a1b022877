"""What letters about reminders and deadlines need to be true: each was planned, and its time has come."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from casework.cases.close_solved import PlanClosing, plan_closing
from casework.cases.step import Step, step
from casework.context import Actor
from casework.deadlines.manage import Extend, extend
from casework.deadlines.running import happened
from casework.deadlines.sweep import PlanPromises, plan_promises
from casework.documents.ask import ListDocuments, PickDocument, ask_documents, pick_document
from casework.letters import kinds
from casework.letters.kinds import Letter
from casework.reminders.digest import ChooseDigest, choose_digest
from casework.reminders.own import ChooseDay, ChooseTime, SayOwn, choose_day, choose_time, say_own
from casework.reminders.write_due import WriteDue, write_due
from db.models import Case, CaseDeadline, Person, Reminder
from db.repositories import reminders
from db.repositories.reminders import WAITING, WRITTEN
from rules.cases import Verb
from rules.catalogue import CaseMoment, ReminderKind
from rules.deadlines import law_by
from rules.local_time import local_date
from rules.roles import Role
from tests.casework.world import CATALOGUE, World, machine

TO_PERSON: frozenset[type[Letter]] = frozenset({kinds.QuestionReminder, kinds.DocumentReminder})
OWN: frozenset[type[Letter]] = frozenset(
    {kinds.OwnReminder, kinds.ReminderScreen, kinds.RemindDayScreen, kinds.RemindTimeScreen}
)
TO_STAFF: frozenset[type[Letter]] = frozenset({kinds.Notices, kinds.UrgentNotices})
REMINDERS = TO_PERSON | OWN | TO_STAFF | {kinds.DeadlineExtended, kinds.Digest, kinds.closing.ClosesItself}

NOTE = "Забрати довідку в лікаря"
NOTED = 9000
"""The number of the message with these words, in the person's chat."""
HOUR = 9


async def about_reminder(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """The case is reminded of, or its person wanted to be; the clock stands at the moment of the letter."""
    if kind in TO_PERSON:
        return await _asked(world, kind, case, iryna)
    if kind in OWN:
        return await _wanted(world, kind, case)
    if kind is kinds.UrgentNotices:
        return await _promised(world, case, iryna)
    if kind is kinds.closing.ClosesItself:
        return await _solved(world, case, iryna)
    deadline = await _of_law(world, case)
    if kind is kinds.DeadlineExtended:
        await extend(world.ctx(iryna), Extend(deadline.id, "needs-study"))
        return {"deadline_id": deadline.id}
    if kind is kinds.Digest:
        return await _morning(world, deadline, iryna)
    return await _told(world, case)


async def _asked(world: World, kind: type[Letter], case: Case, iryna: Actor) -> dict[str, Any]:
    """Ірина asks a question, or for a document."""
    await world.answers(iryna, case, "Скільки вас у сім’ї?")
    what = ReminderKind.QUESTION if kind is kinds.QuestionReminder else ReminderKind.DOCUMENT
    if what is ReminderKind.DOCUMENT:
        await pick_document(world.ctx(iryna), PickDocument(case.id, "displaced"))
        await ask_documents(world.ctx(iryna), ListDocuments(case.id))
    return {"reminder_id": (await _comes_due(world, what)).id, "times": 0}


async def _wanted(world: World, kind: type[Letter], case: Case) -> dict[str, Any]:
    """The person says of what; where a letter wants it, also when."""
    person = await world.uow.session.get_one(Person, case.person_id)
    ctx = world.ctx(Actor(Role.PERSON, person.id, None, person.telegram_id))
    assert await say_own(ctx, SayOwn(NOTE, person.telegram_id or 0, NOTED))
    draft = await reminders.own_draft(world.uow.session, person.id)
    assert draft is not None
    tomorrow = local_date(world.now).toordinal() + 1
    if kind in (kinds.OwnReminder, kinds.ReminderScreen):
        await choose_day(ctx, ChooseDay(draft.id, tomorrow))
        await choose_time(ctx, ChooseTime(draft.id, tomorrow, HOUR))
    if kind is kinds.OwnReminder:
        await _comes_due(world, ReminderKind.OWN)
    return {"reminder_id": draft.id, "times": 0, "day": tomorrow}


async def _promised(world: World, case: Case, iryna: Actor) -> dict[str, Any]:
    """Somebody in danger waits for an answer that was promised to them."""
    case.crisis, case.waiting_since = True, world.now
    await plan_promises(machine(world), PlanPromises())
    return await _told(world, case, ReminderKind.UNANSWERED)


async def _solved(world: World, case: Case, iryna: Actor) -> dict[str, Any]:
    """All is done, and the case is to close by itself."""
    await step(world.ctx(iryna), Step(case.id, Verb.RESOLVE, "helped", letter=True))
    await plan_closing(machine(world), PlanClosing())
    return {"reminder_id": (await _comes_due(world, ReminderKind.CLOSING)).id}


async def _of_law(world: World, case: Case) -> CaseDeadline:
    """The case is an appeal, for whose answer the law sets a day."""
    case.intake_kind, case.law_by = "appeal", law_by(CATALOGUE, "appeal", world.now)
    await happened(machine(world), case, CaseMoment.RECEIVED)
    await world.uow.session.flush()
    return (await world.uow.session.scalars(select(CaseDeadline).where(CaseDeadline.case_id == case.id))).one()


async def _told(world: World, case: Case, what: ReminderKind = ReminderKind.DEADLINE) -> dict[str, Any]:
    """Whoever has the case is told of it."""
    return {"staff_id": case.owner_id, "reminders": [(await _comes_due(world, what)).id]}


async def _morning(world: World, deadline: CaseDeadline, iryna: Actor) -> dict[str, Any]:
    """The morning after the deadline was over; in the case somebody waits, too."""
    world.now = deadline.due_at
    await choose_digest(world.ctx(iryna), ChooseDigest(HOUR))
    morning = await _comes_due(world, ReminderKind.DIGEST)
    return {"staff_id": iryna.id, "day": local_date(morning.due_at).toordinal()}


async def _comes_due(world: World, what: ReminderKind) -> Reminder:
    """The clock stands at the first step of this kind, and its letter is written."""
    await world.uow.session.flush()
    query = select(Reminder).where(Reminder.kind == what, Reminder.state == WAITING).order_by(Reminder.due_at).limit(1)
    found = (await world.uow.session.scalars(query)).one()
    world.now = found.due_at
    await write_due(machine(world), WriteDue())
    await world.uow.session.refresh(found)
    assert found.state == WRITTEN
    return found
