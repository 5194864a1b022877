"""A campaign goes from one state to another, by the clock or by a lead's hand."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write_many import tell_people
from db.models import Campaign
from db.repositories import recreation
from db.repositories.recreation import Call
from rules.local_time import local_date
from rules.recreation.campaigns import CampaignState, Move, after, due


@dataclass(frozen=True, slots=True)
class ByTheClock:
    """Whatever the dates of campaigns want today."""


@act("campaign.by_the_clock")
async def by_the_clock(ctx: Context, data: ByTheClock) -> int:
    """Opens and closes campaigns by their dates (Kyiv), and tells those who asked; how many moved. Done again it finds
    nothing.
    """
    moved = 0
    for campaign_id in await recreation.going_on(ctx.uow.session):
        campaign = await recreation.lock(ctx.uow.session, campaign_id)
        if campaign is not None:
            moved += await go_by_dates(ctx, campaign)
    return moved


async def go_by_dates(ctx: Context, campaign: Campaign) -> bool:
    """Moves a locked campaign if its dates want it; whether they did."""
    call = await recreation.call(ctx.uow.session, campaign.id)
    assert call is not None, "a campaign has a version"
    wanted = due(call.state, call.terms, local_date(ctx.now))
    if wanted is None:
        return False
    await go(ctx, call, wanted)
    return True


async def go(ctx: Context, call: Call, move: Move) -> None:
    """Makes a move of a locked campaign; whoever asked to be told hears once it is open. NoSuchMove where it has no
    place.
    """
    state = after(move, call.state)
    call.campaign.state, call.campaign.state_at = state.value, ctx.now
    if state is CampaignState.OPEN:
        those = await recreation.take_waiting(ctx.uow.session)
        opening = f"{call.campaign.id}:{int(ctx.now.timestamp())}"
        await tell_people(ctx, those, kinds.recreation.RecreationOpen(call.campaign.id), key=opening)
