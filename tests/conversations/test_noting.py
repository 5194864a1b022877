"""Who phones, or has no Telegram, answers a caseworker, who writes it down."""

from __future__ import annotations

from sqlalchemy import select

from casework.recreation.campaigns import ChangeCampaign, change_campaign
from db.models import Person
from rules.recreation.editing import Field
from tests.conversations.camps import applied, leading
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_later import ASKS, NUMBER, reads_the_table
from tests.conversations.words import TAKE, label, piece

NOTE, WRITE = label("button-note-answers"), label("button-noting-submit")
NO_CERTIFICATE = label("form-recreation-later-certificate-skip")
TAX, CERTIFICATE = label("form-recreation-later-tax"), label("form-recreation-later-certificate")


async def asked(stage: Stage, *, telegram: bool) -> tuple[Talker, int]:
    """Олена's need is confirmed, and two numbers are asked for; Ірина has the case. Its topic."""
    olena, campaign_id, _ = await applied(stage)
    async with leading(stage) as ctx:
        await change_campaign(ctx, ChangeCampaign(campaign_id, Field.ASKS, ASKS))
        await change_campaign(ctx, ChangeCampaign(campaign_id, Field.COLUMNS, "child\ntax"))
    thread = await stage.the_thread()
    await stage.iryna.clicks(thread, TAKE)
    await stage.settled()
    if not telegram:
        async with leading(stage) as ctx:
            person = (await ctx.uow.session.scalars(select(Person).where(Person.telegram_id == olena.id))).one()
            person.telegram_id, person.phone = None, "+380501234567"
    await stage.later(hours=1)
    return olena, thread


async def test_a_family_without_telegram_is_asked_on_the_phone(stage: Stage) -> None:
    _, thread = await asked(stage, telegram=False)
    iryna = stage.iryna
    await iryna.reads(thread, piece("letter-words-to-tell"))
    await iryna.clicks(thread, NOTE)
    shown = await iryna.sees(TAX)
    assert await stage.the_number() in shown.text
    await iryna.send("дванадцять")
    await iryna.sees(label("form-problem-not-ten-digits"))
    await iryna.send(NUMBER)
    await iryna.sees(CERTIFICATE)
    await iryna.send("/desk")
    await iryna.send("Зараз перетелефоную")
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM drafts") == 0, "what is typed for something else is no answer"
    await iryna.clicks(thread, NOTE)
    await iryna.press(NO_CERTIFICATE)
    summary = await iryna.waits(lambda shown: offers(shown, WRITE), "the summary")
    assert NUMBER in summary.text
    await iryna.press(WRITE)
    await iryna.sees(piece("noting-not-copied"))
    await iryna.reads(thread, label("news-questions-noted"))
    assert await stage.rows("SELECT state, reason FROM calls") == [("done", "tell")]
    assert await stage.count("SELECT count(*) FROM tellings WHERE ended_at IS NULL") == 0
    await iryna.clicks(thread, label("button-details"))
    await iryna.whispered(thread, NUMBER)
    assert (await reads_the_table(stage))["Податковий номер"] == NUMBER


async def test_who_has_telegram_and_phones_reads_what_was_written_down(stage: Stage) -> None:
    olena, thread = await asked(stage, telegram=True)
    iryna = stage.iryna
    await iryna.clicks(thread, NOTE)
    await iryna.sees(TAX)
    await iryna.send(NUMBER)
    await iryna.press(NO_CERTIFICATE)
    await iryna.press(WRITE)
    await iryna.sees(piece("noting-copied"))
    copy = await olena.sees(piece("letter-questions-noted"))
    assert NUMBER in copy.text
    await olena.press(label("button-questions-change"))
    await olena.press(label("button-form-edit", label=label("form-recreation-later-tax-label")))
    await olena.sees(TAX)
    await olena.send("2345678902")
    await olena.press(label("button-form-submit"))
    await olena.sees(piece("screen-questions-answered"))
    await iryna.reads(thread, label("news-questions-answered"))
    assert (await reads_the_table(stage))["Податковий номер"] == "2345678902"


async def test_a_caseworker_stops_and_nothing_is_kept(stage: Stage) -> None:
    _, thread = await asked(stage, telegram=True)
    iryna = stage.iryna
    await iryna.clicks(thread, NOTE)
    await iryna.sees(TAX)
    await iryna.send(NUMBER)
    await iryna.sees(CERTIFICATE)
    await iryna.send("/cancel")
    await iryna.press(label("button-noting-drop"))
    await iryna.sees(piece("screen-noting-over", noted="no"))
    assert await stage.count("SELECT count(*) FROM form_drafts") == 0
    assert await stage.count("SELECT count(*) FROM applications WHERE later IS NOT NULL") == 0


async def test_a_colleague_may_not(stage: Stage) -> None:
    _, thread = await asked(stage, telegram=True)
    await stage.andriy.clicks(thread, label("button-more"))
    menu = await stage.andriy.whispered(thread, piece("whisper-menu"))
    assert not offers(menu, NOTE), "only who has the case is offered it"
    assert await stage.count("SELECT count(*) FROM form_drafts") == 0
