"""A person who stopped the bot, and trouble on the way to Telegram."""

from __future__ import annotations

import pytest

from tests.conversations.stage import Stage
from tests.conversations.words import piece

UNDELIVERED = piece("letter-reply-undelivered")
UNREACHABLE = piece("screen-card-unreachable")


async def test_staff_hear_that_their_words_did_not_arrive_and_the_card_says_why(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.block(olena.id)
    reply = await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    told = await stage.iryna.reads(thread, UNDELIVERED)
    assert told.message["reply_to_message"]["message_id"] == reply
    await stage.iryna.reads(thread, UNREACHABLE)
    await stage.settled()
    assert not any(each.reactions for each in await stage.iryna.seen_in(thread))
    assert "Скільки вас?" not in await olena.phone()


async def test_who_comes_back_and_writes_is_within_reach_again(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.block(olena.id)
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.iryna.reads(thread, UNREACHABLE)
    await stage.people.unblock(olena.id)
    await olena.send("Я знову тут")
    await stage.iryna.replies(thread, "Я знову тут", "Добре, що ви є")
    await olena.sees("Добре, що ви є")
    await stage.settled()
    assert UNREACHABLE not in await stage.iryna.topic(thread)


@pytest.mark.parametrize("kind", ["429", "500", "drop"])
async def test_a_passing_trouble_delays_but_loses_nothing(stage: Stage, kind: str) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault(kind, method="sendMessage", times=2, retry_after=1)
    await olena.send("перше")
    await olena.send("друге")
    await stage.iryna.reads(thread, "друге")
    await stage.settled()
    said = await stage.iryna.topic(thread)
    assert said.count("перше") == said.count("друге") == 1
    assert said.index("перше") < said.index("друге")


async def test_an_answer_that_was_never_seen_may_repeat_a_letter_but_once(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("drop", method="sendMessage", chat=olena.id, after_accepting=True)
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.iryna.finds(thread, lambda each: bool(each.reactions), "the mark")
    await stage.settled()
    assert (await olena.phone()).count("Скільки вас?") <= 2
    assert await stage.count("SELECT count(*) FROM letters WHERE kind = 'staff-reply' AND sent_at IS NOT NULL") == 1
