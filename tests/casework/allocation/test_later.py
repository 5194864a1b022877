"""Questions of later steps: one letter once a child got so far, a few answers, nothing asked twice or too early."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeVar

import pytest
from sqlalchemy import select, text

from casework.cases.details import ReadDetails, read_details
from casework.context import Actor
from casework.errors import NotPermitted, Stale
from casework.forms.answer import AnswerForm, answer
from casework.forms.filling import Pressed, Went, answers_of
from casework.forms.submit import submit
from casework.letters import kinds
from casework.letters.sights import MyCaseSight
from casework.letters.sights.later import OwedLine, QuestionsSight
from casework.letters.sights.review import ReviewOneSight
from casework.letters.sights.terms import ApplicationReminderSight
from casework.recreation.later_answers import OpenQuestions, open_questions
from casework.recreation.later_clock import AskLater, ask_later
from casework.reminders.write_due import WriteDue, write_due
from db.models import Application, Person, Reminder
from db.models import Letter as Row
from db.repositories import applications
from rules.catalogue import ReminderKind
from rules.forms import Said
from rules.recreation.applications import Standing
from rules.recreation.editing import Field
from rules.recreation.terms import Question
from rules.roles import Role
from tests.casework.allocation.campaign import Sharing
from tests.casework.world import WHY, World, machine

ASKS = "categories need\nperiod need\ntogether need\ntax confirmation\nsize offer\nmeets departure 10"
NUMBER = "1234567899"
LETTER = kinds.later.QuestionsAsked
Shows = TypeVar("Shows")


async def looks(world: World) -> int:
    """The job, until there is nothing left to do."""
    done = 0
    while found := await ask_later(machine(world), AskLater()):
        done += found
    return done


async def told(world: World, who: Actor) -> list[QuestionsSight]:
    """Letters that ask, as they are sent."""
    found = []
    for letter, sight in await world.deliver():
        if letter.kind == LETTER.kind and letter.person_id == who.id and sight is not None:
            assert isinstance(sight.shows, QuestionsSight)
            found.append(sight.shows)
    return found


async def of(sharing: Sharing, family: int = 0) -> Application:
    return await sharing.programme.application(sharing.families[family][0])


async def opens(world: World, who: Actor, application: Application) -> int:
    return await open_questions(world.ctx(who), OpenQuestions(application.id))


async def says(world: World, who: Actor, form_id: int, words: str) -> None:
    chat = who.telegram_id or 0
    assert await answer(world.ctx(who), AnswerForm(form_id, Said(words), chat, 900)) is Went.ON


async def sends(sharing: Sharing, who: Actor, form_id: int) -> None:
    draft = await sharing.programme.draft(form_id)
    assert await submit(sharing.world.ctx(who), Pressed(form_id, draft.revision)) is Went.OVER


async def shows(world: World, who: Actor, screen: kinds.Letter, as_what: type[Shows]) -> Shows:
    """What a screen of theirs would show now."""
    row = Row(kind=screen.kind, facts=screen.facts(), chat_id=who.telegram_id, lane="p:1")
    row.person_id = who.id if who.role is Role.PERSON else None
    sight = await world.sight(row)
    assert sight is not None
    assert isinstance(sight.shows, as_what)
    return sight.shows


async def owed_at_home(world: World, who: Actor, application: Application) -> tuple[OwedLine, ...]:
    """What `/my` says that we still need."""
    own = (await shows(world, who, kinds.MyCaseScreen(application.case_id or 0), MyCaseSight)).application
    assert own is not None
    assert own.later is not None
    return own.later.owed


@pytest.fixture
async def confirmed(sharing: Sharing, world: World) -> Actor:
    """A family of two children, whose need was confirmed a while ago."""
    await sharing.programme.types(Field.ASKS, ASKS)
    guardian = await sharing.applies("Олена Коваль", children=2)
    world.wait(minutes=20)
    await world.deliver()
    return guardian


async def test_a_confirmed_need_brings_one_letter_with_the_questions_of_that_step(
    sharing: Sharing, world: World, confirmed: Actor
) -> None:
    assert await looks(world) == 1
    assert await looks(world) == 0, "once, however often it looks"
    [letter] = await told(world, confirmed)
    assert letter.later.owed == (OwedLine(Question.TAX),), "the family is asked once, whatever children it has"
    assert letter.by is not None
    children = await sharing.programme.children(await of(sharing))
    assert [each.asked for each in children] == [["tax"], ["tax"]]


async def test_what_was_just_marked_can_be_taken_back_first(sharing: Sharing, world: World) -> None:
    await sharing.programme.types(Field.ASKS, ASKS)
    olena = await sharing.applies("Олена Коваль")
    assert await looks(world) == 0
    [child] = await sharing.programme.children(await of(sharing))
    child.state = Standing.CHECKING.value
    world.wait(minutes=30)
    assert await looks(world) == 0, "nothing is asked of a need that is looked at again"
    assert await told(world, olena) == []


async def test_at_night_the_letter_waits_for_the_morning(sharing: Sharing, world: World, confirmed: Actor) -> None:
    world.now = world.now.replace(hour=22)
    await looks(world)
    [letter] = await world.waiting(LETTER)
    assert letter.not_before is not None
    assert letter.not_before > world.now


async def test_answers_are_kept_sealed_and_staff_see_them(
    sharing: Sharing, world: World, iryna: Actor, confirmed: Actor
) -> None:
    await looks(world)
    application = await of(sharing)
    form_id = await opens(world, confirmed, application)
    await says(world, confirmed, form_id, NUMBER)
    assert await opens(world, confirmed, application) == form_id, "it goes on where it was left"
    assert answers_of(await sharing.programme.draft(form_id)) == {"tax": NUMBER}
    screen = kinds.review.ReviewOneScreen(iryna.id or 0, application.id)
    assert (await shows(world, iryna, screen, ReviewOneSight)).owed == (OwedLine(Question.TAX),), "it was not sent"
    await sends(sharing, confirmed, form_id)
    application = await of(sharing)
    assert application.later is not None
    kept = await world.uow.session.scalar(text("SELECT later FROM applications WHERE later IS NOT NULL"))
    assert NUMBER.encode() not in bytes(kept)
    seen = await read_details(world.ctx(iryna), ReadDetails(application.case_id or 0, WHY))
    assert [(each.step, each.text) for each in seen.later] == [("tax", NUMBER)]
    assert (await shows(world, iryna, screen, ReviewOneSight)).owed == ()


async def test_the_way_goes_on_by_steps_and_each_child_answers_for_itself(
    sharing: Sharing, world: World, confirmed: Actor
) -> None:
    await looks(world)
    form_id = await opens(world, confirmed, await of(sharing))
    await says(world, confirmed, form_id, NUMBER)
    await sends(sharing, confirmed, form_id)
    await sharing.closed()
    await sharing.shares()
    world.wait(minutes=20)
    await world.deliver()
    assert await sharing.states(confirmed) == ["offered", "offered"]
    assert await looks(world) == 1
    [letter] = await told(world, confirmed)
    names = ("Олена Коваль Марко", "Олена Коваль Ганна")
    assert letter.later.owed == tuple(OwedLine(Question.SIZE, n, name) for n, name in enumerate(names, start=1))
    form_id = await opens(world, confirmed, await of(sharing))
    await says(world, confirmed, form_id, "140 см, розмір 36")
    await says(world, confirmed, form_id, "128 см")
    await sends(sharing, confirmed, form_id)
    await sharing.says(confirmed, 1)
    world.wait(minutes=20)
    assert await sharing.states(confirmed) == ["accepted", "accepted"]
    assert await looks(world) == 0, "who meets them is asked ten days before they leave"
    world.now = datetime.fromisoformat("2026-06-21T09:00:00+00:00")
    assert await looks(world) == 1
    [letter] = await told(world, confirmed)
    assert [each.question for each in letter.later.owed] == [Question.MEETS, Question.MEETS]


async def test_what_is_owed_stands_in_the_own_case_and_is_reminded_of_with_papers(
    sharing: Sharing, world: World, confirmed: Actor
) -> None:
    await looks(world)
    await world.deliver()
    query = select(Reminder.due_at).where(Reminder.kind == ReminderKind.APPLICATION, Reminder.state == "waiting")
    await world.uow.session.flush()
    waits = sorted((await world.uow.session.scalars(query)).all())
    assert waits
    world.now = waits[0]
    await write_due(machine(world), WriteDue())
    told = [each.shows for _, each in await world.deliver()]
    [reminder] = [each for each in told if isinstance(each, ApplicationReminderSight)]
    [papers] = reminder.papers
    assert (papers.missing, papers.documents) == (0, ())
    assert papers.later is not None
    assert papers.later.owed == (OwedLine(Question.TAX),)
    application = await of(sharing)
    assert await owed_at_home(world, confirmed, application) == (OwedLine(Question.TAX),)
    form_id = await opens(world, confirmed, application)
    await says(world, confirmed, form_id, NUMBER)
    await sends(sharing, confirmed, form_id)
    await world.uow.session.flush()
    assert (await world.uow.session.scalars(query)).all() == [], "nothing is left to be reminded of"
    assert await owed_at_home(world, confirmed, application) == ()


async def test_an_application_sent_anew_keeps_what_was_answered(
    sharing: Sharing, world: World, confirmed: Actor
) -> None:
    await looks(world)
    form_id = await opens(world, confirmed, await of(sharing))
    await says(world, confirmed, form_id, NUMBER)
    await sends(sharing, confirmed, form_id)
    application = await of(sharing)
    children = await sharing.programme.children(application)
    for child in children:
        child.asked = []
        child.state_at = world.now - timedelta(hours=1)
    await world.deliver()
    assert await looks(world) == 1, "confirmed anew it is noted anew"
    assert await told(world, confirmed) == [], "and nobody is asked what they have answered"


async def test_only_the_family_itself_answers_and_only_while_it_is_asked(
    sharing: Sharing, world: World, mykola: Actor, confirmed: Actor
) -> None:
    application = await of(sharing)
    async with world.refused(Stale):
        await opens(world, confirmed, application)
    await looks(world)
    async with world.refused(Stale):
        await opens(world, mykola, application)
    (await world.row(confirmed)).watched = True
    async with world.refused(NotPermitted):
        await opens(world, confirmed, application)


async def test_whom_only_a_human_may_write_to_is_phoned(sharing: Sharing, world: World, confirmed: Actor) -> None:
    person = await world.uow.session.get_one(Person, confirmed.id)
    person.human_only = True
    await looks(world)
    assert await told(world, confirmed) == []
    waiting = await world.uow.session.scalar(text("SELECT count(*) FROM calls"))
    assert waiting == 1


async def test_what_is_forgotten_with_a_case_goes_with_its_answers(
    sharing: Sharing, world: World, confirmed: Actor
) -> None:
    await looks(world)
    form_id = await opens(world, confirmed, await of(sharing))
    await says(world, confirmed, form_id, NUMBER)
    await sends(sharing, confirmed, form_id)
    application = await of(sharing)
    await opens(world, confirmed, application)
    await applications.forget(world.uow.session, [application.case_id or 0], world.now)
    assert (await of(sharing)).later is None
    assert await world.uow.session.scalar(text("SELECT count(*) FROM form_drafts WHERE form = 'recreation-later'")) == 0
