"""A family that has not answered is reminded before its term ends."""

from __future__ import annotations

from collections.abc import Sequence

from casework.calls.saying import ToSay, say_each
from casework.context import Context
from casework.letters import kinds
from db.repositories import allocation
from db.repositories.reminders import Due
from rules.recreation.offers import OfferState


async def remind_of_places(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes what holds still; returns what does not."""
    offers = await allocation.offers(ctx.uow.session, {each.subject for each in due if each.subject is not None})
    gone: set[int] = set()
    said = []
    for each in due:
        offer = offers.get(each.subject or 0)
        stands = offer is not None and offer.state == OfferState.STANDING and offer.due_at > ctx.now
        if offer is None or not stands or each.person_id is None or each.case_id is None:
            gone.add(each.id)
            continue
        letter, key = kinds.allocation.PlaceReminder(each.case_id, offer.id), f"{each.id}:{each.snoozed}"
        said.append(ToSay(each.person_id, letter, key, each.case_id, each.case_id))
    await say_each(ctx, said)
    return gone
