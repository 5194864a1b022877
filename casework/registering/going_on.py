"""What every step of a registration begins and ends with."""

from __future__ import annotations

from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.models import Registration
from db.repositories import registering, staff
from rules.registering import Step, next_step


async def own(ctx: Context, registration_id: int) -> Registration:
    """What the actor has not finished, locked. Stale for anything else."""
    found = await registering.lock(ctx.uow.session, registration_id)
    if found is None or found.staff_id != ctx.actor.id or found.state != registering.OPEN:
        raise Stale
    return found


def step_of(found: Registration) -> Step:
    """The question that stands open."""
    return next_step(found.done, danger=found.danger)


def answered(found: Registration, *steps: Step) -> None:
    """These have their answers now."""
    found.done = [*found.done, *(each for each in steps if each not in found.done)]


async def go_on(ctx: Context, found: Registration, *, menu: str = "", page: int = 0) -> Step:
    """Shows the open question on the desk, or the preview; which one. `menu`: a part of its choices."""
    found.changed_at = ctx.now
    member = await staff.by_id(ctx.uow.session, found.staff_id)
    await show_on_desk(ctx, member, kinds.registering.RegistrationScreen(member.id, found.id, menu, page))
    return step_of(found)
