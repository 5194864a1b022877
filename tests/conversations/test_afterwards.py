"""After a case: what is not solved, how it was, thanks, and complaints that nobody on the case ever sees."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import text as sql

from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import (
    CLOSE,
    CLOSED,
    CONSENT,
    HOTLINES,
    MY_CASES,
    NOT_SOLVED,
    OFFER,
    TAKE,
    label,
    piece,
)

BAD, SO_SO, GOOD = (label(f"button-rate-{mark}") for mark in ("bad", "so-so", "good"))
RATE_WORDS, NO_WORDS = label("button-rate-words"), label("button-rate-no-words")
COMPLAIN, NEVER_MIND, SKIP = label("button-complain"), label("button-changed-mind"), label("button-skip")
THANKS, NEW_QUESTION = piece("screen-thanks"), label("button-new-question")
RATED, KEPT = piece("screen-rated"), piece("screen-rating-words-kept")
ASKED, RECEIVED = piece("screen-complaint-ask"), piece("letter-complaint-received")
ANSWER_ASK = piece("screen-complaint-answer-ask")
FOUR_MORE = sql(
    "INSERT INTO ratings (organisation_id, month, mark)"
    " SELECT organisation_id, month, 'bad' FROM ratings CROSS JOIN generate_series(1, 4)"
)
HELPED = CATALOGUE.outcomes["helped"].name["uk"]


async def closed(stage: Stage, words: str = "Потрібні дрова", name: str = "Олена") -> tuple[Talker, int]:
    """A person whose case Ірина took and closed; its topic."""
    person, thread = await stage.with_case(name, words)
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, CLOSE)
    await stage.iryna.clicks(thread, HELPED)
    await person.sees(CLOSED)
    await stage.settled()
    return person, thread


async def everything_staff_see(stage: Stage) -> str:
    """Every word in the group and on the desks of those who work on cases."""
    seen = [await stage.iryna.phone(), await stage.andriy.phone(), await stage.iryna.topic(0)]
    for topic in await stage.topics():
        seen += [await worker.topic(topic["message_thread_id"]) for worker in stage.staff.values()]
    return "\n".join(seen)


# Not solved yet


async def test_what_is_not_solved_goes_to_that_case_however_many_there_are(stage: Stage) -> None:
    olena, thread = await closed(stage)
    await olena.send("/my")
    await olena.press(label("button-new-case"))
    await stage.opens(olena, "Ще потрібні ліки")
    await olena.press(NOT_SOLVED)
    await olena.sees(piece("letter-not-solved-yet"))
    await olena.send("Привезли половину")
    assert "Привезли половину" in (await stage.iryna.reads(thread, "Привезли половину")).text


async def test_who_does_not_want_to_say_why_skips_it(stage: Stage) -> None:
    olena, thread = await closed(stage)
    await olena.press(NOT_SOLVED)
    await olena.press(SKIP)
    await olena.waits(lambda each: "Далі: відповість Ірина" in each.text, "who goes on")
    await stage.iryna.reads(thread, label("news-reopened"))


async def test_pressed_on_two_devices_it_is_reopened_once(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await olena.press(NOT_SOLVED)
    await olena.sees(piece("letter-not-solved-yet"))
    again = await olena.press(NOT_SOLVED)
    assert again.text == label("refusal-stale")
    assert await stage.count("SELECT count(*) FROM case_events WHERE kind = 'reopened'") == 1


# Ratings


@pytest.mark.parametrize(("button", "mark"), [(BAD, "bad"), (SO_SO, "so-so"), (GOOD, "good")])
async def test_a_rating_is_one_tap_and_names_nobody(stage: Stage, button: str, mark: str) -> None:
    olena, _ = await closed(stage)
    await olena.press(button)
    await olena.sees(RATED)
    [row] = await stage.rows("SELECT * FROM ratings")
    assert row.mark == mark
    assert set(row._fields) == {"id", "organisation_id", "month", "mark"}
    assert row.month.day == 1


async def test_nobody_rates_a_closing_twice_not_even_on_two_devices_at_once(stage: Stage) -> None:
    olena, _ = await closed(stage)
    letter = await olena.sees(CLOSED)
    pressed = await asyncio.gather(
        *(stage.people.press(olena.id, letter, olena.id, button) for button in (GOOD, BAD, GOOD))
    )
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM ratings") == 1
    assert sum(each.text == label("refusal-already-rated") for each in pressed) == 2


async def test_a_sentence_stands_apart_from_the_mark_and_opens_no_case(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await olena.press(GOOD)
    await olena.press(RATE_WORDS)
    await olena.sees(piece("screen-rating-words"))
    await olena.send("Ірина дуже уважна, але чекала довго")
    await olena.sees(KEPT)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM rating_words") == 1
    assert await stage.count("SELECT count(*) FROM cases") == 1
    assert "уважна" not in await everything_staff_see(stage)
    # The next words are a request again.
    await olena.send("А тепер потрібні ліки")
    await olena.sees(OFFER)


async def test_who_adds_nothing_is_asked_nothing_more(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await olena.press(GOOD)
    await olena.press(NO_WORDS)
    await olena.sees(piece("screen-my-case-outcome"))
    await olena.send("Потрібні ліки для мами")
    await olena.sees(OFFER)


async def test_words_of_danger_beside_a_rating_bring_the_hotlines(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await olena.press(BAD)
    await olena.press(RATE_WORDS)
    await olena.send("Чоловік б’є мене щодня")
    await olena.sees(HOTLINES)


async def test_after_danger_nobody_is_asked_how_it_was(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Чоловік мене б’є, допоможіть")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, CLOSE)
    await stage.iryna.clicks(thread, HELPED)
    letter = await olena.sees(piece("letter-case-closed-bare"))
    assert not any(offers(letter, button) for button in (GOOD, SO_SO, BAD, COMPLAIN, NOT_SOLVED))
    assert piece("letter-case-closed-goodbye") not in letter.text


async def test_leads_see_counts_and_words_only_where_they_hide_who_wrote(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await olena.press(GOOD)
    await olena.press(RATE_WORDS)
    await olena.send("Дзвоніть 0501234567, все чудово")
    await olena.sees(KEPT)
    await stage.svitlana.send("/ratings")
    few = await stage.svitlana.sees(piece("screen-ratings"))
    assert "чудово" not in few.text
    async with stage.app.database.engine.begin() as connection:
        await connection.execute(FOUR_MORE)
    at = await stage.svitlana.send("/ratings")
    shown = await stage.svitlana.sees_new("чудово", at)
    assert "0501234567" not in shown.text
    assert label("screen-ratings-month", month="x", good="1", so_so="0", bad="4").split(":")[1] in shown.text
    await stage.iryna.send("/ratings")
    await stage.iryna.sees(label("refusal-not-allowed"))


# Thanks


@pytest.mark.parametrize("words", ["Дякую", "Дуже дякую, все добре", "Спасибі вам за допомогу 🙏"])
async def test_thanks_after_closing_are_answered_and_open_nothing(stage: Stage, words: str) -> None:
    olena, _ = await closed(stage)
    await olena.send(words)
    shown = await olena.sees(THANKS)
    assert offers(shown, NEW_QUESTION)
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM drafts") == 0
    assert await stage.count("SELECT count(*) FROM cases") == 1


async def test_who_meant_a_new_question_writes_it_after_one_tap(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await olena.send("Дякую")
    await olena.press(NEW_QUESTION)
    await olena.sees(piece("screen-consent-given"))
    await olena.send("Дякую")
    assert "Дякую" in (await olena.sees(OFFER)).text


@pytest.mark.parametrize("words", ["Дякую, але грошей так і нема", "Дякую. А коли привезуть?", "добре"])
async def test_anything_else_is_asked_about_as_ever(stage: Stage, words: str) -> None:
    olena, _ = await closed(stage)
    await olena.send(words)
    assert words in (await olena.sees(OFFER)).text


async def test_thanks_while_a_case_is_open_go_to_the_case(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await olena.send("Дуже дякую")
    await stage.iryna.reads(thread, "Дуже дякую")


async def test_thanks_of_a_stranger_are_asked_for_consent_as_all_first_words(stage: Stage) -> None:
    nina = await stage.person("Ніна")
    await nina.send("Дякую")
    await nina.sees(CONSENT)


# Complaints


async def complains(olena: Talker, words: str) -> str:
    """Writes a complaint about the closed case; its number."""
    await olena.press(COMPLAIN)
    await olena.sees(ASKED)
    await olena.send(words)
    return next(word for word in (await olena.sees(RECEIVED)).text.replace(".", " ").split() if "-C-" in word)


async def test_a_complaint_goes_to_a_named_lead_and_nobody_on_the_case_sees_it(stage: Stage) -> None:
    olena, thread = await closed(stage)
    await olena.press(COMPLAIN)
    assert "Світлана" in (await olena.sees(ASKED)).text
    await olena.send("Ірина кричала на мене по телефону")
    received = await olena.sees(RECEIVED)
    assert CATALOGUE.organisations["luhansk"].complaint["uk"] in received.text
    number = next(word for word in received.text.replace(".", " ").split() if "-C-" in word)
    filed = await stage.svitlana.sees("Ірина кричала на мене")
    assert number in filed.text
    await stage.settled()
    # The topic is made again, with its summary: the complaint is not in it either.
    await stage.people.delete_topic(stage.group, thread)
    await olena.press(NOT_SOLVED)
    await stage.settled()
    for seen in (await everything_staff_see(stage),):
        for word in ("кричала", number, label("event-complained"), label("mine-event-complained")):
            assert word not in seen


async def test_the_lead_answers_and_the_person_reads_it_with_the_name(stage: Stage) -> None:
    olena, _ = await closed(stage)
    number = await complains(olena, "Довго чекала")
    await stage.svitlana.press(label("button-complaint-answer", complaint=number))
    assert "Довго чекала" in (await stage.svitlana.sees(ANSWER_ASK)).text
    await stage.svitlana.send("Перепрошуємо. Ми поговорили з фахівцем.")
    answer = await olena.sees("Перепрошуємо. Ми поговорили")
    assert "Світлана" in answer.text
    await stage.svitlana.sees(piece("screen-complaints-empty"))
    again = await stage.svitlana.press(label("button-complaint-answer", complaint=number))
    assert again.text == label("refusal-stale")
    await stage.settled()
    assert "Перепрошуємо" not in await everything_staff_see(stage)


async def test_who_asks_for_something_else_answers_no_complaint_by_mistake(stage: Stage) -> None:
    olena, _ = await closed(stage)
    number = await complains(olena, "Довго чекала")
    await stage.svitlana.press(label("button-complaint-answer", complaint=number))
    await stage.svitlana.sees(ANSWER_ASK)
    await stage.svitlana.send("/desk")
    await stage.svitlana.sees(piece("screen-desk-home-empty"))
    await stage.svitlana.send("це не для людини")
    await stage.settled()
    assert "не для людини" not in await olena.phone()
    await stage.svitlana.send("/complaints")
    await stage.svitlana.sees(number)


async def test_a_lead_who_worked_on_the_case_never_learns_of_it(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.svitlana.clicks(thread, TAKE)
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-staff")))
    await olena.press(COMPLAIN)
    shown = await olena.sees(piece("screen-complaint-ask-nobody"))
    assert CATALOGUE.organisations["luhansk"].complaint["uk"] in shown.text
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM complaints") == 0


async def test_a_caseworker_reads_no_complaints_whatever_they_press(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await complains(olena, "Довго чекала")
    for worker in (stage.andriy, stage.iryna):
        await worker.send("/complaints")
        await worker.sees(label("refusal-not-allowed"))
        pressed = await worker.forges("ka:1")
        assert pressed.text == label("refusal-not-allowed")


async def test_another_language_in_the_middle_loses_no_complaint_to_the_case(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-staff")))
    await olena.press(COMPLAIN)
    await olena.send("/language")
    await olena.press(label("button-language-en"))
    await olena.sees(piece("screen-complaint-ask", "en"))
    await olena.send("Iryna was rude")
    await olena.sees(piece("letter-complaint-received", "en"))
    await stage.settled()
    assert "rude" not in await stage.iryna.topic(thread)


async def test_who_changes_their_mind_complains_of_nothing(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await olena.press(COMPLAIN)
    await olena.press(NEVER_MIND)
    await olena.sees(piece("screen-my-case-outcome"))
    await olena.send("Потрібні ліки")
    await olena.sees(OFFER)
    assert await stage.count("SELECT count(*) FROM complaints") == 0


async def test_a_complaint_of_the_longest_words_arrives_whole(stage: Stage) -> None:
    olena, _ = await closed(stage)
    await complains(olena, "<" * 4096)
    await stage.settled()
    parts = [each.text for each in await stage.svitlana.chat() if "<<<" in each.text]
    assert sum(part.count("<") for part in parts) == 4096


async def test_leads_are_reminded_before_the_law_runs_out(stage: Stage) -> None:
    olena, _ = await closed(stage)
    number = await complains(olena, "Довго чекала")
    await stage.later(days=26)
    await stage.settled()
    assert piece("letter-complaint-due", overdue="no") not in await stage.svitlana.phone()
    await stage.later(days=3)
    due = await stage.svitlana.sees(piece("letter-complaint-due", overdue="no"))
    assert number in due.text
    await stage.later(days=5)
    await stage.svitlana.sees(piece("letter-complaint-due", overdue="yes"))
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-closed")))
    await olena.sees(piece("screen-my-case-complaint-late"))
    assert offers((await olena.chat())[-1], MY_CASES)
