"""Getting hold of a transfer, whose case is the actor's to touch or not; and the step that all acts share."""

from __future__ import annotations

from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import NoSuchCase, Stale
from db.models import Case, Provider, Transfer
from db.repositories import providers, transfers
from rules.transfers import TransferState, TransferVerb, after


async def case_of(ctx: Context, transfer_id: int) -> int:
    """The case that a transfer is about; NoSuchCase where there is no such transfer."""
    return (await found(ctx, transfer_id)).case_id or 0


async def found(ctx: Context, transfer_id: int) -> Transfer:
    """A transfer as it is now. The same refusal."""
    row = await transfers.by_id(ctx.uow.session, transfer_id)
    if row is None:
        raise NoSuchCase
    return row


async def hold(ctx: Context, transfer_id: int) -> Transfer:
    """The same, locked until the transaction ends: after its case."""
    row = await transfers.lock(ctx.uow.session, transfer_id)
    if row is None:
        raise NoSuchCase
    return row


def move(ctx: Context, row: Transfer, verb: TransferVerb) -> None:
    """Sets the state as the table says. Stale where the verb has no place."""
    reached = after(verb, TransferState(row.state))
    if reached is None:
        raise Stale
    row.state, row.changed_at = reached.value, ctx.now
    if reached not in (TransferState.PICKING, TransferState.ASKED, TransferState.HANDING):
        row.ended_at = ctx.now


def note(ctx: Context, case: Case, row: Transfer, event: Event, **facts: str | int | bool | None) -> None:
    """A line in the history."""
    record(ctx, case, event, transfer_id=row.id, provider_id=row.provider_id, **facts)


async def provider_of(ctx: Context, row: Transfer) -> Provider:
    """To whom it goes."""
    found = await providers.by_id(ctx.uow.session, row.provider_id)
    assert found is not None, "providers are never deleted"
    return found
