"""Nobody confirms an alarm: the next one is called, supervisors, the admin; the person is told the truth, each once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.app import App
from casework.context import Actor
from casework.duty.plan import AddDuty, add_duty
from db.repositories import staff
from rules.local_time import local_date
from rules.roles import Role
from scheduler.jobs import JOBS
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, Worker
from tests.conversations.words import TAKE, TAKEN_BY, label, piece

ALARM = piece("letter-alarm-raised", cause="pressed", call="no", late="no")
LATE_ALARM = piece("alarm-rung", rung="over")
CONFIRM = label("button-see-alarm")
TOLD = "SELECT count(*) FROM letters WHERE kind = 'alarm-raised' AND chat_id = :chat"
[WATCH] = [job for job in JOBS if job.name == "watch-over-alarms"]


async def on_duty(stage: Stage, *workers: Worker) -> None:
    """These are on duty now, and tomorrow, in this order."""
    async with stage.app.database.uow() as uow:
        lead = await staff.by_telegram(uow.session, stage.svitlana.id)
        assert lead is not None
        ctx = stage.app.context(uow, Actor(Role.SUPERVISOR, lead.id, lead.organisation_id, lead.telegram_id))
        for place, worker in enumerate(workers, 1):
            member = await staff.by_telegram(uow.session, worker.id)
            assert member is not None
            for day in (0, 1):
                on = local_date(ctx.now) + timedelta(days=day)
                await add_duty(ctx, AddDuty(member.id, on.toordinal(), 0, 24, place))


@pytest.fixture
async def duty(stage: Stage) -> Stage:
    """Ірина is on duty, then Андрій."""
    await on_duty(stage, stage.iryna, stage.andriy)
    return stage


async def in_danger(stage: Stage) -> Talker:
    """Somebody presses, and is promised an answer by whoever is on duty."""
    woman = await stage.person("Олена")
    await woman.send("/danger")
    await woman.sees(piece("duty-on-duty"))
    await stage.settled()
    return woman


def step(rung: str) -> str:
    """What the person reads when those on this rung were called."""
    return label("letter-alarm-step", lost="no", rung=rung).split(". ")[1]


async def test_the_ladder_runs_to_the_admin_and_the_person_hears_the_truth_at_each_step(duty: Stage) -> None:
    admin = await duty.worker("Олег", Role.ADMIN)
    woman = await in_danger(duty)
    number = await duty.the_number()
    alarm = await duty.iryna.sees(ALARM)
    assert alarm.text.startswith(number), "a lock screen shows the number first, and no word of the person"
    await duty.later(minutes=9)
    assert ALARM not in await duty.andriy.phone()
    await duty.later(minutes=2)
    await duty.andriy.sees(ALARM)
    await woman.sees(step("duty"))
    assert ALARM not in await duty.svitlana.phone()
    await duty.later(minutes=10)
    await duty.svitlana.sees(ALARM)
    await woman.sees(step("supervisors"))
    assert ALARM not in await admin.phone()
    assert piece("letter-answer-late") not in await woman.phone()
    await duty.later(minutes=10)
    await admin.sees(ALARM)
    late = await woman.sees(piece("letter-answer-late"))
    assert "112" in late.text
    await duty.later(minutes=10)
    over = await woman.sees(piece("letter-alarm-step-over"))
    assert "102" in over.text
    assert TAKEN_BY not in await woman.phone(), "nobody has confirmed, and nobody says so"
    await duty.later(hours=5)
    await duty.settled()
    for said in ("letter-answer-late", "letter-alarm-step-over"):
        assert sum(piece(said) in each for each in await woman.got()) == 1
    for worker, letters in ((duty.iryna, 1), (duty.andriy, 1), (duty.svitlana, 2), (admin, 1)):
        assert await duty.count(TOLD, chat=worker.id) == letters


async def test_whoever_confirms_spares_the_others_and_the_person_hears_the_name(duty: Stage) -> None:
    woman = await in_danger(duty)
    await duty.iryna.press(CONFIRM)
    await woman.waits(lambda each: TAKEN_BY in each.text and "Ірина" in each.text, "Ірина reads")
    thread = await duty.the_thread()
    await duty.iryna.says(thread, "/a Я з вами")
    await woman.sees("Я з вами")
    await duty.later(hours=2)
    await duty.settled()
    assert ALARM not in await duty.andriy.phone() + await duty.svitlana.phone()
    assert piece("letter-answer-late") not in await woman.phone()


async def test_confirmed_is_not_answered_the_truth_is_told_all_the_same(duty: Stage) -> None:
    woman = await in_danger(duty)
    await duty.iryna.clicks(await duty.the_thread(), TAKE)
    await duty.later(minutes=31)
    await woman.sees(piece("letter-answer-late"))
    await duty.iryna.sees(LATE_ALARM)
    assert await duty.count(TOLD, chat=duty.andriy.id) == 0
    await duty.svitlana.sees(LATE_ALARM)


async def test_a_second_one_who_confirms_is_told_who_was_first(duty: Stage) -> None:
    await in_danger(duty)
    await duty.later(minutes=11)
    await duty.andriy.sees(ALARM)
    await duty.iryna.press(CONFIRM)
    pressed = await duty.andriy.press(CONFIRM)
    assert pressed.text == label("refusal-seen-by-other", owner="Ірина")


async def test_who_is_silent_is_not_written_to_and_leads_hear_that(duty: Stage) -> None:
    woman = await in_danger(duty)
    await woman.press(label("button-way-silent"))
    await duty.settled()
    before = await woman.got()
    await duty.later(minutes=31)
    await duty.svitlana.sees(piece("letter-say-it-yourself"))
    await duty.settled()
    assert await woman.got() == before


async def test_where_nobody_is_on_duty_the_supervisor_is_called_at_once_and_the_person_hears_it(stage: Stage) -> None:
    woman = await stage.person("Олена")
    await woman.send("/danger")
    said = await woman.sees("112")
    assert any(piece(key, called="supervisors") in said.text for key in ("duty-at-work", "duty-nobody"))
    await stage.svitlana.sees(await stage.the_number())


async def test_two_processes_that_look_at_once_tell_everybody_once(duty: Stage) -> None:
    woman = await in_danger(duty)
    async with duty.beside() as other:
        # Neither process looked for half an hour.
        await asyncio.gather(*(look(app, duty) for app in (duty.app, other) for _ in range(3)))
    await duty.settled()
    for worker, letters in ((duty.iryna, 1), (duty.andriy, 1), (duty.svitlana, 1)):
        assert await duty.count(TOLD, chat=worker.id) == letters
    assert sum(piece("letter-answer-late") in said for said in await woman.got()) == 1
    kinds = "SELECT kind, count(*) FROM case_events WHERE kind LIKE 'alarm-%' GROUP BY kind ORDER BY kind"
    assert [tuple(row) for row in await duty.rows(kinds)] == [
        ("alarm-late", 1), ("alarm-passed-on", 2), ("alarm-raised", 1),
    ]  # fmt: skip


async def look(app: App, stage: Stage) -> None:
    """One process's clock comes round to the job."""
    await app._scheduler.run(WATCH, stage.clock.now() + timedelta(minutes=31))
