"""Nobody looks at an alarm: the next one is called, then all who lead, and the person is told the truth, each once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.app import App
from rules.duty import Duty
from rules.working_time import Span, WorkingHours
from scheduler.jobs import JOBS
from tests.conftest import TestServer
from tests.conversations import stage as stages
from tests.conversations.stage import CATALOGUE, Department, Stage, open_stage
from tests.conversations.talkers import Talker
from tests.conversations.words import TAKE, label, piece

ALWAYS = WorkingHours(((Span(time(0), time.max),),) * 7)
DUTY = Duty(ALWAYS, ("Ірина", "Ніхто", "Андрій"), timedelta(minutes=30), timedelta(minutes=10))
ALARM = piece("letter-alarm-raised", cause="pressed", call="no", late="no")
LATE_ALARM = piece("letter-alarm-raised", cause="pressed", call="no", late="yes")
TOLD = "SELECT count(*) FROM letters WHERE kind = 'alarm-raised' AND chat_id = :chat"
[WATCH] = [job for job in JOBS if job.name == "watch-over-alarms"]


@pytest.fixture
async def on_duty(
    server: TestServer, department: Department, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Stage]:
    """The department with a duty around the clock: Ірина, somebody whom nobody knows, Андрій."""
    here = replace(CATALOGUE.organisations["luhansk"], duty=DUTY)
    monkeypatch.setattr(stages, "CATALOGUE", replace(CATALOGUE, organisations={"luhansk": here}))
    name = await server.create(department.database)
    async with open_stage(server.url(name), tmp_path) as opened:
        await opened.move_in(department)
        yield opened
    await server.drop(name)


async def in_danger(stage: Stage) -> Talker:
    """Somebody presses, and is promised an answer by whoever is on duty."""
    woman = await stage.person("Олена")
    await woman.send("/danger")
    await woman.sees(piece("duty-on-duty"))
    await stage.settled()
    return woman


async def test_one_after_the_other_is_called_then_all_leads_then_the_person_hears_the_truth(on_duty: Stage) -> None:
    woman = await in_danger(on_duty)
    await on_duty.iryna.sees(ALARM)
    assert ALARM not in await on_duty.andriy.phone() + await on_duty.svitlana.phone()
    await on_duty.later(minutes=9)
    assert ALARM not in await on_duty.andriy.phone()
    await on_duty.later(minutes=2)
    await on_duty.andriy.sees(ALARM)
    assert ALARM not in await on_duty.svitlana.phone()
    await on_duty.later(minutes=10)
    await on_duty.svitlana.sees(ALARM)
    await on_duty.settled()
    assert piece("letter-answer-late") not in await woman.phone()
    await on_duty.later(minutes=10)
    late = await woman.sees(piece("letter-answer-late"))
    assert "112" in late.text
    await on_duty.svitlana.sees(LATE_ALARM)
    await on_duty.later(hours=5)
    await on_duty.settled()
    assert sum(piece("letter-answer-late") in said for said in await woman.got()) == 1
    for worker, letters in ((on_duty.iryna, 1), (on_duty.andriy, 1), (on_duty.svitlana, 2)):
        assert await on_duty.count(TOLD, chat=worker.id) == letters


async def test_who_has_seen_it_spares_the_others_and_who_answers_keeps_the_promise(on_duty: Stage) -> None:
    woman = await in_danger(on_duty)
    await on_duty.iryna.press(label("button-see-alarm"))
    thread = await on_duty.the_thread()
    await on_duty.iryna.says(thread, "/a Я з вами")
    await woman.sees("Я з вами")
    await on_duty.later(hours=2)
    await on_duty.settled()
    assert ALARM not in await on_duty.andriy.phone() + await on_duty.svitlana.phone()
    assert piece("letter-answer-late") not in await woman.phone()


async def test_seen_is_not_answered_the_truth_is_told_all_the_same(on_duty: Stage) -> None:
    woman = await in_danger(on_duty)
    await on_duty.iryna.clicks(await on_duty.the_thread(), TAKE)
    await on_duty.later(minutes=31)
    await woman.sees(piece("letter-answer-late"))
    await on_duty.iryna.sees(LATE_ALARM)
    assert await on_duty.count(TOLD, chat=on_duty.andriy.id) == 0
    await on_duty.svitlana.sees(LATE_ALARM)


async def test_a_second_one_who_looks_is_told_who_was_first(on_duty: Stage) -> None:
    await in_danger(on_duty)
    await on_duty.later(minutes=11)
    await on_duty.andriy.sees(ALARM)
    await on_duty.iryna.press(label("button-see-alarm"))
    pressed = await on_duty.andriy.press(label("button-see-alarm"))
    assert pressed.text == label("refusal-seen-by-other", owner="Ірина")


async def test_who_is_silent_is_not_written_to_and_leads_hear_that(on_duty: Stage) -> None:
    woman = await in_danger(on_duty)
    await woman.press(label("button-way-silent"))
    await on_duty.settled()
    before = await woman.got()
    await on_duty.later(minutes=31)
    await on_duty.svitlana.sees(piece("letter-say-it-yourself"))
    await on_duty.settled()
    assert await woman.got() == before


async def test_two_processes_that_look_at_once_tell_everybody_once(on_duty: Stage) -> None:
    woman = await in_danger(on_duty)
    async with on_duty.beside() as other:
        # Neither process looked for half an hour.
        await asyncio.gather(*(look(app, on_duty) for app in (on_duty.app, other) for _ in range(3)))
    await on_duty.settled()
    for worker, letters in ((on_duty.iryna, 1), (on_duty.andriy, 1), (on_duty.svitlana, 2)):
        assert await on_duty.count(TOLD, chat=worker.id) == letters
    assert sum(piece("letter-answer-late") in said for said in await woman.got()) == 1
    kinds = "SELECT kind, count(*) FROM case_events WHERE kind LIKE 'alarm-%' GROUP BY kind ORDER BY kind"
    assert [tuple(row) for row in await on_duty.rows(kinds)] == [
        ("alarm-late", 1), ("alarm-passed-on", 3), ("alarm-raised", 1),
    ]  # fmt: skip


async def look(app: App, stage: Stage) -> None:
    """One process's clock comes round to the job."""
    await app._scheduler.run(WATCH, stage.clock.now() + timedelta(minutes=31))
