"""A promised date passes without an answer: an apology with a new date, a word to whoever can mend it, then a lead."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import text

from rules.local_time import KYIV
from tests.conversations.hours import until
from tests.conversations.stage import Stage
from tests.conversations.test_calling import CALL, NO_ANSWER, REACHED, WANTED, wants_a_call
from tests.conversations.words import TAKE, WATCHED, label, piece

SORRY = piece("letter-promise-late", call="no")
SORRY_CALL = piece("letter-promise-late", call="yes")
SORRY_NOW = piece("letter-promise-late-crisis", call="no")
OVERDUE = "минув строк"
AGAIN = piece("letter-promise-escalated")
KIND = "SELECT count(*) FROM letters WHERE kind = :kind"


async def test_the_whole_chain_from_the_first_broken_promise_to_a_lead_on_the_phone(stage: Stage) -> None:
    begun = await until(stage)
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await wants_a_call(olena)
    await stage.iryna.clicks(thread, CALL)
    await stage.iryna.clicks(thread, REACHED)
    await stage.settled()
    await olena.send("А коли привезуть?")
    await stage.settled()

    await stage.later(hours=23, minutes=50)
    await stage.settled()
    assert SORRY not in await olena.phone()
    await stage.later(hours=1)
    sorry = await olena.sees(SORRY)
    new = begun + timedelta(days=2)
    assert f"{new.day} " in sorry.text
    assert "Відповімо до" in sorry.text
    overdue = await stage.iryna.sees(OVERDUE)
    assert await stage.the_number() in overdue.text
    assert "назвали нову дату" in overdue.text
    assert OVERDUE not in await stage.svitlana.phone(), "the first time it is the owner's business"
    await stage.settled()
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-staff")))
    mine = await olena.sees(label("mine-event-promise-missed"))
    assert f"{new.day} " in mine.text

    await stage.later(hours=25)
    told = await stage.svitlana.sees(AGAIN)
    assert piece("letter-promise-escalated-call") in told.text
    await olena.sees(piece("letter-promise-late-lead-calls"))
    await stage.svitlana.reads(thread, "Має подзвонити керівник")
    await stage.svitlana.clicks(thread, CALL)
    await stage.svitlana.clicks(thread, REACHED)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE waiting_since IS NOT NULL") == 0

    await stage.later(days=7)
    await stage.settled()
    assert await stage.count(KIND, kind="promise-late") == 2
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'promise-missed'") == 2


async def test_where_nobody_has_the_case_leads_hear_of_it_at_once(stage: Stage) -> None:
    await until(stage)
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await stage.later(hours=25)
    await olena.sees(SORRY)
    told = await stage.svitlana.sees(OVERDUE)
    assert piece("letter-promise-missed-nobody") in told.text
    assert OVERDUE not in await stage.iryna.phone()


async def test_an_answer_in_time_is_followed_by_no_apology(stage: Stage) -> None:
    await until(stage)
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.settled()
    await stage.later(days=3)
    await stage.settled()
    assert SORRY not in await olena.phone()


async def test_a_third_time_no_date_is_named_but_whom_to_complain_to(stage: Stage) -> None:
    await until(stage, weekday=0)
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    for _ in range(4):
        await stage.later(hours=25)
        await stage.settled()
    last = await olena.sees(piece("letter-promise-late-no-date"))
    assert piece("letter-promise-late-complaint") in last.text
    assert await stage.count(KIND, kind="promise-late") == 3
    assert await stage.count(KIND, kind="promise-escalated") == 2
    await stage.later(days=10)
    await stage.settled()
    assert await stage.count(KIND, kind="promise-late") == 3, "after that it is for people to speak"


async def test_a_watched_phone_hears_nothing_and_staff_know_that(stage: Stage) -> None:
    await until(stage)
    nina = await stage.person("Ніна")
    await nina.send("/start")
    await nina.press(WATCHED)
    await nina.send("Потрібна порада")
    await nina.press(label("button-open-case"))
    await nina.sees(piece("letter-case-received-watched"))
    await stage.settled()
    before = await nina.phone()
    await stage.later(hours=25)
    told = await stage.svitlana.sees(OVERDUE)
    assert piece("letter-promise-missed-untold", why="watched") in told.text
    await stage.later(hours=25)
    again = await stage.svitlana.sees(AGAIN)
    assert piece("letter-promise-escalated-write") in again.text
    await stage.settled()
    assert await nina.phone() == before
    assert await stage.count("SELECT count(*) FROM calls") == 0


async def test_at_night_the_apology_waits_for_the_morning_but_not_in_a_crisis(stage: Stage) -> None:
    await until(stage, hour=22)
    calm, _ = await stage.with_case("Олена", "Потрібні дрова")
    danger = await stage.agreed("Наталія")
    await danger.send("чоловік б’є мене, допоможіть")
    await danger.press(label("button-open-case"))
    await stage.settled()
    async with stage.app.database.uow() as uow:
        await uow.session.execute(text("UPDATE cases SET reply_by = waiting_since + interval '1 minute'"))
    await stage.later(hours=1)
    sorry = await danger.sees(SORRY_NOW)
    assert "112" in sorry.text
    urgent = await stage.svitlana.sees(piece("letter-promise-missed-crisis"))
    assert "терміново" in urgent.text
    await stage.settled()
    assert SORRY not in await calm.phone()
    assert OVERDUE not in await stage.svitlana.phone()
    [(not_before,)] = await stage.rows("SELECT not_before FROM letters WHERE kind = 'promise-late'")
    assert not_before.astimezone(KYIV).hour == 8
    await stage.later(hours=10)
    await calm.sees(SORRY)
    await stage.svitlana.sees(OVERDUE)


async def test_a_call_that_did_not_come_is_a_broken_promise_too_and_a_try_keeps_it(stage: Stage) -> None:
    await until(stage)
    olena = await stage.agreed("Олена")
    await wants_a_call(olena)
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, CALL)
    await stage.iryna.clicks(thread, NO_ANSWER)
    await olena.sees(piece("letter-call-unanswered"))
    await stage.later(hours=3, minutes=40)
    await stage.settled()
    assert SORRY_CALL not in await olena.phone(), "somebody tried, and a new time was named"
    await stage.later(hours=1)
    sorry = await olena.sees(SORRY_CALL)
    assert WANTED in sorry.text


async def test_two_replicas_apologise_once(stage: Stage) -> None:
    await until(stage)
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    async with stage.beside():
        await stage.later(hours=25)
        await olena.sees(SORRY)
        await stage.settled()
    assert await stage.count(KIND, kind="promise-late") == 1
    assert await stage.count(KIND, kind="promise-missed") == 1
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'promise-missed'") == 1
