"""Reminders as people and staff meet them: asked, told, put off, stopped; deadlines on the card; the morning digest."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from rules.local_time import KYIV
from tests.conversations.hours import until
from tests.conversations.stage import Stage
from tests.conversations.words import TAKE, WATCHED, WORDING, label, piece

ASKED = "Скільки вас у сім’ї?"
REMINDED = piece("letter-remind-question")
DANGER = label("button-menu-danger")
KIND = "SELECT count(*) FROM letters WHERE kind = :kind AND sent_at IS NOT NULL"
WORDS = "Забрати довідку в лікаря"


async def test_a_question_is_reminded_of_until_the_person_wants_no_more(stage: Stage) -> None:
    await until(stage)
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(thread, "Потрібні дрова", ASKED)
    await olena.sees(ASKED)
    await olena.send("/reminders")
    listed = await olena.sees(piece("screen-reminders"))
    assert label("remind-what-question", number=await stage.the_number()) in listed.text
    await stage.later(days=2, hours=1)
    reminder = await olena.sees(REMINDED)
    assert "Ірина" in reminder.text
    await olena.press(label("button-remind-stop"))
    await olena.sees(piece("screen-reminders-none"))
    await stage.later(days=10)
    await stage.settled()
    assert await stage.count(KIND, kind="remind-question") == 1
    await olena.press(label("button-remind-start-question"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM reminder_stops") == 0


async def test_who_answered_is_left_in_peace(stage: Stage) -> None:
    await until(stage)
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(thread, "Потрібні дрова", ASKED)
    await olena.sees(ASKED)
    await olena.send("Нас троє")
    await stage.settled()
    await stage.later(days=10)
    await stage.settled()
    assert REMINDED not in await olena.phone()


async def test_a_reminder_of_ones_own_from_the_words_to_the_hour(stage: Stage) -> None:
    begun = await until(stage)
    olena = await stage.agreed("Олена")
    await olena.send("/reminders")
    await olena.press(label("button-remind-new"))
    await olena.sees(piece("screen-remind-words"))
    await olena.send(WORDS)
    day = (begun + timedelta(days=1)).date()
    await olena.press(label("button-remind-day-tomorrow", day=WORDING.to("uk").near_day(day)))
    await olena.press("16:00")
    listed = await olena.sees(piece("screen-reminders"))
    assert WORDS in listed.text
    await stage.later(hours=29)
    await stage.settled()
    assert await stage.count(KIND, kind="remind-own") == 0
    await stage.later(hours=1, minutes=1)
    told = await olena.sees(piece("letter-remind-own"))
    assert WORDS in told.text
    await olena.press(label("button-remind-tomorrow"))
    await stage.later(hours=25)
    await stage.settled()
    assert await stage.count(KIND, kind="remind-own") == 2
    assert await stage.count("SELECT count(*) FROM cases") == 0, "a note to oneself is no request"


async def test_a_watched_phone_is_told_that_nothing_comes_by_itself(stage: Stage) -> None:
    nina = await stage.person("Ніна")
    await nina.send("/start")
    await nina.press(WATCHED)
    await nina.send("/reminders")
    await nina.sees(piece("screen-reminders-by-humans"))


async def test_staff_are_told_before_a_promise_ends_and_not_after_an_answer(stage: Stage) -> None:
    await until(stage)
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    await stage.later(hours=5)
    told = await stage.iryna.sees(piece("letter-notices"))
    assert await stage.the_number() in told.text
    assert piece("letter-notices") not in await stage.svitlana.phone()
    await stage.iryna.replies(thread, "Потрібні дрова", "Привеземо завтра.")
    await stage.settled()
    await stage.later(days=2)
    await stage.settled()
    assert await stage.count(KIND, kind="notices") == 1


async def test_no_answer_needed_takes_the_case_from_those_who_wait(stage: Stage) -> None:
    await until(stage)
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(thread, "Потрібні дрова", "Привеземо завтра.")
    await olena.sees("Привеземо завтра.")
    await olena.send("Добре, чекаю")
    await stage.settled()
    before = await olena.phone()
    await stage.iryna.clicks(thread, label("button-no-answer"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE waiting_since IS NOT NULL") == 0
    await stage.later(days=3)
    await stage.settled()
    assert await olena.phone() == before
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'promise-missed'") == 0


async def test_a_leap_tells_each_step_of_a_deadline_in_order(stage: Stage) -> None:
    begun = await until(stage, hour=20)
    olena = await stage.agreed("Олена")
    await olena.send(DANGER)
    await olena.sees("112")
    await stage.settled()
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, label("button-deadlines"))
    await stage.iryna.whispered(thread, "термінове рішення")
    # Whoever does nothing while somebody waits would lose the case before the last step.
    await stage.iryna.says(thread, "/a Ми поруч. Не кладіть слухавку.")
    await stage.settled()
    await stage.later(hours=30)
    await stage.settled()
    steps = await stage.rows(
        "SELECT step, state, settled_at FROM reminders WHERE kind = 'deadline-short' ORDER BY settled_at"
    )
    at = [(step, state, settled.astimezone(KYIV) - begun) for step, state, settled in steps]
    assert [(step, state) for step, state, _ in at] == [(0, "written"), (1, "written"), (2, "written")]
    for (_, _, passed), hours in zip(at, (12, 22, 23.5), strict=True):
        assert abs(passed - timedelta(hours=hours)) < timedelta(minutes=15), "each at its own time"
    letters = await stage.rows(
        "SELECT chat_id, written_at FROM letters JOIN reminders ON letters.facts->'reminders' @> to_jsonb(reminders.id)"
        " WHERE letters.kind = 'notices-urgent' AND reminders.kind = 'deadline-short' ORDER BY letters.id"
    )
    assert [chat for chat, _ in letters].count(stage.iryna.id) == 3
    assert [chat for chat, _ in letters].count(stage.svitlana.id) == 2
    assert [at for _, at in letters] == sorted(at for _, at in letters)


async def test_a_deadline_is_extended_by_buttons_and_the_person_reads_why(stage: Stage) -> None:
    await until(stage)
    olena = await stage.agreed("Олена")
    await olena.send(DANGER)
    await olena.sees("112")
    await stage.settled()
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    async with stage.app.database.uow() as uow:
        await uow.session.execute(text("UPDATE case_deadlines SET rule = 'AP_STD'"))
    await stage.iryna.clicks(thread, label("button-deadlines"))
    await stage.iryna.clicks(thread, label("button-deadline-extend", what="відповідь на звернення"))
    await stage.iryna.clicks(thread, "чекаємо на документи")
    told = await olena.sees(piece("letter-deadline-extended"))
    assert "чекаємо на документи" in told.text
    await stage.iryna.clicks(thread, label("button-deadlines"))
    await stage.iryna.clicks(thread, label("button-deadline-met", what="відповідь на звернення"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM case_deadlines WHERE met_at IS NOT NULL") == 1


async def test_the_morning_digest_comes_at_the_hour_chosen_on_the_desk(stage: Stage) -> None:
    await until(stage)
    _, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.send("/desk")
    await stage.iryna.press(label("button-digest"))
    await stage.iryna.press("8:00")
    await stage.settled()
    await stage.later(hours=21)
    await stage.settled()
    assert await stage.count(KIND, kind="digest") == 0
    await stage.later(hours=1, minutes=10)
    told = await stage.iryna.sees(piece("letter-digest"))
    assert label("digest-waiting", count=1) in told.text
