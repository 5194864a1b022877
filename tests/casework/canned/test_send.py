"""A canned answer sent by a press is a human answer like any other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.canned.seed import seed
from casework.canned.send import ListAnswers, PreviewAnswer, SendAnswer, list_answers, preview_answer, send_answer
from casework.canned.write import ChooseAnswer, WriteAnswer, remove_answer, write_answer
from casework.cases.close import Close, close
from casework.context import Actor
from casework.errors import BlankLeft, CaseClosed, NoSuchCase, NotOwner, NotPermitted, Stale
from casework.letters import kinds
from casework.letters.sights import MarkSight, ReplySight
from casework.letters.sights.canned import StaffSaidSight
from casework.people.choose_language import ChooseLanguage, choose_language
from db.models import Case
from rules.roles import Role
from tests.casework.world import ELSEWHERE, World

TEXT = "Звернення {номер}. Веде {працівник}. Телефон {телефон}"


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def written(world: World, lead: Actor, text: str = TEXT, *, language: str = "uk", group: str = "any") -> int:
    """A lead writes an answer."""
    return await write_answer(world.ctx(lead), WriteAnswer(f"Назва\n{text}", language, group=group))


async def test_it_is_listed_in_the_persons_language_with_the_cases_own_services_first(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    case.service = "in-kind"
    found = await list_answers(world.ctx(iryna), ListAnswers(case.id))
    assert [each.title for each in found[:3]] == ["Посилка: що треба знати", "Цього зараз немає", "Читаю, відповім до…"]
    assert len(found) == 18
    await choose_language(world.ctx(olena), ChooseLanguage("en"))
    await written(world, lead, "Good day", language="en", group="aid")
    found = await list_answers(world.ctx(iryna), ListAnswers(case.id))
    assert [each.title for each in found[:3]] == ["A parcel: what I need", "Not there now", "Назва"]


async def test_it_is_shown_first_as_the_person_will_read_it(
    world: World, iryna: Actor, lead: Actor, case: Case
) -> None:
    answer = await written(world, lead)
    before = await world.everything()
    shown = await preview_answer(world.ctx(iryna), PreviewAnswer(case.id, answer))
    assert shown.text == f"Звернення {case.number}. Веде Ірина. Телефон +380 00 000 00 00"
    assert (shown.blanks, shown.version, shown.author, shown.language) == ((), 1, "Ірина", "uk")
    assert await world.everything() == before, "to look sends nothing"


async def test_sent_it_ends_the_wait_has_its_pair_in_the_topic_and_gets_the_mark(
    world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case
) -> None:
    answer = await written(world, lead)
    world.wait(minutes=7)
    await send_answer(world.ctx(iryna), SendAnswer(case.id, answer, 1))
    text = f"Звернення {case.number}. Веде Ірина. Телефон +380 00 000 00 00"
    assert (case.turn, case.waiting_since, case.unread) == ("person", None, 0)
    assert case.first_answered_at == world.now
    message = (await world.messages(case))[-1]
    assert (message.author_kind, message.author_id, message.text) == ("staff", iryna.id, text)
    event = (await world.events(case))[-1]
    assert (event.kind, event.actor_id) == ("replied", iryna.id)
    assert event.facts == {"message_id": message.id, "canned": answer, "version": 1}
    sent = {letter.kind: (letter, sight.shows) for letter, sight in await world.deliver()}
    assert sent["staff-reply"][1] == ReplySight(case.number, "Ірина", text, 0, 1)
    assert sent["staff-reply"][0].chat_id == olena.telegram_id
    assert sent["staff-said"][1] == StaffSaidSight("Ірина", text, 0, 1)
    assert isinstance(sent["delivery-mark"][1], MarkSight)
    assert sent["delivery-mark"][0].telegram_message_id == sent["staff-said"][0].telegram_message_id


async def test_a_case_that_nobody_has_is_taken_by_it(world: World, olena: Actor, iryna: Actor, lead: Actor) -> None:
    case = await world.case(olena)
    await send_answer(world.ctx(iryna), SendAnswer(case.id, await written(world, lead), 1))
    assert case.owner_id == iryna.id


@pytest.mark.parametrize(
    ("text", "left"),
    [("До {дата}", "{дата}"), ("Про {послуга}", "{послуга}"), ("О ____", "____"), ("О [котрій]", "[котрій]")],
)
async def test_with_a_blank_in_it_nothing_is_sent(
    world: World, iryna: Actor, lead: Actor, case: Case, text: str, left: str
) -> None:
    case.service = "own-words"
    world.wait(days=9)
    answer = await written(world, lead, text)
    assert (await preview_answer(world.ctx(iryna), PreviewAnswer(case.id, answer))).blanks == (left,)
    async with world.refused(BlankLeft, what=left):
        await send_answer(world.ctx(iryna), SendAnswer(case.id, answer, 1))


async def test_a_date_that_is_still_ahead_is_named_as_the_person_was_told(
    world: World, iryna: Actor, lead: Actor, case: Case
) -> None:
    answer = await written(world, lead, "Відповім до {дата}")
    shown = await preview_answer(world.ctx(iryna), PreviewAnswer(case.id, answer))
    assert shown.text == "Відповім до 12 березня, 11:00 (четвер)"


async def test_a_sensitive_service_is_named_by_its_group_only(
    world: World, iryna: Actor, lead: Actor, case: Case
) -> None:
    case.service = "shelter"
    answer = await written(world, lead, "Про {послуга}")
    assert (await preview_answer(world.ctx(iryna), PreviewAnswer(case.id, answer))).text == "Про Особиста допомога"


async def test_pressed_twice_it_is_sent_once(world: World, olena: Actor, iryna: Actor, lead: Actor, case: Case) -> None:
    answer = await written(world, lead)
    await send_answer(world.ctx(iryna), SendAnswer(case.id, answer, 1))
    async with world.refused(Stale):
        await send_answer(world.ctx(iryna), SendAnswer(case.id, answer, 1))
    await world.says(olena, "І ще одне", case_id=case.id)
    await send_answer(world.ctx(iryna), SendAnswer(case.id, answer, 1))
    assert len(await world.waiting(kinds.StaffReply)) == 2


async def test_what_changed_since_it_was_read_is_read_again(
    world: World, iryna: Actor, lead: Actor, case: Case
) -> None:
    answer = await written(world, lead)
    await write_answer(world.ctx(lead), WriteAnswer("Назва\nІнакше", "uk", answer_id=answer))
    async with world.refused(Stale):
        await send_answer(world.ctx(iryna), SendAnswer(case.id, answer, 1))
    await remove_answer(world.ctx(lead), ChooseAnswer(answer))
    async with world.refused(Stale):
        await preview_answer(world.ctx(iryna), PreviewAnswer(case.id, answer))


async def test_the_refusals_of_a_typed_answer_hold(
    world: World, olena: Actor, iryna: Actor, andrii: Actor, lead: Actor, case: Case
) -> None:
    answer = await written(world, lead)
    send = SendAnswer(case.id, answer, 1)
    async with world.refused(NotOwner, owner="Ірина"):
        await send_answer(world.ctx(andrii), send)
    async with world.refused(NotPermitted, act="canned.send"):
        await send_answer(world.ctx(olena), send)
    stranger = await world.staff(Role.SUPERVISOR, "Оксана", ELSEWHERE)
    async with world.refused(NoSuchCase):
        await send_answer(world.ctx(stranger), send)
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await send_answer(world.ctx(iryna), send)
    async with world.refused(CaseClosed):
        await list_answers(world.ctx(iryna), ListAnswers(case.id))


async def test_another_organisations_answer_is_none_of_ours(
    world: World, iryna: Actor, lead: Actor, case: Case
) -> None:
    theirs = await world.staff(Role.SUPERVISOR, "Оксана", ELSEWHERE)
    answer = await write_answer(
        replace(world, organisation=ELSEWHERE).ctx(theirs), WriteAnswer("Чужа\nТекст", "uk", group="any")
    )
    async with world.refused(Stale):
        await send_answer(world.ctx(iryna), SendAnswer(case.id, answer, 1))


async def test_the_catalogues_answers_come_once_and_what_was_deleted_stays_so(
    world: World, iryna: Actor, lead: Actor, case: Case
) -> None:
    first = await list_answers(world.ctx(iryna), ListAnswers(case.id))
    await remove_answer(world.ctx(lead), ChooseAnswer(first[0].answer_id))
    await seed(world.ctx(iryna), case.organisation_id)
    again = await list_answers(world.ctx(iryna), ListAnswers(case.id))
    assert [each.answer_id for each in again] == [each.answer_id for each in first[1:]]
