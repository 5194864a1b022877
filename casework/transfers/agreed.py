"""The person agreed, or did not: what follows, however they said it."""

from __future__ import annotations

from datetime import date

from casework.awaited.signs import let_go
from casework.cases.history import Event
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_group, tell_person
from casework.reminders.planning import hours_of_case
from casework.reminders.transfers import plan_transfer
from casework.transfers.reach import note, provider_of
from casework.transfers.values import frozen, names
from db.models import Case, Transfer
from db.repositories import people, staff
from rules.catalogue import Matter
from rules.deadlines import due_at
from rules.providers import Channel
from rules.transfers import RECEIPT, ConsentWay


async def agreed(ctx: Context, case: Case, row: Transfer, way: ConsentWay, on: date) -> None:
    """«Передаємо» from now on: by when the receipt is to be confirmed is known, and somebody is reminded of it. Where
    the provider works with this bot its own group is told, by number only.
    """
    hours = await hours_of_case(ctx, case)
    row.agreed_at, row.agreed_way, row.agreed_on = ctx.now, way.value, on
    row.agreed_noted_by = None if way is ConsentWay.PRESS else ctx.actor.id
    row.due_at = due_at(ctx.catalogue.deadline(RECEIPT, ctx.now), ctx.now, hours)
    note(ctx, case, row, Event.TRANSFER_AGREED, way=way.value, on=on.isoformat(), items=names(frozen(row)))
    await let_go(ctx, case, {Matter.TRANSFER})
    await plan_transfer(ctx, case, row, hours)
    if way is not ConsentWay.PRESS:
        person = await people.by_id(ctx.uow.session, case.person_id)
        await tell_person(ctx, person, kinds.transfers.TransferGoing(case.id, row.id), case=case, key=str(row.id))
    await _tell_provider(ctx, row)


async def declined(ctx: Context, case: Case, row: Transfer) -> None:
    """Nothing is handed over; what was chosen to be shared is forgotten."""
    note(ctx, case, row, Event.TRANSFER_DECLINED)
    row.shared = row.summary = None
    await let_go(ctx, case, {Matter.TRANSFER})


async def _tell_provider(ctx: Context, row: Transfer) -> None:
    provider = await provider_of(ctx, row)
    if provider.channel != Channel.STAFF_CHAT:
        return
    receiver = await staff.organisation_by_slug(ctx.uow.session, provider.chat)
    groups = await staff.bound_groups(ctx.uow.session, receiver.id) if receiver is not None else ()
    for group in groups[:1]:
        await tell_group(ctx, group.chat_id, kinds.transfers.TransferOffered(row.id))
