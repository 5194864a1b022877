"""«Ще потрібно?» as a lead, a family and a caseworker meet it."""

from __future__ import annotations

from tests.conversations.camps import applied
from tests.conversations.stage import Stage
from tests.conversations.words import label, piece


async def test_a_family_says_no_then_that_it_needs_a_place_after_all(stage: Stage) -> None:
    olena, _, _ = await applied(stage)
    lead = stage.svitlana
    await lead.send("/campaigns")
    shown = await lead.sees(piece("screen-campaigns"))
    [name] = [each["text"] for each in shown.buttons if each["text"].startswith("Відпочинок дітей Луганщини, ")]
    await lead.press(name)
    await lead.press(label("button-need-asks"))
    await lead.press(label("button-need-ask", count="1"))
    await stage.later(minutes=1)
    await olena.sees(piece("letter-still-needed"))
    await olena.press(label("button-need-no"))
    await olena.press(label("button-need-yes"))
    await olena.sees(piece("mine-need-child", needed="yes").split(":")[-1])
    assert await stage.count("SELECT count(*) FROM application_children WHERE state = 'need-confirmed'") == 1
    at = await lead.send("/campaigns")
    await lead.sees_new(piece("screen-campaigns"), at)
    await lead.press(name)
    await lead.press(label("button-need-asks"))
    await lead.sees("Потрібно: 1.")
