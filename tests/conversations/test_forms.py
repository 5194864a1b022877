"""A form waits, forgives and loses nothing: commands, another day, another language, another device, odd messages."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy import select

from bot.telegram.render.form_words import FORM_TITLES, FORM_WORDS
from bot.telegram.render.step_words import StepWords
from db.models import FormDraft, Person
from rules.forms import FORMS, Choice, Several, every_step
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_for_another import (
    BACK,
    CALL,
    FOR_ANOTHER,
    KNOWS,
    RELATIVE,
    SEND,
    SUMMARY,
    asked,
    begins,
    fills_in,
)
from tests.conversations.words import DROP, HOTLINES, NEW_CASE, OPEN_CASE, RECEIVED, label, piece
from tests.rules.forms.trial import TRIAL

GO_ON = label("button-form-go-on")
ANEW = label("button-form-anew")
STOP = label("button-form-stop")
ERASE = label("button-form-drop")
PASS_WORDS = label("button-form-pass-words")
STALE = label("toast-form-stale")
RESUME = piece("screen-form-resume")


async def named(stage: Stage) -> Talker:
    """Somebody who has said that it is for a relative, and their name; now the birth is asked."""
    person = await begins(stage)
    await person.press(RELATIVE)
    at = await person.send("Іван Петрович")
    await asked(person, "born", at)
    return person


async def test_commands_in_the_middle_work_and_the_form_waits(stage: Stage) -> None:
    person = await named(stage)
    for command, answered in (
        ("/my", piece("screen-my-cases-empty")),
        ("/help", piece("screen-help")),
        ("/privacy", piece("screen-privacy")),
        ("/nonsense", piece("screen-help")),
        (label("button-menu-my"), piece("screen-my-cases-empty")),
    ):
        at = await person.send(command)
        await person.sees_new(answered, at)
    at = await person.send("1951-03-12")
    await asked(person, "knows", at)
    assert await stage.count("SELECT count(*) FROM drafts") == 1, "only the words it began with"


async def test_danger_in_the_middle_comes_first_and_the_form_is_kept(stage: Stage) -> None:
    person = await named(stage)
    at = await person.send("/danger")
    await person.sees_new("112", at)
    await person.send("я у підвалі")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM cases WHERE crisis") == 1
    assert await stage.count("SELECT count(*) FROM messages") == 1
    assert await stage.count("SELECT count(*) FROM form_drafts") == 1


async def test_a_form_that_was_left_asks_the_next_day_whether_to_go_on(stage: Stage) -> None:
    person = await named(stage)
    await stage.later(days=1)
    at = await person.send("/start")
    await person.sees_new(RESUME, at)
    await person.press(GO_ON)
    await asked(person, "born", at)
    await person.send("75")
    await person.press(KNOWS)
    await person.send("0501234567")
    await person.press(CALL)
    assert "Іван Петрович" in (await person.sees(SUMMARY)).text
    await person.press(SEND)
    await person.sees(RECEIVED)


async def test_it_can_be_begun_anew(stage: Stage) -> None:
    person = await named(stage)
    at = await person.send("/start")
    await person.sees_new(RESUME, at)
    await person.press(ANEW)
    await asked(person, "who", at)
    await stage.settled()
    assert "Іван Петрович" not in (await person.chat())[-1].text


async def test_after_two_weeks_without_a_word_it_is_forgotten_and_words_are_words_again(stage: Stage) -> None:
    person = await named(stage)
    await stage.later(days=16)
    assert await stage.count("SELECT count(*) FROM form_drafts") == 0
    at = await person.send("/cancel")
    await person.sees_new(piece("screen-cancelled"), at)
    at = await person.send("Добрий день, ще раз")
    offer = await person.waits(lambda each: each.id > at and offers(each, OPEN_CASE), OPEN_CASE)
    assert "ще раз" in offer.text


async def test_another_language_in_the_middle(stage: Stage) -> None:
    person = await named(stage)
    await person.send("/language")
    await person.press(label("button-language-en"))
    at = await person.send("12 March 1951")
    await person.sees_new(label("form-whom-knows", "en"), at)
    at = await person.send("Так, знає")
    await person.sees_new(label("form-whom-phone", "en"), at)


async def test_two_devices_at_once_each_see_what_is_true(stage: Stage) -> None:
    person = await begins(stage)
    first = await person.waits(lambda each: offers(each, RELATIVE), RELATIVE)
    old = first.button(RELATIVE)["callback_data"]
    await person.press(label("form-whom-who-child"))
    await asked(person, "name")
    pressed = await person.forges(old, first)
    assert pressed.text == STALE
    at = await person.send("Марко")
    shown = await person.sees_new(label("form-whom-born"), at)
    assert label("form-whom-who-child") in shown.text


async def test_buttons_of_a_form_that_was_sent_do_nothing_more(stage: Stage) -> None:
    person = await begins(stage)
    await fills_in(person)
    summary = await person.sees(SUMMARY)
    data = summary.button(SEND)["callback_data"]
    await person.press(SEND)
    await person.sees(RECEIVED)
    for pressed in (data, data, data.replace("send", "ask")):
        assert (await person.forges(pressed, summary)).text == label("refusal-stale")
    assert await stage.count("SELECT count(*) FROM cases") == 1


async def test_the_button_of_somebody_elses_form_does_nothing(stage: Stage) -> None:
    person = await named(stage)
    [(form,)] = await stage.rows("SELECT id FROM form_drafts")
    stranger = await stage.agreed("Хтось")
    for step in ("on", "drop", "send", "back"):
        assert (await stranger.forges(f"fo:{form}:2:{step}:0")).text == label("refusal-stale")
    await asked(person, "born")


async def test_cancel_asks_once_and_then_forgets(stage: Stage) -> None:
    person = await named(stage)
    at = await person.send("/cancel")
    await person.waits(lambda each: each.id > at and offers(each, ERASE), ERASE)
    await person.press(GO_ON)
    await asked(person, "born", at)
    await person.press(STOP)
    await person.press(ERASE)
    await person.sees(piece("screen-cancelled"))
    offer = await person.waits(lambda each: each.id > at and offers(each, OPEN_CASE), OPEN_CASE)
    assert "Дідусеві потрібні дрова" in offer.text, "the words it began with are not lost"
    assert await stage.count("SELECT count(*) FROM form_drafts") == 0


async def test_where_nothing_was_filled_in_cancel_stops_at_once(stage: Stage) -> None:
    person = await begins(stage)
    at = await person.send("/cancel")
    await person.sees_new(piece("screen-cancelled"), at)
    await person.press(DROP)


@pytest.mark.parametrize("odd", ["poll", "dice", "sticker", "photo", "voice", "album"])
async def test_what_is_no_words_is_answered_with_help_and_the_question_stays(stage: Stage, odd: str) -> None:
    person = await named(stage)
    people = stage.people
    match odd:
        case "poll":
            sent = await people.write(person.id, person.id, None, poll={"question": "Так?", "options": ["Так", "Ні"]})
        case "dice":
            sent = await people.write(person.id, person.id, None, dice={})
        case "album":
            await people.send_file(person.id, person.id, "photo", b"x", "a.jpg", album="1")
            sent = await people.send_file(person.id, person.id, "photo", b"y", "b.jpg", album="1")
        case kind:
            sent = await people.send_file(person.id, person.id, kind, b"x", "file")
    shown = await person.sees_new(piece("form-problem-not-words"), sent["message_id"])
    assert label("form-whom-born") in shown.text
    assert "Іван Петрович" in shown.text


async def test_the_phone_comes_as_a_contact_whosever_it_is(stage: Stage) -> None:
    person = await named(stage)
    await person.send("75")
    await person.press(KNOWS)
    await asked(person, "phone")
    contact = {"phone_number": "380671112233", "first_name": "Сусідка", "user_id": 777}
    sent = await stage.people.write(person.id, person.id, None, contact=contact)
    await asked(person, "agree", sent["message_id"])
    await person.press(CALL)
    summary = await person.sees(SUMMARY)
    assert "+380671112233" in summary.text
    assert "Сусідка" not in summary.text


async def test_words_that_are_no_answer_go_along_only_where_the_person_says_so(stage: Stage) -> None:
    person = await begins(stage)
    at = await person.send("Він уже тиждень не встає")
    shown = await person.sees_new(label("form-problem-no-option"), at)
    assert "Він уже тиждень не встає" in shown.text
    await person.press(PASS_WORDS)
    await stage.settled()
    await fills_in(person)
    await person.press(SEND)
    await person.sees(RECEIVED)
    said = await stage.iryna.topic(await stage.the_thread())
    assert said.index("Дідусеві потрібні дрова") < said.index("Він уже тиждень не встає")


async def test_words_that_nobody_decided_about_are_asked_about_afterwards(stage: Stage) -> None:
    person = await begins(stage)
    await person.send("А ще мені самій потрібна порада")
    await stage.settled()
    await fills_in(person)
    await person.press(SEND)
    received = await person.sees(RECEIVED)
    asking = await person.waits(lambda each: "потрібна порада" in each.text and "Куди" in each.text, "the question")
    assert asking.id != received.id
    assert "потрібна порада" not in await stage.iryna.topic(await stage.the_thread())


async def test_an_answer_that_is_far_too_long_is_helped_with_and_kept(stage: Stage) -> None:
    person = await begins(stage)
    await person.press(RELATIVE)
    at = await person.send("Іван " * 500)
    shown = await person.sees_new(label("form-problem-too-long"), at)
    assert offers(shown, PASS_WORDS)


async def test_danger_in_the_middle_of_a_form_brings_the_hotlines(stage: Stage) -> None:
    person = await named(stage)
    at = await person.send("Мене б'ють, рятуйте")
    await person.sees_new(HOTLINES, at)
    await asked(person, "born", at)


async def test_a_new_request_in_the_middle_leaves_the_form_waiting(stage: Stage) -> None:
    person = await named(stage)
    await person.send("/my")
    await person.press(NEW_CASE)
    at = await person.send("Ще одне прохання")
    await person.waits(lambda each: each.id > at and offers(each, OPEN_CASE), OPEN_CASE)
    at = await person.send("/start")
    await person.sees_new(RESUME, at)
    await person.press(GO_ON)
    at = await person.send("75")
    await asked(person, "knows", at)


async def test_begun_again_from_the_offer_it_asks_whether_to_go_on(stage: Stage) -> None:
    person = await named(stage)
    offer = await person.waits(lambda each: offers(each, FOR_ANOTHER) or offers(each, BACK), "a button")
    [(upto,)] = await stage.rows("SELECT max(id) FROM drafts")
    await person.forges(f"fa:0:{upto}", offer)
    await person.sees(RESUME)


async def test_the_bot_stopped_for_a_day_in_the_middle_goes_on_where_it_was(stage: Stage) -> None:
    person = await named(stage)
    await stage.app.stop()
    at = await person.send("75")
    await stage.later(hours=23)
    async with stage.beside() as other:
        await asked(person, "knows", at)
        await person.press(KNOWS)
        await asked(person, "phone", at)
        await other.settled(20)


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> None:
    """The form of the tests' own, with words of its own."""
    monkeypatch.setitem(FORMS, TRIAL.slug, TRIAL)
    monkeypatch.setitem(FORM_TITLES, TRIAL.slug, lambda t: "Проба")
    for step in every_step(TRIAL):
        options = step.options if isinstance(step, Choice | Several) else ()
        labels = {option.slug: partial(_said, f"{step.slug}={option.slug}") for option in options}
        words = StepWords(partial(_said, f"?{step.slug}"), partial(_said, step.slug), labels, partial(_said, "далі"))
        monkeypatch.setitem(FORM_WORDS, (TRIAL.slug, step.slug), words)


def _said(words: str, t: object) -> str:
    return words


async def test_a_wrong_tax_number_a_place_and_two_children_in_a_form_of_every_kind(stage: Stage, trial: None) -> None:
    person = await stage.agreed("Олена")
    await person.forges(f"fo:{await _begun(stage)}:0:on:0")
    await person.sees("?name")
    await person.send("Олена")
    at = await person.send("1234567890")
    await person.sees_new(label("form-problem-wrong-check-digit"), at)
    at = await person.send("1234567899")
    await person.sees_new("?since", at)
    await person.send("1.02.24")
    await person.send("0501234567")
    at = await person.send("12345")
    await person.sees_new("?needs", at)
    await person.press("needs=wood")
    await stage.settled()
    await person.press(label("button-form-done"))
    await person.sees("?home")
    at = await person.send("Атлантида")
    await person.sees_new(label("form-problem-no-place"), at)
    at = await person.send("Новопсков")
    shown = await person.waits(lambda each: each.id > at and "?home" in each.text, "?home")
    await person.press(shown.buttons[0]["text"])
    await person.press("children=yes")
    for name, age, more in (("Марко", "9", "yes"), ("Ганна", "12.03.2015", "no")):
        await person.sees("?kid")
        await person.send(name)
        await person.send(age)
        await stage.settled()
        await person.press(f"kids-more={more}")
    summary = (await person.sees(piece("form-summary-ask"))).text
    for told in ("1234567899", "1 лютого 2024", "needs=wood", "Айдар", "kid (1): Марко", "kid (2): Ганна", "12345"):
        assert told in summary
    assert piece("form-answer-doubtful") in summary


async def _begun(stage: Stage) -> int:
    async with stage.app.database.uow() as uow:
        person = await uow.session.scalar(select(Person).order_by(Person.id.desc()))
        assert person is not None
        now = stage.clock.now()
        draft = FormDraft(person_id=person.id, form=TRIAL.slug, version=1, at="name", answers="{}", revision=0)
        draft.begun_at = draft.touched_at = now
        uow.session.add(draft)
        await uow.session.flush()
        return draft.id
