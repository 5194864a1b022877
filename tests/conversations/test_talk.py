"""What people see of answers that wait, go later, are taken back or reacted to, and of replies to replies."""

from __future__ import annotations

import pytest

from simulator.seen import Shown
from tests.conversations.papers import photo
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import TAKE, label, piece

MARK = "🕊"
NOW, NOTE = label("button-send-now"), label("button-is-note")
ODD = "Андрію, хто це взяв?"


def reactions(shown: Shown) -> list[str]:
    """The emoji below a message."""
    return [emoji for _, emoji in shown.reactions]


async def begun(stage: Stage) -> tuple[Talker, int]:
    """Олена's case, which Ірина has."""
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    return olena, thread


async def test_an_odd_answer_waits_for_its_author_and_goes_by_itself(stage: Stage) -> None:
    olena, thread = await begun(stage)
    await stage.iryna.replies(thread, "Потрібні дрова", ODD)
    asked = await stage.iryna.whispered(thread, label("odd-colleague"))
    assert offers(asked, NOW)
    assert offers(asked, NOTE)
    await stage.iryna.says(thread, "/a Скільки вас у хаті?")
    await stage.settled()
    assert ODD not in await stage.andriy.phone()
    assert "Скільки вас" not in await olena.phone()
    await stage.later(seconds=61)
    await olena.sees(ODD)
    await olena.sees("Скільки вас у хаті?")
    said = await olena.phone()
    assert said.index(ODD) < said.index("Скільки вас")


async def test_a_remark_stays_inside_and_a_fine_answer_is_sent_now(stage: Stage) -> None:
    olena, thread = await begun(stage)
    await stage.iryna.replies(thread, "Потрібні дрова", ODD)
    await stage.iryna.clicks(thread, NOTE)
    await stage.iryna.whispered(thread, label("toast-is-note"))
    await stage.later(minutes=5)
    await stage.iryna.replies(thread, "Потрібні дрова", "Візьміть форму ____ у громаді")
    await stage.iryna.clicks(thread, NOW)
    await olena.sees("Візьміть форму")
    await stage.settled()
    assert ODD not in await olena.phone()
    assert await stage.count("SELECT count(*) FROM messages WHERE author_kind = 'staff'") == 1


async def test_an_answer_for_later_stands_in_the_topic_and_goes_at_its_time(stage: Stage) -> None:
    olena, thread = await begun(stage)
    await stage.iryna.says(thread, "/at завтра 9:00 Приїздіть у вівторок")
    await stage.iryna.reads(thread, piece("letter-later-answer"))
    await stage.iryna.says(thread, "/at учора 9:00 Приїздіть")
    await stage.iryna.whispered(thread, piece("refusal-time-unread"))
    await stage.settled()
    assert "вівторок" not in await olena.phone()
    await stage.later(days=2)
    await olena.sees("Приїздіть у вівторок")
    await stage.iryna.reads(thread, piece("letter-later-sent"))


async def test_an_answer_is_taken_back_from_the_persons_chat(stage: Stage) -> None:
    olena, thread = await begun(stage)
    reply = await stage.iryna.replies(thread, "Потрібні дрова", "Номер картки скажіть тут")
    await olena.sees("Номер картки")
    await stage.iryna.finds(thread, lambda each: each.id == reply and reactions(each) == [MARK], "the mark")
    await stage.iryna.says(thread, "/del", to=reply)
    await stage.iryna.reads(thread, piece("letter-taken-back"))
    await stage.settled()
    assert "Номер картки" not in await olena.phone()
    [told] = [each for each in await stage.iryna.seen_in(thread) if each.id == reply]
    assert reactions(told) == []
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'reply-taken-back'") == 1


async def test_reactions_go_both_ways_and_are_not_the_mark(stage: Stage) -> None:
    olena, thread = await begun(stage)
    hers = await olena.send("Дякую, чекаю")
    words = await stage.iryna.reads(thread, "Дякую, чекаю")
    await stage.people.react(stage.group, words.id, stage.iryna.id, "❤")
    await olena.waits(lambda each: each.id == hers and reactions(each) == ["❤"], "Ірина's heart")

    reply = await stage.iryna.replies(thread, "Дякую, чекаю", "Привеземо у вівторок")
    copy = await olena.sees("Привеземо у вівторок")
    await stage.iryna.finds(thread, lambda each: each.id == reply and reactions(each) == [MARK], "the mark")
    await stage.people.react(olena.id, copy.id, olena.id, "🙏")
    await stage.iryna.finds(thread, lambda each: each.id == reply and reactions(each) == ["🙏"], "Олена's thanks")
    await stage.people.react(olena.id, copy.id, olena.id, MARK)
    await stage.iryna.reads(thread, piece("letter-like-the-mark"))
    await stage.people.react(olena.id, copy.id, olena.id, None)
    await stage.iryna.finds(thread, lambda each: each.id == reply and reactions(each) == [MARK], "the mark again")


async def test_replies_quote_the_same_message_on_the_other_side(stage: Stage) -> None:
    olena, thread = await begun(stage)
    hers = await olena.send("А якщо дощ?")
    await olena.send("І скільки це коштує?")
    reply = await stage.iryna.replies(thread, "А якщо дощ?", "Тоді у середу")
    told = await olena.sees("Тоді у середу")
    assert told.message["reply_to_message"]["message_id"] == hers
    await olena.send("Добре", reply_to=told.id)
    carried = await stage.iryna.reads(thread, "Добре")
    assert carried.message["reply_to_message"]["message_id"] == reply


@pytest.mark.parametrize("kind", ["text", "caption", "long"])
async def test_people_see_a_work_name_never_the_account(stage: Stage, kind: str) -> None:
    olena = await stage.agreed("Олена")
    thread = await stage.thread(await stage.opens(olena, "Потрібні дрова"))
    account = await stage.people.user(
        "Коваленко-Справжня", username="iryna_private", language_code="uk", id=stage.iryna.id
    )
    assert account == stage.iryna.id
    words = await stage.iryna.reads(thread, "Потрібні дрова")
    if kind == "caption":
        media = photo()
        await stage.people.write(
            stage.group, stage.iryna.id, media=media, caption="Ось воно", thread=thread, reply_to=words.id
        )
        await olena.waits(lambda each: "photo" in each.message, "a photo")
    elif kind == "long":
        await stage.iryna.says(thread, "Привеземо дрова. " * 250, to=words.id)
        await olena.sees("частина 2")
    else:
        await stage.iryna.says(thread, "Пишіть мені @iryna_private", to=words.id)
        await stage.iryna.whispered(thread, label("refusal-names-account"))
        await stage.iryna.says(thread, "Пишіть сюди", to=words.id)
        await olena.sees("Пишіть сюди")
    await stage.settled()
    everything = repr([each.message for each in await olena.chat() if each.sender != olena.id])
    assert "Ірина" in everything
    for trace in ("iryna_private", "Коваленко-Справжня", str(stage.iryna.id), "forward_origin", "contact"):
        assert trace not in everything


async def test_silence_is_honest_and_danger_breaks_through(stage: Stage) -> None:
    olena, thread = await begun(stage)
    await stage.iryna.clicks(thread, label("button-quiet"))
    await stage.iryna.clicks(thread, label("button-mute", count=3))
    await stage.iryna.whispered(thread, label("toast-muted"))
    await olena.send("Чому мовчите?")
    await olena.sees(piece("screen-kept-quietly"))
    await stage.iryna.reads(thread, "Чому мовчите?")
    await olena.send("Рятуйте, він мене вб’є")
    await olena.sees("112")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE crisis AND muted_until IS NULL") == 1


async def test_spam_is_closed_without_a_word_and_undone(stage: Stage) -> None:
    olena, thread = await begun(stage)
    await stage.settled()
    before = len(await olena.chat())
    await stage.iryna.clicks(thread, label("button-quiet"))
    await stage.iryna.clicks(thread, label("button-ask-spam"))
    await stage.iryna.clicks(thread, label("button-spam"))
    await stage.iryna.reads(thread, piece("screen-card-spam"))
    await stage.settled()
    assert len(await olena.chat()) == before
    await olena.send("Купіть у нас дрова")
    await olena.sees(piece("screen-kept-spam"))
    await stage.iryna.reads(thread, "Купіть у нас дрова")
    assert len(await stage.topics()) == 1
    await stage.svitlana.clicks(thread, label("button-not-spam"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE closed_at IS NULL AND result IS NULL") == 1


async def test_an_answer_that_did_not_arrive_says_why_and_goes_again(stage: Stage) -> None:
    olena, thread = await begun(stage)
    await stage.settled()
    await stage.people.block(olena.id)
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.iryna.reads(thread, label("undelivered-blocked"))
    await stage.people.unblock(olena.id)
    await stage.iryna.clicks(thread, label("button-send-again"))
    await olena.sees("Скільки вас?")
    await stage.settled()
    assert (await olena.phone()).count("Скільки вас?") == 1
