"""A document accepted in one campaign is offered in the next, used with one press, and opened by who checks there."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from casework.recreation.campaigns import ChangeCampaign, MakeCampaign, change_campaign, make_campaign
from db.models import Campaign
from rules.local_time import local_date
from rules.recreation.editing import Field
from tests.conversations.camps import leading
from tests.conversations.stage import Stage, number_in
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_recreation import APPLY, SEND, SENT, Counted, reads, tells_all
from tests.conversations.test_review import (
    ACCEPT,
    ASK,
    BACK,
    BOTH,
    CHECK,
    DOCUMENTS,
    IDENTITY,
    PAPERS,
    PROOF,
    a_call,
    applies,
    opens,
    page,
    sends,
)  # fmt: skip
from tests.conversations.words import label, piece, text

USE, USE_BOTH = label("button-document-use"), label("button-document-use-all", count=2)
NEW = label("button-document-send-new")
DATE = label("button-document-date", here="sent")
VALID_FOR = timedelta(days=700)


class Below(Counted):
    """Presses only what stands below their own last words: the chat holds the form of the first campaign, too."""

    at = 0

    async def send(self, words: str) -> int:
        self.at = await super().send(words)
        return self.at

    async def press(self, button: str) -> None:
        await self.person.waits(lambda shown: shown.id > self.at and offers(shown, button), button)
        await super().press(button)


def line(name: str, state: str) -> str:
    """A document in the menu of whoever checks."""
    return label("button-document-line", name=name, state=label(f"document-{state}"))


async def next_campaign(stage: Stage) -> None:
    """The first call is over, and another one is open."""
    today = local_date(stage.clock.now())
    async with leading(stage) as ctx:
        campaign_id = await ctx.uow.session.scalar(select(Campaign.id))
        assert campaign_id is not None
        over = f"{today - timedelta(days=9):%d.%m.%Y}–{today - timedelta(days=1):%d.%m.%Y}"
        await change_campaign(ctx, ChangeCampaign(campaign_id, Field.DATES, over))
    await stage.later(minutes=1)
    async with leading(stage) as ctx:
        another = await make_campaign(ctx, MakeCampaign("oblast-170"))
        days = f"{today:%d.%m.%Y}–{today + timedelta(days=30):%d.%m.%Y}"
        await change_campaign(ctx, ChangeCampaign(another, Field.DATES, days))
        await change_campaign(ctx, ChangeCampaign(another, Field.PAPERS, PAPERS))
    await stage.later(minutes=1)


async def accepted_once(stage: Stage) -> tuple[Talker, str, str]:
    """Олена applied, and Ірина accepted both documents: one with its last day. The guardian, the number, that day."""
    await a_call(stage)
    olena, number = await applies(stage, "Олена")
    iryna = stage.iryna
    await opens(iryna, number)
    await iryna.press(CHECK)
    await iryna.press(ASK)
    await olena.sees(piece("letter-documents-asked"))
    await sends(olena, *BOTH)
    until = f"{local_date(stage.clock.now()) + VALID_FOR:%d.%m.%Y}"
    await iryna.press(DOCUMENTS)
    await iryna.press(line(PROOF, "sent"))
    await iryna.press(DATE)
    await iryna.sees(piece("whisper-document-ask-day"))
    at = await iryna.send("колись")
    await iryna.sees_new(label("refusal-day-unread"), at)
    at = await iryna.send(until)
    await iryna.sees_new(label("document-valid", until=until), at)
    await iryna.press(label("button-document-back"))
    await iryna.press(line(IDENTITY, "sent"))
    await iryna.press(ACCEPT)
    await olena.sees(piece("letter-documents-complete"))
    return olena, number, until


async def asked_again(stage: Stage, olena: Talker) -> str:
    """In the next campaign she is asked for the same; the number."""
    await next_campaign(stage)
    each = Below(olena)
    await each.send("/recreation")
    await each.press(APPLY)
    await tells_all(each)
    await each.press(SEND)
    number = number_in((await olena.sees_new(SENT, each.at)).text)
    await opens(stage.iryna, number)
    await stage.iryna.press(CHECK)
    await stage.iryna.press(ASK)
    return number


async def test_accepted_in_one_campaign_it_is_used_in_the_next_with_one_press(stage: Stage) -> None:
    olena, first, until = await accepted_once(stage)
    number = await asked_again(stage, olena)
    assert number != first
    asked = await olena.waits(lambda shown: number in shown.text and "Уже є в нас" in shown.text, "what we have")
    assert asked.text.count("Уже є в нас") == 2
    assert asked.text.count("Дійсний до") == 1
    await olena.press(USE_BOTH)
    await olena.sees(piece("screen-documents-check"))
    iryna = stage.iryna
    await opens(iryna, number)
    await iryna.sees(label("document-before", number=first, on=f"{local_date(stage.clock.now()):%d.%m.%Y}"))
    await iryna.press(DOCUMENTS)
    await iryna.press(line(PROOF, "sent"))
    await iryna.sees(label("document-valid", until=until))
    await iryna.press(label("button-show-file"))
    await iryna.waits(lambda shown: "photo" in shown.message, "the page itself")
    looked = await stage.rows("SELECT number FROM readings JOIN cases ON cases.id = readings.case_id")
    assert [found for (found,) in looked] == [number], "written down in the case through which it was read"
    await iryna.press(ACCEPT)
    await iryna.press(line(IDENTITY, "sent"))
    await iryna.press(ACCEPT)
    await olena.waits(lambda shown: number in shown.text and "дякуємо" in shown.text, "all is here")


async def test_who_would_rather_send_a_new_one_does(stage: Stage) -> None:
    olena, _, _ = await accepted_once(stage)
    number = await asked_again(stage, olena)
    await olena.waits(lambda shown: number in shown.text and "Уже є в нас" in shown.text, "what we have")
    await olena.press(IDENTITY)
    await reads(olena, "Уже є в нас", NEW)
    await olena.press(NEW)
    await page(olena, IDENTITY)
    await reads(olena, "Бракує", USE)
    await olena.press(USE)
    await olena.sees(piece("screen-documents-check"))
    assert await stage.count("SELECT count(*) FROM wanted_documents WHERE reused_from IS NOT NULL") == 1
    await opens(stage.iryna, number)
    await stage.iryna.press(DOCUMENTS)
    await reads(stage.iryna, text("whisper-documents"), line(IDENTITY, "sent"))
    await stage.iryna.press(BACK)
