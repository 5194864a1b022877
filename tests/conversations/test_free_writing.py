"""Free writing, which is what most people do: where the words go, and what the person is told."""

from __future__ import annotations

import pytest

from tests.conversations.stage import Stage
from tests.conversations.talkers import offers
from tests.conversations.words import (
    ADD_WORDS,
    CONSENT,
    DROP,
    HOTLINES,
    MY_CASES,
    NEW_CASE,
    OFFER,
    OPEN_CASE,
    RECEIVED,
    WELCOME,
    WORDING,
    label,
    piece,
    text,
)


async def test_without_an_open_case_the_bot_offers_one_with_these_words(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.send("Потрібні дрова на зиму")
    assert "Потрібні дрова на зиму" in (await olena.sees(OFFER)).text
    assert await stage.count("SELECT count(*) FROM cases") == 0
    number = await stage.opens(olena, "Живу сама")
    await stage.settled()
    words = await stage.iryna.topic(await stage.thread(number))
    assert words.index("Потрібні дрова") < words.index("Живу сама")


async def test_the_receipt_tells_number_reader_and_by_when(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    number = await stage.opens(olena, "Потрібні дрова на зиму")
    received = await olena.sees(RECEIVED)
    [(reply_by,)] = await stage.rows("SELECT reply_by FROM cases")
    assert number in received.text
    assert WORDING.to("uk").weekday_moment(reply_by) in received.text
    assert piece("letter-case-received-next") in received.text


async def test_words_can_be_taken_back_before_they_are_sent(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.send("Ой, не туди")
    await olena.press(DROP)
    await olena.sees(piece("screen-words-dropped"))
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM drafts") == 0
    assert await stage.topics() == []


async def test_with_one_open_case_words_go_there_with_one_receipt_that_counts(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова")
    number = await stage.the_number()
    for count, words in enumerate(["дві машини", "якщо можна", "дякую"], start=1):
        await olena.send(words)
        await olena.sees(text("screen-words-added", count=count, number=number))
    await stage.settled()
    said = await stage.iryna.topic(thread)
    assert [said.index(words) for words in ("дві машини", "якщо можна", "дякую")] == sorted(
        said.index(words) for words in ("дві машини", "якщо можна", "дякую")
    )
    assert piece("screen-card-unread") in said


async def test_with_several_open_cases_the_bot_asks_which(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    first = await stage.opens(olena, "Потрібні дрова")
    await olena.send("/my")
    await olena.press(NEW_CASE)
    second = await stage.opens(olena, "І ще путівка для сина")
    assert first != second

    await olena.send("Довідку вже маю")
    asked = await olena.sees(piece("screen-choose-case"))
    button = next(each["text"] for each in asked.buttons if second in each["text"])
    await olena.press(button)
    await olena.sees(text("screen-words-sent", number=second))
    await stage.iryna.reads(await stage.thread(second), "Довідку вже маю")
    assert "Довідку" not in await stage.iryna.topic(await stage.thread(first))


async def test_words_are_added_to_a_case_chosen_in_the_list(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    first = await stage.opens(olena, "Потрібні дрова")
    await olena.send("/my")
    await olena.press(NEW_CASE)
    await stage.opens(olena, "І ще путівка для сина")

    await olena.send("/my")
    line = label("button-case-line", number=first, state=label("mine-short-new"))
    await olena.press(line)
    await olena.press(ADD_WORDS)
    await olena.sees(piece("screen-add-to-case"))
    await olena.send("Сухі, будь ласка")
    await stage.iryna.reads(await stage.thread(first), "Сухі, будь ласка")


async def test_what_is_stopped_with_cancel_is_stopped(stage: Stage) -> None:
    olena, _ = await stage.with_case("Олена", "Потрібні дрова")
    await olena.send("/my")
    await olena.press(NEW_CASE)
    await olena.send("/cancel")
    await olena.sees(piece("screen-cancelled"))
    await olena.send("дві машини")
    number = await stage.the_number()
    await olena.sees(text("screen-words-added", count=1, number=number))


@pytest.mark.parametrize("consented", [False, True])
async def test_dangerous_words_bring_the_hotlines_before_everything_else(stage: Stage, consented: bool) -> None:
    mykola = await (stage.agreed("Микола") if consented else stage.person("Микола"))
    at = await mykola.send("Чоловік мене б'є, боюся йти додому")
    await mykola.sees(OFFER if consented else CONSENT)
    await stage.settled()
    below = [shown.text for shown in await mykola.chat() if shown.id > at]
    assert HOTLINES in below[0]
    assert "112" in below[0]
    assert (OFFER if consented else CONSENT) in below[1]
    assert not any(WELCOME in said for said in below)


async def test_a_dangerous_case_is_marked_and_answered_sooner(stage: Stage) -> None:
    # First the danger: within working hours both promises lie a day ahead, to the second.
    # Both promises may end at the same hour: the one that began first ends first.
    _, danger = await stage.with_case("Микола", "Мене б'ють, рятуйте")
    _, calm = await stage.with_case("Олена", "Потрібні дрова")
    assert (await stage.head(calm))["icon_emoji"] != (await stage.head(danger))["icon_emoji"] == "‼️"
    rows = dict(await stage.rows("SELECT crisis, reply_by FROM cases"))
    assert rows[True] <= rows[False]


async def test_the_danger_button_always_brings_the_hotlines(empty_stage: Stage) -> None:
    olena = await empty_stage.person("Олена")
    await olena.send("/start")
    menu = await olena.waits(lambda each: offers(each, label("button-menu-danger")), "the menu")
    pressed = await empty_stage.people.press(olena.id, menu, olena.id, label("button-menu-danger"))
    assert pressed.written is not None
    await olena.sees_new("1547", pressed.written["message_id"])


async def test_an_unknown_command_opens_the_help(empty_stage: Stage) -> None:
    olena = await empty_stage.agreed("Олена")
    await olena.send("/whatever")
    helped = await olena.sees(piece("screen-help"))
    assert offers(helped, MY_CASES)
    await empty_stage.settled()
    assert await empty_stage.count("SELECT count(*) FROM drafts") == 0


async def test_words_wait_in_order_when_they_come_before_the_button(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    await olena.send("перше")
    offer = await olena.waits(lambda each: offers(each, OPEN_CASE), OPEN_CASE)
    data = offer.button(OPEN_CASE)["callback_data"]
    await olena.send("друге")
    await olena.waits(lambda each: "друге" in each.text and offers(each, OPEN_CASE), "both words")
    await olena.forges(data)
    await olena.sees(RECEIVED)
    thread = await stage.the_thread()
    said = await stage.iryna.topic(thread)
    assert "перше" in said
    assert "друге" not in said
    assert await stage.count("SELECT count(*) FROM drafts") == 1
