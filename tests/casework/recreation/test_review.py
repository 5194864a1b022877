"""Applications are checked on the desk: categories, documents, two humans; nobody is refused before a talk."""

from __future__ import annotations

import pytest

from casework.cases.refuse import _require_talk
from casework.cases.words import Words, add_words
from casework.context import Actor
from casework.documents.decide import ChooseDocument, waive_document
from casework.documents.send import CannotGet, cannot_get
from casework.errors import CategoriesOpen, NothingPicked, PapersOpen, SecondHuman, Stale, TalkFirst
from casework.recreation.review import (
    DecideCategory,
    OpenApplication,
    ask_papers,
    begin_checking,
    confirm_need,
    decide_category,
    doubt_need,
)
from db.models import Application, ApplicationChild, Case
from db.repositories import applications, documents
from rules.documents import Obstacle
from rules.recreation.applications import Standing
from tests.casework.recreation.programme import Programme
from tests.casework.world import World


@pytest.fixture
async def application(programme: Programme, olena: Actor) -> Application:
    """Of one child with two categories."""
    return await programme.applies(olena)


async def only(programme: Programme, application: Application) -> ApplicationChild:
    [child] = await programme.children(application)
    return child


async def decides(world: World, who: Actor, child: ApplicationChild) -> None:
    for code, holds in (("C13", True), ("C06", False)):
        await decide_category(world.ctx(who), DecideCategory(child.application_id, child.id, code, holds))


async def waives(world: World, who: Actor, case_id: int) -> None:
    for each in await documents.of_case(world.uow.session, case_id):
        await waive_document(world.ctx(who), ChooseDocument(each.id))


async def test_from_sent_to_confirmed_by_two_humans(
    world: World, programme: Programme, olena: Actor, iryna: Actor, lead: Actor, application: Application
) -> None:
    one = OpenApplication(application.id)
    await begin_checking(world.ctx(iryna), one)
    async with world.refused(Stale):
        await begin_checking(world.ctx(iryna), one)
    child = await only(programme, application)
    assert child.state == Standing.CHECKING
    of_child = OpenApplication(application.id, child.id)
    async with world.refused(CategoriesOpen):
        await confirm_need(world.ctx(iryna), of_child)
    await decides(world, iryna, child)
    child = await only(programme, application)
    assert (child.confirmed, child.denied) == (["C13"], ["C06"])
    async with world.refused(PapersOpen, count="6"):
        await confirm_need(world.ctx(iryna), of_child)
    assert await ask_papers(world.ctx(iryna), one) == 7
    assert (await only(programme, application)).state == Standing.NEEDS_DOCUMENTS
    async with world.refused(NothingPicked):
        await ask_papers(world.ctx(iryna), one)
    await waives(world, iryna, application.case_id or 0)
    assert (await only(programme, application)).state == Standing.CHECKING, "nothing is missing any more"
    assert await confirm_need(world.ctx(iryna), of_child) is False
    async with world.refused(SecondHuman):
        await confirm_need(world.ctx(iryna), of_child)
    assert await confirm_need(world.ctx(lead), of_child) is True
    assert (await only(programme, application)).state == Standing.NEED_CONFIRMED
    assert (await programme.application(olena)).state == Standing.NEED_CONFIRMED
    await doubt_need(world.ctx(lead), of_child)
    child = await only(programme, application)
    assert (child.state, child.checked_by) == (Standing.CHECKING, None)


async def test_a_changed_category_undoes_the_first_confirmation(
    world: World, programme: Programme, iryna: Actor, application: Application
) -> None:
    await begin_checking(world.ctx(iryna), OpenApplication(application.id))
    await ask_papers(world.ctx(iryna), OpenApplication(application.id))
    await waives(world, iryna, application.case_id or 0)
    child = await only(programme, application)
    await decides(world, iryna, child)
    assert await confirm_need(world.ctx(iryna), OpenApplication(application.id, child.id)) is False
    await decide_category(world.ctx(iryna), DecideCategory(application.id, child.id, "C06", True))
    child = await only(programme, application)
    assert (child.confirmed, child.denied, child.checked_by) == (["C13", "C06"], [], None)


async def test_what_was_confirmed_first_goes_behind_for_the_same_human(
    world: World, programme: Programme, iryna: Actor, lead: Actor, application: Application, mykola: Actor
) -> None:
    other = await programme.applies(mykola)
    child = await only(programme, application)
    child.state, child.checked_by, application.state = "checking", iryna.id, "checking"
    await world.uow.session.flush()

    async def order(who: Actor) -> list[int]:
        found = await applications.to_check(
            world.uow.session, who.organisation_id or 0, 0, who.id or 0, skip=0, limit=9
        )
        return [each.id for each, _ in found]

    assert await order(iryna) == [other.id, application.id]
    assert await order(lead) == [application.id, other.id]


async def test_nobody_is_refused_for_a_document_before_a_talk(
    world: World, iryna: Actor, olena: Actor, application: Application
) -> None:
    await begin_checking(world.ctx(iryna), OpenApplication(application.id))
    await ask_papers(world.ctx(iryna), OpenApplication(application.id))
    case = await world.uow.session.get_one(Case, application.case_id)
    [first, *_] = await documents.of_case(world.uow.session, case.id)
    await cannot_get(world.ctx(olena), CannotGet(first.id, Obstacle.LOST))
    async with world.refused(TalkFirst):
        await _require_talk(world.ctx(iryna), case)
    person = await world.row(olena)
    await add_words(world.ctx(olena), case, person, [Words("Його забрали", 1, 77, world.now)], receipt=False)
    await _require_talk(world.ctx(iryna), case)
