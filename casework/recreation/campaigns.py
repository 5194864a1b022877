"""Leads make a campaign from a template, look at it on the desk, change what it says, and move it by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from casework.act import act
from casework.context import Context
from casework.errors import CampaignFlaw, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.recreation.moving import go, go_by_dates
from db.models import StaffMember
from db.repositories import allocation, recreation, staff
from db.repositories.recreation import Call
from rules.local_time import local_date
from rules.recreation.campaigns import Move, NoSuchMove, is_by_hand
from rules.recreation.editing import Field, Unread, typed
from rules.recreation.flaws import Flaw, flaw_in
from rules.recreation.terms import Signing, Terms


@dataclass(frozen=True, slots=True)
class ShowCampaigns:
    """All of the lead's organisation, or one of them."""

    campaign_id: int | None = None


@act("campaign.show")
async def show_campaigns(ctx: Context, data: ShowCampaigns) -> None:
    """Puts it on the lead's desk. Stale for a campaign of another organisation."""
    member = await _member(ctx)
    if data.campaign_id is None:
        await show_on_desk(ctx, member, kinds.recreation.CampaignsScreen(member.id))
        return
    call = await _locked(ctx, member, data.campaign_id)
    await show_on_desk(ctx, member, kinds.recreation.CampaignScreen(member.id, call.campaign.id))


@dataclass(frozen=True, slots=True)
class MakeCampaign:
    """A template of the catalogue, by its slug."""

    template: str


@act("campaign.make")
async def make_campaign(ctx: Context, data: MakeCampaign) -> int:
    """Makes a campaign of the first year in which the template's first day is still to come: nothing opens before a
    lead has looked. Its id; Stale where there is no such template.
    """
    member, template = await _member(ctx), ctx.catalogue.recreation.templates.get(data.template)
    if template is None:
        raise Stale
    today = local_date(ctx.now)
    terms = template.terms(today.year)
    if terms.opens <= today:
        terms = template.terms(today.year + 1)
    call = await recreation.add(ctx.uow.session, member.organisation_id, terms, at=ctx.now, staff_id=member.id)
    await show_on_desk(ctx, member, kinds.recreation.CampaignScreen(member.id, call.campaign.id))
    return call.campaign.id


@dataclass(frozen=True, slots=True)
class AskField:
    """What is to be typed anew."""

    campaign_id: int
    field: Field


@act("campaign.ask")
async def ask_field(ctx: Context, data: AskField) -> None:
    """Shows what stands there, as it is typed. Stale as in `show_campaigns`."""
    member = await _member(ctx)
    call = await _locked(ctx, member, data.campaign_id)
    screen = kinds.recreation.CampaignFieldScreen(member.id, call.campaign.id, data.field.value)
    await show_on_desk(ctx, member, screen)


@dataclass(frozen=True, slots=True)
class ChangeCampaign:
    """A field as it was typed."""

    campaign_id: int
    field: Field
    words: str


@act("campaign.change")
async def change_campaign(ctx: Context, data: ChangeCampaign) -> int:
    """Keeps it as a new version, which counts at once: dates open and close the campaign. The version's number.

    CampaignFlaw with `why` and, where a line can't be read, its number; nothing was changed then. Stale as above.
    """
    member = await _member(ctx)
    call = await _locked(ctx, member, data.campaign_id)
    try:
        terms = typed(call.terms, data.field, data.words, local_date(ctx.now))
    except Unread as unread:
        raise CampaignFlaw(why=unread.flaw.value, line=str(unread.line)) from None
    return await _keep(ctx, member, call, terms)


class Choice(StrEnum):
    """What is changed by a press: one of the ways to sign, or a yes that becomes a no."""

    UNSIGNED = Signing.NONE.value
    PRINTED = Signing.PRINTED.value
    ELECTRONIC = Signing.ELECTRONIC.value
    FOUR_EYES = "four-eyes"
    ORDER_CONFIRMED = "order-confirmed"


@dataclass(frozen=True, slots=True)
class ChooseInCampaign:
    """`number`: the version that the button was made for."""

    campaign_id: int
    choice: Choice
    number: int


@act("campaign.choose")
async def choose_in_campaign(ctx: Context, data: ChooseInCampaign) -> int:
    """The same by a press. Stale where the campaign was changed since the button was made."""
    member = await _member(ctx)
    call = await _locked(ctx, member, data.campaign_id)
    if call.version.number != data.number:
        raise Stale
    return await _keep(ctx, member, call, _chosen(call.terms, data.choice))


def _chosen(terms: Terms, choice: Choice) -> Terms:
    if choice is Choice.FOUR_EYES:
        return replace(terms, four_eyes=not terms.four_eyes)
    if choice is Choice.ORDER_CONFIRMED:
        return replace(terms, order_confirmed=not terms.order_confirmed)
    return replace(terms, signing=Signing(choice.value))


@dataclass(frozen=True, slots=True)
class MoveCampaign:
    """A move by hand."""

    campaign_id: int
    move: Move


@act("campaign.move")
async def move_campaign(ctx: Context, data: MoveCampaign) -> None:
    """Makes the move. Stale where it has no place in the state, or is the clock's, or would take back places that were
    offered; and as above.
    """
    member = await _member(ctx)
    call = await _locked(ctx, member, data.campaign_id)
    if not is_by_hand(data.move):
        raise Stale
    there = await allocation.of_campaign(ctx.uow.session, call.campaign.id)
    if data.move is Move.BACK and there is not None and there.state == allocation.CONFIRMED:
        raise Stale
    try:
        await go(ctx, call, data.move)
    except NoSuchMove:
        raise Stale from None
    await show_on_desk(ctx, member, kinds.recreation.CampaignScreen(member.id, call.campaign.id))


async def _keep(ctx: Context, member: StaffMember, call: Call, terms: Terms) -> int:
    catalogue = ctx.catalogue
    flaw = flaw_in(
        terms,
        categories=catalogue.recreation.children,
        documents=catalogue.documents,
        law=catalogue.recreation.law,
    )
    if flaw is None and await _leaves_out_used(ctx, call, terms):
        flaw = Flaw.SHIFT_USED
    if flaw is not None:
        raise CampaignFlaw(why=flaw.value, line="0")
    number = call.version.number
    if terms != call.terms:
        number += 1
        await recreation.add_version(ctx.uow.session, call.campaign, number, terms, at=ctx.now, staff_id=member.id)
        await go_by_dates(ctx, call.campaign)
    await show_on_desk(ctx, member, kinds.recreation.CampaignScreen(member.id, call.campaign.id))
    return number


async def _leaves_out_used(ctx: Context, call: Call, terms: Terms) -> bool:
    """Whether a shift goes of whose places the families of a confirmed allocation were told."""
    used = await allocation.taken(ctx.uow.session, call.campaign.id)
    return not used.keys() <= {shift.number for shift in terms.shifts}


async def _member(ctx: Context) -> StaffMember:
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)


async def _locked(ctx: Context, member: StaffMember, campaign_id: int) -> Call:
    campaign = await recreation.lock(ctx.uow.session, campaign_id)
    if campaign is None or campaign.organisation_id != member.organisation_id:
        raise Stale
    call = await recreation.call(ctx.uow.session, campaign_id)
    assert call is not None, "a campaign has a version"
    return call
