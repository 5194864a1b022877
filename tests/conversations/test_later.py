"""A few questions once the need is confirmed, and a few more with the place, as a family and a caseworker meet them."""

from __future__ import annotations

from casework.recreation.campaigns import ChangeCampaign, change_campaign
from rules.recreation.editing import Field
from tests.casework.exports.files import table_in
from tests.conversations.camps import applied, leading, shared_out
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_exports import EXPORTS, FOR_ORDER, ORDER, content
from tests.conversations.words import label, piece

ASKS = "categories need\nstay need\nperiod need\nlives need\ntax confirmation\ncertificate confirmation\nsize offer"
NUMBER = "1234567899"
CHANGE, SEND = label("button-questions-change"), label("button-form-submit")


async def reads_the_table(stage: Stage) -> dict[str, str]:
    """The only row of the table for the order, as a lead takes it out."""
    lead = stage.svitlana
    await lead.send("/campaigns")
    shown = await lead.sees(piece("screen-campaigns"))
    [name] = [each["text"] for each in shown.buttons if each["text"].startswith("Відпочинок дітей Луганщини, ")]
    await lead.press(name)
    await lead.press(EXPORTS)
    await lead.press(ORDER)
    await lead.press(FOR_ORDER)
    got = await lead.waits(lambda shown: "document" in shown.message, "the table")
    heads, row = table_in(content(stage, got))
    return dict(zip(heads, row, strict=True))


async def answers_the_first(stage: Stage, olena: Talker) -> None:
    """What is asked with the confirmed need; on the way she looks at something else, and mistypes."""
    asked = await olena.sees(piece("letter-questions-asked"))
    assert "податковий номер" in asked.text
    assert "розмір" not in asked.text, "that is asked with the offer"
    await olena.press(label("button-questions", count=2))
    await olena.sees(label("form-recreation-later-tax"))
    await olena.send("/my")
    await olena.sees(piece("screen-form-waits"))
    await olena.press(label("button-form-go-on"))
    await olena.send("123")
    await olena.sees(label("form-problem-not-ten-digits"))
    await olena.send(NUMBER)
    await olena.sees(label("form-recreation-later-certificate"))
    await olena.press(label("form-recreation-later-certificate-skip"))
    await olena.waits(lambda shown: offers(shown, SEND) and NUMBER in shown.text, "the summary")
    await olena.press(SEND)
    await olena.sees(piece("screen-questions-answered"))


async def test_a_family_answers_step_by_step_and_the_table_for_the_order_has_it(stage: Stage) -> None:
    olena, campaign_id, _ = await applied(stage)
    async with leading(stage) as ctx:
        await change_campaign(ctx, ChangeCampaign(campaign_id, Field.ASKS, ASKS))
        await change_campaign(ctx, ChangeCampaign(campaign_id, Field.COLUMNS, "child\ntax\nsize"))
    await stage.later(hours=1)
    await answers_the_first(stage, olena)
    thread = await stage.the_thread()
    await stage.iryna.reads(thread, label("news-questions-answered"))
    await stage.iryna.looks(thread, label("button-details"))
    await stage.iryna.whispered(thread, NUMBER)
    await shared_out(stage, campaign_id)
    await stage.later(hours=1)
    one = label("button-questions", count=1)
    second = await olena.waits(lambda shown: offers(shown, one) and "розмір" in shown.text, "the second letter")
    assert "податковий" not in second.text
    at = await olena.send("/my")
    number = await stage.the_number()
    mine = await olena.sees_new(piece("screen-my-cases"), at)
    [own] = [each["text"] for each in mine.buttons if each["text"].startswith(number)]
    await olena.press(own)
    await olena.sees(piece("mine-questions"))
    await olena.press(one)
    await olena.sees(label("form-recreation-later-size"))
    await olena.send("140 см, розмір 36")
    await olena.waits(lambda shown: offers(shown, SEND) and "140 см" in shown.text, "the summary")
    await olena.press(SEND)
    await olena.waits(lambda shown: offers(shown, CHANGE), "thanks")
    assert await reads_the_table(stage) == {
        "Дитина": "Коваленко Марко Петрович",
        "Податковий номер": NUMBER,
        "Зріст і розмір одягу": "140 см, розмір 36",
    }
