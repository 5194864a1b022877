"""Staff choose to whom a case is handed and what of it is shared. The person hears nothing yet."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.awaited.signs import let_go
from casework.cases.access import locked, seen
from casework.context import Context
from casework.errors import CaseClosed, EmptyNote, ProviderUnreachable, Stale, TooLong
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.transfers.reach import case_of, found, hold, move
from casework.transfers.values import held, whose
from db.models import Case, StaffMember, Transfer
from db.repositories import providers, staff, transfers
from db.repositories.providers import entry_of
from rules.catalogue import Matter
from rules.providers import reachable
from rules.transfers import ALWAYS, LONGEST_SUMMARY, Item, Subject, TransferState, TransferVerb


@dataclass(frozen=True, slots=True)
class ShowTransfers:
    """The transfers of a case; `choose`: to whom a new one may go, at `page`."""

    case_id: int
    choose: bool = False
    page: int = 0


@act("transfer.list")
async def show_transfers(ctx: Context, data: ShowTransfers) -> None:
    """Puts it on the desk: with nothing under way yet, the choice of providers. NoSuchCase."""
    case = await seen(ctx, data.case_id, "transfer.list")
    member = await _member(ctx)
    there = await transfers.of_case(ctx.uow.session, case.id)
    if case.closed_at is None and (data.choose or not there):
        await show_on_desk(ctx, member, kinds.transfers.TransferChoiceScreen(member.id, case.id, max(data.page, 0)))
    else:
        await show_on_desk(ctx, member, kinds.transfers.TransfersScreen(member.id, case.id))


@dataclass(frozen=True, slots=True)
class OfTransfer:
    """The transfer that is meant."""

    transfer_id: int


@act("transfer.show")
async def show_transfer(ctx: Context, data: OfTransfer) -> None:
    """Puts one on the desk. NoSuchCase."""
    await seen(ctx, await case_of(ctx, data.transfer_id), "transfer.show")
    row = await found(ctx, data.transfer_id)
    await _show(ctx, row)


@dataclass(frozen=True, slots=True)
class BeginTransfer:
    """Which case goes to which provider."""

    case_id: int
    provider_id: int


@act("transfer.begin")
async def begin_transfer(ctx: Context, data: BeginTransfer) -> int:
    """Begins it, or goes on with the one that is under way there; its id.

    CaseClosed; Stale for a provider that is not in the list; ProviderUnreachable.
    """
    case = await locked(ctx, data.case_id, "transfer.begin")
    if case.closed_at is not None:
        raise CaseClosed
    session = ctx.uow.session
    provider = await providers.by_id(session, data.provider_id)
    if provider is None or provider.organisation_id != case.organisation_id or provider.removed_at is not None:
        raise Stale
    if not reachable(entry_of(provider)):
        raise ProviderUnreachable
    row = await transfers.open_of(session, case.id, provider.id)
    if row is None:
        row = Transfer(
            subject=Subject.CASE.value,
            case_id=case.id,
            provider_id=provider.id,
            state=TransferState.PICKING.value,
            items=[],
            rounds=0,
            made_by=ctx.actor.id,
            changed_at=ctx.now,
        )
        session.add(row)
        await session.flush()
    await _show(ctx, row)
    return row.id


@dataclass(frozen=True, slots=True)
class PickItem:
    """An item that is to be shared, or not any more."""

    transfer_id: int
    item: Item


@act("transfer.pick")
async def pick_item(ctx: Context, data: PickItem) -> None:
    """Chooses it, or takes the choice back. What the person was asked before is void. Stale for the number, which
    always goes, for what is not held, and once the person has agreed.
    """
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.pick")
    row = await hold(ctx, data.transfer_id)
    values = held(ctx.catalogue, case, await whose(ctx.uow, case), row)
    chosen = set(row.items)
    if data.item in ALWAYS or (data.item not in values and data.item.value not in chosen):
        raise Stale
    await _reopen(ctx, case, row)
    row.items = [each for each in Item if (each.value in chosen) != (each is data.item)]
    await _show(ctx, row)


@act("transfer.ask_summary")
async def ask_summary(ctx: Context, data: OfTransfer) -> None:
    """Asks for a few words about the request. Stale once the person has agreed."""
    await seen(ctx, await case_of(ctx, data.transfer_id), "transfer.ask_summary")
    row = await found(ctx, data.transfer_id)
    if row.state not in (TransferState.PICKING, TransferState.ASKED):
        raise Stale
    member = await _member(ctx)
    await show_on_desk(ctx, member, kinds.transfers.TransferSummaryScreen(member.id, row.id))


@dataclass(frozen=True, slots=True)
class Summarise:
    """The words as they were typed."""

    transfer_id: int
    words: str


@act("transfer.summarise")
async def summarise(ctx: Context, data: Summarise) -> None:
    """Keeps them, and shares them. EmptyNote, TooLong; Stale once the person has agreed."""
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.summarise")
    row = await hold(ctx, data.transfer_id)
    words = data.words.strip()
    if not words:
        raise EmptyNote
    if len(words) > LONGEST_SUMMARY:
        raise TooLong(most=str(LONGEST_SUMMARY))
    await _reopen(ctx, case, row)
    row.summary = words
    row.items = [each for each in Item if each.value in {*row.items, Item.SUMMARY.value}]
    await _show(ctx, row)


async def _reopen(ctx: Context, case: Case, row: Transfer) -> None:
    """Whatever the person was asked is another question now."""
    asked = row.state == TransferState.ASKED
    move(ctx, row, TransferVerb.PICK)
    row.shared = row.asked_at = None
    if asked:
        await let_go(ctx, case, {Matter.TRANSFER})


async def _show(ctx: Context, row: Transfer) -> None:
    member = await _member(ctx)
    await show_on_desk(ctx, member, kinds.transfers.TransferDeskScreen(member.id, row.id))


async def _member(ctx: Context) -> StaffMember:
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
