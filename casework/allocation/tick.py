"""The clock's part: terms that are over end, and what came free goes to the next one, by the rule and in one step."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.allocation.confirm import places_of
from casework.allocation.gathering import Played, played
from casework.allocation.trying import found_by, seats_left
from casework.context import Context
from db.models import Allocation, AllocationLine, AllocationParty, PlaceOffer
from db.repositories import allocation, recreation
from db.repositories.recreation import Call
from rules.allocation.facts import LineKind, kept
from rules.allocation.order import PartyId
from rules.allocation.reasons import NewOffer, Step, Why
from rules.allocation.step import step
from rules.recreation.offers import OfferState, answer_by

WAIT = frozenset({Why.NO_SEAT, Why.SAME_CHILD, Why.NO_SHIFT_FITS})
"""Whoever got nothing by their first step is told that they wait; of the same child nobody but staff hears."""


@dataclass(frozen=True, slots=True)
class MoveUp:
    """All allocations in which something has happened."""


@act("allocation.move_up")
async def move_up(ctx: Context, data: MoveUp) -> int:
    """Ends offers whose term is over and makes those that follow; how many ended or were made. Families are told
    afterwards, see `tell`. Done again it finds nothing; whatever dies in between is undone whole.
    """
    moved = 0
    for allocation_id in await allocation.due(ctx.uow.session, ctx.now):
        row = await allocation.lock(ctx.uow.session, allocation_id)
        if row is not None:
            moved += await _moved(ctx, row)
    return moved


async def _moved(ctx: Context, row: Allocation) -> int:
    session = ctx.uow.session
    call = await recreation.call(session, row.campaign_id)
    assert call is not None, "a campaign has a version"
    standing = await allocation.standing_of_allocation(session, row.id)
    ended = await _expire(ctx, [each for each in standing.values() if each.due_at <= ctx.now])
    await allocation.make_places(session, row.campaign_id, places_of(call))
    now = await played(session, row, call, ctx.now)
    done = await asyncio.to_thread(step, now.ranks, now.shifts, now.log)
    parties = {(each.number, each.part): each for each in now.rows}
    await _offer(ctx, call, done.offers, parties, standing)
    new = frozenset(parties) if row.stepped_version == 0 else now.joined
    _keep(row, done, parties, new)
    row.stepped_line, row.stepped_version = await _last_line(ctx, row, now), call.version.id
    return ended + len(done.offers)


async def _expire(ctx: Context, over: Sequence[PlaceOffer]) -> int:
    for found in sorted(over, key=lambda each: each.id):
        offer = await allocation.lock_offer(ctx.uow.session, found.id)
        assert offer is not None, "offers are never deleted"
        ctx.uow.session.add(_line(ctx, offer.party_id, LineKind.EXPIRED.value, {}))
        await _end(ctx, offer, OfferState.EXPIRED, untold=True)
    await ctx.uow.session.flush()
    return len(over)


async def _end(ctx: Context, offer: PlaceOffer, state: OfferState, *, untold: bool) -> None:
    offer.state, offer.ended_at, offer.untold = state.value, ctx.now, untold
    for place in await allocation.places_of_offer(ctx.uow.session, offer.id):
        if place.child_id is None:
            place.offer_id = None
    await ctx.uow.session.flush()


async def _offer(
    ctx: Context,
    call: Call,
    offers: Sequence[NewOffer],
    parties: dict[PartyId, AllocationParty],
    standing: dict[int, PlaceOffer],
) -> None:
    """Writes the new offers. Whatever gives way goes first: its seats are part of what is offered now."""
    session = ctx.uow.session
    for new in offers:
        before = standing.get(parties[new.offer.party].id)
        if before is not None and before.state == OfferState.STANDING:
            locked = await allocation.lock_offer(session, before.id)
            assert locked is not None, "offers are never deleted"
            await _end(ctx, locked, OfferState.REPLACED, untold=False)
    for new in offers:
        party = parties[new.offer.party]
        row = PlaceOffer(
            party_id=party.id,
            state=OfferState.STANDING.value,
            choices=[[int(shift), seats] for shift, seats in new.offer.choices],
            whole=new.offer.holds_all,
            made_at=ctx.now,
            due_at=answer_by(ctx.now, call.terms.answer_days),
            untold=True,
        )
        kind, facts = kept(new.offer)
        session.add_all([row, _line(ctx, party.id, kind.value, facts)])
        party.untold = False
        await session.flush()
        for shift, seats in new.offer.choices:
            if await allocation.take_places(session, call.campaign.id, int(shift), seats, row.id) != seats:
                raise RuntimeError("fewer places are free than the rule gave away")


def _line(ctx: Context, party_id: int, kind: str, facts: dict[str, object]) -> AllocationLine:
    return AllocationLine(
        party_id=party_id, kind=kind, facts=facts, at=ctx.now, actor_kind=ctx.actor.role.value, actor_id=None
    )


def _keep(row: Allocation, done: Step, parties: dict[PartyId, AllocationParty], new: frozenset[PartyId]) -> None:
    """What holds for each party now, for whoever asks why. `new`: those who know nothing yet."""
    row.left = seats_left(done)
    for decision in done.decisions:
        party, found = parties[decision.rank.party.id], found_by(decision)
        if party.why != decision.why.value or party.tried != found:
            party.why, party.tried = decision.why.value, found
        if decision.rank.party.id in new and decision.why in WAIT:
            party.untold = True


async def _last_line(ctx: Context, row: Allocation, now: Played) -> int:
    await ctx.uow.session.flush()
    return await allocation.last_line(ctx.uow.session, row.id) or now.last_line
