"""The campaign that the demo begins with: open since today, small, and over in two days, so that it can be played from
the call to the trip with the clock moved.
"""

from __future__ import annotations

from datetime import date, timedelta

from casework.context import Actor, Context
from casework.recreation.campaigns import (
    ChangeCampaign,
    Choice,
    ChooseInCampaign,
    MakeCampaign,
    change_campaign,
    choose_in_campaign,
    make_campaign,
)
from casework.staff.join import ShowDesk, desk
from db.repositories import staff
from rules.local_time import local_date
from rules.recreation.editing import Field
from rules.roles import Role

TEMPLATE = "oblast-170"
OPEN_DAYS, ANSWER_DAYS = 2, 2
UNTIL_THE_TRIP, STAY = timedelta(days=60), timedelta(days=20)
"""21 days with the first and the last: a stay for health is no shorter by law."""
SEATS = 3
PAPERS = "child-id confirmation child chat required\nform-079 departure child paper required"
LOT = "курс долара НБУ наступного робочого дня"


def _fields(today: date) -> dict[Field, str]:
    """What the lead types, in order."""
    leaves = today + UNTIL_THE_TRIP
    shift = f"Лісова казка; health; {leaves:%d.%m.%Y}–{leaves + STAY:%d.%m.%Y}; {SEATS}; автобус з Полтави"
    return {
        Field.DATES: f"{today:%d.%m.%Y}–{today + timedelta(days=OPEN_DAYS):%d.%m.%Y}",
        Field.PAPERS: PAPERS,
        Field.SHIFTS: shift,
        Field.LOT: LOT,
        Field.ANSWER: str(ANSWER_DAYS),
    }


async def lead_of(ctx: Context, account: int) -> Actor:
    """The staff member with this Telegram account."""
    member = await staff.by_telegram(ctx.uow.session, account)
    assert member is not None, "they have joined"
    return Actor(Role(member.role), member.id, member.organisation_id, account)


async def make_the_campaign(ctx: Context) -> None:
    """The lead makes it, as on the desk, and is at home again."""
    campaign = await make_campaign(ctx, MakeCampaign(TEMPLATE))
    number = 0
    for field, words in _fields(local_date(ctx.now)).items():
        number = await change_campaign(ctx, ChangeCampaign(campaign, field, words))
    await choose_in_campaign(ctx, ChooseInCampaign(campaign, Choice.ORDER_CONFIRMED, number))
    await desk(ctx, ShowDesk())
