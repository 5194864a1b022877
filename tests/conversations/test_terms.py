"""The last days of an application come near, and dates change: what a family gets while the clock goes on."""

from __future__ import annotations

from datetime import timedelta

from rules.local_time import local_date
from tests.conversations.hours import until
from tests.conversations.stage import Stage
from tests.conversations.talkers import offers
from tests.conversations.test_recreation import DATES, SEND, SENT, campaign, fills_in, reads
from tests.conversations.words import label, piece

REMINDED = label("letter-application-reminder")
KIND = "SELECT count(*) FROM letters WHERE kind = :kind AND sent_at IS NOT NULL"
GO_ON = label("button-reminder-draft")


async def test_a_draft_is_reminded_of_by_day_until_it_is_sent(stage: Stage) -> None:
    await until(stage)
    await campaign(stage, days=8)
    olena = await stage.agreed("Олена")
    await fills_in(olena)
    await stage.settled()
    await stage.later(days=1)
    first = await olena.sees(REMINDED)
    assert "Лишилося 7 днів" in first.text
    assert offers(first, GO_ON)
    await stage.later(days=4)
    await olena.sees("Лишилося 3 дні")
    await stage.settled()
    assert await stage.count(KIND, kind="application-reminder") == 2
    await olena.press(GO_ON)
    await olena.press(label("button-form-go-on"))
    await reads(olena, piece("screen-form-summary"), SEND)
    await olena.press(SEND)
    await olena.sees(SENT)
    await stage.later(days=10)
    await stage.settled()
    assert await stage.count(KIND, kind="application-reminder") == 2
    hours = "SELECT count(*) FROM letters WHERE kind = :kind AND extract(hour FROM written_at) NOT IN (6, 7)"
    assert await stage.count(hours, kind="application-reminder") == 0, "nine in the morning in Kyiv"


async def test_a_family_hears_once_of_other_days(stage: Stage) -> None:
    await until(stage)
    await campaign(stage, days=8)
    olena = await stage.agreed("Олена")
    each = await fills_in(olena)
    await stage.settled()
    await each.press(SEND)
    await olena.sees(SENT)
    await stage.later(minutes=10)
    lead, today = stage.svitlana, local_date(stage.clock.now())
    await lead.press(DATES)
    await lead.sees(label("campaign-how-dates"))
    longer = today + timedelta(days=20)
    await lead.send(f"{today:%d.%m.%Y}–{longer:%d.%m.%Y}")
    await stage.settled()
    await stage.later(minutes=6)
    told = await olena.sees("Заяви приймаємо в інші дні")
    assert "Було: " in told.text
    assert "Тепер: " in told.text
    await stage.later(days=2)
    await stage.settled()
    assert await stage.count(KIND, kind="dates-changed") == 1
