"""A lead takes the table for the order out of a campaign, and reads it."""

from __future__ import annotations

from rules.local_time import local_date
from simulator.seen import Shown
from tests.casework.exports.files import table_in
from tests.conversations.stage import Stage, number_in
from tests.conversations.talkers import offers
from tests.conversations.test_recreation import SEND, SENT, campaign, fills_in
from tests.conversations.words import label, piece

EXPORTS, ORDER, FOR_ORDER = label("button-exports"), label("export-order"), label("export-for-order")


def content(stage: Stage, shown: Shown) -> bytes:
    return stage.simulator.world.files[shown.message["document"]["file_id"]].read()


async def test_the_table_for_the_order_comes_to_the_one_who_asked(stage: Stage) -> None:
    await campaign(stage)
    olena = await stage.agreed("Олена")
    each = await fills_in(olena)
    await each.press(SEND)
    number = number_in((await olena.sees(SENT)).text)
    lead = stage.svitlana
    await lead.press(EXPORTS)
    await lead.sees(piece("screen-exports"))
    await lead.press(ORDER)
    asked = await lead.sees(label("screen-export-why"))
    assert "Перегляд запишемо" in asked.text
    await lead.press(FOR_ORDER)
    got = await lead.waits(lambda shown: "document" in shown.message, "the table")
    today = local_date(stage.clock.now())
    assert got.message["document"]["file_name"] == f"order-{today}.xlsx"
    assert not got.message.get("has_protected_content"), "it is to be saved"
    heads, row = table_in(content(stage, got))
    said = dict(zip(heads, row, strict=True))
    assert said["Номер заяви"] == number
    assert said["Дитина"] == "Коваленко Марко Петрович"
    assert said["Дата народження"] == "20.05.2015"
    assert said["Громада за реєстрацією"] == "Сорокинська"
    assert said["Живе зараз"].startswith("місто Полтава")
    assert said["Хто подав"] == "Коваленко Олена Іванівна"
    assert said["Телефон"] == "+380 50 123 45 67"
    assert said["Підтверджені категорії"] == "", "nobody has confirmed any"
    await lead.sees(piece("export-sent"))
    assert not any("document" in each.message for each in await stage.iryna.chat()), "nobody else gets it"
    await olena.send("/privacy")
    await olena.sees("Світлана")
    await stage.later(minutes=16)
    await stage.settled()
    assert not any("document" in each.message for each in await lead.chat()), "it is gone from the chat"


async def test_a_colleague_without_the_right_is_refused(stage: Stage) -> None:
    await campaign(stage)
    await stage.svitlana.press(EXPORTS)
    await stage.svitlana.press(ORDER)
    asked = await stage.svitlana.waits(lambda shown: offers(shown, FOR_ORDER), FOR_ORDER)
    rows = asked.message["reply_markup"]["inline_keyboard"]
    data = next(each["callback_data"] for row in rows for each in row if each["text"] == FOR_ORDER)
    await stage.iryna.send("/desk")
    await stage.settled()
    pressed = await stage.iryna.forges(data)
    assert pressed.text == label("refusal-not-allowed")
    assert await stage.count("SELECT count(*) FROM exports") == 0
