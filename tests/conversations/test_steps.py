"""«Стан»: the way of a case from the card, with letters, notes and refusals; tags and priority."""

from __future__ import annotations

from bot.telegram.callbacks import StepDo, StepHow, StepVerb
from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker, Worker, offers
from tests.conversations.words import CLOSE, CLOSED, STATE, TAKE, label, piece

NOTES = label("button-notes")
ASSESS, PLAN, RESOLVE = label("button-step-assess"), label("button-step-plan"), label("button-step-resolve")
WAIT_PROVIDER, REFUSE = label("button-step-wait-provider"), label("button-step-refuse")
SEND, SKIP, NOTE = label("button-step-send"), label("button-step-skip"), label("button-step-note")
CONFIRM, REVIEW = label("button-step-refuse-confirm"), label("button-ask-review")
SECRET = "Вона боїться сусіда, про нього не питати"


async def _taken(stage: Stage) -> tuple[Talker, int]:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    return olena, thread


async def _steps(worker: Worker, thread: int, step: str, how: str = SKIP) -> None:
    await worker.clicks(thread, STATE)
    await worker.clicks(thread, step)
    await worker.clicks(thread, how)
    await worker.whispered(thread, piece("whisper-step-done").split(".")[0])


async def test_from_new_to_solved_to_closed_with_a_letter_and_a_note_in_one_step(stage: Stage) -> None:
    olena, thread = await _taken(stage)
    iryna = stage.iryna
    await _steps(iryna, thread, ASSESS)
    await iryna.clicks(thread, STATE)
    await iryna.clicks(thread, RESOLVE)
    await iryna.clicks(thread, CATALOGUE.outcomes["helped"].name["uk"])
    shown = await iryna.whispered(thread, CATALOGUE.outcomes["helped"].plain["uk"])
    assert not offers(shown, SKIP), "she has had no answer yet"
    assert piece("letter-case-step-resolved") not in await olena.phone(), "it is shown before it goes"
    await iryna.clicks(thread, NOTE)
    await iryna.whispered(thread, piece("whisper-step-ask-note"))
    await iryna.says(thread, SECRET)
    shown = await iryna.whispered(thread, SECRET)
    assert (await iryna.clicks(thread, SEND)).text == label("toast-saved")
    told = await olena.sees(CATALOGUE.outcomes["helped"].plain["uk"])
    assert SECRET not in told.text
    await iryna.reads(thread, label("screen-card-notes", count=1))
    await stage.settled()
    assert label("state-resolved") in (await stage.head(thread))["name"]
    await iryna.clicks(thread, CLOSE)
    await iryna.clicks(thread, CATALOGUE.outcomes["helped"].name["uk"])
    await olena.sees(CLOSED)
    await stage.settled()
    assert SECRET not in await olena.phone()
    [row] = await stage.rows("SELECT state, result, priority FROM cases")
    assert tuple(row) == ("closed", "helped", 0)


async def test_what_seemed_solved_and_is_not_goes_on_by_a_word(stage: Stage) -> None:
    olena, thread = await _taken(stage)
    await stage.iryna.clicks(thread, STATE)
    await stage.iryna.clicks(thread, RESOLVE)
    await stage.iryna.clicks(thread, CATALOGUE.outcomes["informed"].name["uk"])
    await stage.iryna.clicks(thread, SEND)
    await olena.sees(piece("letter-case-step-resolved"))
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-resolved")))
    await olena.sees(piece("screen-my-case-next-resolved"))
    await olena.send("Дрова не привезли")
    await stage.iryna.reads(thread, "Дрова не привезли")
    await stage.settled()
    head = await stage.head(thread)
    assert label("state-in-progress") in head["name"]
    assert head["icon_emoji"] == "📝"


async def test_a_refusal_has_a_reason_and_a_second_step_and_another_human_looks_again(stage: Stage) -> None:
    olena, thread = await _taken(stage)
    await _steps(stage.iryna, thread, ASSESS)
    await stage.iryna.clicks(thread, STATE)
    await stage.iryna.clicks(thread, REFUSE)
    await stage.iryna.clicks(thread, CATALOGUE.refusals["RF1"].name["uk"])
    await stage.iryna.whispered(thread, CATALOGUE.refusals["RF1"].basis["uk"])
    await stage.settled()
    assert label("state-refused") not in (await stage.head(thread))["name"]
    await stage.iryna.clicks(thread, CONFIRM)
    told = await olena.sees(CATALOGUE.refusals["RF1"].plain["uk"])
    assert CATALOGUE.refusals["RF1"].basis["uk"] in told.text
    assert piece("letter-case-refused-appeal", another="yes").split(".")[0] in told.text
    await stage.settled()
    head = await stage.head(thread)
    assert (head["closed"], head["icon_emoji"]) == (True, "📁")
    assert label("state-refused") in head["name"]
    await olena.press(REVIEW)
    await olena.sees(piece("letter-not-solved-yet"))
    await stage.iryna.reads(thread, label("news-reopened"))
    assert (await stage.iryna.clicks(thread, TAKE)).text == label("refusal-refused-by-you")
    assert (await stage.andriy.clicks(thread, TAKE)).text == label("toast-taken")


async def test_what_others_help_with_is_passed_on_and_the_person_knows_whom_we_wait_for(stage: Stage) -> None:
    olena, thread = await _taken(stage)
    await _steps(stage.iryna, thread, ASSESS)
    await stage.iryna.clicks(thread, STATE)
    await stage.iryna.clicks(thread, REFUSE)
    await stage.iryna.clicks(thread, CATALOGUE.refusals["RF2"].name["uk"])
    menu = await stage.iryna.whispered(thread, piece("whisper-step-refer"))
    assert not offers(menu, CONFIRM)
    await stage.iryna.clicks(thread, label("provider-hromada"))
    await stage.iryna.clicks(thread, SEND)
    await olena.sees("чекаємо на відповідь громади")
    await stage.iryna.reads(thread, label("screen-card-provider", who=label("provider-hromada")))
    await stage.settled()
    head = await stage.head(thread)
    assert (head["closed"], head["icon_emoji"]) == (False, "📆")
    await olena.send("/my")
    await olena.sees(label("mine-waiting-provider"))


async def test_in_danger_nobody_is_offered_a_refusal_and_a_forged_one_does_nothing(stage: Stage) -> None:
    woman, thread = await stage.with_case("Олена", "Рятуйте, він мене б'є")
    await stage.iryna.clicks(thread, TAKE)
    await _steps(stage.iryna, thread, ASSESS)
    await stage.iryna.clicks(thread, STATE)
    menu = await stage.iryna.whispered(thread, piece("whisper-steps"))
    assert offers(menu, PLAN)
    assert not offers(menu, REFUSE)
    [case_id] = [row[0] for row in await stage.rows("SELECT id FROM cases")]
    forged = StepDo(case=case_id, step=StepVerb.REFUSE, given="RF1", how=StepHow.SEND).pack()
    assert (await stage.iryna.forges_in(menu, forged)).text == label("refusal-stale")
    await stage.settled()
    assert REVIEW not in await woman.phone()


async def test_a_note_is_for_colleagues_and_never_reaches_the_person(stage: Stage) -> None:
    olena, thread = await _taken(stage)
    written = await stage.iryna.says(thread, f"/note {SECRET}")
    await stage.iryna.whispered(thread, piece("whisper-note-kept"))
    await stage.iryna.reads(thread, label("screen-card-notes", count=1))
    await stage.iryna.corrects(written, f"/note {SECRET}, і не дзвонити")
    await stage.settled()
    await stage.andriy.clicks(thread, NOTES)
    shown = await stage.andriy.whispered(thread, f"{SECRET}, і не дзвонити")
    assert "Ірина" in shown.text
    assert shown.message.get("has_protected_content")
    await stage.iryna.says(thread, "/note")
    await stage.iryna.whispered(thread, label("refusal-note-empty"))
    await stage.settled()
    assert SECRET not in await olena.phone()
    assert await stage.count("SELECT count(*) FROM messages WHERE author_kind = 'staff'") == 0


async def test_while_a_note_is_asked_for_an_answer_is_still_an_answer(stage: Stage) -> None:
    olena, thread = await _taken(stage)
    await stage.iryna.clicks(thread, STATE)
    await stage.iryna.clicks(thread, ASSESS)
    await stage.iryna.clicks(thread, NOTE)
    await stage.iryna.whispered(thread, piece("whisper-step-ask-note"))
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки кубів?")
    await olena.sees("Скільки кубів?")
    await stage.later(minutes=16)
    await stage.iryna.says(thread, "Звичайна розмова між собою")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM case_notes") == 0
    assert "Звичайна розмова" not in await olena.phone()


async def test_tags_and_priority_stand_on_the_card(stage: Stage) -> None:
    olena, thread = await _taken(stage)
    tag, reason = CATALOGUE.tags["asks-again"].name["uk"], CATALOGUE.importance_reasons["deadline"].name["uk"]
    await stage.iryna.clicks(thread, NOTES)
    await stage.iryna.clicks(thread, label("button-tags"))
    await stage.iryna.clicks(thread, tag)
    await stage.iryna.whispered(thread, piece("whisper-tags"))
    await stage.iryna.clicks(thread, label("button-step-back"))
    await stage.iryna.clicks(thread, label("button-priority"))
    assert (await stage.iryna.clicks(thread, reason)).text == label("toast-saved")
    await stage.iryna.reads(thread, label("screen-card-tags", tags=tag))
    await stage.iryna.reads(thread, label("screen-card-urgent", reason=reason))
    await stage.iryna.clicks(thread, label("button-fact-chosen", value=reason))
    await stage.iryna.clicks(thread, label("button-priority-normal"))
    await stage.settled()
    assert [tuple(row) for row in await stage.rows("SELECT priority, tags FROM cases")] == [(0, ["asks-again"])]
    assert tag not in await olena.phone()
