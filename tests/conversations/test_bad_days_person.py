"""A person out of reach, and their return: what was written to them meanwhile."""

from __future__ import annotations

from tests.conversations.stage import Stage
from tests.conversations.words import TAKE, TAKEN_BY, piece

UNDELIVERED = piece("letter-reply-undelivered")
UNREACHABLE = piece("screen-card-unreachable")


async def test_what_did_not_arrive_comes_when_the_person_lets_the_bot_in_again(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await olena.sees(TAKEN_BY)
    await stage.people.block(olena.id)
    first = await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.iryna.reads(thread, UNDELIVERED)
    await stage.iryna.says(thread, "/a Привеземо у вівторок")
    await stage.iryna.reads(thread, UNREACHABLE)
    await stage.settled()
    assert "Скільки вас?" not in await olena.phone()

    await stage.people.unblock(olena.id)
    await olena.sees("Привеземо у вівторок")
    await stage.settled()
    said = await olena.phone()
    assert (said.count("Скільки вас?"), said.count("Привеземо у вівторок")) == (1, 1)
    assert said.index("Скільки вас?") < said.index("Привеземо у вівторок")
    marked = [each.id for each in await stage.iryna.seen_in(thread) if each.reactions]
    assert first in marked
    assert UNREACHABLE not in await stage.iryna.topic(thread)
    assert await stage.count("SELECT count(*) FROM letters WHERE parked_at IS NOT NULL") == 0


async def test_who_writes_without_a_word_of_the_unblocking_gets_it_all_the_same(stage: Stage) -> None:
    """Telegram's word about it was lost while the bot was down for longer than a day."""
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.block(olena.id)
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.iryna.reads(thread, UNDELIVERED)
    await stage.settled()
    stage.simulator.world.people[olena.id].blocked = False
    await olena.send("Я знову тут")
    await olena.sees("Скільки вас?")
    await stage.settled()
    assert (await olena.phone()).count("Скільки вас?") == 1
    await stage.iryna.replies(thread, "Я знову тут", "Добре, що ви є")
    await olena.sees("Добре, що ви є")


async def test_a_deleted_account_is_out_of_reach_and_stays_so(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.deactivate(olena.id)
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.iryna.reads(thread, UNDELIVERED)
    await stage.iryna.reads(thread, UNREACHABLE)
    await stage.settled()
    reasons = {row[0] for row in await stage.rows("SELECT reason FROM letters WHERE parked_at IS NOT NULL")}
    assert reasons == {"deactivated"}


async def test_others_are_served_while_one_is_out_of_reach(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    petro, other = await stage.with_case("Петро", "Дах тече")
    await stage.people.block(olena.id)
    for topic, words in ((thread, "Потрібні дрова"), (other, "Дах тече")):
        await stage.iryna.replies(topic, words, "Записали")
    await petro.sees("Записали")
    await stage.iryna.reads(thread, UNDELIVERED)
    await stage.settled()
    assert UNDELIVERED not in await stage.iryna.topic(other)
