"""A lead tries how the places would be shared out: who gets what and why, before anybody is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import AllocationFlaw, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Allocation, StaffMember
from db.repositories import allocation, applicants, recreation, staff
from db.repositories.allocation import ASKED, CONFIRMED
from db.repositories.recreation import Call
from rules.allocation.lots import NotForLots, seed_of
from rules.recreation.allocating import Flaw, flaw_in
from rules.recreation.facts import read_terms

MOST_SIGNS = 120


@dataclass(frozen=True, slots=True)
class TryAllocation:
    """`value`: the public value, as it was published."""

    campaign_id: int
    value: str


@act("allocation.try")
async def try_allocation(ctx: Context, data: TryAllocation) -> int:
    """Asks for it to be worked out (`casework.allocation.working`), to be looked at, in the place of what was tried
    before; its id. Tried again with the same value it comes out the same.

    AllocationFlaw with `why`: see `rules.recreation.allocating`; nothing was changed then. Stale for a campaign of
    another organisation.
    """
    member, call = await opened(ctx, data.campaign_id)
    await require_fit(ctx, call)
    value = data.value.strip()
    numbers = [each.number for each in await applicants.filed(ctx.uow.session, call.campaign.id, call.terms.deadline)]
    seed = _seed(numbers, value)
    await allocation.drop_draft(ctx.uow.session, call.campaign.id)
    row = Allocation(
        campaign_id=call.campaign.id,
        version_id=call.version.id,
        state=ASKED,
        value=value,
        seed=seed,
        numbers=len(numbers),
        fingerprint="",
        tried_at=ctx.now,
        staff_id=member.id,
        left={"left": {}, "short": {}},
    )
    ctx.uow.session.add(row)
    await ctx.uow.session.flush()
    await show_on_desk(ctx, member, kinds.allocation.AllocationScreen(member.id, call.campaign.id))
    return row.id


def _seed(numbers: Sequence[str], value: str) -> str:
    """What the lot is drawn with. AllocationFlaw where there is nothing to draw, or nothing to draw it with."""
    if not numbers:
        raise AllocationFlaw(why=Flaw.NOBODY.value)
    try:
        if len(value) > MOST_SIGNS:
            raise NotForLots(value)
        return seed_of(numbers, value)
    except NotForLots:
        raise AllocationFlaw(why=Flaw.NO_VALUE.value) from None


@dataclass(frozen=True, slots=True)
class ShowAllocation:
    """`first`: the rank with which the page begins; `ask`: the public value is to be typed."""

    campaign_id: int
    first: int = 1
    ask: bool = False


@act("allocation.show")
async def show_allocation(ctx: Context, data: ShowAllocation) -> None:
    """Puts it on the lead's desk. AllocationFlaw and Stale as above, but for what is confirmed already."""
    member, call = await opened(ctx, data.campaign_id)
    if data.ask:
        await require_fit(ctx, call)
        await show_on_desk(ctx, member, kinds.allocation.AllocationValueScreen(member.id, call.campaign.id))
        return
    screen = kinds.allocation.AllocationScreen(member.id, call.campaign.id, data.first)
    await show_on_desk(ctx, member, screen)


async def opened(ctx: Context, campaign_id: int) -> tuple[StaffMember, Call]:
    """The lead who acts, and the locked campaign of theirs. Stale."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    campaign = await recreation.lock(ctx.uow.session, campaign_id)
    call = await recreation.call(ctx.uow.session, campaign_id)
    if campaign is None or call is None or campaign.organisation_id != member.organisation_id:
        raise Stale
    return member, call


async def require_fit(ctx: Context, call: Call) -> None:
    """AllocationFlaw where the places of a locked campaign can't be shared out now."""
    flaw = await flaw_now(ctx, call)
    if flaw is not None:
        raise AllocationFlaw(why=flaw.value)


async def flaw_now(ctx: Context, call: Call) -> Flaw | None:
    """Why they can't; None where they can."""
    there = await allocation.of_campaign(ctx.uow.session, call.campaign.id)
    if there is not None and there.state == CONFIRMED:
        return Flaw.CONFIRMED
    versions = await applicants.versions(ctx.uow.session, call.campaign.id)
    return flaw_in(call.state, call.terms, [(each.at, read_terms(each.terms)) for each in versions])
