"""Somebody without Telegram: a call becomes a case, a human tells the answer, later the case is in their own chat."""

from __future__ import annotations

import re

from tests.conversations.stage import Stage
from tests.conversations.talkers import Worker
from tests.conversations.words import AGREE, CONSENT, TAKE, label, piece

NEW, REGISTER = label("button-register"), label("button-registration-register")
CANCEL, READY = label("button-registration-cancel"), label("button-registration-ready")
REGISTERED = "Зареєстровано: LUH-"
CODE = re.compile(r"\d{4} \d{4} \d{4}")
NUMBER = re.compile(r"LUH-\d{4}-\d{6}")
PHONE = "050 123 45 67"
LINKED = piece("letter-case-linked")


async def answers_up_to_words(worker: Worker, phone: str = PHONE, name: str = "Галина Петрівна") -> None:
    """Everything that is asked before the words, by a call without danger."""
    await worker.send("/new")
    await worker.press(label("channel-call"))
    await worker.press(label("button-registration-no-danger"))
    await worker.sees(piece("screen-registration-phone"))
    await worker.send(phone)
    await worker.sees(piece("screen-registration-name"))
    await worker.send(name)
    await worker.press("Речі та продукти")
    await worker.press("Одяг, продукти, засоби гігієни")
    await worker.press(label("button-registration-not-formal"))
    await worker.press(label("button-registration-no-place"))
    await worker.press(label("language-uk"))
    await worker.sees(piece("screen-registration-words", count="0", files="0"))


async def to_preview(worker: Worker, words: str) -> None:
    """The words, the day and the consent."""
    await worker.send(words)
    await worker.press(READY)
    shown = await worker.sees(piece("screen-registration-day"))
    await worker.press(next(each["text"] for each in shown.buttons if "Сьогодні" in each["text"]))
    await worker.press(label("ground-oral"))
    await worker.sees(piece("screen-registration"))


async def by_phone(stage: Stage, words: str = "Просить дрова на зиму") -> tuple[str, str, int]:
    """A call that Ірина wrote down and has: its number, its code, its topic."""
    await answers_up_to_words(stage.iryna)
    await to_preview(stage.iryna, words)
    await stage.iryna.press(REGISTER)
    shown = await stage.iryna.sees(REGISTERED)
    await stage.settled()
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, TAKE)
    number, code = NUMBER.search(shown.text), CODE.search(shown.text)
    assert number is not None
    assert code is not None
    return number.group(), code.group(), thread


async def test_a_call_becomes_a_case_and_its_answer_a_call(stage: Stage) -> None:
    number, _, thread = await by_phone(stage)
    card = await stage.iryna.reads(thread, label("contact-call"))
    assert number in card.text
    topic = await stage.andriy.topic(thread)
    assert "Просить дрова на зиму" in topic
    assert "Галина" not in topic
    assert "123 45 67" not in topic
    await stage.iryna.replies(thread, "Просить дрова на зиму", "Дрова привезуть у середу")
    await stage.iryna.reads(thread, piece("letter-words-to-tell"))
    await stage.iryna.clicks(thread, label("button-to-tell"))
    shown = await stage.iryna.whispered(thread, "+380 50 123 45 67")
    assert "Дрова привезуть у середу" in shown.text
    assert await stage.count("SELECT count(*) FROM cases WHERE waiting_since IS NOT NULL") == 1
    await stage.iryna.clicks(thread, label("button-told-phone"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE waiting_since IS NULL") == 1
    assert await stage.rows("SELECT state, reason FROM calls") == [("done", "tell")]


async def test_the_code_brings_the_case_into_ones_own_chat(stage: Stage) -> None:
    number, code, thread = await by_phone(stage)
    halyna = await stage.person("Галина")
    await halyna.send("/start")
    await halyna.sees(CONSENT)
    await halyna.send(code)
    await stage.settled()
    assert LINKED not in await halyna.phone(), "first the consent"
    await halyna.press(AGREE)
    await halyna.sees(LINKED)
    await stage.iryna.reads(thread, label("news-in-telegram")[:40])
    await stage.iryna.sees(piece("letter-linked-news"))
    await stage.iryna.replies(thread, "Просить дрова на зиму", "Дрова привезуть у середу")
    await halyna.sees("Дрова привезуть у середу")
    await halyna.press(label("button-case-linked"))
    await halyna.sees(number)


async def test_a_link_does_the_same_and_a_wrong_code_nothing(stage: Stage) -> None:
    number, code, _ = await by_phone(stage)
    halyna = await stage.agreed("Галина")
    wrong = "482177301956" if code.replace(" ", "") != "482177301956" else "482177301957"
    await halyna.send(wrong)
    await halyna.sees(piece("letter-link-refused"))
    assert number not in await halyna.phone()
    assert await stage.count("SELECT count(*) FROM drafts") == 0, "a wrong code is no request"
    await halyna.send(f"/start link-{code.replace(' ', '')}")
    await halyna.sees(LINKED)
    assert await stage.count("SELECT count(*) FROM cases") == 1


async def test_the_same_number_shows_the_case_before_a_second_one_is_made(stage: Stage) -> None:
    number, _, _ = await by_phone(stage)
    await stage.andriy.send("/new")
    await stage.andriy.press(label("channel-visit"))
    await stage.andriy.press(label("button-registration-no-danger"))
    await stage.andriy.send("+380501234567")
    shown = await stage.andriy.sees(piece("screen-registration-known"))
    assert number in shown.text
    assert "Галина" not in shown.text
    await stage.andriy.press(label("button-registration-same", number=number))
    await stage.andriy.sees(piece("screen-registration-service"))


async def test_a_registration_waits_and_can_be_cancelled(stage: Stage) -> None:
    await answers_up_to_words(stage.iryna)
    await stage.iryna.send("Просить дрова на зиму")
    await stage.iryna.send("/desk")
    await stage.iryna.press(NEW)
    await stage.iryna.sees(piece("screen-registration-words", count="1", files="0"))
    await stage.iryna.press(CANCEL)
    await stage.iryna.sees(piece("screen-registration-cancelled"))
    assert await stage.count("SELECT count(*) FROM drafts") == 0
    assert await stage.count("SELECT count(*) FROM registrations WHERE phone IS NOT NULL OR name IS NOT NULL") == 0
    await stage.iryna.send("Просить вугілля")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM drafts") == 0, "what is typed later is for nothing"


async def test_danger_by_phone_wakes_whoever_is_on_duty(stage: Stage) -> None:
    await stage.iryna.send("/new")
    await stage.iryna.press(label("channel-call"))
    await stage.iryna.press(label("button-registration-danger"))
    await stage.iryna.send("це не номер")
    await stage.iryna.sees(piece("refusal-phone-unread"))
    await stage.iryna.send(PHONE)
    await stage.iryna.press(label("button-registration-no-name"))
    await stage.iryna.press(label("language-uk"))
    await stage.iryna.press(READY)
    await stage.iryna.press(REGISTER)
    shown = await stage.iryna.sees(REGISTERED)
    assert "112" in shown.text
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM alarms WHERE ended_at IS NULL") == 1
    assert await stage.rows("SELECT state, reason FROM calls") == [("open", "danger")]
