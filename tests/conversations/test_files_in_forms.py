"""A form takes papers: photos, documents and albums, over a restart, and they hang at the case once it is filed."""

from __future__ import annotations

from functools import partial

import pytest

from bot.telegram.render.form_words import FORM_TITLES, FORM_WORDS
from bot.telegram.render.step_words import StepWords
from casework.context import Actor
from casework.forms.begin import BeginForm, begin
from casework.forms.filling import Filling
from casework.forms.submit import SENDERS
from db.models import Case
from rules.forms import FORMS, Files, Form
from rules.roles import Role
from simulator.seen import Shown
from tests.conversations.papers import LOCKED_PDF, document, photo, voice
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_for_another import FOR_ANOTHER, SEND, fills_in
from tests.conversations.test_own_files import GONE, files_in
from tests.conversations.words import RECEIVED, label, piece

PAPERS = Form("papers", 1, (Files(slug="papers"),))
DONE, TAKE_BACK, SUBMIT = label("button-form-done"), label("button-form-take-back"), label("button-form-submit")
SHOW = label("button-show-file")


def _said(words: str, t: object) -> str:
    return words


@pytest.fixture
def papers(monkeypatch: pytest.MonkeyPatch) -> None:
    async def keep(filling: Filling, case: Case | None) -> Case:
        assert case is not None
        return case

    monkeypatch.setitem(FORMS, PAPERS.slug, PAPERS)
    monkeypatch.setitem(SENDERS, PAPERS.slug, keep)
    monkeypatch.setitem(FORM_TITLES, PAPERS.slug, lambda t: "Документи")
    words = StepWords(partial(_said, "?papers"), partial(_said, "папери"))
    monkeypatch.setitem(FORM_WORDS, (PAPERS.slug, "papers"), words)


async def asked_for_papers(stage: Stage) -> tuple[Talker, int]:
    """Somebody with a case, at the question for its papers."""
    person, thread = await stage.with_case("Олена", "Потрібні дрова")
    [(person_id, case_id)] = await stage.rows("SELECT person_id, id FROM cases")
    async with stage.app.database.uow() as uow:
        ctx = stage.app.context(uow, Actor(Role.PERSON, person_id, telegram_id=person.id))
        form = await begin(ctx, BeginForm(PAPERS.slug, case_id))
    await person.forges(f"fo:{form}:0:on:0")
    await person.sees("?papers")
    return person, thread


async def listed(person: Talker, *wanted: str) -> Shown:
    """Waits until the question lists these."""
    return await person.waits(
        lambda each: "?papers" in each.text and all(word in each.text for word in wanted), str(wanted)
    )


async def test_a_photo_an_album_and_a_document_go_with_the_form(stage: Stage, papers: None) -> None:
    person, thread = await asked_for_papers(stage)
    await person.attaches(photo(), caption="мій паспорт")
    await listed(person, "1. фото", "мій паспорт")
    await person.attaches_album({"media": photo(), "caption": "дах"}, {"media": photo()})
    await listed(person, "3. фото")
    await person.attaches(document("довідка.pdf"))
    await listed(person, "4. файл довідка.pdf")
    await person.attaches(voice())
    await listed(person, "5. голосове")
    await stage.settled()
    await person.press(TAKE_BACK)
    await stage.settled()
    await person.press(DONE)
    await person.waits(lambda each: offers(each, SUBMIT) and "файл довідка.pdf" in each.text, "the summary")
    assert len(await files_in(person)) == 5, "until it is sent the chat keeps them"
    await person.press(SUBMIT)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM files WHERE state = 'kept' AND message_id IS NOT NULL") == 4
    await person.sees(GONE)
    assert len(await files_in(person)) == 1, "the voice that was taken back"
    topic = await stage.iryna.topic(thread)
    assert "мій паспорт" in topic
    assert "дах" in topic
    assert offers((await stage.iryna.seen_in(thread))[-1], SHOW) or SHOW in topic


async def test_a_locked_file_is_said_so_at_the_question_with_what_to_do(stage: Stage, papers: None) -> None:
    person, _ = await asked_for_papers(stage)
    await person.attaches(document("довідка.pdf", LOCKED_PDF))
    shown = await listed(person, label("why-locked"), label("advice-locked"))
    assert "Не взяли" in shown.text
    at = await person.send("а як зняти пароль?")
    await person.sees_new(piece("form-problem-no-file"), at)


async def test_over_a_restart_and_a_day_the_papers_are_still_there(stage: Stage, papers: None) -> None:
    person, _ = await asked_for_papers(stage)
    await person.attaches(photo(), caption="перша сторінка")
    await listed(person, "перша сторінка")
    await stage.settled()
    await stage.app.stop()
    await person.attaches(photo(), caption="друга сторінка")
    await stage.later(hours=20)
    async with stage.beside() as other:
        await listed(person, "перша сторінка", "друга сторінка")
        await other.settled(20)
        await person.press(DONE)
        await person.waits(lambda each: offers(each, SUBMIT) and "фото × 2" in each.text, "the summary")
        await person.press(SUBMIT)
        await person.sees(GONE)
        await other.settled(20)


async def test_a_voice_message_for_somebody_else_is_not_lost(stage: Stage) -> None:
    person = await stage.agreed("Соломія")
    await person.attaches(voice())
    await person.press(FOR_ANOTHER)
    await fills_in(person)
    await person.press(SEND)
    await person.sees(RECEIVED)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM files WHERE message_id IS NOT NULL AND state = 'kept'") == 1
    await stage.iryna.finds(await stage.the_thread(), lambda each: offers(each, SHOW), SHOW)


async def test_a_photo_in_the_middle_of_another_question_waits_to_be_passed_on(stage: Stage) -> None:
    person = await stage.agreed("Соломія")
    await person.send("Дідусеві потрібні дрова")
    await person.press(FOR_ANOTHER)
    await person.sees(label("form-whom-who"))
    at = await person.attaches(photo(), caption="ось його піч")
    shown = await person.waits(lambda each: each.id > at and "ось його піч" in each.text, "the photo")
    assert "фото" in shown.text
    await person.press(label("button-form-pass-words"))
    await stage.settled()
    await fills_in(person)
    await person.press(SEND)
    await person.sees(RECEIVED)
    await stage.settled()
    thread = await stage.the_thread()
    assert "ось його піч" in await stage.iryna.topic(thread)
    assert await stage.count("SELECT count(*) FROM files WHERE message_id IS NOT NULL") == 1
