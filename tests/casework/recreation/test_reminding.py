"""Drafts and missing papers are reminded of toward their last day, in one letter a day, and only while it is true."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from casework.context import Actor
from casework.documents.decide import ChooseDocument, waive_document
from casework.forms.cancel import drop
from casework.forms.filling import Pressed
from casework.letters import kinds
from casework.letters.sights.terms import ApplicationReminderSight
from casework.recreation.campaigns import MoveCampaign, move_campaign
from casework.recreation.reminding import BATCH, PlanDrafts, plan_drafts
from casework.recreation.review import OpenApplication, ask_papers, begin_checking
from casework.reminders.wishes import StopKind, stop_kind
from casework.reminders.write_due import WriteDue, write_due
from db.models import Application, Call, Person, Reminder
from db.repositories import documents
from rules.catalogue import ReminderKind
from rules.local_time import KYIV, local_date
from rules.recreation.campaigns import Move
from rules.recreation.editing import Field
from tests.casework.recreation.programme import CLOSES, OPENS, Programme, answers
from tests.casework.world import World, machine

LETTER = kinds.recreation.ApplicationReminder


async def waits(world: World) -> list[datetime]:
    await world.uow.session.flush()
    query = select(Reminder.due_at).where(Reminder.kind == ReminderKind.APPLICATION, Reminder.state == "waiting")
    return sorted((await world.uow.session.scalars(query)).all())


async def plans(world: World) -> int:
    return await plan_drafts(machine(world), PlanDrafts())


async def days(world: World) -> list[str]:
    return [f"{at.astimezone(KYIV):%m-%d %H:%M}" for at in await waits(world)]


async def next_morning(world: World) -> list[ApplicationReminderSight]:
    """The clock stands at the next reminder; what came of it."""
    world.now = (await waits(world))[0]
    await write_due(machine(world), WriteDue())
    told = [sight.shows for letter, sight in await world.deliver() if letter.kind == LETTER.kind]
    return [each for each in told if isinstance(each, ApplicationReminderSight)]


async def test_a_draft_is_reminded_of_on_five_mornings(world: World, programme: Programme, olena: Actor) -> None:
    await programme.begins(olena)
    assert await plans(world) == 1
    assert await plans(world) == 0, "planned once"
    assert await days(world) == ["03-23 09:00", "03-30 09:00", "04-03 09:00", "04-05 09:00", "04-06 09:00"]
    for left in (14, 7, 3, 1, 0):
        [shown] = await next_morning(world)
        [draft] = shown.drafts
        assert (draft.campaign_id, draft.last_day, draft.left) == (programme.id, CLOSES, left)
        assert shown.papers == ()
    world.wait(days=30)
    assert (await write_due(machine(world), WriteDue())).due == 0


async def test_what_was_sent_is_not_reminded_of(world: World, programme: Programme, olena: Actor) -> None:
    draft = await programme.begins(olena)
    await plans(world)
    await programme.fills_in(draft, answers())
    await programme.sends(olena, draft)
    assert await waits(world) == []


async def test_what_is_sent_while_the_letter_waits_is_not_reminded_of(
    world: World, programme: Programme, olena: Actor
) -> None:
    draft = await programme.begins(olena)
    await plans(world)
    await world.deliver()
    world.now = (await waits(world))[0]
    await write_due(machine(world), WriteDue())
    [letter] = await world.waiting(LETTER)
    assert await world.sight(letter) is not None
    await programme.fills_in(draft, answers())
    await programme.sends(olena, draft)
    assert await world.sight(letter) is None


async def test_a_moved_last_day_moves_the_reminders(world: World, programme: Programme, olena: Actor) -> None:
    await programme.begins(olena)
    await plans(world)
    await programme.types(Field.DATES, f"{OPENS:%d.%m.%Y}–20.03.2026")
    assert await plans(world) == 1
    assert await days(world) == ["03-13 09:00", "03-17 09:00", "03-19 09:00", "03-20 09:00"]
    await programme.types(Field.DATES, f"{OPENS:%d.%m.%Y}–{CLOSES:%d.%m.%Y}")
    assert await plans(world) == 1
    assert (await days(world))[0] == "03-23 09:00", "what was taken back waits again"


async def test_a_reminder_of_a_day_that_was_moved_is_not_told(world: World, programme: Programme, olena: Actor) -> None:
    await programme.begins(olena)
    await plans(world)
    await programme.types(Field.DATES, f"{OPENS:%d.%m.%Y}–30.04.2026")
    assert await next_morning(world) == [], "the job that moves them did not look yet"


@pytest.mark.parametrize("over", [Move.PAUSE, Move.CLOSES])
async def test_nothing_is_told_while_nothing_can_be_sent(
    world: World, programme: Programme, lead: Actor, olena: Actor, over: Move
) -> None:
    await programme.begins(olena)
    await plans(world)
    if over is Move.PAUSE:
        await move_campaign(world.ctx(lead), MoveCampaign(programme.id, over))
    else:
        (await programme.campaign()).state = "closed"
    await world.deliver()
    assert await next_morning(world) == []


async def test_a_draft_that_was_dropped_is_not_reminded_of(world: World, programme: Programme, olena: Actor) -> None:
    draft = await programme.begins(olena)
    await plans(world)
    await drop(world.ctx(olena), Pressed(draft.id, draft.revision))
    await world.deliver()
    assert await next_morning(world) == []


async def test_who_wants_no_reminders_gets_none(world: World, programme: Programme, olena: Actor) -> None:
    await programme.begins(olena)
    await plans(world)
    await stop_kind(world.ctx(olena), StopKind(ReminderKind.APPLICATION, stop=True))
    await world.deliver()
    assert await next_morning(world) == []
    await stop_kind(world.ctx(olena), StopKind(ReminderKind.APPLICATION, stop=False))
    await world.deliver()
    assert len(await next_morning(world)) == 1


# --- papers ---------------------------------------------------------------------------------------------------------


async def asked(world: World, programme: Programme, olena: Actor, iryna: Actor) -> Application:
    """Papers are asked for, until the 25th."""
    application = await programme.applies(olena)
    await begin_checking(world.ctx(iryna), OpenApplication(application.id))
    await ask_papers(world.ctx(iryna), OpenApplication(application.id))
    await world.deliver()
    return await programme.application(olena)


async def test_papers_are_reminded_of_toward_their_own_day_until_they_are_here(
    world: World, programme: Programme, olena: Actor, iryna: Actor
) -> None:
    application = await asked(world, programme, olena, iryna)
    assert application.papers_by == local_date(world.now) + timedelta(days=14)
    assert await days(world) == ["03-18 09:00", "03-22 09:00", "03-24 09:00", "03-25 09:00"]
    [shown] = await next_morning(world)
    [papers] = shown.papers
    assert (papers.case_id, papers.left, papers.missing) == (application.case_id, 7, 7)
    assert len(papers.documents) > 1
    assert shown.drafts == ()
    for each in await documents.of_case(world.uow.session, application.case_id or 0):
        await waive_document(world.ctx(iryna), ChooseDocument(each.id))
    assert await waits(world) == []


async def test_papers_are_reminded_of_after_the_last_day_of_collecting_too(
    world: World, programme: Programme, olena: Actor, iryna: Actor
) -> None:
    await asked(world, programme, olena, iryna)
    (await programme.campaign()).state = "closed"
    assert len(await next_morning(world)) == 1
    (await programme.campaign()).state = "paused"
    assert await next_morning(world) == []


async def test_a_draft_and_missing_papers_are_one_letter(
    world: World, programme: Programme, lead: Actor, olena: Actor, iryna: Actor
) -> None:
    application = await asked(world, programme, olena, iryna)
    other = await Programme(world, lead).made()
    await other.types(Field.DATES, f"{OPENS:%d.%m.%Y}–{application.papers_by:%d.%m.%Y}")
    await other.begins(olena)
    assert await plans(world) == 1
    await world.deliver()
    assert len(await waits(world)) == 8
    told = [await next_morning(world) for _ in range(4)]
    assert [len(each) for each in told] == [1, 1, 1, 1]
    assert all((len(each.drafts), len(each.papers)) == (1, 1) for [each] in told)


async def test_where_nothing_arrives_somebody_phones_about_papers(
    world: World, programme: Programme, olena: Actor, iryna: Actor
) -> None:
    application = await asked(world, programme, olena, iryna)
    person = await world.uow.session.get_one(Person, olena.id)
    person.unreachable_since, person.phone = world.now, "+380501234567"
    await world.uow.session.flush()
    await next_morning(world)
    [call] = (await world.uow.session.scalars(select(Call).where(Call.case_id == application.case_id))).all()
    assert call.reason == "unreachable"


async def test_many_drafts_are_planned_in_portions(
    world: World, programme: Programme, monkeypatch: pytest.MonkeyPatch, olena: Actor, mykola: Actor
) -> None:
    monkeypatch.setattr("casework.recreation.reminding.BATCH", 1)
    assert BATCH > 1
    await programme.begins(olena)
    await programme.begins(mykola)
    assert [await plans(world) for _ in range(3)] == [1, 1, 0]
    assert len(await waits(world)) == 10
