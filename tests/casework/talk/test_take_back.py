"""«/del»: an answer is taken back, as far as Telegram lets bots do that."""

from __future__ import annotations

import pytest

from casework.cases.edit_reply import EditedReply, edit_reply
from casework.cases.open_reply import OpenReply, open_reply
from casework.context import MACHINE, Actor, Context
from casework.errors import NothingToTakeBack, NotYourWords, Stale
from casework.letters import kinds
from casework.letters.sent import SentLetter, letter_sent
from casework.letters.sights import MarkSight, SweepSight, TakenBackSight
from casework.talk.take_back import TakeBack, take_back
from db.models import Case
from tests.casework.world import CATALOGUE, GROUP, World


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    return made


async def said(world: World, member: Actor, case: Case, words: str = "Приїздіть у вівторок") -> tuple[int, int]:
    """An answer that arrived: its number in the topic, and where its copy stands."""
    _, number = await world.answers(member, case, words)
    sent = await world.deliver()
    [copy] = [letter.telegram_message_id for letter, _ in sent if letter.kind == kinds.StaffReply.kind]
    return number, copy or 0


async def telegram_says(world: World, person: Actor, *, gone: tuple[int, ...], left: tuple[int, ...]) -> list[object]:
    """Telegram took these messages away and left those; what the topic shows then."""
    [letter] = await world.waiting(kinds.TakeBack)
    letter.sent_at = world.now
    sent = SentLetter(letter.kind, letter.facts, person.telegram_id or 0, None, gone=gone, left=left)
    await letter_sent(world.uow, sent, world.now, CATALOGUE)
    return [sight.shows for _, sight in await world.deliver() if isinstance(sight.shows, TakenBackSight | MarkSight)]


async def test_it_goes_from_the_persons_chat_and_stays_in_the_history(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    number, copy = await said(world, iryna, case)
    assert await take_back(world.ctx(iryna), TakeBack(GROUP, number))
    [letter] = await world.waiting(kinds.TakeBack)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == SweepSight((copy,))
    assert await telegram_says(world, olena, gone=(copy,), left=()) == [TakenBackSight(1, 0), MarkSight(None)]
    message = (await world.messages(case))[-1]
    assert (message.text, message.taken_back_at) == ("Приїздіть у вівторок", world.now)
    assert (await world.history(case))[-1] == "reply-taken-back"
    assert (case.turn, case.waiting_since) == ("staff", world.now), "the person waits for us again"


async def test_what_telegram_keeps_is_said(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    number, copy = await said(world, iryna, case)
    await take_back(world.ctx(iryna), TakeBack(GROUP, number))
    assert await telegram_says(world, olena, gone=(), left=(copy,)) == [TakenBackSight(0, 1)]


async def test_before_it_left_it_is_just_withdrawn(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "Колего, чия це черга?")
    assert not await take_back(world.ctx(iryna), TakeBack(GROUP, number))
    world.wait(hours=1)
    assert kinds.StaffReply.kind not in [letter.kind for letter, _ in await world.deliver()]
    assert not [each for each in await world.messages(case) if each.author_kind == "staff"]
    assert not await world.waiting(kinds.TakeBack)


async def test_once_more_there_is_nothing_to_take_back(world: World, iryna: Actor, case: Case) -> None:
    number, _ = await said(world, iryna, case)
    await take_back(world.ctx(iryna), TakeBack(GROUP, number))
    for target in (number, None, 77_777):
        async with world.refused(NothingToTakeBack):
            await take_back(world.ctx(iryna), TakeBack(GROUP, target))


async def test_the_persons_own_words_are_not_staffs_to_take(world: World, iryna: Actor, case: Case) -> None:
    [theirs] = await world.in_topic(case, kinds.PersonMessage)
    async with world.refused(NothingToTakeBack):
        await take_back(world.ctx(iryna), TakeBack(GROUP, theirs))


async def test_a_colleagues_answer_is_theirs_or_a_leads(
    world: World, iryna: Actor, andrii: Actor, lead: Actor, case: Case
) -> None:
    number, _ = await said(world, iryna, case)
    async with world.refused(NotYourWords):
        await take_back(world.ctx(andrii), TakeBack(GROUP, number))
    assert await take_back(world.ctx(lead), TakeBack(GROUP, number))


async def test_what_was_said_since_is_not_undone(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    number, _ = await said(world, iryna, case)
    await said(world, iryna, case, "Уже не треба")
    await take_back(world.ctx(iryna), TakeBack(GROUP, number))
    assert (case.turn, case.waiting_since) == ("person", None)


async def test_nobody_changes_or_opens_it_any_more(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    number, _ = await said(world, iryna, case)
    await take_back(world.ctx(iryna), TakeBack(GROUP, number))
    await world.deliver()
    assert not await edit_reply(world.ctx(iryna), EditedReply(GROUP, number, "Приїздіть у середу"))
    message = (await world.messages(case))[-1]
    async with world.refused(Stale):
        await open_reply(world.ctx(olena), OpenReply(case.id, message.id))


async def test_the_machine_takes_nothing_back(world: World, iryna: Actor, case: Case) -> None:
    number, _ = await said(world, iryna, case)
    machine = Context(world.uow, MACHINE, world.now, CATALOGUE)
    with pytest.raises(Exception, match="not-allowed"):
        await take_back(machine, TakeBack(GROUP, number))
