"""The end of a case, from either side; the list of one's cases; what is held about a person and how it is erased."""

from __future__ import annotations

import pytest

from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.words import (
    CLOSE,
    CLOSED,
    DETAILS,
    NEW_CASE,
    NOT_SOLVED,
    OPEN_CASE,
    TAKE,
    label,
    piece,
)

WITHDRAW_ASK, WITHDRAW, KEEP = label("button-withdraw-ask"), label("button-withdraw"), label("button-keep")
ERASE_ASK, ERASE = label("button-erase-ask"), label("button-erase")
EARLIER, LATER = label("button-earlier"), label("button-later")


async def _closed(stage: Stage, outcome: str = "helped") -> tuple[Talker, int]:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await stage.iryna.clicks(thread, CLOSE)
    await stage.iryna.clicks(thread, CATALOGUE.outcomes[outcome].name["uk"])
    await olena.sees(CLOSED)
    await stage.settled()
    return olena, thread


@pytest.mark.parametrize("outcome", ["helped", "informed"])
async def test_the_person_is_told_in_plain_words_what_was_done(stage: Stage, outcome: str) -> None:
    olena, thread = await _closed(stage, outcome)
    assert CATALOGUE.outcomes[outcome].plain["uk"] in (await olena.sees(CLOSED)).text
    head = await stage.head(thread)
    assert head["closed"]
    assert head["icon_emoji"] == "✅"
    assert label("state-closed") in head["name"]


async def test_what_is_not_solved_is_open_again_and_staff_see_it(stage: Stage) -> None:
    olena, thread = await _closed(stage)
    await olena.press(NOT_SOLVED)
    await olena.sees(piece("letter-not-solved-yet"))
    await stage.iryna.reads(thread, label("news-reopened"))
    await stage.settled()
    assert not (await stage.head(thread))["closed"]
    await olena.send("Дрова так і не привезли")
    await stage.iryna.reads(thread, "Дрова так і не привезли")
    await stage.iryna.sees(piece("letter-case-came-back"))


async def test_after_thirty_days_a_case_stays_closed_and_the_button_says_so(stage: Stage) -> None:
    olena, _ = await _closed(stage)
    await stage.later(days=31)
    pressed = await olena.press(NOT_SOLVED)
    assert pressed.text == label("refusal-too-late")
    assert pressed.show_alert


async def test_a_person_takes_a_case_back(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.clicks(thread, TAKE)
    await olena.send("/my")
    await olena.press(label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-staff")))
    await olena.press(WITHDRAW_ASK)
    await olena.press(KEEP)
    await olena.press(WITHDRAW_ASK)
    await olena.press(WITHDRAW)
    await olena.sees(piece("letter-case-withdrawn"))
    await stage.iryna.reads(thread, label("news-withdrawn"))
    await stage.settled()
    head = await stage.head(thread)
    assert head["closed"]
    assert label("state-withdrawn") in head["name"]


async def test_the_list_has_pages_the_newest_first(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    numbers = []
    for n in range(6):
        await olena.send("/my")
        await olena.press(NEW_CASE)
        numbers.append(await stage.opens(olena, f"Прохання {n}"))
    await olena.send("/my")
    first = await olena.waits(lambda each: offers(each, EARLIER), EARLIER)
    assert [number for number in numbers if number in first.text] == numbers[1:]
    assert first.text.index(numbers[5]) < first.text.index(numbers[1])
    await olena.press(EARLIER)
    second = await olena.waits(lambda each: offers(each, LATER), LATER)
    assert [number for number in numbers if number in second.text] == numbers[:1]
    await olena.press(LATER)
    await olena.waits(lambda each: offers(each, EARLIER) and numbers[5] in each.text, "the first page")


async def test_a_case_shows_its_history_to_its_person(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await olena.sees("Скільки вас?")
    await olena.send("/my")
    await olena.press(
        label("button-case-line", number=await stage.the_number(), state=label("mine-short-taken-person"))
    )
    shown = await olena.sees(piece("screen-my-case-history"))
    told = (label("mine-event-opened"), *(label(f"mine-event-{kind}-by", who="Ірина") for kind in ("taken", "replied")))
    order = [shown.text.index(what) for what in told]
    assert order == sorted(order)


async def test_without_cases_the_list_says_how_to_begin(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await olena.send("/my")
    assert offers(await olena.sees(piece("screen-my-cases-empty")), NEW_CASE)


async def test_a_person_reads_what_is_held_and_who_looked(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.looks(thread, DETAILS)
    await stage.iryna.whispered(thread, "Олена")
    await stage.settled()
    await olena.send("/privacy")
    held = await olena.sees(label("screen-privacy-consent", on="").strip(" ."))
    assert "Ірина" in held.text
    assert await stage.the_number() in held.text


async def test_erasing_takes_words_and_name_away_everywhere(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    await stage.iryna.replies(thread, "Потрібні дрова", "Скільки вас?")
    await olena.sees("Скільки вас?")
    await olena.send("/privacy")
    await olena.press(ERASE_ASK)
    await olena.press(ERASE)
    await olena.sees(piece("screen-erased"))
    await stage.settled()
    assert await stage.topics() == []
    for nothing in (
        "SELECT count(*) FROM messages",
        "SELECT count(*) FROM drafts",
        "SELECT count(*) FROM pairs",
        "SELECT count(*) FROM people WHERE name IS NOT NULL",
        "SELECT count(*) FROM consents WHERE withdrawn_at IS NULL",
        "SELECT count(*) FROM letters WHERE case_id IS NOT NULL AND rendered IS NOT NULL AND kind <> 'topic-head'",
        "SELECT count(*) FROM letters WHERE sent_at IS NULL AND dropped_at IS NULL",
    ):
        assert await stage.count(nothing) == 0, nothing
    [(state, erased)] = await stage.rows("SELECT state, erased_at FROM cases")
    assert state == "withdrawn"
    assert erased is not None


async def test_who_had_everything_erased_is_asked_anew(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.send("/privacy")
    await olena.press(ERASE_ASK)
    await olena.press(ERASE)
    await olena.sees(piece("screen-erased"))
    at = await olena.send("Я знову тут")
    asked = await olena.sees_new(piece("screen-consent"), at)
    assert not offers(asked, OPEN_CASE)
