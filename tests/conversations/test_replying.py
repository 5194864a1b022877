"""What staff say in a topic: a reply to the person's words reaches the person, everything else stays inside."""

from __future__ import annotations

import pytest
from sqlalchemy import text as sql

from tests.conversations.stage import Stage
from tests.conversations.talkers import GENERAL, offers
from tests.conversations.words import CLOSE, DETAILS, TAKE, TAKEN_BY, label, piece

MARK = "🕊"


async def test_a_reply_to_the_persons_words_is_sent_and_marked(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    reply = await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас у хаті?")
    told = await olena.sees("Скільки вас у хаті?")
    assert told.text.startswith("Скільки вас")
    assert "Ірина" in told.text
    marked = await stage.iryna.finds(thread, lambda each: each.id == reply and bool(each.reactions), "the mark")
    assert [emoji for _, emoji in marked.reactions] == [MARK]


async def test_a_reply_to_the_card_is_sent(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    card = await stage.iryna.finds(thread, lambda each: offers(each, TAKE), TAKE)
    await stage.iryna.says(thread, "Скільки вас у хаті?", to=card.id)
    await olena.sees("Скільки вас у хаті?")


async def test_words_behind_a_are_sent(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.says(thread, "/a Скільки вас у хаті?")
    assert "/a" not in (await olena.sees("Скільки вас у хаті?")).text


async def test_who_answers_first_has_the_case(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.andriy.replies(thread, "Потрібні дрова", "Бачу, зараз гляну")
    await olena.waits(lambda each: TAKEN_BY in each.text and "Андрій" in each.text, "Андрій reads")
    await olena.sees("Бачу, зараз гляну")
    await stage.iryna.replies(thread, "Потрібні дрова", "І я гляну")
    await stage.iryna.whispered(thread, label("refusal-not-owner", owner="Андрій"))
    await stage.settled()
    assert "І я гляну" not in await olena.phone()


async def test_an_internal_remark_never_reaches_the_person(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    iryna, andriy = stage.iryna, stage.andriy
    await iryna.clicks(thread, TAKE)
    await olena.sees(TAKEN_BY)
    remark = await iryna.says(thread, "між нами: вона зверталась торік")
    carried = await stage.people.messages(stage.group, thread=thread)
    creation = next(each for each in carried.messages if each.id == remark).message["reply_to_message"]
    assert "forum_topic_created" in creation, "in a forum every message names the creation of its topic"

    answer = await andriy.says(thread, "між нами: бачу", to=remark)
    await iryna.says(thread, "між нами: а то!", to=answer)
    await andriy.says(thread, "між нами: до теми", to=thread)
    await andriy.says(GENERAL, "між нами: у загальній")
    await iryna.corrects(remark, "між нами: вона зверталась двічі")
    await iryna.replies(thread, "Потрібні дрова", "Слухаю вас")
    await olena.sees("Слухаю вас")
    await stage.settled()
    assert "між нами" not in await olena.phone()
    assert await stage.count("SELECT count(*) FROM messages WHERE author_kind = 'staff'") == 1


async def test_an_answer_to_a_colleagues_answer_stays_inside(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    reply = await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас у хаті?")
    await olena.sees("Скільки вас у хаті?")
    await stage.iryna.says(thread, "між нами: не те спитала", to=reply)
    await stage.andriy.says(thread, "між нами: чому?", to=reply)
    await stage.settled()
    assert "між нами" not in await olena.phone()


async def test_who_answers_something_that_is_not_the_persons_hears_that_it_stayed_inside(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    words = await stage.iryna.reads(thread, "Потрібні дрова")
    async with stage.app.database.uow() as uow:
        # A crash after Telegram's answer leaves words of which nobody knows that they are the person's.
        await uow.session.execute(sql("DELETE FROM pairs WHERE side = 'copy'"))
    await stage.iryna.says(thread, "Скільки вас у хаті?", to=words.id)
    await stage.iryna.whispered(thread, piece("whisper-stayed-inside"))
    await stage.settled()
    assert "Скільки вас" not in await olena.phone()


async def test_a_reply_in_one_topic_to_words_of_another_is_sent_to_nobody(stage: Stage) -> None:
    olena, hers = await stage.with_case("Олена", "Потрібні дрова")
    mykola, his = await stage.with_case("Микола", "Потрібні ліки")
    words = await stage.iryna.reads(hers, "Потрібні дрова")
    await stage.people.write(stage.group, stage.iryna.id, "кому це?", reply_to=words.id, thread=his)
    await stage.settled()
    assert "кому це?" not in await olena.phone() + await mykola.phone()


async def test_the_bare_command_sends_nothing_and_its_sender_hears_so(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.says(thread, "/a")
    await stage.iryna.whispered(thread, label("refusal-reply-empty"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM messages WHERE author_kind = 'staff'") == 0


@pytest.mark.parametrize("way", ["words", "/a"])
async def test_a_correction_reaches_the_person(stage: Stage, way: str) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    if way == "/a":
        reply = await stage.iryna.says(thread, "/a приходьте о 9")
    else:
        reply = await stage.iryna.replies(thread, "Потрібні дрова", "приходьте о 9")
    first = await olena.sees("приходьте о 9")
    await stage.iryna.corrects(reply, "/a приходьте о 10" if way == "/a" else "приходьте о 10")
    corrected = await olena.sees("приходьте о 10")
    assert corrected.id == first.id
    await stage.settled()
    assert "о 9" not in await olena.phone()


async def test_what_the_person_corrects_is_corrected_in_the_topic(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    message = await olena.send("нас троє")
    first = await stage.iryna.reads(thread, "нас троє")
    await olena.edits(message, "нас четверо")
    assert (await stage.iryna.reads(thread, "нас четверо")).id == first.id
    await stage.settled()
    assert "нас троє" not in await stage.iryna.topic(thread)


@pytest.mark.parametrize(("before", "after"), [(4000, 20), (20, 4000), (4096, 4096)])
async def test_corrections_shrink_and_grow_over_parts_on_both_sides(stage: Stage, before: int, after: int) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    theirs = await olena.send(_long("калина", before))
    ours = await stage.iryna.replies(thread, "Потрібні дрова", _long("барвінок", before))
    await olena.sees("барвінок")
    await stage.settled()
    await olena.edits(theirs, _long("журавель", after))
    await stage.iryna.corrects(ours, _long("соняшник", after))
    await stage.settled()

    topic = [each.text for each in await stage.iryna.seen_in(thread) if each.sender != stage.iryna.id]
    phone = [each.text for each in await olena.chat() if each.sender != olena.id]
    for side, old, new in ((topic, "калина", "журавель"), (phone, "барвінок", "соняшник")):
        assert not any(old in each for each in side)
        assert sum(each.count(new) for each in side) == _long(new, after).count(new)
        assert sum(new in each for each in side) == (2 if after > 3500 else 1)


def _long(word: str, length: int) -> str:
    return (f"{word} " * length)[:length].rstrip(" ")[: length - 1] + "."


async def test_a_reply_to_a_closed_case_is_refused_aloud(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, CLOSE)
    await stage.iryna.clicks(thread, "Допомогли")
    await stage.settled()
    # Telegram lets only those who may manage topics write into a closed one.
    await stage.people.set_member(stage.group, stage.iryna.id, "administrator", {"can_manage_topics": True})
    await stage.iryna.replies(thread, "Потрібні дрова", "ще таке")
    # Telegram refuses to whisper in a closed topic, so it is said on the desk.
    await stage.iryna.sees(label("refusal-case-closed"))
    assert "ще таке" not in await olena.phone()


async def test_numbers_of_the_person_are_masked_in_the_topic(stage: Stage) -> None:
    _, thread = await stage.with_case("Олена", "Дзвоніть +380501234567, картка 4111 1111 1111 1111")
    said = await stage.iryna.topic(thread)
    assert "0501234567" not in said
    assert "1111 1111" not in said
    assert piece("letter-person-message") in said
    assert DETAILS in said
