"""The whole way: from a person's first words to the answer they read, and to the end of the case."""

from __future__ import annotations

from tests.conversations.stage import Stage


async def test_a_person_writes_and_a_caseworker_answers(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Немає зимового одягу для трьох дітей")
    iryna = stage.staff["Ірина"]

    assert (await iryna.clicks(thread, "Беру")).text == "Звернення ваше."
    await olena.sees("читає Ірина")
    reply = await iryna.replies(thread, "зимового одягу", "Які розміри потрібні?")
    await olena.sees("Які розміри потрібні?")
    await stage.settled()
    marked = await iryna.reads(thread, "Які розміри потрібні?")
    assert marked.id == reply
    assert [emoji for _, emoji in marked.reactions] == ["🕊"]

    await olena.send("110, 128 і 140")
    await iryna.reads(thread, "110, 128 і 140")
    await olena.sees("Додали 1 повідомлення")
    await iryna.clicks(thread, "Завершити")
    await iryna.clicks(thread, "Допомогли")
    closed = await olena.sees("ми завершили звернення")
    assert "ми допомогли з тим, про що ви просили" in closed.text
    await stage.settled()
    assert [topic["closed"] for topic in await stage.people.topics(stage.group)] == [True]


async def test_an_internal_remark_never_reaches_the_person(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібна консультація")
    iryna, andriy = stage.staff["Ірина"], stage.staff["Андрій"]
    await iryna.clicks(thread, "Беру")

    remark = await iryna.says(thread, "між нами: вона вже зверталась торік")
    await andriy.says(thread, "між нами: бачу", reply_to=remark)
    await iryna.replies(thread, "Потрібна консультація", "Слухаю вас")
    await olena.sees("Слухаю вас")
    await stage.settled()
    assert "між нами" not in await olena.phone()
