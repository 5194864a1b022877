"""What failed is put aside, leads find it on their desks and decide, and nobody else can."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.telegram import inbox as worker_module
from bot.telegram.callbacks import ProblemDo, Problems, ProblemStep
from casework.people.write import write
from handlers.beneficiary import words as broken_handler
from rules.problems import Way, incident_number
from rules.roles import Role
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker
from tests.conversations.words import TAKE, TAKEN_BY, label, piece, text

WORDS = "Мене звати Олена, мені треба дрова"
APOLOGY = piece("letter-update-parked")
NOTHING = piece("screen-problems-empty")
KEEP, DROP = label("button-problem-keep"), label("button-problem-drop")
PARKED = "SELECT id FROM inbox WHERE parked_at IS NOT NULL AND done_at IS NULL ORDER BY id"


class Broken:
    """A fault in the handler of people's words, until it is mended."""

    def __init__(self) -> None:
        self.mended = False

    async def write(self, ctx: Any, data: Any) -> Any:
        if not self.mended:
            raise KeyError("a fault of ours")
        return await write(ctx, data)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Broken:
    """Nothing that people write can be handled."""
    monkeypatch.setattr(worker_module, "RETRY_SECONDS", 0.01)
    fault = Broken()
    monkeypatch.setattr(broken_handler, "write", fault.write)
    return fault


async def in_trouble(stage: Stage) -> tuple[Talker, str, int]:
    """Олена wrote, the bot failed and apologised; the incident and its row."""
    olena = await stage.agreed("Олена", last_name="Коваленко")
    at = await olena.send(WORDS)
    apology = await olena.sees_new(APOLOGY, at)
    [(row,)] = await stage.rows(PARKED)
    incident = incident_number(Way.IN, row)
    assert incident in apology.text, "the person names what leads see and the log holds"
    return olena, incident, row


async def test_a_lead_has_it_run_again_and_the_person_goes_on(stage: Stage, broken: Broken) -> None:
    olena, incident, _ = await in_trouble(stage)
    await stage.svitlana.send("/problems")
    shown = await stage.svitlana.sees(incident)
    assert label("problem-person-wrote") in shown.text
    assert label("problem-why-own-failure") in shown.text
    for secret in ("дрова", "Олена", "Коваленко"):
        assert secret not in await stage.svitlana.phone()
    broken.mended = True
    pressed = await stage.svitlana.press(label("button-problem-run-again", incident=incident))
    assert pressed.text == label("toast-runs-again")
    await olena.sees(piece("screen-offer-case"))
    await stage.svitlana.sees(NOTHING)
    await stage.settled()
    assert await stage.rows(PARKED) == []


async def test_what_fails_again_stands_on_the_desk_again_by_itself(stage: Stage, broken: Broken) -> None:
    olena, incident, row = await in_trouble(stage)
    await stage.svitlana.send("/problems")
    await stage.svitlana.press(label("button-problem-run-again", incident=incident))
    await stage.svitlana.sees(text("screen-problems-retried", count=1))
    await stage.settled()
    assert await stage.rows("SELECT retried, tries FROM inbox WHERE id = :id", id=row) == [(1, 2)]
    assert sum(APOLOGY in said for said in await olena.got()) == 1, "the person knows already"


async def test_a_drop_is_asked_for_once_more_and_empties_the_words(stage: Stage, broken: Broken) -> None:
    _, incident, row = await in_trouble(stage)
    await stage.svitlana.send("/problems")
    await stage.svitlana.press(label("button-problem-drop-ask", incident=incident))
    await stage.svitlana.sees(piece("screen-problem-drop-ask-in"))
    await stage.svitlana.press(KEEP)
    await stage.svitlana.press(label("button-problem-drop-ask", incident=incident))
    assert (await stage.svitlana.press(DROP)).text == label("toast-given-up")
    await stage.svitlana.sees(NOTHING)
    await stage.settled()
    told = "SELECT body IS NULL, done_at IS NOT NULL, parked_reason FROM inbox WHERE id = :id"
    assert await stage.rows(told, id=row) == [(True, True, "own-failure")]


async def test_of_two_leads_who_press_at_once_one_is_told_that_it_is_done(stage: Stage, broken: Broken) -> None:
    _, incident, row = await in_trouble(stage)
    admin = await stage.worker("Головна", Role.ADMIN)
    leads = [stage.svitlana, admin]
    for lead in leads:
        await lead.send("/problems")
        await lead.sees(incident)
    broken.mended = True
    again = label("button-problem-run-again", incident=incident)
    answers = [pressed.text for pressed in await asyncio.gather(*(lead.press(again) for lead in leads))]
    assert sorted(filter(None, answers)) == sorted([label("toast-runs-again"), label("refusal-stale")])
    for lead in leads:
        await lead.sees(NOTHING)
    await stage.settled()
    assert await stage.rows("SELECT retried FROM inbox WHERE id = :id", id=row) == [(1,)]
    assert await stage.count("SELECT count(*) FROM drafts") == 1, "it ran once"


async def test_nobody_but_leads_sees_or_decides(stage: Stage, broken: Broken) -> None:
    olena, incident, row = await in_trouble(stage)
    before = await stage.rows("SELECT parked_at, body FROM inbox WHERE id = :id", id=row)
    await stage.iryna.send("/problems")
    await stage.iryna.sees(label("refusal-not-allowed"))
    forged = [
        Problems(),
        *(ProblemDo(way=way, id=row, step=step) for way in Way for step in ProblemStep),
    ]
    at = (await stage.iryna.chat())[-1]
    for data in forged:
        pressed = await stage.iryna.forges(data.pack(), at)
        assert (pressed.text, pressed.show_alert) == (label("refusal-not-allowed"), True), data
    at = (await olena.chat())[-1]
    for data in forged:
        assert (await olena.forges(data.pack(), at)).text == label("refusal-stale"), data
    await stage.settled()
    assert incident not in "\n".join(await stage.iryna.got())
    assert await stage.rows("SELECT parked_at, body FROM inbox WHERE id = :id", id=row) == before


async def test_a_letter_that_telegram_refused_is_sent_again_from_the_desk(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await olena.sees(TAKEN_BY)
    await stage.people.fault("400", method="sendMessage", chat=olena.id, description="SOMETHING_NEW")
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.iryna.reads(thread, piece("letter-reply-refused"))
    await stage.settled()
    [(row,)] = await stage.rows("SELECT id FROM letters WHERE parked_at IS NOT NULL")
    await stage.svitlana.send("/desk")
    await stage.svitlana.sees(piece("screen-desk-home-problems"))
    await stage.svitlana.send("/problems")
    incident = incident_number(Way.OUT, row)
    shown = await stage.svitlana.sees(incident)
    assert label("problem-reply") in shown.text
    assert await stage.the_number() in shown.text
    assert "Скільки вас?" not in shown.text
    await stage.svitlana.press(label("button-problem-send-again", incident=incident))
    await olena.sees("Скільки вас?")
    await stage.svitlana.sees(NOTHING)
    await stage.iryna.finds(thread, lambda each: bool(each.reactions), "the mark")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'sent-again'") == 1


async def test_leads_are_told_once_and_again_only_of_something_new(stage: Stage, broken: Broken) -> None:
    olena, _, _ = await in_trouble(stage)
    await olena.send("ще слова")
    await stage.settled()
    await stage.svitlana.send("/desk")
    for _ in range(3):
        await stage.later(minutes=2)
        await stage.settled()
    letters = "SELECT count(*) FROM letters WHERE kind = 'problems-found'"
    assert await stage.count(letters) == 1
    assert await stage.count(f"{letters} AND chat_id = :id", id=stage.svitlana.id) == 1
    await stage.later(hours=12)
    await stage.svitlana.sees(text("letter-problems-found", count=2).split("\n")[0])
    assert await stage.count(letters) == 1


async def test_an_answer_that_could_not_arrive_comes_when_the_person_is_back(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.people.block(olena.id)
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await stage.iryna.reads(thread, piece("letter-reply-undelivered"))
    await stage.settled()
    await stage.svitlana.send("/problems")
    await stage.svitlana.sees(NOTHING)
    await stage.people.unblock(olena.id)
    await olena.sees("Скільки вас?")
    await stage.iryna.finds(thread, lambda each: bool(each.reactions), "the mark")
    await stage.settled()
    assert (await olena.phone()).count("Скільки вас?") == 1
    assert piece("screen-card-unreachable") not in await stage.iryna.topic(thread)
