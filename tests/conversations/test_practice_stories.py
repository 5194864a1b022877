"""Every story of the practice can be played to its end, and leaves nothing behind."""

from __future__ import annotations

import pytest
from sqlalchemy import text as sql

from bot.telegram.practice.shown import DO, DONE, LESSONS
from bot.telegram.practice.stage import NOBODY, SAID
from casework.cases.history import Event
from db.uow import UnitOfWork
from rules.practice import PREFIX, STORIES, Story
from rules.roles import Role
from tests.casework.world import CATALOGUE, World
from tests.conversations.rehearsing import Trainee
from tests.conversations.words import CLOSE, TAKE, label

OTHERS_WORDS = {"linked", "merged"}
"""Lines of history of acts that are still to come: a story goes on by them as well."""
TABLES = "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"


@pytest.fixture
async def world(uow: UnitOfWork) -> World:
    """A department with a group; nothing waits."""
    world = World(uow)
    await world.bind(await world.staff(Role.SUPERVISOR, "Світлана"))
    await world.deliver()
    return world


async def everything(world: World) -> dict[str, list[str]]:
    """Every row of every table."""
    session = world.uow.session
    await session.flush()
    tables = sorted((await session.scalars(sql(TABLES))).all())
    return {
        name: list((await session.scalars(sql(f'SELECT t::text FROM "{name}" AS t ORDER BY t::text'))).all())
        for name in tables
    }


async def trainee(world: World, story: str) -> Trainee:
    """A new colleague at the beginning of a story."""
    found = Trainee(world, await world.staff(Role.CASEWORKER, "Ірина"), story)
    await world.deliver()
    return found


async def _question(one: Trainee) -> None:
    await one.presses(TAKE)
    await one.replies(label("practice-says-question"), "До управління освіти.")
    await one.presses(CLOSE)
    await one.presses(CATALOGUE.outcomes["informed"].name["uk"])


async def _papers(one: Trainee) -> None:
    await one.presses(TAKE)
    await one.presses(label("button-documents-staff"))
    await one.presses(label("button-documents-pick"))
    chosen = one.seen[-1].rendered.keyboard
    assert chosen is not None
    name = chosen.inline_keyboard[0][0].text  # type: ignore[union-attr]  # menus have inline keyboards
    await one.presses(name)
    await one.presses(label("button-documents-ask"))
    await one.replies(label("practice-says-burnt"), "Підійде довідка з громади.")
    await one.presses(label("button-documents-staff"))
    await one.presses(label("button-document-line", name=name, state=label("document-asked")))
    await one.presses(label("button-document-waive"))


async def _danger(one: Trainee) -> None:
    await one.presses(TAKE)
    await one.replies(label("practice-says-danger"), "Ви в безпеці? Дзвоніть 102 або 112.")
    await one.says("/note не дзвонити, лише писати")


async def _twice(one: Trainee) -> None:
    await one.presses(TAKE)
    await one.replies(label("practice-says-twice"), "Відповідь буде у п’ятницю.")
    await one.presses(TAKE)
    await one.says(f"/note див. {PREFIX}-2026-000001")
    await one.presses(CLOSE)
    await one.presses(CATALOGUE.outcomes["informed"].name["uk"])


WALKS = {"question": _question, "papers": _papers, "danger": _danger, "twice": _twice}


@pytest.mark.parametrize("story", STORIES)
async def test_a_story_is_played_to_its_end_and_leaves_nothing(world: World, story: str) -> None:
    one = await trainee(world, story)
    before = await everything(world)
    await one.begins()
    assert one.wanted() == STORIES[story].steps[0].slug
    await WALKS[story](one)
    assert one.praised == [step.slug for step in STORIES[story].steps], one.phone()
    assert one.wanted() is None
    assert await everything(world) == before, "what was played is taken back"


async def test_what_stays_among_colleagues_goes_to_nobody(world: World) -> None:
    one = await trainee(world, "question")
    await one.begins()
    await one.says("Подзвоню завтра")
    assert (one.scene.items, one.scene.praised) == ((), ())


async def test_a_refusal_of_real_life_is_a_refusal_here(world: World) -> None:
    one = await trainee(world, "question")
    await one.begins()
    await one.presses(TAKE)
    assert (await one.presses(TAKE)) == label("refusal-already-yours")


async def test_two_play_at_once_and_neither_sees_the_other(world: World) -> None:
    one, other = await trainee(world, "question"), await trainee(world, "question")
    await one.begins()
    await other.begins()
    await one.presses(TAKE)
    assert (await other.presses(TAKE)) == label("toast-taken")


def test_nobody_at_telegram_has_these_accounts() -> None:
    """Telegram's numbers of accounts and chats have at most 52 bits."""
    assert 2**52 < NOBODY < 2**63 - 10**15


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_a_story_has_all_its_words_and_wants_what_can_happen(story: Story) -> None:
    events = {each.value for each in Event} | OTHERS_WORDS
    for step in story.steps:
        assert step.done_by <= events
        assert {step.slug} <= DO.keys() & DONE.keys()
    said = {line.words for line in (*story.opening, *(each for step in story.steps for each in step.then))}
    assert said - {""} <= SAID.keys()
    assert story.name.startswith("Навчальн"), "nobody takes the name for somebody's"


def test_every_story_leaves_a_lesson_and_its_numbers_are_no_ones() -> None:
    assert LESSONS.keys() == STORIES.keys() == WALKS.keys()
    assert PREFIX not in {each.prefix for each in CATALOGUE.organisations.values()}
