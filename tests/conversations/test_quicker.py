"""Whoever is quicker than our books: a reply or a reaction to what Telegram shows before we hear that it left."""

from __future__ import annotations

from casework.letters.kinds import PersonMessage, StaffReply
from tests.conversations.conftest import Held
from tests.conversations.stage import Stage
from tests.conversations.talkers import GENERAL, offers
from tests.conversations.test_talk import reactions
from tests.conversations.words import NEW_CASE, TAKE, label, piece


async def waiting(stage: Stage) -> None:
    """Until an update was let go to be tried again."""
    await stage.until("SELECT count(*) > 0 FROM inbox WHERE retry_at IS NOT NULL AND done_at IS NULL", True)


async def test_a_caseworkers_reply_reaches_the_person_and_what_follows_comes_behind_it(
    stage: Stage, held: Held
) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.settled()
    written_down = held(PersonMessage.kind)
    await olena.send("І води")
    await stage.iryna.replies(thread, "І води", "Води скільки?")
    await stage.iryna.says(thread, "/a І дров скільки?")
    await waiting(stage)
    written_down.set()
    await olena.sees("І дров скільки?")
    got = "".join(await olena.got())
    assert got.index("Води скільки?") < got.index("І дров скільки?")
    await stage.settled()
    assert piece("whisper-stayed-inside") not in await stage.iryna.topic(thread)


async def test_a_reply_on_a_desk_without_topics_reaches_the_person(without_topics: Stage, held: Held) -> None:
    stage = without_topics
    olena = await stage.agreed("Олена")
    number = await stage.opens(olena, "Потрібні смерекові поліна")
    brief = await stage.iryna.finds(GENERAL, lambda each: number in each.text, number)
    await stage.people.press(stage.group, brief, stage.iryna.id, label("button-take"))
    await stage.settled()
    written_down = held(PersonMessage.kind)
    await olena.send("І води")
    words = await stage.iryna.sees("І води")
    await stage.iryna.send("Води скільки?", reply_to=words.id)
    await waiting(stage)
    written_down.set()
    await olena.sees("Води скільки?")


async def test_a_persons_reply_goes_where_it_belongs_without_a_question(stage: Stage, held: Held) -> None:
    olena = await stage.agreed("Олена")
    thread = await stage.thread(await stage.opens(olena, "Потрібні дрова"))
    await olena.send("/my")
    await olena.press(NEW_CASE)
    await stage.opens(olena, "І ще путівка для сина")
    await stage.settled()
    written_down = held(StaffReply.kind)
    reply = await stage.iryna.replies(thread, "Потрібні дрова", "Привеземо у вівторок")
    told = await olena.sees("Привеземо у вівторок")
    await olena.send("Чекаю", reply_to=told.id)
    await waiting(stage)
    written_down.set()
    carried = await stage.iryna.reads(thread, "Чекаю")
    assert carried.message["reply_to_message"]["message_id"] == reply
    await stage.settled()
    assert piece("screen-choose-case") not in await olena.phone()


async def test_dangerous_words_do_not_wait(stage: Stage, held: Held) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    written_down = held(StaffReply.kind)
    await stage.iryna.replies(thread, "Потрібні дрова", "Що у вас сталося?")
    told = await olena.sees("Що у вас сталося?")
    await olena.send("Він б'є мене", reply_to=told.id)
    await stage.svitlana.waits(lambda each: offers(each, label("button-see-alarm")), "the alarm")
    written_down.set()
    await stage.iryna.reads(thread, "Він б'є мене")


async def test_reactions_of_both_sides_are_carried(stage: Stage, held: Held) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    written_down = held(PersonMessage.kind)
    hers = await olena.send("І води")
    words = await stage.iryna.reads(thread, "І води")
    await stage.people.react(stage.group, words.id, stage.iryna.id, "❤")
    await waiting(stage)
    written_down.set()
    await olena.waits(lambda each: each.id == hers and reactions(each) == ["❤"], "Ірина's heart")

    await stage.settled()
    written_down = held(StaffReply.kind)
    reply = await stage.iryna.replies(thread, "І води", "Води скільки?")
    told = await olena.sees("Води скільки?")
    await stage.people.react(olena.id, told.id, olena.id, "🙏")
    await waiting(stage)
    written_down.set()
    await stage.iryna.finds(thread, lambda each: each.id == reply and reactions(each) == ["🙏"], "Олена's thanks")
