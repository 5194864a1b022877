"""The clock's part of a trial: read in one transaction, worked out while none is open, and kept in another one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.act import act
from casework.allocation.gathering import Rows, fingerprint, gather, kept_rank, read_rows
from casework.allocation.trying import flaw_now
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Allocation
from db.repositories import allocation, allocation_steps, recreation, staff
from db.repositories.allocation import ASKED, DRAFT, UNDONE
from rules.allocation.facts import kept_tried
from rules.allocation.order import in_order
from rules.allocation.reasons import Decision, Step
from rules.allocation.step import step
from rules.local_time import local_date
from rules.recreation.sharing import order_rule, shifts_of
from rules.recreation.terms import Terms

MOST_TRIES = 5
"""So often it is worked out anew because something changed meanwhile, or a process died; then the lead is told."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a trial follows from, as it was read: all of it, and nothing else."""

    allocation_id: int
    campaign_id: int
    terms: Terms
    today: date
    seed: str
    fingerprint: str
    read: Rows


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of it, as it is kept: the rows of the order in JSON, and the seats that nobody has."""

    parties: str
    left: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ReadTrial:
    """The oldest trial that somebody waits for."""


@act("allocation.read_trial")
async def read_trial(ctx: Context, data: ReadTrial) -> Asked | None:
    """Reads what it follows from; None where nobody waits, or another process reads it. That it was begun is counted:
    one that can't be worked out is given up after `MOST_TRIES`, and the lead is told.
    """
    row = await allocation_steps.next_asked(ctx.uow.session)
    if row is None:
        return None
    call = await recreation.call(ctx.uow.session, row.campaign_id)
    assert call is not None, "a campaign has a version"
    if row.tries >= MOST_TRIES:
        await _give_up(ctx, row)
        return None
    row.tries += 1
    today = local_date(ctx.now)
    # The digest comes first: whatever changes while the rows are read is found when the trial is to be kept.
    digest = await fingerprint(ctx.uow.session, call, today, row.seed)
    read = await read_rows(ctx.uow.session, call)
    return Asked(row.id, row.campaign_id, call.terms, today, row.seed, digest, read)


def worked_out(asked: Asked) -> Worked:
    """The order and the first step. Seconds of CPU for thousands of families."""
    gathered = gather(asked.terms, asked.read)
    order = in_order(order_rule(asked.terms), gathered.applications, asked.seed)
    first = step(order.ranks, shifts_of(asked.terms, asked.today), ())
    parties = [_party(gathered.ids, decision) for decision in first.decisions]
    return Worked(json.dumps(parties), seats_left(first))


@dataclass(frozen=True, slots=True)
class KeepTrial:
    """What was worked out, and from what."""

    asked: Asked
    worked: Worked


@act("allocation.keep_trial")
async def keep_trial(ctx: Context, data: KeepTrial) -> bool:
    """Keeps it to be looked at, on the desk of whoever asked; whether it did. What is not waited for any more is not
    kept, nor what follows from something that has changed meanwhile: that is worked out anew.
    """
    session, asked = ctx.uow.session, data.asked
    await recreation.lock(session, asked.campaign_id)
    row = await allocation.lock(session, asked.allocation_id)
    call = await recreation.call(session, asked.campaign_id)
    if row is None or call is None or row.state != ASKED:
        return False
    if await flaw_now(ctx, call) is not None:
        await _give_up(ctx, row)
        return False
    if await fingerprint(session, call, local_date(ctx.now), row.seed) != asked.fingerprint:
        return False
    await allocation_steps.add_parties(session, row.id, data.worked.parties)
    row.state, row.version_id, row.tried_at = DRAFT, call.version.id, ctx.now
    row.fingerprint, row.left = asked.fingerprint, data.worked.left
    await _show(ctx, row)
    return True


async def _give_up(ctx: Context, row: Allocation) -> None:
    row.state = UNDONE
    await _show(ctx, row)


async def _show(ctx: Context, row: Allocation) -> None:
    member = await staff.by_id(ctx.uow.session, row.staff_id)
    await show_on_desk(ctx, member, kinds.allocation.AllocationScreen(member.id, row.campaign_id))


def _party(ids: Mapping[str, int], decision: Decision) -> dict[str, Any]:
    rank = kept_rank(decision.rank)
    return {
        **rank,
        "application_id": ids[rank["number"]],
        "counts_from": rank["counts_from"].isoformat(),
        "why": decision.why.value,
        "tried": found_by(decision),
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
