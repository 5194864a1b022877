"""Canned answers, from a lead's desk to the person's chat."""

from __future__ import annotations

from tests.conversations.stage import Stage
from tests.conversations.words import TAKE, label, piece, text

ANSWERS = label("button-answers")
SEND = label("button-answer-send")


async def test_a_caseworker_reads_an_answer_as_the_person_will_and_sends_it(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Допоможіть з документами")
    number = await stage.the_number()
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, ANSWERS)
    await stage.iryna.clicks(thread, "Читаю, відповім до…")
    shown = await stage.iryna.whispered(thread, text("whisper-answer", preview="").strip())
    assert f"Ірина, звернення {number}" in shown.text
    await stage.settled()
    assert "Мене звати Ірина" not in await olena.phone(), "to look sends nothing"
    await stage.iryna.clicks(thread, SEND)
    got = await olena.sees("Мене звати Ірина")
    assert got.text in shown.text, "word for word what was shown"
    said = await stage.andriy.reads(thread, "Ірина – людині")
    assert "Мене звати Ірина" in said.text
    await stage.iryna.finds(thread, lambda each: each.id == said.id and bool(each.reactions), "the mark")
    await stage.andriy.replies(thread, "Ірина – людині", "Гарно сказано")
    await stage.settled()
    assert "Гарно сказано" not in await olena.phone(), "a remark below it stays inside"


async def test_a_lead_writes_an_answer_is_told_of_a_wrong_name_and_mends_it(stage: Stage) -> None:
    lead = stage.svitlana
    await lead.send("/answers")
    await lead.press(label("button-answer-new"))
    await lead.press(label("button-answer-every"))
    await lead.sees(piece("screen-answer-text"))
    await lead.send("Прийом\nПриходьте, {працівнк} чекає")
    await lead.sees("{працівнк}")
    await lead.send("Прийом\nПриходьте, {працівник} чекає")
    shown = await lead.sees("Приходьте, Світлана чекає")
    assert "Світлана" in shown.text
    await lead.press(label("button-answer-remove"))
    await lead.sees(piece("screen-answer-removed"))
    await lead.press(label("button-answer-restore"))
    await lead.press(label("button-answers-back"))
    await lead.sees(piece("screen-answers", language="uk"))
    assert await stage.count("SELECT count(*) FROM canned_answers WHERE removed_at IS NOT NULL") == 0


async def test_asking_for_something_else_ends_the_writing(stage: Stage) -> None:
    lead = stage.svitlana
    await lead.send("/answers")
    await lead.press(label("button-answer-new"))
    await lead.press(label("button-answer-every"))
    await lead.sees(piece("screen-answer-text"))
    await lead.send("/desk")
    await lead.sees(piece("screen-desk-home-empty"))
    await lead.send("Дякую\nза роботу")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM canned_versions WHERE staff_id IS NOT NULL") == 0
