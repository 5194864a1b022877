"""Whose case it is not says why they look; what was shown goes by itself; the supervisor reads who looked."""

from __future__ import annotations

from tests.conversations.stage import Stage
from tests.conversations.talkers import MORE, offers
from tests.conversations.words import DETAILS, TAKE, TAKEN_BY, WHY, label, piece

NAME = "Олена Коваленко"


async def test_a_colleague_says_why_and_what_they_saw_is_gone_after_a_quarter_of_an_hour(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова", last_name="Коваленко")
    await stage.iryna.clicks(thread, TAKE)
    await olena.sees(TAKEN_BY)
    await stage.andriy.clicks(thread, DETAILS)
    asked = await stage.andriy.whispered(thread, piece("letter-desk-why"))
    assert asked.message.get("has_protected_content")
    assert not offers(asked, "Перевірка керівника")
    assert "Коваленко" not in await stage.andriy.topic(thread)
    await stage.andriy.clicks(thread, WHY)
    await stage.andriy.whispered(thread, NAME)
    await stage.settled()
    await stage.later(minutes=16)
    await stage.settled()
    assert "Коваленко" not in await stage.andriy.topic(thread)
    await stage.svitlana.send("/readings")
    listed = await stage.svitlana.sees(piece("screen-readings"))
    assert all(word in listed.text for word in ("Андрій", await stage.the_number(), WHY, label("readings-not-theirs")))
    assert "Коваленко" not in listed.text
    await stage.svitlana.press(label("button-readings-readers"))
    await stage.svitlana.press("Андрій")
    await stage.svitlana.sees("Дивиться Андрій: 1")


async def test_the_owner_sees_at_once_and_on_the_desk_it_goes_too(stage: Stage) -> None:
    olena, thread = await stage.with_case("Олена", "Потрібні дрова", last_name="Коваленко")
    await stage.iryna.clicks(thread, TAKE)
    await olena.sees(TAKEN_BY)
    await stage.settled()
    await stage.iryna.clicks(thread, MORE)
    await stage.iryna.finds(thread, lambda each: offers(each, DETAILS), DETAILS)
    await stage.people.fault("400", method="sendMessage", chat=stage.group)
    await stage.iryna.clicks(thread, DETAILS)
    await stage.iryna.sees(NAME)
    await stage.settled()
    await stage.later(minutes=16)
    await stage.iryna.sees(piece("letter-hide-text"))
    assert "Коваленко" not in await stage.iryna.phone()


async def test_a_caseworker_reads_no_list_of_who_looked(stage: Stage) -> None:
    await stage.iryna.send("/readings")
    await stage.iryna.sees(label("refusal-not-allowed"))
