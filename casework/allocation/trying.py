"""A lead tries how the places would be shared out: who gets what and why, before anybody is told."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass
from typing import Any

from casework.act import act
from casework.allocation.gathering import Gathered, gather
from casework.context import Context
from casework.errors import AllocationFlaw, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Allocation, StaffMember
from db.repositories import allocation, applicants, recreation, staff
from db.repositories.allocation import CONFIRMED, DRAFT
from db.repositories.recreation import Call
from rules.allocation.asked import Application, Shift
from rules.allocation.facts import kept_tried
from rules.allocation.lots import NotForLots, seed_of
from rules.allocation.order import Order, in_order
from rules.allocation.reasons import Decision, Step
from rules.allocation.step import step
from rules.local_time import local_date
from rules.recreation.allocating import Flaw, flaw_in
from rules.recreation.facts import read_terms
from rules.recreation.sharing import order_rule, shifts_of

MOST_SIGNS = 120


@dataclass(frozen=True, slots=True)
class Worked:
    """The order and the first step, with the digest of all they follow from."""

    seed: str
    numbers: int
    order: Order
    step: Step
    fingerprint: str
    ids: dict[str, int]


@dataclass(frozen=True, slots=True)
class TryAllocation:
    """`value`: the public value, as it was published."""

    campaign_id: int
    value: str


@act("allocation.try")
async def try_allocation(ctx: Context, data: TryAllocation) -> int:
    """Works it out and keeps it to be looked at, in the place of what was tried before; its id. Tried again with the
    same value it is the same.

    AllocationFlaw with `why`: see `rules.recreation.allocating`; nothing was changed then. Stale for a campaign of
    another organisation.
    """
    member, call = await opened(ctx, data.campaign_id)
    await require_fit(ctx, call)
    worked = await work_out(ctx, call, data.value.strip())
    await allocation.drop_draft(ctx.uow.session, call.campaign.id)
    row = Allocation(
        campaign_id=call.campaign.id,
        version_id=call.version.id,
        state=DRAFT,
        value=data.value.strip(),
        seed=worked.seed,
        numbers=worked.numbers,
        fingerprint=worked.fingerprint,
        tried_at=ctx.now,
        staff_id=member.id,
        left=seats_left(worked.step),
    )
    ctx.uow.session.add(row)
    await ctx.uow.session.flush()
    rows = [_party(row.id, worked, decision) for decision in worked.step.decisions]
    await allocation.add_parties(ctx.uow.session, rows)
    await show_on_desk(ctx, member, kinds.allocation.AllocationScreen(member.id, call.campaign.id))
    return row.id


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
    there = await allocation.of_campaign(ctx.uow.session, call.campaign.id)
    if there is not None and there.state == CONFIRMED:
        raise AllocationFlaw(why=Flaw.CONFIRMED.value)
    versions = await applicants.versions(ctx.uow.session, call.campaign.id)
    flaw = flaw_in(call.state, call.terms, [(each.at, read_terms(each.terms)) for each in versions])
    if flaw is not None:
        raise AllocationFlaw(why=flaw.value)


async def work_out(ctx: Context, call: Call, value: str) -> Worked:
    """The order and the first step, worked out beside the event loop: with thousands of families it takes a second."""
    gathered = await gather(ctx.uow.session, call)
    if not gathered.numbers:
        raise AllocationFlaw(why=Flaw.NOBODY.value)
    try:
        if len(value) > MOST_SIGNS:
            raise NotForLots(value)
        seed = seed_of(gathered.numbers, value)
    except NotForLots:
        raise AllocationFlaw(why=Flaw.NO_VALUE.value) from None
    shifts = shifts_of(call.terms, local_date(ctx.now))
    return await asyncio.to_thread(_worked, call, gathered, shifts, seed)


def _worked(call: Call, gathered: Gathered, shifts: tuple[Shift, ...], seed: str) -> Worked:
    order = in_order(order_rule(call.terms), gathered.applications, seed)
    rule = order_rule(call.terms)
    from_all = [seed, f"{sorted(rule.weights.items())} {rule.papers_by} {rule.counted} {rule.criteria}", repr(shifts)]
    from_all += sorted(_as_text(each) for each in gathered.applications)
    return Worked(
        seed=seed,
        numbers=len(gathered.numbers),
        order=order,
        step=step(order.ranks, shifts, ()),
        fingerprint=hashlib.sha256("\n".join(from_all).encode()).hexdigest(),
        ids=dict(gathered.ids),
    )


def _as_text(asked: Application) -> str:
    """All that the order takes of an application, the same every time: sets have no order of their own."""
    children = [(each.number, each.key, each.born, each.wishes, sorted(each.categories)) for each in asked.children]
    return repr((asked.number, asked.submitted_at, asked.complete_at, asked.together, children))


def _party(allocation_id: int, worked: Worked, decision: Decision) -> dict[str, Any]:
    rank = decision.rank
    number, part = rank.party.id
    return {
        "allocation_id": allocation_id,
        "rank": rank.number,
        "application_id": worked.ids[number],
        "number": number,
        "part": part,
        "children": [child.number for child in rank.party.children],
        "weight": rank.weight,
        "counts_from": rank.counts_from,
        "kept": rank.kept,
        "lot": rank.lot,
        "decided_by": rank.decided_by.value if rank.decided_by else None,
        "why": decision.why.value,
        "tried": found_by(decision),
        "untold": False,
    }


def found_by(decision: Decision) -> dict[str, Any]:
    """What a party found and is offered, as it is kept."""
    offer = decision.offer
    return {
        "tried": kept_tried(decision.tried),
        "offer": [] if offer is None else [list(choice) for choice in offer.choices],
        "other": list(decision.other) if decision.other else None,
    }


def seats_left(done: Step) -> dict[str, Any]:
    """The seats that nobody has, and those that are short, as they are kept."""
    return {"left": dict(done.left), "short": dict(done.short)}
