"""What is not needed any more is forgotten, as the catalogue's retention says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.act import act
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters.write import show_topic_head
from db.repositories import cases, forms, inbox, on_behalf, people

BATCH = 200
"""Cases erased in one run: no transaction stays open long; the next run goes on."""


@dataclass(frozen=True, slots=True)
class DropDrafts:
    """All words past the retention of `draft`."""


@act("upkeep.drop_drafts")
async def drop_drafts(ctx: Context, data: DropDrafts) -> int:
    """Deletes words that waited too long for a consent or an answer, and forms that nobody went on with; how many."""
    words = await people.drop_stale_drafts(ctx.uow.session, _before(ctx, "draft"))
    return words + await forms.drop_stale(ctx.uow.session, _before(ctx, "form"))


@dataclass(frozen=True, slots=True)
class Forget:
    """All that retention names."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows were deleted or emptied."""

    updates: int
    rendered: int
    readings: int
    cases: int


@act("upkeep.forget")
async def forget(ctx: Context, data: Forget) -> Forgotten:
    """Deletes handled updates, kept texts of letters, old readings, and the words of cases closed long enough ago."""
    session = ctx.uow.session
    over = await cases.closed_before(session, _before(ctx, "case"), BATCH)
    await cases.erase_words(session, [case.id for case in over])
    await on_behalf.forget(session, [case.id for case in over])
    for case in over:
        case.erased_at = ctx.now
        record(ctx, case, Event.ERASED)
        await show_topic_head(ctx, case)
    return Forgotten(
        updates=await inbox.forget_done(session, ctx.rules.inbox_keep),
        rendered=await cases.forget_rendered(session, ctx.now - ctx.rules.rendered_keep),
        readings=await people.forget_readings(session, _before(ctx, "reading")),
        cases=len(over),
    )


def _before(ctx: Context, kept: str) -> datetime:
    return ctx.now - timedelta(days=ctx.catalogue.retention[kept].days)
