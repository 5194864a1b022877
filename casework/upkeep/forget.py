"""What is not needed any more is forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from db.repositories import cases, inbox, people


@dataclass(frozen=True, slots=True)
class DropDrafts:
    """All words older than `ctx.rules.draft_keep`."""


@act("upkeep.drop_drafts")
async def drop_drafts(ctx: Context, data: DropDrafts) -> int:
    """Deletes words that waited too long for a consent or an answer; returns how many."""
    return await people.drop_stale_drafts(ctx.uow.session, ctx.now - ctx.rules.draft_keep)


@dataclass(frozen=True, slots=True)
class Forget:
    """All that retention names."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows were deleted or emptied."""

    updates: int
    rendered: int


@act("upkeep.forget")
async def forget(ctx: Context, data: Forget) -> Forgotten:
    """Deletes handled updates and empties the kept texts of letters past their time."""
    return Forgotten(
        updates=await inbox.forget_done(ctx.uow.session, ctx.rules.inbox_keep),
        rendered=await cases.forget_rendered(ctx.uow.session, ctx.now - ctx.rules.rendered_keep),
    )
