"""The clock's part of a trial: read in one transaction, worked out while none is open, and kept in another one."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.act import act
from casework.allocation.gathering import Rows, gather, read_rows
from casework.allocation.trying import flaw_now
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Allocation
from db.repositories import allocation, allocation_steps, recreation, staff
from db.repositories.allocation import ASKED, DRAFT, UNDONE
from rules.allocation.asked import Application
from rules.allocation.facts import kept_tried
from rules.allocation.order import in_order
from rules.allocation.reasons import Decision, Step
from rules.allocation.step import step
from rules.local_time import local_date
from rules.recreation.sharing import order_rule, shifts_of
from rules.recreation.terms import Terms

MOST_TRIES = 5
"""So often it is worked out anew because something changed meanwhile, or a process died; then the lead is told."""
AT_ONCE = 1_000
"""Rows of the order in one statement."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a trial follows from, as it was read: all of it, and nothing else."""

    allocation_id: int
    campaign_id: int
    version_id: int
    terms: Terms
    today: date
    seed: str
    read: Rows


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of it. `parties`: rows of the order, `left`: seats that nobody has, both as they are kept."""

    parties: list[dict[str, Any]]
    left: dict[str, Any]
    fingerprint: str


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
    read = await read_rows(ctx.uow.session, call)
    return Asked(row.id, row.campaign_id, call.version.id, call.terms, local_date(ctx.now), row.seed, read)


def worked_out(asked: Asked) -> Worked:
    """The order, the first step and the digest of all they follow from. Seconds of CPU for thousands of families."""
    gathered = gather(asked.terms, asked.read)
    order = in_order(order_rule(asked.terms), gathered.applications, asked.seed)
    first = step(order.ranks, shifts_of(asked.terms, asked.today), ())
    parties = [_party(asked.allocation_id, gathered.ids, decision) for decision in first.decisions]
    return Worked(parties, seats_left(first), fingerprint(asked.terms, asked.today, asked.seed, asked.read))


def fingerprint(terms: Terms, today: date, seed: str, read: Rows) -> str:
    """The digest of all that the order and the first offers follow from."""
    rule = order_rule(terms)
    from_all = [seed, f"{sorted(rule.weights.items())} {rule.papers_by} {rule.counted} {rule.criteria}"]
    from_all += [repr(shifts_of(terms, today)), *sorted(_as_text(each) for each in gather(terms, read).applications)]
    return hashlib.sha256("\n".join(from_all).encode()).hexdigest()


def _as_text(asked: Application) -> str:
    """All that the order takes of an application, the same every time: sets have no order of their own."""
    children = [(each.number, each.key, each.born, each.wishes, sorted(each.categories)) for each in asked.children]
    return repr((asked.number, asked.submitted_at, asked.complete_at, asked.together, children))


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
    same = call.version.id == asked.version_id and local_date(ctx.now) == asked.today
    if not same or await read_rows(session, call) != asked.read:
        return False
    for start in range(0, len(data.worked.parties), AT_ONCE):
        await allocation.add_parties(session, data.worked.parties[start : start + AT_ONCE])
    row.state, row.version_id, row.tried_at = DRAFT, asked.version_id, ctx.now
    row.fingerprint, row.left = data.worked.fingerprint, data.worked.left
    await _show(ctx, row)
    return True


async def _give_up(ctx: Context, row: Allocation) -> None:
    row.state = UNDONE
    await _show(ctx, row)


async def _show(ctx: Context, row: Allocation) -> None:
    member = await staff.by_id(ctx.uow.session, row.staff_id)
    await show_on_desk(ctx, member, kinds.allocation.AllocationScreen(member.id, row.campaign_id))


def _party(allocation_id: int, ids: Mapping[str, int], decision: Decision) -> dict[str, Any]:
    rank = decision.rank
    number, part = rank.party.id
    return {
        "allocation_id": allocation_id,
        "rank": rank.number,
        "application_id": ids[number],
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
