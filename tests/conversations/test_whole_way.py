"""The whole way: from a person's first words to the answer they read, and to the end of the case."""

from __future__ import annotations

from tests.conversations.stage import CATALOGUE, Stage
from tests.conversations.words import CLOSE, CLOSED, RECEIVED, TAKE, TAKEN_BY, label, text


async def test_a_person_writes_and_a_caseworker_answers_until_it_is_done(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Немає зимового одягу для трьох дітей")
    iryna = stage.iryna

    assert (await iryna.clicks(thread, TAKE)).text == label("toast-taken")
    assert "Ірина" in (await olena.sees(TAKEN_BY)).text
    await iryna.replies(thread, "зимового одягу", "Які розміри потрібні?")
    assert "Ірина" in (await olena.sees("Які розміри потрібні?")).text

    number = await stage.the_number()
    await olena.send("110, 128 і 140")
    await iryna.reads(thread, "110, 128 і 140")
    await olena.sees(text("screen-words-added", count=1, number=number))

    helped = CATALOGUE.outcomes["helped"]
    await iryna.clicks(thread, CLOSE)
    await iryna.clicks(thread, helped.name["uk"])
    assert helped.plain["uk"] in (await olena.sees(CLOSED)).text
    await stage.settled()
    assert (await stage.head(thread))["closed"]


async def test_what_the_case_holds_are_the_very_words_in_their_order(stage: Stage) -> None:
    olena = await stage.agreed("Олена")
    words = ["Добрий день.", "Нас четверо,  живемо в <школі> & чекаємо", "Дякую 🙏🏽"]
    for each in words:
        await olena.send(each)
    await stage.settled()
    thread = await stage.thread(await stage.opens(olena, "і ще одне"))

    shown = [each.text for each in await stage.iryna.seen_in(thread) if label("button-take") not in str(each.buttons)]
    carried = [each for each in shown if each.startswith("Людина пише")]
    assert [each.split("\n", 1)[1] for each in carried] == [*words, "і ще одне"]
    received = await olena.sees(RECEIVED)
    assert received.text.startswith("Олена")
