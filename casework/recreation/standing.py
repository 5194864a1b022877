"""The one place where children and their application go from one state to another."""

from __future__ import annotations

from collections.abc import Sequence

from casework.context import Context
from casework.errors import NotPermitted
from db.models import Application, ApplicationChild, Case
from db.repositories import applications
from rules.recreation.applications import Deed, Standing, after, may, of_family, possible


async def do(ctx: Context, application: Application, those: Sequence[ApplicationChild], deed: Deed) -> None:
    """Does a deed to some children of a locked application, and to the application what follows from it.

    NotPermitted for a role that may not; NoSuchDeed where it has no place for one of them: nothing was changed then.
    """
    if not may(ctx.actor.role, deed):
        raise NotPermitted(act=deed.value)
    states = [after(deed, Standing(child.state)) for child in those]
    for child, state in zip(those, states, strict=True):
        child.state, child.state_at = state.value, ctx.now
    await follow(ctx, application)


async def follow(ctx: Context, application: Application) -> None:
    """The application stands as its children do."""
    await ctx.uow.session.flush()
    children = await applications.children(ctx.uow.session, application.id)
    application.state = of_family(Standing(child.state) for child in children).value


async def look_again_with(ctx: Context, case: Case) -> None:
    """The case of an application is opened again: what was refused with it is checked once more."""
    application = await locked_of(ctx, case)
    if application is not None:
        await do(ctx, application, await able(ctx, application, Deed.LOOK_AGAIN), Deed.LOOK_AGAIN)


async def locked_of(ctx: Context, case: Case) -> Application | None:
    """The application of a case, locked; None where the case has none."""
    found = await applications.of_case(ctx.uow.session, case.id)
    return await applications.lock(ctx.uow.session, found.id) if found is not None else None


async def able(ctx: Context, application: Application, deed: Deed) -> list[ApplicationChild]:
    """The children of a locked application with whom this can be done now."""
    children = await applications.children(ctx.uow.session, application.id)
    return [child for child in children if possible(deed, Standing(child.state))]
