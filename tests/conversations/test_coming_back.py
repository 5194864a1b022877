"""A lost account: from a new one back to one's cases, and nothing for whoever holds the old one."""

from __future__ import annotations

from typing import Any

from db.repositories import people
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, Worker, offers
from tests.conversations.words import AGREE, CONSENT, MY_CASES, TAKE, WELCOME, label, piece, text

BACK, MINE, STOP = label("button-return"), label("button-call-contact"), label("button-return-stop")
CHECK, YES, NO, UNDO = (label(f"button-return-{step}") for step in ("check", "yes", "no", "undo"))
ASK, FOREIGN = piece("letter-return-contact"), piece("letter-return-foreign")
LOOKING = piece("letter-return-received")
HERE = piece("letter-return-confirmed")
PHONE = "380671112233"


async def had_a_case(stage: Stage) -> tuple[Talker, int]:
    """Ганна has a case that Ірина took; we know her number."""
    hanna, thread = await stage.with_case("Ганна", "Потрібні дрова", phone=PHONE)
    await stage.iryna.clicks(thread, TAKE)
    async with stage.app.database.uow() as uow:
        person = await people.by_telegram(uow.session, hanna.id)
        assert person is not None
        person.phone = f"+{PHONE}"
    return hanna, thread


async def comes_back(stage: Stage, name: str = "Ганна Т", **details: Any) -> tuple[Talker, int]:
    """Somebody new presses the button and shares their number; the thread of their request."""
    new = await stage.agreed(name, **({"phone": PHONE} | details))
    await new.send("/my")
    await new.press(BACK)
    await new.sees(ASK)
    await new.press(MINE)
    await new.sees(LOOKING)
    await stage.settled()
    return new, [int(topic["message_thread_id"]) for topic in await stage.topics()][-1]


async def checks(worker: Worker, thread: int) -> str:
    """A staff member presses the button of the card; what only they read."""
    await worker.clicks(thread, CHECK)
    return (await worker.whispered(thread, piece("letter-desk-return-how"))).text


async def test_a_new_phone_gets_its_cases_back_and_the_old_account_nothing(stage: Stage) -> None:
    hanna, old = await had_a_case(stage)
    [(number,)] = await stage.rows("SELECT number FROM cases")
    new, request = await comes_back(stage)
    assert number not in await new.phone()
    desk = await stage.iryna.waits(lambda each: number in each.text and offers(each, CHECK), CHECK)
    assert "Ганна" not in desk.text
    assert "671112233" not in await stage.andriy.topic(request)
    told = await checks(stage.iryna, request)
    assert "+380 67 111 22 33" in told
    assert number in told
    before = len(await hanna.chat())
    await stage.iryna.clicks(request, YES)
    await new.sees(HERE)
    await new.press(MY_CASES)
    await new.sees(number)
    await stage.iryna.reads(old, label("news-return-confirmed"))
    # What is said in the old topic reaches the new chat, and what is written there the old topic.
    await stage.iryna.replies(old, "Потрібні дрова", "Дрова привезуть у середу")
    await new.sees("Дрова привезуть у середу")
    await stage.settled()
    assert len(await hanna.chat()) == before
    at = await hanna.send("/my")
    await hanna.sees_new(piece("screen-my-cases-empty"), at)
    assert number not in "\n".join(each.text for each in await hanna.chat() if each.id > at)
    await hanna.send("Хто тут?")
    await hanna.sees_new(CONSENT, at)


async def test_an_answer_of_before_that_is_changed_comes_anew_to_the_new_chat(stage: Stage) -> None:
    hanna, old = await had_a_case(stage)
    said = await stage.iryna.replies(old, "Потрібні дрова", "Привезуть у середу")
    await hanna.sees("Привезуть у середу")
    new, request = await comes_back(stage)
    await checks(stage.iryna, request)
    await stage.iryna.clicks(request, YES)
    await new.sees(HERE)
    await stage.iryna.corrects(said, "Привезуть уранці")
    await new.sees("Привезуть уранці")
    await stage.settled()
    assert "уранці" not in await hanna.phone()


async def test_a_mistake_is_undone_by_a_lead_and_both_are_told(stage: Stage) -> None:
    hanna, old = await had_a_case(stage)
    [(number,)] = await stage.rows("SELECT number FROM cases")
    new, request = await comes_back(stage)
    await checks(stage.iryna, request)
    await stage.iryna.clicks(request, YES)
    await new.sees(HERE)
    await stage.svitlana.clicks(request, CHECK)
    await stage.svitlana.clicks(request, UNDO)
    await new.sees(piece("letter-return-undone"))
    await hanna.sees("бачила інша людина")
    await stage.iryna.replies(old, "Потрібні дрова", "Тільки для Ганни")
    await hanna.sees("Тільки для Ганни")
    await stage.settled()
    assert "Тільки для Ганни" not in await new.phone()
    at = await new.send("/my")
    assert number not in (await new.sees_new(piece("screen-my-cases"), at)).text


async def test_a_no_ends_it_kindly_and_the_same_words_come_without_a_match(stage: Stage) -> None:
    new, request = await comes_back(stage)
    assert piece("letter-desk-return-nobody") in await checks(stage.iryna, request)
    await stage.iryna.clicks(request, NO)
    await new.sees(piece("letter-return-refused"))
    at = await new.send("/my")
    await new.sees_new(piece("screen-my-cases"), at)


async def test_a_contact_of_somebody_else_proves_nothing_and_a_typed_number_goes_to_a_human(stage: Stage) -> None:
    await had_a_case(stage)
    petro = await stage.agreed("Петро", phone="380501234567")
    await petro.send("/help")
    await petro.press(BACK)
    await petro.sees(ASK)
    await stage.people.write(petro.id, petro.id, contact={"phone_number": PHONE, "first_name": "Ганна"})
    await petro.sees(FOREIGN)
    assert await stage.count("SELECT count(*) FROM returns WHERE case_id IS NOT NULL") == 0
    await petro.send("067 111 22 33")
    await petro.sees(LOOKING)
    await stage.settled()
    request = [int(topic["message_thread_id"]) for topic in await stage.topics()][-1]
    assert "111 22 33" not in await stage.iryna.topic(request)
    told = await checks(stage.iryna, request)
    assert "+380 67 111 22 33" in told
    assert piece("letter-desk-return-nobody") in told


async def test_a_human_names_the_case_where_no_number_does(stage: Stage) -> None:
    _, old = await had_a_case(stage)
    [(number,)] = await stage.rows("SELECT number FROM cases")
    new, request = await stage.with_case("Ганна Т", "Я вже писала, телефон загубила")
    await stage.iryna.says(request, "/former")
    await stage.iryna.whispered(request, piece("whisper-former-usage"))
    await stage.iryna.says(request, f"/former {number}")
    await stage.iryna.whispered(request, piece("whisper-former-named"))
    await stage.settled()
    assert piece("letter-desk-return-two") in await checks(stage.iryna, request)
    await stage.iryna.clicks(request, YES)
    await stage.iryna.reads(request, label("news-return-seen-once"))
    assert (await stage.iryna.clicks(request, YES)).text == label("refusal-another-human")
    await checks(stage.andriy, request)
    await stage.andriy.clicks(request, YES)
    await new.sees(HERE)
    await stage.iryna.replies(old, "Потрібні дрова", "Вітаю знову")
    await new.sees("Вітаю знову")


async def test_before_the_consent_the_question_waits_and_comes_after_it(stage: Stage) -> None:
    new = await stage.person("Ганна Т", phone=PHONE)
    await new.send("/help")
    await new.press(BACK)
    await new.sees(WELCOME)
    await new.sees(CONSENT)
    assert ASK not in await new.phone()
    await new.press(AGREE)
    await new.sees(ASK)
    await new.press(STOP)
    await new.sees(piece("letter-return-stopped"))
    at = await new.send("067 111 22 33")
    await new.sees_new(piece("screen-offer-case"), at)
    assert text("letter-return-foreign") not in await new.phone()
    assert await stage.count("SELECT count(*) FROM returns") == 0
