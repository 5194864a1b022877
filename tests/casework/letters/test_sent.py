"""What follows once Telegram has answered: pairs, marks, topics, and the truth about what did not arrive."""

from __future__ import annotations

import pytest

from casework.context import Actor
from casework.letters import kinds
from casework.letters.sent import SentLetter, letter_failed, letter_sent, topic_lost, topic_made
from casework.letters.sights import CardSight, SummarySight, UndeliveredSight
from db.models import Case
from db.repositories import cases, slots
from tests.casework.world import CATALOGUE, GROUP, World


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case in its topic."""
    made = await world.taken(olena, iryna, "раз", "два")
    await world.topic(made)
    return made


async def test_a_carried_message_is_paired_part_by_part(world: World, olena: Actor, case: Case) -> None:
    words = ("Довгий абзац. " * 170 + "\n\n") * 2
    await world.says(olena, words[:4096])
    await world.deliver()
    message = (await world.messages(case))[-1]
    pairs = await cases.copies(world.uow.session, message.id)
    assert [(pair.part, pair.chat_id) for pair in pairs] == [(0, GROUP), (1, GROUP)]
    assert message.delivered_at == world.now


async def test_other_letters_leave_nothing_behind(world: World, olena: Actor, case: Case) -> None:
    await world.says(olena, "три")
    before_pairs = len(await world.in_topic(case, kinds.PersonMessage))
    for row in await world.waiting(to=olena):
        await letter_sent(world.uow, SentLetter(row.kind, row.facts, row.chat_id, 999), world.now, CATALOGUE)
        await letter_failed(world.uow, row, "refused", world.now, CATALOGUE)
    assert len(await world.in_topic(case, kinds.PersonMessage)) == before_pairs
    assert await cases.pair_at(world.uow.session, olena.telegram_id or 0, 999) is None


async def test_staff_see_that_their_words_did_not_arrive(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    _, number = await world.answers(iryna, case, "Вітаю")
    [letter] = await world.waiting(kinds.StaffReply)
    for _ in range(2):
        await letter_failed(world.uow, letter, "blocked", world.now, CATALOGUE)
    letter.parked_at = letter.dropped_at = world.now
    person = await world.row(olena)
    assert person.unreachable_since == world.now
    sent = await world.deliver()
    undelivered = [sight for each, sight in sent if each.kind == "reply-undelivered"]
    assert [sight.reply_to for sight in undelivered] == [number], "said once, at the message it is about"
    assert [sight.shows for sight in undelivered] == [
        UndeliveredSight(True, "blocked", (case.id, letter.facts["message_id"]))
    ]
    [card] = [sight.shows for each, sight in sent if each.kind == "card"]
    assert isinstance(card, CardSight)
    assert card.unreachable
    world.wait(hours=1)
    await letter_failed(world.uow, letter, "blocked", world.now, CATALOGUE)
    assert person.unreachable_since < world.now, "since when, not until when"


@pytest.mark.parametrize("reason", ["deactivated", "cannot-initiate", "forbidden"])
async def test_whoever_takes_nothing_from_us_is_unreachable_whatever_the_reason(
    world: World, olena: Actor, iryna: Actor, case: Case, reason: str
) -> None:
    await world.answers(iryna, case, "Вітаю")
    [letter] = await world.waiting(kinds.StaffReply)
    await letter_failed(world.uow, letter, reason, world.now, CATALOGUE)
    assert (await world.row(olena)).unreachable_since == world.now


async def test_a_failure_of_another_kind_makes_nobody_unreachable(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.answers(iryna, case, "Вітаю")
    [letter] = await world.waiting(kinds.StaffReply)
    await letter_failed(world.uow, letter, "too-long", world.now, CATALOGUE)
    assert (await world.row(olena)).unreachable_since is None
    letter.parked_at = world.now
    undelivered = [sight.shows for each, sight in await world.deliver() if each.kind == "reply-undelivered"]
    assert undelivered == [UndeliveredSight(False, "too-long", (case.id, letter.facts["message_id"]))], (
        "another way to reach them is not what is missing"
    )


async def test_the_first_topic_needs_no_summary(world: World, olena: Actor) -> None:
    case = await world.case(olena)
    await topic_made(world.uow, case.id, 77, world.now, CATALOGUE)
    assert (case.topic_thread_id, case.topics_made) == (77, 1)
    assert (await world.history(case))[-1] == "topic-made"
    assert await world.waiting(kinds.TopicSummary) == []


async def test_a_lost_topic_is_made_again_with_summary_and_card(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    _, number = await world.answers(iryna, case, "Вітаю")
    await world.deliver()
    await topic_lost(world.uow, case.id, world.now, CATALOGUE)
    thread = case.topic_thread_id
    assert thread is None
    assert await cases.pair_at(world.uow.session, GROUP, number) is None
    for key in (f"card:{case.id}", f"topic:{case.id}"):
        slot = await slots.lock_by_key(world.uow.session, GROUP, key)
        assert slot is not None
        assert (slot.message_id, slot.thread_id, slot.shown_digest) == (None, None, None)
    await topic_made(world.uow, case.id, 78, world.now, CATALOGUE)
    assert (case.topic_thread_id, case.topics_made) == (78, 2)
    sent = {letter.kind: sight.shows for letter, sight in await world.deliver()}
    assert {"topic-summary", "card", "topic-head"} <= sent.keys()
    summary = sent["topic-summary"]
    assert isinstance(summary, SummarySight)
    assert [item.text for item in summary.messages] == ["раз", "два", "Вітаю"]


async def test_the_persons_side_stays_paired_when_the_topic_is_lost(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await world.answers(iryna, case, "Вітаю")
    await world.deliver()
    message = (await world.messages(case))[-1]
    await topic_lost(world.uow, case.id, world.now, CATALOGUE)
    [copy] = await cases.copies(world.uow.session, message.id)
    assert copy.chat_id == olena.telegram_id


async def test_a_summary_of_a_topic_that_was_lost_again_is_not_shown(world: World, case: Case) -> None:
    for thread in (78, 79):
        await topic_lost(world.uow, case.id, world.now, CATALOGUE)
        await topic_made(world.uow, case.id, thread, world.now, CATALOGUE)
    summaries = [letter for letter, _ in await world.deliver() if letter.kind == "topic-summary"]
    assert [letter.facts["topic"] for letter in summaries] == [3]
