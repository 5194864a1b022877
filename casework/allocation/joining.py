"""The clock's part: a child whose need is confirmed only after the order has its turn where the order puts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.allocation.gathering import application_of, kept_rank, rank_of, unnamed
from casework.allocation.tell import hold
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters.write import show_case
from casework.recreation.standing import do
from db.models import Allocation, AllocationLine, AllocationParty, Application, ApplicationChild, Case
from db.repositories import allocation, applicants, applications, joining, recreation
from db.repositories.recreation import Call
from rules.allocation import asked
from rules.allocation.answers import Joined
from rules.allocation.facts import kept
from rules.allocation.order import Party, Rank, joined, parties_of
from rules.allocation.reasons import Why
from rules.recreation.applications import ENDED, Deed, Standing
from rules.recreation.sharing import order_rule


@dataclass(frozen=True, slots=True)
class JoinLate:
    """Whoever has a turn to come."""


@act("allocation.join_late")
async def join_late(ctx: Context, data: JoinLate) -> int:
    """The children of one application come into the order that was confirmed without them, as the same rule, seed and
    weights put them there; 0 where there is nobody. They wait for what is free from now on, and take nothing that was
    offered or given: the next step (`move_up`) looks what that is.

    One family is one transaction. Who lacks papers, or goes only with a sibling whose need is not confirmed, stands
    beside the order as before.
    """
    for row in await joining.shared_out(ctx.uow.session):
        call = await recreation.call_of_version(ctx.uow.session, row.version_id)
        found = await joining.late(ctx.uow.session, row.campaign_id, call.terms.deadline)
        if found is not None:
            # Whoever is locked now is the only one in this transaction.
            return await _joins(ctx, call, row.id, *found)
    return 0


async def _joins(ctx: Context, call: Call, allocation_id: int, application_id: int, case_id: int) -> int:
    held = await hold(ctx, application_id, case_id)
    row = await allocation.lock(ctx.uow.session, allocation_id) if held is not None else None
    if held is None or row is None:
        return 0
    _, case, application = held
    those = await _late(ctx, application)
    if not those or case.closed_at is not None:
        return 0
    await _join(ctx, call, row, case, application, those)
    await do(ctx, application, those, Deed.QUEUE)
    for child in those:
        record(ctx, case, Event.JOINED_ORDER, child=child.position)
    await show_case(ctx, case)
    return 1


async def _late(ctx: Context, application: Application) -> list[ApplicationChild]:
    """The children of a locked application who can come into the order; with siblings who go only together either all
    or nobody.
    """
    rows = await allocation.parties_of_application(ctx.uow.session, application.id)
    there = {number for row in rows for number in row.children}
    children = await applications.children(ctx.uow.session, application.id)
    rest = [each for each in children if each.id not in there and Standing(each.state) not in ENDED and each.born]
    ready = [each for each in rest if each.state == Standing.NEED_CONFIRMED]
    return [] if application.together and len(ready) < len(rest) else ready


async def _join(
    ctx: Context,
    call: Call,
    row: Allocation,
    case: Case,
    application: Application,
    those: Sequence[ApplicationChild],
) -> None:
    session = ctx.uow.session
    rows = await allocation.parties(session, row.id)
    by_id = {(each.number, each.part): each for each in rows}
    papers = await applicants.papers_of(session, case.id)
    late = application_of(call.terms, case.number, application, those, papers)
    parties = _parties(late, 1 + max((each.part for each in rows if each.number == case.number), default=-1))
    family = [each.id for each in await applications.children(session, application.id)]
    ranks = [rank_of(each, {number: unnamed(number) for number in each.children}) for each in rows]
    order = joined(order_rule(call.terms), ranks, late, parties, family, row.seed)
    moved = [
        (before.id, *_where(rank))
        for rank in order
        if (before := by_id.get(rank.party.id)) is not None and (before.rank, before.decided_by) != _where(rank)
    ]
    await joining.move(session, row.id, moved)
    await _add(ctx, row, application, [rank for rank in order if rank.party.id not in by_id])


def _parties(late: asked.Application, first: int) -> list[Party]:
    """Its parts are counted on from those that are in the order."""
    return [Party((late.number, first + part), each.children) for part, each in enumerate(parties_of(late))]


def _where(rank: Rank) -> tuple[int, str | None]:
    return rank.number, rank.decided_by.value if rank.decided_by else None


async def _add(ctx: Context, row: Allocation, application: Application, new: Sequence[Rank]) -> None:
    for rank in new:
        party = AllocationParty(
            allocation_id=row.id,
            application_id=application.id,
            **kept_rank(rank),
            # What it finds is the next step's to say.
            why=Why.NO_SEAT.value,
            tried={"tried": [], "offer": [], "other": None},
            untold=False,
        )
        ctx.uow.session.add(party)
        await ctx.uow.session.flush()
        kind, facts = kept(Joined(rank.party.id))
        line = AllocationLine(party_id=party.id, kind=kind.value, facts=facts, at=ctx.now)
        line.actor_kind, line.actor_id = ctx.actor.role.value, None
        ctx.uow.session.add(line)
    await ctx.uow.session.flush()
