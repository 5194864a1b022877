"""Campaigns on the desk: made, changed in versions, opened and closed by the clock, and told to whoever asked."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from casework.context import Actor
from casework.errors import CampaignFlaw, NotPermitted, Stale
from casework.letters import kinds
from casework.recreation.campaigns import (
    AskField,
    Choice,
    ChooseInCampaign,
    MakeCampaign,
    MoveCampaign,
    ShowCampaigns,
    ask_field,
    choose_in_campaign,
    make_campaign,
    move_campaign,
    show_campaigns,
)
from casework.recreation.entry import ShowRecreation, TellMe, show_recreation, tell_me
from db.repositories import recreation
from rules.local_time import start_of_day
from rules.recreation.campaigns import CampaignState, Move
from rules.recreation.editing import Field
from rules.recreation.terms import Signing
from rules.roles import Role
from tests.casework.recreation.programme import CLOSES, LAST_MOMENT, TEMPLATE, Programme
from tests.casework.world import ELSEWHERE, World


async def test_a_new_one_opens_in_the_next_year_that_begins_after_today(planned: Programme, world: World) -> None:
    call = await recreation.call(world.uow.session, planned.id)
    assert call is not None
    assert (call.terms.opens.isoformat(), call.terms.closes.isoformat()) == ("2027-02-01", "2027-03-06")
    assert (call.state, call.campaign.year, call.version.number) == (CampaignState.PLANNED, 2027, 1)
    assert await world.screen(planned.lead) == kinds.recreation.CampaignScreen(planned.lead.id or 0, planned.id)
    assert await planned.clock() == 0, "nothing opens before a lead has looked"


async def test_every_change_is_a_version_and_those_before_stay(planned: Programme, world: World) -> None:
    assert await planned.types(Field.AGES, "6–18") == 2
    assert await planned.types(Field.AGES, "6-18") == 2, "what changes nothing is no version"
    assert await planned.types(Field.NAME, "Літо") == 3
    versions = await recreation.versions(world.uow.session, planned.id, 9)
    assert [(each.number, each.terms["ages"]["least"], each.terms["name"]["uk"]) for each in versions] == [
        (3, 6, "Літо"),
        (2, 6, "Відпочинок дітей Луганщини"),
        (1, 7, "Відпочинок дітей Луганщини"),
    ]


async def test_what_cant_be_read_or_cant_stand_changes_nothing(planned: Programme, world: World) -> None:
    async with world.refused(CampaignFlaw, why="unread", line="2"):
        await planned.types(Field.CATEGORIES, "C01 10\nдобрі діти")
    async with world.refused(CampaignFlaw, why="health-early", line="0"):
        await planned.types(Field.PAPERS, "form-079 need child chat required")
    async with world.refused(CampaignFlaw, why="stay-short", line="0"):
        await planned.types(Field.STAYS, "health 20")


async def test_a_press_changes_the_version_that_it_was_made_for(planned: Programme, world: World) -> None:
    ctx = world.ctx(planned.lead)
    assert await choose_in_campaign(ctx, ChooseInCampaign(planned.id, Choice.PRINTED, 1)) == 2
    assert await choose_in_campaign(ctx, ChooseInCampaign(planned.id, Choice.ORDER_CONFIRMED, 2)) == 3
    async with world.refused(Stale):
        await choose_in_campaign(ctx, ChooseInCampaign(planned.id, Choice.FOUR_EYES, 2))
    call = await recreation.call(world.uow.session, planned.id)
    assert call is not None
    assert (call.terms.signing, call.terms.order_confirmed) == (Signing.PRINTED, True)


async def test_only_leads_of_the_same_organisation(planned: Programme, world: World, iryna: Actor) -> None:
    other = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    async with world.refused(NotPermitted, act="campaign.make"):
        await make_campaign(world.ctx(iryna), MakeCampaign(TEMPLATE))
    async with world.refused(Stale):
        await show_campaigns(world.ctx(other), ShowCampaigns(planned.id))
    async with world.refused(Stale):
        await ask_field(world.ctx(other), AskField(planned.id, Field.DATES))
    async with world.refused(Stale):
        await make_campaign(world.ctx(planned.lead), MakeCampaign("unheard-of"))


async def test_dates_open_and_close_it_at_once_and_the_clock_does_the_rest(planned: Programme, world: World) -> None:
    await planned.types(Field.DATES, "12.03.2026–06.04.2026")
    assert (await planned.campaign()).state == CampaignState.PLANNED
    world.now = datetime(2026, 3, 11, 21, 59, tzinfo=UTC)  # 23:59 in Kyiv
    assert await planned.clock() == 0
    world.now = datetime(2026, 3, 11, 22, 0, tzinfo=UTC)
    assert await planned.clock() == 1
    assert await planned.clock() == 0, "the second look finds nothing"
    assert (await planned.campaign()).state == CampaignState.OPEN
    world.now = LAST_MOMENT  # summer time has begun since
    assert await planned.clock() == 0
    world.now = LAST_MOMENT + timedelta(seconds=1)
    assert await planned.clock() == 1
    assert (await planned.campaign()).state == CampaignState.CLOSED
    await planned.types(Field.DATES, "12.03.2026–20.04.2026")
    assert (await planned.campaign()).state == CampaignState.OPEN, "prolonged"


@pytest.mark.parametrize("move", list(Move))
async def test_a_lead_makes_the_moves_that_are_a_humans(programme: Programme, world: World, move: Move) -> None:
    ctx = world.ctx(programme.lead)
    if move is Move.PAUSE:
        await move_campaign(ctx, MoveCampaign(programme.id, move))
        assert (await programme.campaign()).state == CampaignState.PAUSED
    else:
        async with world.refused(Stale):
            await move_campaign(ctx, MoveCampaign(programme.id, move))


async def test_whoever_asked_is_told_once_when_it_opens(planned: Programme, world: World, olena: Actor) -> None:
    mykola = await world.person("Микола")
    for actor in (olena, mykola, olena):
        await tell_me(world.ctx(actor), TellMe())
    await tell_me(world.ctx(mykola), TellMe(stop=True))
    await planned.types(Field.DATES, "12.03.2026–06.04.2026")
    world.now = datetime(2026, 3, 12, 7, 0, tzinfo=UTC)
    await planned.clock()
    await planned.clock()
    [letter] = await world.waiting(kinds.recreation.RecreationOpen)
    assert letter.person_id == olena.id
    await move_campaign(world.ctx(planned.lead), MoveCampaign(planned.id, Move.PAUSE))
    assert await world.sight(letter) is None, "no longer true"
    await move_campaign(world.ctx(planned.lead), MoveCampaign(planned.id, Move.RESUME))
    assert len(await world.waiting(kinds.recreation.RecreationOpen)) == 1, "who was told asked no more"


async def test_at_night_nobody_is_woken(planned: Programme, world: World, olena: Actor) -> None:
    await tell_me(world.ctx(olena), TellMe())
    await planned.types(Field.DATES, "12.03.2026–06.04.2026")
    world.now = datetime(2026, 3, 11, 22, 0, tzinfo=UTC)
    await planned.clock()
    [letter] = await world.waiting(kinds.recreation.RecreationOpen)
    assert letter.not_before == datetime(2026, 3, 12, 6, 0, tzinfo=UTC)


async def test_nobody_asks_to_be_told_of_what_is_open_or_from_a_phone_that_may_be_searched(
    programme: Programme, world: World, olena: Actor
) -> None:
    async with world.refused(Stale):
        await tell_me(world.ctx(olena), TellMe())
    await move_campaign(world.ctx(programme.lead), MoveCampaign(programme.id, Move.PAUSE))
    watched = await world.watched()
    async with world.refused(Stale):
        await tell_me(world.ctx(watched), TellMe())


async def test_people_are_shown_the_campaign_that_matters(planned: Programme, world: World, olena: Actor) -> None:
    await show_recreation(world.ctx(olena), ShowRecreation())
    assert await world.screen(olena) == kinds.recreation.RecreationScreen(planned.id)
    now = await Programme(world, planned.lead).opened()
    await show_recreation(world.ctx(olena), ShowRecreation())
    assert await world.screen(olena) == kinds.recreation.RecreationScreen(now.id)
    assert (await now.campaign()).year == CLOSES.year


async def test_without_a_campaign_it_is_said_so(world: World, olena: Actor) -> None:
    await show_recreation(world.ctx(olena), ShowRecreation())
    assert await world.screen(olena) == kinds.recreation.RecreationScreen(0)
    await tell_me(world.ctx(olena), TellMe())
    assert await recreation.waits(world.uow.session, olena.id or 0)


async def test_the_clock_knows_when_a_campaign_opens_and_when_it_closes(world: World, planned: Programme) -> None:
    """And goes by that in a leap: at each moment that is named there is something to do."""

    async def next_move(after: timedelta) -> datetime | None:
        return await recreation.next_move(world.uow.session, world.now + after)

    call = await recreation.call(world.uow.session, planned.id)
    assert call is not None
    for day in (call.terms.opens, call.terms.closes + timedelta(days=1)):
        begins = start_of_day(day)
        assert await next_move(begins - world.now - timedelta(seconds=1)) is None
        assert await next_move(timedelta(days=1000)) == begins
        world.now = begins
        assert await planned.clock() == 1
    assert await next_move(timedelta(days=1000)) is None
