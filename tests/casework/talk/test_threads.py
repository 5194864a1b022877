"""Who replies to a message gets the same reply on the other side."""

from __future__ import annotations

import pytest

from casework.cases.reply import reply
from casework.context import Actor
from casework.letters import kinds
from casework.people.write import Went, Written, write
from casework.talk.sending import Reply
from db.models import Case
from tests.casework.world import GROUP, World


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def quoted(world: World, kind: type[kinds.Letter]) -> int | None:
    """What the letter of this kind that leaves now is a reply to, in its chat."""
    [sight] = [sight for letter, sight in await world.deliver() if letter.kind == kind.kind]
    return sight.reply_to


async def written(world: World, person: Actor, words: str, number: int, to: int | None) -> Went:
    """A person writes, as a reply to a message of their chat or not."""
    return await write(world.ctx(person), Written(words, person.telegram_id or 0, number, reply_to=to))


async def test_the_answer_quotes_the_words_that_it_answers(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await written(world, olena, "А якщо дощ?", 700, None)
    await world.deliver()
    stands = (await world.in_topic(case, kinds.PersonMessage))[-1]
    await reply(world.ctx(iryna), Reply(GROUP, case.topic_thread_id or 0, 500, stands, "Тоді у середу"))
    assert await quoted(world, kinds.StaffReply) == 700


async def test_an_answer_to_the_card_quotes_nothing(world: World, iryna: Actor, case: Case) -> None:
    await world.answers(iryna, case, "Добрий день")
    assert await quoted(world, kinds.StaffReply) is None


async def test_the_persons_reply_quotes_the_staff_message(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "Приїздіть у вівторок")
    sent = await world.deliver()
    [copy] = [letter.telegram_message_id for letter, _ in sent if letter.kind == kinds.StaffReply.kind]
    await written(world, olena, "Добре", 700, copy)
    assert await quoted(world, kinds.PersonMessage) == number


async def test_a_reply_to_words_of_ones_own_is_mapped_too(world: World, olena: Actor, case: Case) -> None:
    await written(world, olena, "Нас троє", 700, None)
    await world.deliver()
    stands = (await world.in_topic(case, kinds.PersonMessage))[-1]
    await written(world, olena, "Ні, четверо", 701, 700)
    assert await quoted(world, kinds.PersonMessage) == stands


async def test_a_reply_to_something_of_ours_that_is_no_message_quotes_nothing(
    world: World, olena: Actor, case: Case
) -> None:
    await written(world, olena, "Що це?", 700, 77_777)
    assert await quoted(world, kinds.PersonMessage) is None


async def test_of_several_cases_a_reply_says_which(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    await world.answers(iryna, case, "Приїздіть у вівторок")
    sent = await world.deliver()
    [copy] = [letter.telegram_message_id for letter, _ in sent if letter.kind == kinds.StaffReply.kind]
    other = await world.case(olena, "Ще одне")
    assert await written(world, olena, "Добре", 700, copy) is Went.ADDED
    assert [each.text for each in await world.messages(case)][-1] == "Добре"
    assert [each.text for each in await world.messages(other)] == ["Ще одне"]
    assert await written(world, olena, "А це про що?", 701, None) is Went.ASKED_WHERE


async def test_a_reply_never_leads_into_a_case_that_is_not_theirs(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, case: Case
) -> None:
    theirs = await world.case(mykola, "Моє")
    _, number = await world.answers(iryna, case, "Приїздіть у вівторок")
    await world.deliver()
    await written(world, mykola, "Привіт", 700, number)
    assert [each.text for each in await world.messages(theirs)] == ["Моє", "Привіт"]
