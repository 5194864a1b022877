"""Topics that somebody deleted or closed, and groups that come late or change."""

from __future__ import annotations

from casework.context import MACHINE
from casework.staff.move_group import MoveGroup, move_group
from tests.conversations.stage import Stage
from tests.conversations.words import label, piece


async def test_a_deleted_topic_is_made_again_with_summary_and_card(stage: Stage) -> None:
    olena, lost = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(lost, "Потрібні дрова", "Скільки вас?")
    await olena.sees("Скільки вас?")
    await stage.settled()
    await stage.people.delete_topic(stage.group, lost)

    await olena.send("нас четверо")
    number = await stage.the_number()
    await stage.people.wait_for(stage.group, lambda each: each.thread != lost and "нас четверо" in each.text)
    await stage.settled()
    [topic] = await stage.topics()
    assert number in topic["name"]
    said = [each.text for each in await stage.iryna.seen_in(topic["message_thread_id"])]
    summary = next(at for at, words in enumerate(said) if piece("letter-topic-summary") in words)
    assert "Потрібні дрова" in said[summary]
    assert "Скільки вас?" in said[summary]
    assert any(piece("screen-card-how") in words for words in said)
    assert summary < max(at for at, words in enumerate(said) if words.endswith("нас четверо"))
    await stage.iryna.replies(topic["message_thread_id"], "нас четверо", "Дякую, чекайте")
    await olena.sees("Дякую, чекайте")


async def test_a_topic_deleted_amid_many_messages_is_made_again_once_and_nothing_is_lost(stage: Stage) -> None:
    olena, lost = await stage.with_case("Олена", "Потрібні дрова")
    for n in range(10):
        await olena.send(f"рядок {n:02}")
        if n == 4:
            await stage.people.delete_topic(stage.group, lost)
    await stage.settled()
    [topic] = await stage.topics()
    assert await stage.count("SELECT topics_made FROM cases") == 2
    said = await stage.iryna.topic(topic["message_thread_id"])
    assert all(f"рядок {n:02}" in said for n in range(5, 10))
    carried = await stage.count("SELECT count(*) FROM letters WHERE kind = 'person-message' AND sent_at IS NOT NULL")
    assert carried == 11
    assert await stage.count("SELECT count(*) FROM messages") == 11


async def test_a_closed_topic_is_opened_when_words_come(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    # For the bot a closed topic is closed only without the right to manage topics; Telegram then says so.
    await stage.people.close_topic(stage.group, thread)
    await stage.people.fault("400", method="sendMessage", chat=stage.group, description="TOPIC_CLOSED")
    await olena.send("дві машини")
    await stage.iryna.reads(thread, "дві машини")
    await stage.settled()
    assert not (await stage.head(thread))["closed"]


async def test_the_topic_of_an_open_case_does_not_stay_closed(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.settled()
    await stage.people.close_topic(stage.group, thread)
    await stage.settled()
    assert not (await stage.head(thread))["closed"]


async def test_the_topic_of_a_finished_case_may_be_closed_by_anybody(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-new")))
    await olena.press(label("button-withdraw-ask"))
    await olena.press(label("button-withdraw"))
    await stage.settled()
    assert (await stage.head(thread))["closed"]
    await stage.people.close_topic(stage.group, thread, closed=False)
    await stage.people.close_topic(stage.group, thread)
    await stage.settled()
    assert (await stage.head(thread))["closed"]


async def test_cases_of_the_time_before_come_in_when_the_group_is_bound(staffed: Stage) -> None:
    stage = staffed
    olena = await stage.agreed("Олена")
    number = await stage.opens(olena, "Потрібні дрова")
    await olena.send("дві машини")
    await stage.settled()
    await stage.gather()
    await stage.bind()
    thread = await stage.thread(number)
    said = await stage.iryna.topic(thread)
    assert said.index("Потрібні дрова") < said.index("дві машини")
    await stage.iryna.replies(thread, "дві машини", "Прийнято")
    await olena.sees("Прийнято")


async def test_a_group_without_the_right_to_make_topics_gets_the_case_once_it_may(stage: Stage) -> None:
    bot = (await stage.people.me())["id"]
    await stage.people.set_member(stage.group, bot, "administrator", {"can_manage_topics": False})
    olena = await stage.agreed("Олена")
    number = await stage.opens(olena, "Потрібні дрова")
    assert await stage.topics() == []
    await stage.people.set_member(stage.group, bot, "administrator", {"can_manage_topics": True})
    await stage.iryna.reads(await stage.thread(number), "Потрібні дрова")


async def test_a_bound_group_keeps_its_cases_when_telegram_gives_it_another_id(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await stage.settled()
    members = {worker.id: "administrator" for worker in stage.staff.values()}
    plain = await stage.people.group("Звернення", members, kind="group")
    async with stage.app.database.uow() as uow:
        # Telegram upgrades only groups without topics, so the group is one first, as if topics had been switched off.
        await move_group(stage.app.context(uow, MACHINE), MoveGroup(stage.group, plain))
    stage.group = await stage.people.upgrade(plain, is_forum=True)
    await stage.settled()
    assert [row[0] for row in await stage.rows("SELECT chat_id FROM staff_groups")] == [stage.group]

    await olena.send("дві машини")
    number = await stage.the_number()
    thread = await stage.thread(number)
    await stage.iryna.replies(thread, "дві машини", "Прийнято")
    await olena.sees("Прийнято")
