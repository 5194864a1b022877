"""Leads write the canned answers of their own organisation; every version stays."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from casework.canned.write import (
    BeginAnswer,
    ChooseAnswer,
    ShowAnswers,
    WriteAnswer,
    begin_answer,
    remove_answer,
    restore_answer,
    show_answers,
    write_answer,
)
from casework.canned.write import _read as read
from casework.context import Actor
from casework.errors import AnswerTooLong, NoSuchVariable, NoTitle, NotPermitted, Refusal, Stale
from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.canned import AnswerSight, AnswersSight, AnswerTextSight
from db.models import CannedVersion, StaffMember
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World

NEW = WriteAnswer("Читаю\nВаше звернення {номер} читає {працівник}", "uk", group="any")


async def desk(world: World, lead: Actor) -> Any:
    """What the lead's desk shows."""
    [letter] = [each for each in await world.waiting(to=lead) if each.slot_id is not None]
    sight = await world.sight(letter)
    assert isinstance(sight, Sight)
    return sight.shows


async def versions(world: World, answer_id: int) -> list[tuple[int, str, int | None]]:
    query = select(CannedVersion).where(CannedVersion.answer_id == answer_id).order_by(CannedVersion.number)
    return [(each.number, each.text, each.staff_id) for each in await world.uow.session.scalars(query)]


async def test_the_list_has_what_came_with_the_bot_page_by_page(world: World, lead: Actor) -> None:
    await show_answers(world.ctx(lead), ShowAnswers("uk"))
    first = await desk(world, lead)
    assert isinstance(first, AnswersSight)
    assert (len(first.answers), first.page, first.pages, first.others) == (8, 0, 3, ("en",))
    assert (first.answers[0].title, first.answers[0].group) == ("Читаю, відповім до…", None)
    await show_answers(world.ctx(lead), ShowAnswers("en", 99))
    last = await desk(world, lead)
    assert (len(last.answers), last.page) == (2, 2)
    assert last.answers[1].group == "Особиста допомога", "the desk speaks the lead's language"


async def test_a_new_answer_is_shown_with_an_invented_case_and_whose_it_is(world: World, lead: Actor) -> None:
    answer = await write_answer(world.ctx(lead), NEW)
    shown = await desk(world, lead)
    assert isinstance(shown, AnswerSight)
    assert shown.text == "Ваше звернення LUH-2026-000123 читає Світлана"
    assert [(line.at, line.who) for line in shown.versions] == [(world.now, "Світлана")]
    assert await versions(world, answer) == [(1, "Ваше звернення {номер} читає {працівник}", lead.id)]


async def test_a_change_is_a_new_version_and_the_old_one_stays(world: World, lead: Actor) -> None:
    answer = await write_answer(world.ctx(lead), NEW)
    world.wait(hours=1)
    admin = await world.staff(Role.ADMIN, "Оксана")
    await begin_answer(world.ctx(admin), BeginAnswer("uk", answer_id=answer))
    asked = await desk(world, admin)
    assert isinstance(asked, AnswerTextSight)
    assert asked.now == NEW.words, "what stands there can be copied"
    await write_answer(world.ctx(admin), WriteAnswer("Читаю\nІнакше", "uk", answer_id=answer))
    assert [each[1:] for each in await versions(world, answer)] == [
        ("Ваше звернення {номер} читає {працівник}", lead.id),
        ("Інакше", admin.id),
    ]
    assert [line.who for line in (await desk(world, admin)).versions] == ["Оксана", "Світлана"]


async def test_deleted_it_can_be_brought_back(world: World, lead: Actor) -> None:
    answer = await write_answer(world.ctx(lead), NEW)
    await remove_answer(world.ctx(lead), ChooseAnswer(answer))
    assert (await desk(world, lead)).removed
    await restore_answer(world.ctx(lead), ChooseAnswer(answer))
    assert not (await desk(world, lead)).removed


@pytest.mark.parametrize(
    ("words", "refusal", "facts"),
    [
        ("Назва", NoTitle, {}),
        ("\n\nНазва\n  \n", NoTitle, {}),
        ("Н" * 41 + "\nтекст", AnswerTooLong, {}),
        ("Назва\n" + "😀" * 1501, AnswerTooLong, {}),
        ("Назва\nЗвернення {нмер} і {number} та {дта}", NoSuchVariable, {"what": "{нмер}, {дта}"}),
    ],
)
async def test_what_is_wrong_is_explained_and_nothing_is_kept(
    world: World, lead: Actor, words: str, refusal: type[Refusal], facts: dict[str, str]
) -> None:
    async with world.refused(refusal, **facts):
        await write_answer(world.ctx(lead), WriteAnswer(words, "uk", group="any"))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_whatever_is_typed_is_kept_or_refused(words: str) -> None:
    with suppress(NoTitle, AnswerTooLong, NoSuchVariable):
        draft = read(words)
        assert draft.title
        assert draft.text


@pytest.mark.parametrize("begin", [BeginAnswer("xx"), BeginAnswer("uk", group="nothing"), BeginAnswer("uk", 10**15)])
async def test_what_there_is_not_is_stale(world: World, lead: Actor, begin: BeginAnswer) -> None:
    async with world.refused(Stale):
        await begin_answer(world.ctx(lead), begin)
    async with world.refused(Stale):
        await write_answer(world.ctx(lead), WriteAnswer("Назва\nтекст", begin.language, begin.answer_id, begin.group))


async def test_only_leads_and_only_their_own(world: World, lead: Actor, iryna: Actor) -> None:
    answer = await write_answer(world.ctx(lead), NEW)
    async with world.refused(NotPermitted, act="canned.write"):
        await write_answer(world.ctx(iryna), NEW)
    theirs = await world.staff(Role.SUPERVISOR, "Оксана", ELSEWHERE)
    for act in (remove_answer, restore_answer):
        async with world.refused(Stale):
            await act(world.ctx(theirs), ChooseAnswer(answer))
    async with world.refused(Stale):
        await write_answer(world.ctx(theirs), WriteAnswer("Назва\nтекст", "uk", answer_id=answer))


async def test_a_lead_who_leads_no_more_sees_nothing(world: World, lead: Actor) -> None:
    await show_answers(world.ctx(lead), ShowAnswers("uk"))
    [letter] = [each for each in await world.waiting(to=lead) if each.slot_id is not None]
    (await world.uow.session.get_one(StaffMember, lead.id)).role = Role.CASEWORKER.value
    assert await world.sight(letter) is None
    assert isinstance(kinds.Letter.restore(letter.kind, letter.facts), kinds.canned.AnswersScreen)
