"""Which problems are an actor's to see and to decide on."""

from __future__ import annotations

from casework.context import Context
from casework.errors import NotPermitted, Stale
from casework.letters import kinds
from casework.letters.policies import Nature
from casework.letters.sent import NOBODY_THERE
from casework.problems.owners import case_within
from casework.staff.unowned import sees_unowned
from db.models import Case
from db.repositories import cases, problems
from db.repositories.problems import Problem, Reach
from rules.problems import Way

AUTOMATIC = tuple(kind for kind, letter in kinds.KINDS.items() if letter.policy.nature is Nature.AUTOMATIC)
"""Kinds of letters that the machine writes by itself."""


def reach(organisation_id: int, *, unowned: bool) -> Reach:
    """Those of an organisation, with `unowned` also those of none: parked updates, and letters of no case and group.

    A letter to a person who takes nothing from the bot is none: the case's card says so, staff were told at the answer
    it carries, and it leaves again by itself when the person comes back. Nor is what the machine itself had to say to a
    lead who stopped the bot.
    """
    return Reach(organisation_id, unowned, NOBODY_THERE, AUTOMATIC, kinds.ProblemsFound.kind)


async def own_reach(ctx: Context) -> Reach:
    """Those of the acting lead."""
    if ctx.actor.organisation_id is None:
        raise NotPermitted
    return reach(ctx.actor.organisation_id, unowned=await sees_unowned(ctx, ctx.actor.organisation_id))


async def found(ctx: Context, way: Way, row_id: int) -> Problem:
    """A problem within the actor's reach, unlocked; Stale where there is none such any more."""
    problem = await problems.find(ctx.uow.session, await own_reach(ctx), way, row_id)
    if problem is None:
        raise Stale
    return problem


async def case_of(ctx: Context, problem: Problem) -> Case | None:
    """The case that the problem belongs to, locked, if it is one of the actor's organisation."""
    assert ctx.actor.organisation_id is not None, "leads work for an organisation"
    case = await case_within(ctx.uow, problem, ctx.actor.organisation_id)
    return await cases.lock(ctx.uow.session, case.id) if case is not None else None
