"""Internal by default: what staff say reaches the person only as a reply to the person, or on purpose."""

from __future__ import annotations

import pytest

from casework.cases.close import Close, close
from casework.cases.reply import reply
from casework.context import Actor
from casework.errors import CaseClosed, EmptyReply, NotOwner
from casework.letters import kinds
from casework.letters.sent import topic_lost
from casework.letters.sights import ReplySight
from casework.talk.sending import Reply
from db.models import Case
from tests.casework.world import CATALOGUE, GROUP, World

WORDS = "Надішліть, будь ласка, копію довідки"


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic; everything that was written has been delivered."""
    made = await world.taken(olena, iryna, "Потрібна довідка", "і ще одне")
    await world.topic(made)
    return made


async def said(
    world: World, member: Actor, case: Case, to: int | None, *, words: str | None = WORDS, at: int = 900
) -> Case | None:
    """What a staff member says in the topic, as a reply to message `to` of the group."""
    assert case.topic_thread_id is not None
    sent = await reply(world.ctx(member), Reply(GROUP, case.topic_thread_id, at, to, words))
    return sent.case if sent else None


@pytest.mark.parametrize("kind", [kinds.PersonMessage, kinds.Card])
async def test_a_reply_to_the_person_or_to_the_card_is_sent(
    world: World, olena: Actor, iryna: Actor, case: Case, kind: type[kinds.Letter]
) -> None:
    world.wait(minutes=7)
    assert await said(world, iryna, case, (await world.in_topic(case, kind))[0]) is case
    assert (case.turn, case.waiting_since, case.unread) == ("person", None, 0)
    assert case.first_answered_at == world.now
    [letter] = await world.waiting(kinds.StaffReply)
    assert (letter.lane, letter.unique_key) == (f"p:{olena.telegram_id}", f"staff-reply:{letter.facts['message_id']}:0")
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == ReplySight(case.number, "Ірина", WORDS, 0, 1)
    message = (await world.messages(case))[-1]
    assert (message.author_kind, message.author_id, message.text) == ("staff", iryna.id, WORDS)
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts) == ("replied", {"message_id": message.id})


async def test_said_on_purpose_it_is_sent_without_a_reply(world: World, iryna: Actor, case: Case) -> None:
    answered, _ = await world.answers(iryna, case, WORDS)
    assert answered is case
    assert len(await world.waiting(kinds.StaffReply)) == 1


@pytest.mark.parametrize("to", [None, 424242, 0, -1])
async def test_everything_else_is_internal(world: World, iryna: Actor, case: Case, to: int | None) -> None:
    before = await world.everything()
    assert await said(world, iryna, case, to) is None
    assert await world.everything() == before, "of an internal remark nothing is kept"


async def test_a_reply_to_a_colleague_is_internal(world: World, iryna: Actor, andrii: Actor, case: Case) -> None:
    _, sent_by_iryna = await world.answers(iryna, case, WORDS)
    await world.deliver()
    before = await world.everything()
    for member in (iryna, andrii):
        assert await said(world, member, case, sent_by_iryna) is None
    assert await world.everything() == before


async def test_a_reply_to_a_message_of_another_case_is_internal(
    world: World, mykola: Actor, iryna: Actor, case: Case
) -> None:
    other = await world.taken(mykola, iryna)
    await world.topic(other)
    before = await world.everything()
    for kind in (kinds.PersonMessage, kinds.Card):
        assert await said(world, iryna, case, (await world.in_topic(other, kind))[0]) is None
    assert await world.everything() == before


async def test_outside_of_the_topics_nothing_is_sent(world: World, iryna: Actor, case: Case) -> None:
    to = (await world.in_topic(case, kinds.Card))[0]
    for chat_id, thread_id in ((GROUP, 1), (GROUP - 5, case.topic_thread_id or 0)):
        said_there = Reply(chat_id, thread_id, 900, to, WORDS, on_purpose=True)
        assert await reply(world.ctx(iryna), said_there) is None


@pytest.mark.parametrize("words", [None, "", "   \n\t "])
async def test_without_words_nothing_is_sent(world: World, iryna: Actor, case: Case, words: str | None) -> None:
    to = (await world.in_topic(case, kinds.PersonMessage))[0]
    async with world.refused(EmptyReply):
        await said(world, iryna, case, to, words=words)
    assert await said(world, iryna, case, None, words=words) is None, "a remark may be a photo"


async def test_only_the_owner_answers(world: World, iryna: Actor, andrii: Actor, lead: Actor, case: Case) -> None:
    to = (await world.in_topic(case, kinds.PersonMessage))[0]
    async with world.refused(NotOwner, owner="Ірина"):
        await said(world, andrii, case, to)
    assert await said(world, lead, case, to) is case, "a lead stands in for the owner"
    assert case.owner_id == iryna.id


async def test_to_a_closed_case_nothing_is_sent(world: World, iryna: Actor, case: Case) -> None:
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await world.answers(iryna, case, WORDS)


async def test_who_answers_a_case_that_nobody_has_takes_it(world: World, mykola: Actor, andrii: Actor) -> None:
    case = await world.case(mykola)
    await world.topic(case)
    await world.answers(andrii, case, WORDS)
    assert (case.state, case.turn, case.owner_id) == ("taken", "person", andrii.id)
    assert (await world.history(case))[-2:] == ["taken", "replied"]
    assert (await world.kinds_to(mykola))[-2:] == ["case-taken", "staff-reply"]


async def test_the_first_answer_is_what_reports_count(world: World, iryna: Actor, case: Case) -> None:
    await world.answers(iryna, case, WORDS)
    first = case.first_answered_at
    world.wait(hours=5)
    await world.answers(iryna, case, WORDS)
    assert case.first_answered_at == first
    assert len(await world.waiting(kinds.StaffReply)) == 2, "the same words said twice are two messages"


async def test_a_long_answer_goes_in_parts_and_in_order(world: World, iryna: Actor, case: Case) -> None:
    words = "\n\n".join(f"Абзац {number}: " + "слово " * 100 for number in range(8)).strip()[:4096]
    await world.answers(iryna, case, words)
    letters = await world.waiting(kinds.StaffReply)
    shows = [sight.shows for letter in letters if (sight := await world.sight(letter)) is not None]
    assert [(each.part, each.parts) for each in shows if isinstance(each, ReplySight)] == [(0, 2), (1, 2)]
    told = " ".join(each.text for each in shows if isinstance(each, ReplySight))
    assert told.split() == words.split()


async def test_what_was_sent_is_marked_on_the_staff_message(world: World, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, WORDS)
    sent = await world.deliver()
    marks = [sight for letter, sight in sent if letter.kind == "delivery-mark"]
    assert [mark.edit for mark in marks] == [number]
    assert (await world.messages(case))[-1].delivered_at == world.now


async def test_what_was_said_in_a_topic_before_somebody_deleted_it_reaches_the_person(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    chat_id, thread_id = case.topic_chat_id or 0, case.topic_thread_id or 0
    await topic_lost(world.uow, case.id, world.now, CATALOGUE)
    await topic_lost(world.uow, case.id, world.now, CATALOGUE)
    said = Reply(chat_id, thread_id, 9_999, None, WORDS, on_purpose=True)
    assert await reply(world.ctx(iryna), said) is not None
    assert [letter.case_id for letter in await world.waiting(kinds.StaffReply)] == [case.id]
    elsewhere = Reply(chat_id, thread_id + 1, 9_998, None, WORDS, on_purpose=True)
    assert await reply(world.ctx(iryna), elsewhere) is None
