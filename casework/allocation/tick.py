"""The clock's part: terms that are over end, and what came free goes to the next one, by the rule and in one step.

What a step follows from is read in one transaction, the step is worked out while none is open, and its offers are
written in another one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from casework.act import act
from casework.allocation.confirm import places_of
from casework.allocation.gathering import Confirmed, played, read_confirmed
from casework.allocation.working import found_by, seats_left
from casework.context import Context
from db.models import PlaceOffer
from db.repositories import allocation, allocation_steps, recreation
from db.repositories.allocation import CONFIRMED
from db.repositories.recreation import Call
from rules.allocation.facts import LineKind, kept
from rules.allocation.order import PartyId
from rules.allocation.reasons import NewOffer, Step, Why
from rules.allocation.step import step
from rules.recreation.campaigns import CampaignState
from rules.recreation.offers import OfferState, answer_by

WAIT = frozenset({Why.NO_SEAT, Why.SAME_CHILD, Why.NO_SHIFT_FITS})
"""Whoever got nothing by their first step is told that they wait; of the same child nobody but staff hears."""
TERMS = 100
"""Offers that end in one transaction: those of a first round all end on the same evening."""


@dataclass(frozen=True, slots=True)
class LookAhead:
    """All allocations in which something has happened."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How many offers ended, and what the next steps follow from: one allocation each, none while more are to end."""

    ended: int = 0
    ahead: tuple[Confirmed, ...] = ()


@act("allocation.look_ahead")
async def look_ahead(ctx: Context, data: LookAhead) -> Looked:
    """Ends offers whose term is over, and reads what follows. Whatever dies before the step was written finds the same
    again.
    """
    ended, ahead = 0, []
    for allocation_id in await allocation.due(ctx.uow.session, ctx.now):
        row = await allocation.lock(ctx.uow.session, allocation_id)
        call = await recreation.call(ctx.uow.session, row.campaign_id) if row is not None else None
        if row is None or call is None:
            continue
        standing = await allocation.standing_of_allocation(ctx.uow.session, row.id)
        over = sorted((each for each in standing.values() if each.due_at <= ctx.now), key=lambda each: each.id)
        ended += await _expire(ctx, over[:TERMS])
        if len(over) > TERMS:
            return Looked(ended)
        ahead.append(await read_confirmed(ctx.uow.session, row, call, ctx.now))
    return Looked(ended, tuple(ahead))


@dataclass(frozen=True, slots=True)
class Stepped:
    """The next step of an allocation. `found`: in JSON what it found for parties for whom something else was known;
    `parties`: their rows; `wait`: those who are new, got nothing and wait.
    """

    ahead: Confirmed
    done: Step
    found: str
    parties: dict[PartyId, int]
    wait: tuple[int, ...]


def next_steps(ahead: Sequence[Confirmed]) -> tuple[Stepped, ...]:
    """Worked out beside the event loop: seconds of CPU for thousands of families."""
    return tuple(_stepped(each) for each in ahead)


def _stepped(ahead: Confirmed) -> Stepped:
    now = played(ahead)
    done = step(now.ranks, now.shifts, now.log)
    rows = {(each.number, each.part): each for each in ahead.parties}
    found = []
    for decision in done.decisions:
        row, why, tried = rows[decision.rank.party.id], decision.why.value, found_by(decision)
        if row.why != why or row.tried != tried:
            found.append({"id": row.id, "why": why, "tried": tried})
    parties = {party: row.id for party, row in rows.items()}
    waiting = (parties[each.rank.party.id] for each in done.decisions if each.why in WAIT)
    wait = tuple(each for each in waiting if each in ahead.new)
    return Stepped(ahead, done, json.dumps(found), parties, wait)


@dataclass(frozen=True, slots=True)
class MoveUp:
    """The steps to be written."""

    steps: tuple[Stepped, ...]


@act("allocation.move_up")
async def move_up(ctx: Context, data: MoveUp) -> int:
    """Writes the offers of each step; how many. Families are told afterwards, see `tell`. Done again it finds nothing;
    whatever dies in between is undone whole.
    """
    return sum([await _written(ctx, each) for each in data.steps])


async def _written(ctx: Context, step_: Stepped) -> int:
    """Nothing is written where the campaign says something else by now, another step was written, somebody came into
    the order, or somebody spoke to whom an offer is made: the next look finds it again. What others said meanwhile
    changes no seat that is given here; it is for the step after.
    """
    session, ahead, offers = ctx.uow.session, step_.ahead, step_.done.offers
    row = await allocation.lock(session, ahead.allocation_id)
    call = await recreation.call(session, row.campaign_id) if row is not None else None
    if row is None or call is None or row.state != CONFIRMED or call.state is not CampaignState.ALLOCATING:
        return 0
    concerned = [step_.parties[each.offer.party] for each in offers]
    stale = call.version.id != ahead.version_id or (row.stepped_line, row.stepped_version) != ahead.stepped
    if stale or await allocation_steps.have_spoken(session, row.id, concerned, ahead.last_line):
        return 0
    spoke = (await allocation.last_line(session, row.id) or 0) > ahead.last_line
    await allocation.make_places(session, row.campaign_id, places_of(call))
    await _offer(ctx, call, offers, concerned)
    await allocation_steps.found(session, step_.found)
    await allocation_steps.to_be_told(session, step_.wait, untold=True)
    row.left = seats_left(step_.done)
    row.stepped_line = ahead.last_line if spoke else await allocation.last_line(session, row.id) or 0
    row.stepped_version = call.version.id
    return len(offers)


async def _expire(ctx: Context, over: Sequence[PlaceOffer]) -> int:
    for found in over:
        offer = await allocation.lock_offer(ctx.uow.session, found.id)
        assert offer is not None, "offers are never deleted"
        line = _line(ctx, offer.party_id, LineKind.EXPIRED.value, {})
        await allocation_steps.add_lines(ctx.uow.session, [line])
        await _end(ctx, offer, OfferState.EXPIRED, untold=True)
    return len(over)


async def _end(ctx: Context, offer: PlaceOffer, state: OfferState, *, untold: bool) -> None:
    offer.state, offer.ended_at, offer.untold = state.value, ctx.now, untold
    for place in await allocation.places_of_offer(ctx.uow.session, offer.id):
        if place.child_id is None:
            place.offer_id = None
    await ctx.uow.session.flush()


async def _offer(ctx: Context, call: Call, offers: Sequence[NewOffer], party_ids: Sequence[int]) -> None:
    """Writes the new offers. Whatever gives way goes first: its seats are part of what is offered now."""
    session = ctx.uow.session
    for before in await allocation_steps.standing_of_parties(session, party_ids):
        locked = await allocation.lock_offer(session, before)
        assert locked is not None, "offers are never deleted"
        await _end(ctx, locked, OfferState.REPLACED, untold=False)
    due_at = answer_by(ctx.now, call.terms.answer_days)
    ids = await allocation_steps.add_offers(
        session,
        [
            {
                "party_id": party_id,
                "state": OfferState.STANDING.value,
                "choices": [[int(shift), seats] for shift, seats in new.offer.choices],
                "whole": new.offer.holds_all,
                "made_at": ctx.now,
                "due_at": due_at,
                "untold": True,
            }
            for new, party_id in zip(offers, party_ids, strict=True)
        ],
    )
    lines = [(party_id, *kept(new.offer)) for new, party_id in zip(offers, party_ids, strict=True)]
    await allocation_steps.add_lines(
        session, [_line(ctx, party_id, kind.value, facts) for party_id, kind, facts in lines]
    )
    await allocation_steps.to_be_told(session, party_ids, untold=False)
    seats = [
        (offer_id, int(shift), seats)
        for new, offer_id in zip(offers, ids, strict=True)
        for shift, seats in new.offer.choices
    ]
    if not await allocation_steps.take_places(session, call.campaign.id, seats):
        raise RuntimeError("fewer places are free than the rule gave away")


def _line(ctx: Context, party_id: int, kind: str, facts: dict[str, Any]) -> dict[str, Any]:
    who = {"actor_kind": ctx.actor.role.value, "actor_id": None}
    return {"party_id": party_id, "kind": kind, "facts": facts, "at": ctx.now, **who}
