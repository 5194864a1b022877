"""«Подзвоніть мені»: from one tap to a human on the phone, and everything that can come between."""

from __future__ import annotations

import pytest

from tests.conversations.hours import until
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import AGREE, DECLINE, WATCHED, label, piece

MINE, STOP = label("button-call-contact"), label("button-call-stop")
SOON, TOMORROW = label("button-call-soon"), label("button-call-morning", tomorrow="yes", day="")
CALL = label("button-call")
REACHED, NO_ANSWER = label("button-call-reached"), label("button-call-no-answer")
WRONG, LATER = label("button-call-wrong-number"), label("button-call-later")
ASK_NUMBER, KEPT = piece("letter-call-number"), piece("letter-call-number-kept")
WANTED = "Подзвонимо до"
CANCEL = label("button-call-cancel")
CALLS = "SELECT state FROM calls ORDER BY id"


async def wants_a_call(person: Talker, number: str = "050 123 45 67", time: str = SOON) -> None:
    await person.send("/call")
    await person.sees(ASK_NUMBER)
    await person.send(number)
    await person.sees(KEPT)
    await person.press(time)
    await person.sees(WANTED)


async def test_one_tap_for_the_number_and_one_for_the_time_make_a_case_and_a_call(stage: Stage) -> None:
    await until(stage)
    vasyl = await stage.agreed("Василь", phone="380671112233")
    await vasyl.send("/call")
    await vasyl.press(MINE)
    kept = await vasyl.sees(KEPT)
    assert "… 22 33" in kept.text
    await vasyl.press(SOON)
    wanted = await vasyl.sees(WANTED)
    number = await stage.the_number()
    assert number in wanted.text
    assert "… 22 33" in wanted.text
    assert "13:0" in wanted.text
    await vasyl.sees(piece("letter-case-received", named="yes"))
    thread = await stage.the_thread()
    await stage.iryna.reads(thread, label("call-request-soon"))
    card = await stage.iryna.finds(thread, lambda each: offers(each, CALL), CALL)
    assert "Просить подзвонити" in card.text
    assert "671112233" not in await stage.iryna.topic(thread)
    [(kind, state)] = await stage.rows("SELECT intake_kind, state FROM cases")
    assert (kind, state) == ("call", "new")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("80501234567", "… 45 67"),
        ("(050) 123-45-67", "… 45 67"),
        ("+48 501 234 567", "… 45 67"),
        ("0048501234999", "… 49 99"),
    ],
)
async def test_a_number_is_understood_as_people_write_it(stage: Stage, written: str, shown: str) -> None:
    olena = await stage.agreed("Олена")
    await wants_a_call(olena, written)
    assert shown in (await olena.sees(WANTED)).text


async def test_what_is_no_number_is_said_kindly_and_other_words_are_kept(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.send("/call")
    await olena.sees(ASK_NUMBER)
    await olena.send("050 123 45")
    await olena.sees(piece("letter-call-number-wrong"))
    await olena.send("Мені потрібні дрова")
    await olena.sees(piece("screen-offer-case"))
    await olena.send("050 123 45 67")
    await olena.sees(KEPT)
    assert await stage.count("SELECT count(*) FROM drafts") == 1


async def test_somebody_elses_contact_is_taken_and_staff_are_told_that_it_is_not_theirs(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.send("/call")
    await olena.sees(ASK_NUMBER)
    contact = {"phone_number": "48501234567", "first_name": "Дід Микола", "user_id": 777}
    await stage.people.write(olena.id, olena.id, contact=contact)
    assert "Дід Микола" in (await olena.sees(KEPT)).text
    await olena.press(SOON)
    await olena.sees(WANTED)
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, CALL)
    menu = await stage.iryna.whispered(thread, "+48 501 234 567")
    assert "Дід Микола" in menu.text
    assert await stage.count("SELECT count(*) FROM calls WHERE NOT own_phone") == 1
    await stage.iryna.clicks(thread, REACHED)
    await olena.send("/call")
    await olena.sees_new(ASK_NUMBER, (await olena.sees(WANTED)).id)


async def test_without_consent_it_is_asked_first_and_then_the_call_goes_on(stage: Stage) -> None:
    hanna = await stage.person("Ганна")
    await hanna.send("/call")
    asked = await hanna.sees(piece("screen-consent"))
    assert piece("screen-consent-call") in asked.text
    await hanna.send("050 123 45 67")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM calls WHERE phone IS NOT NULL") == 0
    await hanna.press(AGREE)
    await hanna.sees(ASK_NUMBER)
    await hanna.send("050 123 45 67")
    await hanna.press(SOON)
    await hanna.sees(WANTED)


async def test_refusing_the_consent_never_blocks_a_call_our_own_number_is_shown(stage: Stage) -> None:
    hanna = await stage.person("Ганна")
    await hanna.send("/call")
    await hanna.press(DECLINE)
    await hanna.sees(CATALOGUE.organisations["luhansk"].phone)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM calls") == 0


async def test_a_watched_phone_may_ask_and_its_number_is_kept_for_this_call_only(stage: Stage) -> None:
    nina = await stage.person("Ніна")
    await nina.send("/call")
    await nina.press(WATCHED)
    await nina.sees(piece("letter-call-number-watched"))
    await nina.send("050 123 45 67")
    await nina.press(SOON)
    await nina.sees(WANTED)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM people WHERE phone IS NOT NULL") == 0
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, CALL)
    await stage.iryna.whispered(thread, piece("letter-desk-call-watched"))
    await stage.iryna.clicks(thread, NO_ANSWER)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM letters WHERE kind = 'call-unanswered'") == 0


async def test_the_next_time_one_tap_is_enough(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await wants_a_call(olena)
    await stage.iryna.clicks(thread, CALL)
    await stage.iryna.clicks(thread, REACHED)
    await stage.settled()
    await olena.send("/call")
    await olena.press(label("button-call-known", phone="… 45 67"))
    await olena.press(TOMORROW if await _tomorrow_is_offered(olena) else SOON)
    await stage.settled()
    assert [state for (state,) in await stage.rows(CALLS)] == ["done", "open"]
    assert await stage.count("SELECT count(*) FROM cases") == 1


async def _tomorrow_is_offered(person: Talker) -> bool:
    shown = await person.waits(lambda each: offers(each, SOON), SOON)
    return offers(shown, TOMORROW)


async def test_with_several_requests_the_person_says_which(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.send("/my")
    await olena.press(label("button-new-case"))
    second = await stage.opens(olena, "Потрібен протез")
    await olena.send("/call")
    asked = await olena.sees(piece("screen-call-case"))
    await stage.people.press(olena.id, asked, olena.id, next(b["text"] for b in asked.buttons if second in b["text"]))
    await olena.sees(ASK_NUMBER)
    await olena.send("0501234567, після шостої")
    await olena.send("увечері, після шостої")
    wanted = await olena.sees(WANTED)
    assert second in wanted.text
    await stage.iryna.reads(await stage.thread(second), "увечері, після шостої")


async def test_a_change_of_mind_takes_one_tap_and_ends_what_was_opened_for_the_call(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await wants_a_call(olena)
    thread = await stage.the_thread()
    await olena.press(CANCEL)
    await olena.sees(piece("screen-call-cancelled-all"))
    await stage.iryna.reads(thread, "Дзвонити вже не треба")
    await stage.settled()
    assert [tuple(row) for row in await stage.rows("SELECT state, result FROM cases")] == [("withdrawn", "withdrawn")]
    assert [state for (state,) in await stage.rows(CALLS)] == ["cancelled"]
    assert not any(offers(each, CALL) for each in await stage.iryna.seen_in(thread) if each.pinned)


async def test_a_request_with_words_of_its_own_goes_on_without_the_call(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await olena.sees("Скільки вас?")
    await wants_a_call(olena)
    await olena.press(CANCEL)
    await olena.sees(piece("screen-call-cancelled"))
    [(state, waiting, turn)] = await stage.rows("SELECT state, waiting_since, turn FROM cases")
    assert (state, waiting, turn) == ("taken", None, "person")


@pytest.mark.parametrize("way", [STOP, "/cancel"])
async def test_on_the_way_it_can_be_left_and_nothing_stays(stage: Stage, way: str) -> None:
    olena = await stage.agreed("Олена")
    await olena.send("/call")
    await olena.sees(ASK_NUMBER)
    await olena.send(way)
    await olena.sees(piece("letter-call-stopped"))
    await olena.send("050 123 45 67")
    await olena.sees(piece("screen-offer-case"))
    assert await stage.count("SELECT count(*) FROM calls") == 0


async def test_asking_twice_makes_one_call(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await wants_a_call(olena)
    at = (await olena.sees(WANTED)).id
    await olena.send("/call")
    await olena.sees_new(WANTED, at)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM calls") == 1


async def test_who_was_reached_waits_no_longer_and_the_reading_is_written_down(stage: Stage) -> None:
    olena = await stage.agreed("Олена", last_name="Коваленко")
    await wants_a_call(olena)
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, CALL)
    await stage.iryna.whispered(thread, "+380 50 123 45 67")
    assert (await stage.iryna.clicks(thread, REACHED)).text == label("toast-saved")
    await stage.settled()
    [(waiting, first, turn, owner)] = await stage.rows(
        "SELECT waiting_since, first_answered_at IS NOT NULL, turn, owner_id IS NOT NULL FROM cases"
    )
    assert (waiting, first, turn, owner) == (None, True, "person", True)
    assert await stage.count("SELECT count(*) FROM readings") == 1
    assert "+380" not in (await stage.andriy.topic(thread))
    assert (await stage.iryna.clicks(thread, REACHED)).text == label("refusal-stale")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'call-reached'") == 1
    await olena.send("/my")
    await olena.press(
        label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-person"))
    )
    await olena.sees(label("event-call-reached"))


async def test_nobody_answered_three_times_and_each_time_the_person_reads_what_is_next(stage: Stage) -> None:
    await until(stage)
    olena = await stage.agreed("Олена")
    await wants_a_call(olena)
    thread = await stage.the_thread()
    for again in (True, True, False):
        at = (await olena.chat())[-1].id
        await stage.iryna.clicks(thread, CALL)
        await stage.iryna.clicks(thread, NO_ANSWER)
        told = await olena.sees_new(piece("letter-call-unanswered"), at)
        assert ("Спробуємо ще раз до" in told.text) is again
        assert "10:0" in told.text
        await stage.settled()
    [(waiting, turn)] = await stage.rows("SELECT waiting_since, turn FROM cases")
    assert (waiting, turn) == (None, "person")
    assert [tuple(row) for row in await stage.rows("SELECT state, attempts FROM calls")] == [("done", 3)]


async def test_a_wrong_number_is_forgotten_and_another_one_asked_for(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await wants_a_call(olena)
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, CALL)
    await stage.iryna.clicks(thread, WRONG)
    told = await olena.sees(piece("letter-call-wrong-number"))
    await stage.people.press(olena.id, told, olena.id, label("button-call-me"))
    await olena.sees_new(ASK_NUMBER, told.id)
    assert await stage.count("SELECT count(*) FROM people WHERE phone IS NOT NULL") == 0


async def test_who_asks_to_be_phoned_later_gets_that_time(stage: Stage) -> None:
    await until(stage)
    olena = await stage.agreed("Олена")
    await wants_a_call(olena)
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, CALL)
    await stage.iryna.clicks(thread, LATER)
    await stage.iryna.clicks(thread, TOMORROW)
    await stage.settled()
    [(state, due, reply_by)] = await stage.rows(
        "SELECT c.state, c.due_by, s.reply_by FROM calls c JOIN cases s ON s.id = c.case_id"
    )
    assert state == "open"
    assert due == reply_by
    await stage.iryna.send("/desk")
    desk = await stage.iryna.sees("Дзвінків чекає: 1")
    assert await stage.the_number() in desk.text


async def test_who_stopped_the_bot_is_phoned_instead_and_not_once_they_are_back(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await wants_a_call(olena)
    await stage.iryna.clicks(thread, CALL)
    await stage.iryna.clicks(thread, REACHED)
    await stage.settled()
    await stage.people.block(olena.id)
    await stage.settled()
    await stage.iryna.reads(thread, "Бота зупинено, треба подзвонити")
    await stage.people.unblock(olena.id)
    await stage.settled()
    assert [state for (state,) in await stage.rows(CALLS)] == ["done", "cancelled"]


async def test_erasing_forgets_every_number(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await wants_a_call(olena)
    await olena.send("/privacy")
    await olena.press(label("button-erase-ask"))
    await olena.press(label("button-erase"))
    await olena.sees(piece("screen-erased"))
    for table in ("people", "calls"):
        assert await stage.count(f"SELECT count(*) FROM {table} WHERE phone IS NOT NULL") == 0
