"""Bad days of the staff group: removed, without rights, without topics, moved; topics and messages that are gone."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from casework.context import MACHINE
from casework.staff.move_group import MoveGroup, move_group
from simulator.client import ALL_BOT_RIGHTS
from tests.conversations.stage import Stage
from tests.conversations.talkers import PATIENCE, Talker, offers
from tests.conversations.words import AGREE, OPEN_CASE, TAKE, TAKEN_BY, piece

WITHOUT_TOPICS = dict(ALL_BOT_RIGHTS) | {"can_manage_topics": False}
NOT_PUT_ASIDE = "SELECT count(*) FROM letters WHERE parked_at IS NOT NULL"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backing off begins with less and ends soon."""
    monkeypatch.setattr("bot.telegram.delivery.FIRST_DELAY", 0.05)
    monkeypatch.setattr("bot.telegram.delivery.LONGEST_DELAY", 0.5)


async def refused(stage: Stage, words: str) -> None:
    """Waits until Telegram has refused the bot something in these words."""
    async with asyncio.timeout(PATIENCE):
        while not any(words in str(call["error"]) for call in await stage.people.calls()):
            await asyncio.sleep(0.02)


async def lines_in(stage: Stage, thread: int) -> Counter[str]:
    """How often the bot said each line in a topic."""
    said = [each for each in await stage.iryna.seen_in(thread) if each.sender == stage.simulator.world.bot.id]
    return Counter(each.text.split("\n", 1)[-1] for each in said)


async def carries_on(stage: Stage, person: Talker, thread: int, *lines: str) -> None:
    """The lines stand in the topic once each, nothing was put aside, and an answer reaches the person."""
    await stage.iryna.reads(thread, lines[-1])
    await stage.settled()
    said = await lines_in(stage, thread)
    assert [said[line] for line in lines] == [1] * len(lines)
    assert await stage.count(NOT_PUT_ASIDE) == 0
    await stage.iryna.replies(thread, lines[-1], "Прочитали, дякую")
    await person.sees("Прочитали, дякую")


async def test_a_removed_bot_keeps_what_people_write_and_says_it_when_it_is_back(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.remove_bot(stage.group)
    await olena.send("перше")
    await olena.send("друге")
    await refused(stage, "bot was kicked from the supergroup chat")
    petro = await stage.agreed("Петро")
    await stage.opens(petro, "Дах тече")
    await stage.people.admit_bot(stage.group)
    await carries_on(stage, olena, thread, "перше", "друге")
    assert len(await stage.topics()) == 2


@pytest.mark.parametrize(("status", "rights"), [("administrator", WITHOUT_TOPICS), ("member", {})])
async def test_without_its_right_new_cases_wait_and_old_ones_go_on(
    stage: Stage, status: str, rights: dict[str, bool]
) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.admit_bot(stage.group, status, rights)
    petro = await stage.agreed("Петро")
    number = await stage.opens(petro, "Дах тече")
    await refused(stage, "not enough rights to create a topic")
    await olena.send("дві машини")
    await stage.iryna.reads(thread, "дві машини")
    assert len(await stage.topics()) == 1
    await stage.people.admit_bot(stage.group)
    await carries_on(stage, petro, await stage.thread(number), "Дах тече")
    await carries_on(stage, olena, thread, "дві машини")


async def test_a_topic_closed_by_staff_waits_for_the_right_to_open_it(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.admit_bot(stage.group, "administrator", WITHOUT_TOPICS)
    # Whoever opened a topic may reopen it; this one belongs to the group's owner now.
    stage.simulator.world.chats[stage.group].topics[thread].creator_id = stage.svitlana.id
    await stage.people.close_topic(stage.group, thread)
    await olena.send("дві машини")
    await refused(stage, "not enough rights to reopen the topic")
    await stage.people.admit_bot(stage.group)
    await carries_on(stage, olena, thread, "дві машини")
    assert not (await stage.head(thread))["closed"]


@pytest.mark.parametrize("kind", ["429", "500", "502", "drop"])
async def test_trouble_while_a_closed_topic_is_opened_puts_nothing_aside(stage: Stage, kind: str) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.close_topic(stage.group, thread)
    await stage.people.fault(kind, method="reopenForumTopic", times=4)
    await olena.send("дві машини")
    await carries_on(stage, olena, thread, "дві машини")
    assert await stage.people.faults() == []


async def test_topics_that_were_switched_off_for_a_while_are_found_again(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    petro, other = await stage.with_case("Петро", "Дах тече")
    await stage.people.change_group(stage.group, is_forum=False)
    await olena.send("перше")
    await petro.send("друге")
    await refused(stage, "message thread not found")
    maria = await stage.agreed("Марія")
    number = await stage.opens(maria, "Потрібен візок")
    await refused(stage, "the chat is not a forum")
    await stage.people.change_group(stage.group, is_forum=True)
    await carries_on(stage, maria, await stage.thread(number), "Потрібен візок")
    await carries_on(stage, olena, thread, "перше")
    await carries_on(stage, petro, other, "друге")
    assert len(await stage.topics()) == 3
    assert await stage.count("SELECT max(topics_made) FROM cases") == 1


async def test_words_on_the_way_follow_the_group_to_its_new_id(stage: Stage) -> None:
    bound = stage.group
    old = await stage.people.group("Звернення", [worker.id for worker in stage.staff.values()], kind="group")
    async with stage.app.database.uow() as uow:
        # Telegram upgrades only groups without topics, so the group is one first, as if topics had been switched off.
        await move_group(stage.app.context(uow, MACHINE), MoveGroup(bound, old))
    olena = await stage.agreed("Олена")
    number = await stage.opens(olena, "Потрібні дрова")
    await olena.send("дві машини")
    await refused(stage, "the chat is not a forum")
    # The word of it waits until letters have met the old id. Her question ends the call that is open already.
    await stage.people.fault("502", method="getUpdates", until_cleared=True)
    await olena.send("/my")
    await refused(stage, "a page of HTML")
    stage.group = await stage.people.upgrade(old, is_forum=True)
    await refused(stage, "upgraded to a supergroup")
    await stage.people.clear_faults()
    await carries_on(stage, olena, await stage.thread(number), "дві машини")
    assert [row[0] for row in await stage.rows("SELECT chat_id FROM staff_groups")] == [stage.group]


async def words_wait(stage: Stage, person: Talker) -> None:
    """An outage: the person's words wait for the topic."""
    await stage.people.fault("502", method="sendMessage", until_cleared=True)
    await person.send("перше")
    await person.send("друге")
    await refused(stage, "a page of HTML")


async def test_a_topic_deleted_while_words_wait_is_made_again_for_them(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await words_wait(stage, olena)
    await stage.people.delete_topic(stage.group, thread)
    await stage.people.clear_faults()
    await stage.people.wait_for(stage.group, lambda each: each.text.endswith("друге"), timeout=PATIENCE)
    await stage.settled()
    [topic] = await stage.topics()
    assert topic["message_thread_id"] != thread
    await carries_on(stage, olena, topic["message_thread_id"], "перше", "друге")


async def test_a_topic_closed_while_words_wait_is_opened_for_them(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await words_wait(stage, olena)
    await stage.iryna.says(thread, "/a Уже їдемо")
    await stage.people.close_topic(stage.group, thread)
    await stage.people.clear_faults()
    await olena.sees("Уже їдемо")
    await carries_on(stage, olena, thread, "перше", "друге")
    assert not (await stage.head(thread))["closed"]


async def test_what_people_delete_of_the_bots_messages_is_shown_anew(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await stage.iryna.finds(thread, lambda each: TAKE in str(each.buttons), TAKE)
    await stage.people.delete(stage.group, card.id)
    await stage.andriy.says(thread, "/a Вітаю")
    await olena.sees(TAKEN_BY)
    await stage.iryna.finds(
        thread, lambda each: each.pinned and piece("screen-card-how") in each.text, "the card, pinned anew"
    )
    at = await olena.send("ще слово")
    screen = await olena.sees_new(await stage.the_number(), at)
    await stage.people.delete(olena.id, screen.id)
    await olena.send("і ще одне")
    await stage.iryna.reads(thread, "і ще одне")
    await stage.settled()
    assert await stage.count(NOT_PUT_ASIDE) == 0


async def test_a_screen_deleted_under_a_press_comes_anew(stage: Stage) -> None:
    olena = await stage.person("Олена")
    await olena.send("/start")
    asked = await olena.waits(lambda each: offers(each, AGREE), AGREE)
    await stage.people.fault("delay", method="editMessageText", chat=olena.id, seconds=0.3)
    await stage.people.press(olena.id, asked, olena.id, AGREE)
    await stage.people.delete(olena.id, asked.id)
    await olena.sees_new(piece("screen-consent-given"), asked.id)
    at = await olena.send("Потрібні дрова")
    await olena.waits(lambda each: each.id > at and offers(each, OPEN_CASE), OPEN_CASE)
    await stage.settled()
    assert await stage.count(NOT_PUT_ASIDE) == 0


async def test_a_head_is_not_missed_where_its_topic_is_gone(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await stage.iryna.finds(thread, lambda each: TAKE in str(each.buttons), TAKE)
    await stage.people.press(stage.group, card, stage.iryna.id, TAKE, wait=0)
    await stage.people.delete_topic(stage.group, thread)
    await olena.sees(TAKEN_BY)
    await olena.send("ще слово")
    now = await stage.thread(await stage.the_number())
    assert now != thread
    await carries_on(stage, olena, now, "ще слово")
    assert stage.iryna.name in (await stage.head(now))["name"] or (await stage.head(now))["icon_emoji"]


async def test_a_mark_for_a_deleted_message_of_staff_is_let_go(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.fault("500", method="setMessageReaction")
    said = await stage.iryna.says(thread, "/a Уже їдемо")
    await refused(stage, "Internal Server Error")
    await stage.people.delete(stage.group, said)
    await olena.sees("Уже їдемо")
    await stage.settled()
    assert await stage.count(NOT_PUT_ASIDE) == 0
    assert await stage.count("SELECT count(*) FROM letters WHERE sent_at IS NULL AND dropped_at IS NULL") == 0
