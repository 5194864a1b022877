"""What a caseworker changes in their message changes at the person's too."""

from __future__ import annotations

import pytest

from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.release import Release, release
from casework.context import Actor
from casework.errors import EmptyReply, TakeFirst
from casework.letters import kinds
from casework.letters.sights import ReplySight
from db.models import Case
from tests.casework.world import GROUP, World

LONG = ("Перший абзац. " * 120 + "\n\n" + "Другий абзац. " * 150).strip()


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def edited(world: World, member: Actor, number: int, words: str) -> bool:
    """Whether a changed staff message was carried on."""
    return bool(await edit_reply(world.ctx(member), EditedReply(GROUP, number, words)))


async def test_the_persons_copy_is_changed(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "Приїздіть у вівторок")
    [copy] = [letter.telegram_message_id for letter, _ in await world.deliver() if letter.kind == "staff-reply"]
    world.wait(minutes=2)
    assert await edited(world, iryna, number, "Приїздіть у середу")
    message = (await world.messages(case))[-1]
    assert (message.text, message.revision, message.edited_at) == ("Приїздіть у середу", 1, world.now)
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts) == ("reply-edited", {"message_id": message.id})
    [(letter, sight)] = await world.deliver()
    assert (letter.kind, sight.edit) == ("staff-reply-edited", copy)
    assert sight.shows == ReplySight(case.number, "Ірина", "Приїздіть у середу", 0, 1)


async def test_the_same_words_again_are_no_change(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "Вітаю")
    before = await world.everything()
    assert await edited(world, iryna, number, "Вітаю")
    assert await world.everything() == before


@pytest.mark.parametrize(("before", "after"), [("Коротко", LONG), (LONG, "Коротко"), (LONG, LONG[:2000])])
async def test_parts_grow_and_shrink(world: World, iryna: Actor, case: Case, before: str, after: str) -> None:
    _, number = await world.answers(iryna, case, before)
    await world.deliver()
    await edited(world, iryna, number, after)
    stands = {
        sight.edit or letter.telegram_message_id: sight.shows.text
        for letter, sight in await world.deliver()
        if isinstance(sight.shows, ReplySight)
    }
    assert " ".join(stands.values()).split() == after.split()
    if before == LONG:
        assert list(stands.values())[1] == "", "the part that is not needed any more is emptied"


async def test_a_part_that_was_emptied_is_filled_again(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, LONG)
    await world.deliver()
    await edited(world, iryna, number, "Коротко")
    await world.deliver()
    await edited(world, iryna, number, LONG)
    shows = [sight.shows for letter, sight in await world.deliver() if letter.kind == "staff-reply-edited"]
    assert " ".join(each.text for each in shows if isinstance(each, ReplySight)).split() == LONG.split()


async def test_a_part_that_was_taken_back_before_it_left_comes_when_it_is_written_again(
    world: World, iryna: Actor, case: Case
) -> None:
    _, number = await world.answers(iryna, case, LONG)
    await edited(world, iryna, number, "Коротко")
    await world.deliver()
    await edited(world, iryna, number, LONG)
    stands = {
        sight.edit or letter.telegram_message_id: sight.shows.text
        for letter, sight in await world.deliver()
        if isinstance(sight.shows, ReplySight)
    }
    assert " ".join(stands.values()).split() == LONG.split()


async def test_changed_to_and_fro_before_it_left_no_part_comes_twice(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, LONG)
    await edited(world, iryna, number, "Коротко")
    await edited(world, iryna, number, LONG)
    sent = [letter.facts["part"] for letter, _ in await world.deliver() if letter.kind == "staff-reply"]
    assert sent == [0, 1]


async def test_of_two_quick_changes_the_last_is_shown(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "раз")
    await world.deliver()
    await edited(world, iryna, number, "два")
    await edited(world, iryna, number, "три")
    shown = [sight.shows for _, sight in await world.deliver()]
    assert shown == [ReplySight(case.number, "Ірина", "три", 0, 1)]


async def test_changed_before_it_left_it_leaves_changed(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "раз")
    await edited(world, iryna, number, "два")
    shown = [sight.shows for letter, sight in await world.deliver() if letter.person_id is not None]
    texts = {each.text for each in shown if isinstance(each, ReplySight)}
    assert texts == {"два"}


async def test_only_its_author_changes_it(world: World, iryna: Actor, andrii: Actor, lead: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "Вітаю")
    before = await world.everything()
    for member in (andrii, lead):
        assert not await edited(world, member, number, "Ні")
    assert await world.everything() == before


async def test_changing_a_remark_tells_nobody(world: World, iryna: Actor, case: Case) -> None:
    before = await world.everything()
    assert not await edited(world, iryna, 424242, "Це лишається між нами")
    assert await world.everything() == before


async def test_the_person_s_words_are_not_changed_from_the_topic(world: World, iryna: Actor, case: Case) -> None:
    message = (await world.messages(case))[0]
    copies = await world.in_topic(case, kinds.PersonMessage)
    assert copies
    for number in copies:
        assert not await edited(world, iryna, number, "Інше")
    await world.uow.session.refresh(message)
    assert message.revision == 0


@pytest.mark.parametrize("words", ["", "  \n "])
async def test_it_is_not_changed_into_nothing(world: World, iryna: Actor, case: Case, words: str) -> None:
    _, number = await world.answers(iryna, case, "Вітаю")
    async with world.refused(EmptyReply):
        await edited(world, iryna, number, words)


async def test_who_gave_the_case_back_changes_nothing_more(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "Вітаю")
    await release(world.ctx(iryna), Release(case.id))
    async with world.refused(TakeFirst):
        await edited(world, iryna, number, "Пізно")
