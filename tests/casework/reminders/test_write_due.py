"""What is due is told once, to whom it concerns, and nothing that is stale or no longer true."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.calls.done import Reached, done
from casework.cases.close import Close, close
from casework.cases.no_answer import NoAnswerNeeded, no_answer_needed
from casework.context import Actor
from casework.deadlines.sweep import PlanPromises, plan_promises
from casework.errors import DangerUnanswered, NotOwner, Stale
from casework.letters import kinds
from casework.letters.sights.reminders import CaseReminderSight, NoticesSight
from casework.reminders.write_due import WriteDue, Wrote, write_due
from db.models import Call, Case, Reminder
from rules.catalogue import ReminderKind
from tests.casework.world import CATALOGUE, NOW, World, machine

QUESTION = "Скільки вас у сім’ї?"
HELPED = next(slug for slug, each in CATALOGUE.outcomes.items() if not each.refusal)


async def states(world: World, *only: ReminderKind) -> list[str]:
    await world.uow.session.flush()
    query = select(Reminder.state).where(Reminder.kind.in_(only or list(ReminderKind))).order_by(Reminder.due_at)
    return list(await world.uow.session.scalars(query))


async def next_step(world: World, kind: ReminderKind) -> None:
    """The clock stands at the next step of this kind."""
    query = select(Reminder.due_at).where(Reminder.state == "waiting", Reminder.kind == kind)
    world.now = min((await world.uow.session.scalars(query)).all())


async def tick(world: World) -> Wrote:
    return await write_due(machine(world), WriteDue())


# --- a question to the person ---------------------------------------------------------------------------------------


async def asked(world: World, person: Actor, member: Actor, words: str = QUESTION) -> Case:
    case = await world.taken(person, member)
    await world.topic(case)
    await world.answers(member, case, words)
    await world.deliver()
    return case


async def test_a_question_is_reminded_of_twice_and_then_no_more(world: World, olena: Actor, iryna: Actor) -> None:
    case = await asked(world, olena, iryna)
    assert await states(world, ReminderKind.QUESTION) == ["waiting", "waiting"]
    for _ in range(2):
        await next_step(world, ReminderKind.QUESTION)
        await tick(world)
        [(letter, sight)] = await world.deliver()
        assert (letter.kind, letter.chat_id) == (kinds.QuestionReminder.kind, olena.telegram_id)
        assert isinstance(sight.shows, CaseReminderSight)
        assert (sight.shows.number, sight.shows.author) == (case.number, "Ірина")
    world.wait(days=60)
    assert await tick(world) == Wrote(0, 0, 0)


async def test_words_that_ask_nothing_are_reminded_of_by_nobody(world: World, olena: Actor, iryna: Actor) -> None:
    await asked(world, olena, iryna, "Документи прийнято.")
    assert await states(world, ReminderKind.QUESTION) == []


async def test_who_answered_is_reminded_of_nothing(world: World, olena: Actor, iryna: Actor) -> None:
    await asked(world, olena, iryna)
    await world.says(olena, "Нас троє")
    await next_step(world, ReminderKind.QUESTION)
    assert await tick(world) == Wrote(1, 0, 1)
    assert await world.waiting(kinds.QuestionReminder) == []


async def test_who_answers_while_the_letter_waits_does_not_get_it(world: World, olena: Actor, iryna: Actor) -> None:
    await asked(world, olena, iryna)
    await next_step(world, ReminderKind.QUESTION)
    await tick(world)
    await world.says(olena, "Нас троє")
    [letter] = await world.waiting(kinds.QuestionReminder)
    assert await world.sight(letter) is None


async def test_a_newer_question_stands_for_the_older_one(world: World, olena: Actor, iryna: Actor) -> None:
    case = await asked(world, olena, iryna)
    world.wait(hours=1)
    await world.answers(iryna, case, "А де ви живете?")
    assert sorted(await states(world, ReminderKind.QUESTION)) == ["cancelled", "cancelled", "waiting", "waiting"]


async def test_closing_cancels_everything_in_the_case(world: World, olena: Actor, iryna: Actor) -> None:
    case = await asked(world, olena, iryna)
    await close(world.ctx(iryna), Close(case.id, HELPED))
    assert set(await states(world)) == {"cancelled"}


async def test_after_a_pause_of_days_nothing_stale_is_said(world: World, olena: Actor, iryna: Actor) -> None:
    await asked(world, olena, iryna)
    [first, second] = (await world.uow.session.scalars(select(Reminder.due_at).order_by(Reminder.due_at))).all()
    world.now = second + timedelta(hours=1)
    assert await tick(world) == Wrote(2, 1, 0), "only the newest step is told"
    assert len(await world.waiting(kinds.QuestionReminder)) == 1
    assert first < second


async def test_after_a_long_pause_nothing_is_said_at_all(world: World, olena: Actor, iryna: Actor) -> None:
    await asked(world, olena, iryna)
    world.wait(days=30)
    assert await tick(world) == Wrote(2, 2, 0)
    assert await world.waiting(kinds.QuestionReminder) == []


async def test_a_letter_that_waited_too_long_is_not_sent(world: World, olena: Actor, iryna: Actor) -> None:
    await asked(world, olena, iryna)
    await next_step(world, ReminderKind.QUESTION)
    await tick(world)
    [letter] = await world.waiting(kinds.QuestionReminder)
    assert await world.sight(letter) is not None
    world.wait(days=5)
    assert await world.sight(letter) is None


# --- where the machine does not speak ---------------------------------------------------------------------------------


async def test_a_watched_phone_is_told_nothing_and_the_owner_says_it(world: World, olena: Actor, iryna: Actor) -> None:
    await asked(world, olena, iryna)
    (await world.row(olena)).watched = True
    await next_step(world, ReminderKind.QUESTION)
    await tick(world)
    assert await world.waiting(kinds.QuestionReminder) == []
    assert len(await world.waiting(kinds.SayItYourself, to=iryna)) == 1
    assert (await world.uow.session.scalars(select(Call))).all() == [], "nobody phones a watched phone unasked"


@pytest.mark.parametrize(("quiet", "reason"), [("human_only", "remind"), ("unreachable_since", "unreachable")])
async def test_where_no_letter_goes_a_call_stands_in(
    world: World, olena: Actor, iryna: Actor, quiet: str, reason: str
) -> None:
    await asked(world, olena, iryna)
    person = await world.row(olena)
    person.phone = "+380501234567"
    setattr(person, quiet, NOW if quiet == "unreachable_since" else True)
    await next_step(world, ReminderKind.QUESTION)
    await tick(world)
    assert await world.waiting(kinds.QuestionReminder) == []
    [call] = (await world.uow.session.scalars(select(Call))).all()
    assert (call.reason, call.state) == (reason, "open")


# --- staff -----------------------------------------------------------------------------------------------------------


async def test_before_a_promise_ends_the_owner_is_told_then_the_supervisor(
    world: World, olena: Actor, iryna: Actor, lead: Actor
) -> None:
    case = await world.taken(olena, iryna)
    await world.deliver()
    assert [await plan_promises(machine(world), PlanPromises()) for _ in range(2)] == [1, 0]
    await next_step(world, ReminderKind.UNANSWERED)
    await tick(world)
    [(letter, sight)] = await world.deliver()
    assert letter.chat_id == iryna.telegram_id
    assert isinstance(sight.shows, NoticesSight)
    [line] = sight.shows.lines
    assert (line.number, line.what, line.at, line.owner) == (case.number, None, case.reply_by, "Ірина")
    await next_step(world, ReminderKind.UNANSWERED)
    await tick(world)
    assert {letter.chat_id for letter, _ in await world.deliver()} == {iryna.telegram_id, lead.telegram_id}
    assert await tick(world) == Wrote(0, 0, 0)


async def test_what_came_due_together_is_one_letter_without_what_was_answered(
    world: World, olena: Actor, mykola: Actor, iryna: Actor
) -> None:
    first, second = await world.taken(olena, iryna), await world.taken(mykola, iryna)
    await world.topic(first)
    await world.topic(second)
    await plan_promises(machine(world), PlanPromises())
    await next_step(world, ReminderKind.UNANSWERED)
    assert await tick(world) == Wrote(2, 0, 0)
    [letter] = await world.waiting(kinds.Notices)
    await world.answers(iryna, first, "Вже робимо")
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, NoticesSight)
    assert [line.number for line in sight.shows.lines] == [second.number]
    await world.answers(iryna, second, "Вже робимо")
    assert await world.sight(letter) is None


async def test_where_nobody_has_the_case_supervisors_stand_in(world: World, olena: Actor, lead: Actor) -> None:
    await world.case(olena)
    await world.deliver()
    await plan_promises(machine(world), PlanPromises())
    await next_step(world, ReminderKind.UNANSWERED)
    await tick(world)
    assert [letter.chat_id for letter, _ in await world.deliver()] == [lead.telegram_id]


async def test_a_new_wait_is_planned_anew(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    await world.topic(case)
    await plan_promises(machine(world), PlanPromises())
    await world.answers(iryna, case, "Добре.")
    assert set(await states(world, ReminderKind.UNANSWERED)) == {"cancelled"}
    world.wait(days=2)
    await world.says(olena, "А коли?")
    assert await plan_promises(machine(world), PlanPromises()) == 1
    assert (await states(world, ReminderKind.UNANSWERED)).count("waiting") == 2


# --- the unanswered clock --------------------------------------------------------------------------------------------


async def test_no_answer_needed_ends_the_wait(world: World, olena: Actor, iryna: Actor, andrii: Actor) -> None:
    case = await world.taken(olena, iryna)
    await plan_promises(machine(world), PlanPromises())
    async with world.refused(NotOwner, owner="Ірина"):
        await no_answer_needed(world.ctx(andrii), NoAnswerNeeded(case.id))
    await world.deliver()
    await no_answer_needed(world.ctx(iryna), NoAnswerNeeded(case.id))
    assert (case.waiting_since, case.unread, case.turn) == (None, 0, "person")
    assert (await world.history(case))[-1] == "no-answer-needed"
    assert set(await states(world, ReminderKind.UNANSWERED)) == {"cancelled"}
    assert await world.kinds_to(olena) == [], "the person hears nothing of it"
    async with world.refused(Stale):
        await no_answer_needed(world.ctx(iryna), NoAnswerNeeded(case.id))


async def test_in_danger_nothing_is_put_aside_unanswered(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna, "чоловік б’є мене")
    assert case.crisis
    async with world.refused(DangerUnanswered):
        await no_answer_needed(world.ctx(iryna), NoAnswerNeeded(case.id))
    await world.topic(case)
    await world.answers(iryna, case, "Ми поруч.")
    await world.says(olena, "Дякую")
    await no_answer_needed(world.ctx(iryna), NoAnswerNeeded(case.id))
    assert case.waiting_since is None


async def test_a_logged_call_ends_it_too(world: World, olena: Actor, iryna: Actor) -> None:
    case = await world.taken(olena, iryna)
    (await world.row(olena)).phone = "+380501234567"
    await plan_promises(machine(world), PlanPromises())
    await done(world.ctx(iryna), Reached(case.id, 0))
    assert set(await states(world, ReminderKind.UNANSWERED)) == {"cancelled"}
