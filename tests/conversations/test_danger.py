"""A woman in danger: numbers at once, a human who has seen it, and a way to reply that harms nobody."""

from __future__ import annotations

import asyncio

import pytest

from tests.conversations.giveaway import giveaways
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker, as_read, offers
from tests.conversations.words import (
    ADD_WORDS,
    AGREE,
    CLOSE,
    CONSENT,
    HOTLINES,
    NEW_CASE,
    OFFER,
    TAKE,
    WATCHED,
    label,
    piece,
)

PRESSED = piece("letter-hotlines", heard="no", called="yes")
CALL, WRITE = label("button-way-call"), label("button-way-write")
SILENT, MISTAKE = label("button-way-silent"), label("button-mistake")
COVERED = piece("screen-covered")
OPEN, SHUT = label("button-open-reply"), label("button-cover-reply")
LABEL = label("button-menu-danger")


async def in_danger(stage: Stage, name: str = "Олена") -> tuple[Talker, int]:
    """Somebody who never wrote to the bot says that they are in danger; the thread of their case."""
    woman = await stage.person(name, last_name="Коваленко")
    await woman.send("/danger")
    await woman.sees(PRESSED)
    return woman, await stage.the_thread()


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Якщо вам небезпечно, дзвоніть 102", "uk", ["небезпе", "102"]),
        ("Вас б'ють?", "uk", ["б’ють"]),
        ("Нове повідомлення. Відкрийте, коли зручно.", "uk", []),
        ("Звернення LUH-2026-000102", "uk", []),
        ("You are not safe: call the police", "en", ["police"]),
        ("New message. Open it when it suits you.", "en", []),
    ],
)
def test_the_table_hears_what_gives_away(text: str, language: str, found: list[str]) -> None:
    assert giveaways(text, language) == found


async def test_before_consent_numbers_come_at_once_and_a_case_without_a_name(stage: Stage) -> None:
    woman, thread = await in_danger(stage)
    [first, *_] = await woman.got()
    for number in ("112", "102", "103", "1547"):
        assert number in first
    [(crisis, service, law_hours, name)] = await stage.rows(
        "SELECT crisis, service, extract(epoch FROM law_by - opened_at) / 3600, people.name"
        " FROM cases JOIN people ON people.id = person_id"
    )
    assert (crisis, service, int(law_hours), name) == (True, "crisis", 24, None)
    assert await stage.count("SELECT count(*) FROM consents") == 0
    head = await stage.head(thread)
    assert head["icon_emoji"] == "‼️"
    assert "Особиста допомога" in head["name"]
    await stage.iryna.reads(thread, label("news-alarm-raised"))


async def test_her_words_go_to_the_topic_without_a_question_and_the_answer_comes_back(stage: Stage) -> None:
    woman, thread = await in_danger(stage)
    await woman.send("Він за дверима")
    await stage.iryna.replies(thread, "Він за дверима", "Я з вами. Де ви зараз?")
    await woman.sees("Я з вами. Де ви зараз?")
    assert CONSENT not in await woman.phone()
    assert OFFER not in await woman.phone()
    [(ended, seen)] = await stage.rows("SELECT ended, seen_at IS NOT NULL FROM alarms")
    assert (ended, seen) == ("answered", True)


async def test_the_desk_of_a_lead_rings_and_one_who_has_seen_it_is_enough(stage: Stage) -> None:
    _, thread = await in_danger(stage)
    letter = await stage.svitlana.sees(piece("letter-alarm-raised", cause="pressed", call="no", late="no"))
    assert "Коваленко" not in letter.text
    await stage.iryna.reads(thread, piece("screen-card-alarm"))
    pressed = await stage.svitlana.press(label("button-see-alarm"))
    assert pressed.text == label("toast-seen")
    await stage.iryna.reads(thread, "Бачить: Світлана")
    pressed = await stage.svitlana.press(label("button-see-alarm"))
    assert pressed.text == label("toast-seen"), "pressed twice is seen once"
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'alarm-seen'") == 1


async def test_who_chose_silence_hears_nothing_until_they_write_and_reads_no_word_that_gives_away(stage: Stage) -> None:
    woman, thread = await in_danger(stage)
    await woman.press(SILENT)
    await woman.sees(piece("screen-safe-way-silent"))
    await stage.settled()
    assert PRESSED not in await woman.phone(), "whoever takes the phone does not find the numbers"
    before = await woman.got()
    await stage.iryna.reads(thread, piece("screen-card-way-silent"))
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.says(thread, "/a Не бійтеся, притулок чекає на вас")
    await stage.settled()
    assert await woman.got() == before

    at = await woman.send("Я тут, він мене б'є")
    await woman.sees_new(COVERED, at)
    await stage.settled()
    told = [as_read(shown) for shown in await woman.chat() if shown.sender != woman.id]
    assert "притулок" not in "".join(told)
    assert [giveaways(each) for each in told if giveaways(each)] == []

    await woman.press(OPEN)
    await woman.sees("Не бійтеся, притулок чекає на вас")
    await woman.press(SHUT)
    await stage.settled()
    assert "притулок" not in await woman.phone()


async def test_who_wants_written_words_only_gets_them_covered_and_at_once(stage: Stage) -> None:
    woman, thread = await in_danger(stage)
    await woman.press(WRITE)
    await woman.sees(piece("screen-safe-way-write"))
    await stage.iryna.reads(thread, piece("screen-card-way-write"))
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.says(thread, "/a Поліція вже їде")
    await woman.sees(COVERED)
    await woman.send("/my")
    await woman.press(
        label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-person"))
    )
    await woman.sees(piece("screen-my-case-history"))
    await stage.settled()
    ours = [each for each in await woman.chat() if each.sender != woman.id and PRESSED not in each.text]
    assert [giveaways(as_read(each)) for each in ours if giveaways(as_read(each))] == []


async def test_silence_can_be_taken_back_and_what_was_held_comes(stage: Stage) -> None:
    woman = await stage.agreed("Олена")
    await woman.send(LABEL)
    await woman.press(SILENT)
    await woman.send("/privacy")
    await woman.press(label("button-speak-freely"))
    await woman.sees(piece("screen-speak-freely"))
    thread = await stage.the_thread()
    await stage.iryna.says(thread, "/a Добрий день, я Ірина")
    await woman.sees("Добрий день, я Ірина")


async def test_pressed_by_mistake_is_closed_in_one_tap_told_to_staff_and_can_be_taken_back(stage: Stage) -> None:
    woman, thread = await in_danger(stage)
    await stage.svitlana.sees(piece("letter-alarm-raised", cause="pressed", call="no", late="no"))
    await woman.press(MISTAKE)
    await woman.sees(piece("screen-alarm-mistake", closed="yes"))
    await stage.iryna.reads(thread, label("news-alarm-mistake"))
    await stage.svitlana.sees(piece("letter-alarm-mistaken"))
    assert [tuple(row) for row in await stage.rows("SELECT state, result FROM cases")] == [("closed", "mistake")]

    await woman.press(label("button-after-all"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE closed_at IS NULL") == 1
    assert await stage.count("SELECT count(*) FROM cases") == 1
    assert await stage.count("SELECT count(*) FROM alarms WHERE ended_at IS NULL") == 1
    assert sum(PRESSED in said for said in await woman.got()) == 2
    await woman.send("Він повернувся")
    await stage.iryna.reads(thread, "Він повернувся")


async def test_pressed_many_times_it_is_one_case_one_topic_one_alarm(stage: Stage) -> None:
    woman, _ = await in_danger(stage)
    await asyncio.gather(*(woman.send(LABEL) for _ in range(3)))
    await woman.send("Допоможіть, мене б'ють")
    await woman.send("/danger")
    await stage.settled()
    assert len(await stage.topics()) == 1
    assert await stage.count("SELECT count(*) FROM cases") == 1
    assert await stage.count("SELECT count(*) FROM alarms") == 1
    assert await stage.count("SELECT count(*) FROM letters WHERE kind = 'alarm-raised'") == 1
    assert sum(PRESSED in said for said in await woman.got()) == 5, "she asked five times; her words brought none"


async def test_one_tap_shares_the_number(stage: Stage) -> None:
    woman, thread = await in_danger(stage)
    await woman.press(CALL)
    await woman.sees(piece("letter-call-number"))
    contact = {"phone_number": "48501234567", "first_name": "Олена", "user_id": woman.id}
    await stage.people.write(woman.id, woman.id, contact=contact)
    await woman.sees(piece("screen-danger-call-safely"))
    await stage.iryna.clicks(thread, label("button-call"))
    await stage.iryna.whispered(thread, "+48 501 234 567")
    assert await stage.count("SELECT count(*) FROM people WHERE phone IS NOT NULL") == 0


async def test_who_chose_written_words_is_asked_first_whether_a_call_is_safe(stage: Stage) -> None:
    woman, thread = await in_danger(stage)
    await woman.press(WRITE)
    await woman.sees(piece("screen-safe-way-write"))
    await woman.send("/call")
    await woman.sees(piece("screen-call-safe"))
    await stage.iryna.reads(thread, piece("screen-card-way-write"))
    await woman.press(label("button-call-safe"))
    await woman.sees(piece("letter-call-number"))
    await stage.iryna.reads(thread, piece("screen-card-way-call"))


async def test_words_that_sound_dangerous_offer_a_human_before_consent(stage: Stage) -> None:
    woman = await stage.person("Олена")
    await woman.send("Чоловік мене б'є")
    first = await woman.sees(HOTLINES)
    assert not offers(first, SILENT)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases") == 0, "nothing is kept that nobody agreed to"
    await woman.press(label("button-call-for-help"))
    await woman.sees(PRESSED)
    assert await stage.count("SELECT count(*) FROM cases WHERE crisis") == 1
    assert await stage.count("SELECT count(*) FROM messages") == 0


async def test_words_in_a_case_wake_whoever_leads_and_can_be_no_mistake(stage: Stage) -> None:
    woman, thread = await stage.with_case("Олена", "Потрібні дрова")
    await woman.send("Рятуйте, він мене б'є")
    shown = await woman.sees(PRESSED)
    assert offers(shown, SILENT)
    assert not offers(shown, MISTAKE)
    await stage.svitlana.sees(piece("letter-alarm-raised", cause="words", call="no", late="no"))
    await stage.iryna.reads(thread, piece("screen-card-alarm"))


async def test_a_case_of_danger_cannot_be_refused_and_ends_without_closing_lines(stage: Stage) -> None:
    woman, thread = await in_danger(stage)
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.says(thread, "/a Я поруч")
    await woman.sees("Я поруч")
    await stage.iryna.clicks(thread, CLOSE)
    menu = await stage.iryna.whispered(thread, piece("whisper-outcomes"))
    refused = next(outcome.name["uk"] for outcome in CATALOGUE.outcomes.values() if outcome.refusal)
    assert not offers(menu, refused)
    await stage.iryna.clicks(thread, "Допомогли")
    ending = await woman.sees(piece("letter-case-closed-bare"))
    assert ending.buttons == []
    assert "Поскаржитися" not in ending.text


async def _at_the_beginning(woman: Talker) -> None:
    await woman.send("/start")


async def _at_offer(woman: Talker) -> None:
    await woman.send("Потрібні дрова")
    await woman.sees(OFFER)


async def _writing_anew(woman: Talker) -> None:
    await woman.send("/my")
    await woman.press(NEW_CASE)
    await woman.sees(piece("screen-consent-given"))


async def _at_privacy(woman: Talker) -> None:
    await woman.send("/privacy")
    await woman.press(label("button-erase-ask"))


async def _at_language(woman: Talker) -> None:
    await woman.send("/language")
    await woman.press(label("button-language-en"))


async def _at_watched(woman: Talker) -> None:
    await woman.send("/privacy")
    await woman.press(WATCHED)


async def _at_help(woman: Talker) -> None:
    await woman.send("/help")


EVERYWHERE = [_at_the_beginning, _at_offer, _writing_anew, _at_privacy, _at_language, _at_watched, _at_help]


@pytest.mark.parametrize("somewhere", EVERYWHERE, ids=lambda each: each.__name__)
async def test_danger_is_heard_from_everywhere_and_the_next_words_go_there(stage: Stage, somewhere: object) -> None:
    woman = await stage.person("Олена")
    await woman.send("/start")
    await woman.press(AGREE)
    await woman.sees(piece("screen-consent-given"))
    await somewhere(woman)  # type: ignore[operator]  # one of EVERYWHERE
    await stage.settled()
    at = await woman.send(LABEL)
    await stage.settled()
    below = [shown.text for shown in await woman.chat() if shown.id > at]
    assert "112" in below[0]
    await woman.send("Я в підвалі")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM messages") == 1
    assert await stage.count("SELECT count(*) FROM cases WHERE crisis AND closed_at IS NULL") == 1
    await stage.iryna.reads(await stage.the_thread(), "Я в підвалі")


async def test_danger_while_adding_to_another_case_does_not_end_up_there(stage: Stage) -> None:
    woman, calm = await stage.with_case("Олена", "Потрібні дрова")
    await woman.send("/my")
    await woman.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-new")))
    await woman.press(ADD_WORDS)
    await woman.send(LABEL)
    await woman.sees(PRESSED)
    await woman.send("Я в підвалі")
    await stage.settled()
    [danger] = [topic for topic in await stage.topics() if topic["message_thread_id"] != calm]
    await stage.iryna.reads(int(danger["message_thread_id"]), "Я в підвалі")
    assert "Я в підвалі" not in await stage.iryna.topic(calm)
