"""A family that has not answered is reminded before its term ends."""

from __future__ import annotations

from collections.abc import Sequence

from casework.calls.saying import say_or_call
from casework.context import Context
from casework.letters import kinds
from db.repositories import allocation, people
from db.repositories.reminders import Due, by_ids
from rules.recreation.offers import OfferState


async def remind_of_places(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes what holds still; returns what does not."""
    gone: set[int] = set()
    subjects = {each.id: each.subject for each in await by_ids(ctx.uow.session, [each.id for each in due])}
    for each in due:
        offer = await allocation.offer(ctx.uow.session, subjects[each.id] or 0)
        stands = offer is not None and offer.state == OfferState.STANDING and offer.due_at > ctx.now
        if offer is None or not stands or each.person_id is None or each.case_id is None:
            gone.add(each.id)
            continue
        person = await people.by_id(ctx.uow.session, each.person_id)
        letter = kinds.allocation.PlaceReminder(each.case_id, offer.id)
        await say_or_call(ctx, person, letter, f"{each.id}:{each.snoozed}", each.case_id)
    return gone
