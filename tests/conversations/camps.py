"""A family whose need is confirmed, and a campaign whose call is over: what trips and places begin with."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select, update

from casework.allocation.confirm import ConfirmAllocation, confirm_allocation
from casework.allocation.trying import TryAllocation, try_allocation
from casework.context import MACHINE, Actor, Context
from casework.recreation.campaigns import (
    ChangeCampaign,
    Choice,
    ChooseInCampaign,
    MoveCampaign,
    change_campaign,
    choose_in_campaign,
    move_campaign,
)
from db.models import Application, ApplicationChild, Campaign, CampaignVersion
from db.repositories import staff
from rules.local_time import local_date
from rules.recreation.campaigns import Move
from rules.recreation.editing import Field
from rules.roles import Role
from tests.casework.allocation.campaign import works_out
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker, offers
from tests.conversations.test_recreation import SEND, SENT, campaign, fills_in
from tests.conversations.words import label, piece

UNTIL_SHIFT, LASTS = 2, 20
"""The shift begins so many days after today, and lasts so many more."""


@asynccontextmanager
async def leading(stage: Stage) -> AsyncIterator[Context]:
    """Світлана acts, in one transaction."""
    async with stage.app.database.uow() as uow:
        lead = await staff.by_telegram(uow.session, stage.svitlana.id)
        assert lead is not None
        yield stage.app.context(uow, Actor(Role.SUPERVISOR, lead.id, lead.organisation_id, lead.telegram_id))


async def applied(stage: Stage) -> tuple[Talker, int, date]:
    """Олена applied for one child, whose need is confirmed, and the call is over; the campaign, and the first day of
    its only shift. The call was made some days ago, so that the clock need not leap.
    """
    await campaign(stage)
    today = local_date(stage.clock.now())
    first = today + timedelta(days=UNTIL_SHIFT)
    async with leading(stage) as ctx:
        campaign_id = await ctx.uow.session.scalar(select(Campaign.id))
        assert campaign_id is not None
        shift = f"Артек; health; {first:%d.%m.%Y}–{first + timedelta(days=LASTS):%d.%m.%Y}; 1; автобус"
        await change_campaign(ctx, ChangeCampaign(campaign_id, Field.SHIFTS, shift))
        await change_campaign(ctx, ChangeCampaign(campaign_id, Field.LOT, "курс НБУ"))
    olena = await stage.agreed("Олена")
    each = await fills_in(olena)
    await each.press(SEND)
    await olena.sees(SENT)
    async with leading(stage) as ctx:
        session, before = ctx.uow.session, ctx.now - timedelta(days=5)
        confirmed = {"state": "need-confirmed"}
        await session.execute(update(ApplicationChild).values(**confirmed, periods=["either"], state_at=before))
        await session.execute(update(Application).values(**confirmed, filed_at=before))
        over = f"{today - timedelta(days=9):%d.%m.%Y}–{today - timedelta(days=1):%d.%m.%Y}"
        await change_campaign(ctx, ChangeCampaign(campaign_id, Field.DATES, over))
        await session.execute(update(CampaignVersion).values(at=before))
    return olena, campaign_id, first


async def shared_out(stage: Stage, campaign_id: int) -> None:
    """The lead shares out; offers follow by themselves."""
    async with leading(stage) as ctx:
        newest = await ctx.uow.session.scalar(
            select(CampaignVersion.number).order_by(CampaignVersion.number.desc()).limit(1)
        )
        await choose_in_campaign(ctx, ChooseInCampaign(campaign_id, Choice.ORDER_CONFIRMED, newest or 0))
        await move_campaign(ctx, MoveCampaign(campaign_id, Move.ALLOCATE))
        tried = await try_allocation(ctx, TryAllocation(campaign_id, "42.1337"))
        assert await works_out(replace(ctx, actor=MACHINE))
        await confirm_allocation(ctx, ConfirmAllocation(campaign_id, tried))
    await stage.later(minutes=1)


async def with_place(stage: Stage) -> tuple[Talker, int, date]:
    """And Олена took the place that she was offered."""
    olena, campaign_id, first = await applied(stage)
    await shared_out(stage, campaign_id)
    offered = await olena.sees(piece("letter-place-offered"))
    [take] = [each["text"] for each in offered.buttons if "Артек" in each["text"]]
    await olena.press(take)
    await olena.waits(lambda shown: offers(shown, label("button-place-back")), "the place")
    return olena, campaign_id, first
