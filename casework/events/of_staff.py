"""Steps that staff's acts about events share."""

from __future__ import annotations

from casework.context import Context
from casework.errors import Stale
from db.models import EventDate, GroupEvent, StaffMember
from db.repositories import events, staff
from rules.events import EventState


async def reader_of(ctx: Context) -> StaffMember:
    """The acting staff member."""
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)


async def draft_of(ctx: Context, reader: StaffMember) -> GroupEvent:
    """What they are writing down; else Stale."""
    draft = await events.draft_of(ctx.uow.session, reader.id)
    if draft is None:
        raise Stale
    return draft


def ours(ctx: Context, event: GroupEvent | None) -> GroupEvent:
    """One of the actor's organisation that people can see, or could; else Stale."""
    if event is None or event.organisation_id != ctx.actor.organisation_id or event.state == EventState.DRAFT:
        raise Stale
    return event


async def event_of(ctx: Context, date: EventDate | None) -> GroupEvent:
    """The same for the event of a date."""
    return ours(ctx, await events.by_id(ctx.uow.session, date.event_id) if date is not None else None)
