"""The first words: language, welcome, consent and what follows each answer."""

from __future__ import annotations

import asyncio

import pytest

from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import (
    AGREE,
    CONSENT,
    DECLINE,
    MORE,
    OFFER,
    OPEN_CASE,
    RECEIVED,
    TAKE,
    WATCHED,
    WELCOME,
    label,
    piece,
)


@pytest.mark.parametrize(("setting", "spoken"), [("uk", "uk"), ("ru", "uk"), ("en", "en"), ("de", "en")])
async def test_the_bot_speaks_the_language_of_the_persons_telegram(
    empty_stage: Stage, setting: str, spoken: str
) -> None:
    person = await empty_stage.person("Олена", language=setting)
    await person.send("/start")
    await person.sees(piece("letter-welcome", spoken))
    await person.sees(piece("screen-consent", spoken))


async def test_the_language_can_be_switched_and_stays_switched(empty_stage: Stage) -> None:
    person = await empty_stage.agreed("Олена")
    await person.send("/language")
    await person.press(label("button-language-en"))
    await person.sees(piece("screen-language", "en"))
    await person.send("/help")
    await person.sees(piece("screen-help", "en"))


async def test_a_person_is_welcomed_once(empty_stage: Stage) -> None:
    person = await empty_stage.person("Олена")
    await person.send("Потрібна допомога")
    await person.sees(CONSENT)
    await person.send("Ви тут?")
    await empty_stage.settled()
    assert sum(WELCOME in said for said in await person.got()) == 1


async def test_who_agrees_is_asked_to_write(empty_stage: Stage) -> None:
    person = await empty_stage.person("Олена", last_name="Коваленко")
    await person.send("/start")
    await person.press(AGREE)
    await person.sees(piece("screen-consent-given"))
    [(version, withdrawn)] = await empty_stage.rows("SELECT version, withdrawn_at FROM consents")
    assert version
    assert withdrawn is None
    assert await empty_stage.count("SELECT count(*) FROM people WHERE name IS NOT NULL") == 1


async def test_agreeing_twice_is_agreeing_once(empty_stage: Stage) -> None:
    person = await empty_stage.person("Олена")
    await person.send("/start")
    shown = await person.waits(lambda each: offers(each, AGREE), AGREE)
    data = shown.button(AGREE)["callback_data"]
    await asyncio.gather(*(person.forges(data, shown) for _ in range(5)))
    await empty_stage.settled()
    assert await empty_stage.count("SELECT count(*) FROM consents") == 1


async def test_who_wants_to_know_more_is_told_and_asked_again(empty_stage: Stage) -> None:
    person = await empty_stage.person("Олена")
    await person.send("/start")
    await person.press(MORE)
    told = await person.sees(piece("screen-consent-more"))
    assert offers(told, AGREE)
    assert offers(told, DECLINE)
    assert offers(told, WATCHED)


async def test_who_declines_gets_telephone_numbers_and_nothing_is_kept(empty_stage: Stage) -> None:
    person = await empty_stage.person("Олена")
    await person.send("Немає води в хаті")
    await person.press(DECLINE)
    assert "112" in (await person.sees(piece("screen-info-only"))).text
    await empty_stage.settled()
    assert await empty_stage.count("SELECT count(*) FROM drafts") == 0
    assert await empty_stage.count("SELECT count(*) FROM people WHERE name IS NOT NULL") == 0
    assert await empty_stage.count("SELECT count(*) FROM inbox WHERE done_at IS NOT NULL AND body IS NOT NULL") == 0


async def test_who_declined_can_come_back_to_the_question(empty_stage: Stage) -> None:
    person = await empty_stage.person("Олена")
    await person.send("/start")
    await person.press(DECLINE)
    await person.press(label("button-consent-again"))
    await person.press(AGREE)
    await person.sees(piece("screen-consent-given"))


async def test_words_written_before_the_consent_wait_for_it_and_go_whole(stage: Stage) -> None:
    person = await stage.person("Олена")
    await person.send("Немає ліжка для дитини")
    await person.send("їй чотири роки")
    await person.waits(lambda each: label("button-agree") in str(each.buttons) and "2" in each.text, "2 messages wait")
    await person.press(AGREE)
    await person.sees(OFFER)
    await person.press(OPEN_CASE)
    await person.sees(RECEIVED)
    thread = await stage.the_thread()
    said = await stage.iryna.topic(thread)
    assert said.index("Немає ліжка") < said.index("їй чотири роки")


async def test_words_without_a_consent_are_dropped_after_fourteen_days(empty_stage: Stage) -> None:
    person = await empty_stage.person("Олена")
    await person.send("Немає ліжка для дитини")
    await person.sees(CONSENT)
    await empty_stage.settled()
    await empty_stage.later(days=13)
    assert await empty_stage.count("SELECT count(*) FROM drafts") == 1
    await empty_stage.later(days=2)
    assert await empty_stage.count("SELECT count(*) FROM drafts") == 0


async def _watched(stage: Stage) -> Talker:
    person = await stage.person("Олена", last_name="Коваленко")
    await person.send("/start")
    await person.press(WATCHED)
    await person.sees(piece("screen-watched"))
    return person


async def test_of_a_watched_phone_no_name_is_kept(stage: Stage) -> None:
    person = await _watched(stage)
    await person.send("Потрібна порада")
    await person.press(OPEN_CASE)
    received = await person.sees(piece("letter-case-received", named="no"))
    assert "Олена" not in received.text
    assert await stage.count("SELECT count(*) FROM people WHERE name IS NOT NULL") == 0


async def test_to_a_watched_phone_nothing_comes_until_its_owner_writes(stage: Stage) -> None:
    person = await _watched(stage)
    await person.send("Потрібна порада")
    await person.press(OPEN_CASE)
    await person.sees(piece("letter-case-received", named="no"))
    await stage.settled()
    before = await person.got()
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.replies(thread, "Потрібна порада", "Приходьте завтра о десятій")
    await stage.iryna.reads(thread, piece("screen-card-watched"))
    await stage.settled()
    assert await person.got() == before

    await person.send("Я тут")
    await person.sees(piece("screen-covered"))
    await person.press(label("button-open-reply"))
    await person.sees("Приходьте завтра о десятій")


async def test_who_changes_to_a_watched_phone_takes_the_name_back(stage: Stage) -> None:
    person, thread = await stage.with_case("Олена", "Потрібна порада", last_name="Коваленко")
    await person.send("/start")
    await stage.settled()
    await person.forges("co:watch")
    await person.sees(piece("screen-watched"))
    assert await stage.count("SELECT count(*) FROM people WHERE name IS NOT NULL") == 0
    await stage.iryna.looks(thread, label("button-details"))
    whisper = await stage.iryna.whispered(thread, label("details-name-hidden"))
    assert "Коваленко" not in whisper.text


async def test_a_watched_phone_says_how_to_clear_the_chat_and_can_be_taken_back_later(stage: Stage) -> None:
    person = await _watched(stage)
    await person.press(label("button-clear-chat"))
    told = await person.sees(piece("screen-clear-chat"))
    assert "Android" in told.text
    assert "iPhone" in told.text
    await person.send("/privacy")
    await person.press(label("button-speak-freely"))
    await person.sees(CONSENT)
    assert await stage.count("SELECT count(*) FROM people WHERE watched OR covered") == 0
