"""The person answers whether something may be handed over, and takes a consent back as long as nobody confirmed it."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event
from casework.cases.promises import waits_for_us
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_topic
from casework.people.themselves import themselves
from casework.reminders.transfers import transfer_over
from casework.transfers.agreed import agreed, declined
from casework.transfers.reach import case_of, found, hold, move, note
from casework.transfers.values import whose
from db.models import Case, Person, Transfer
from rules.cases import State, Turn, is_open
from rules.local_time import local_date
from rules.transfers import ConsentWay, TransferState, TransferVerb


@dataclass(frozen=True, slots=True)
class Answered:
    """Which question is answered: the transfer, and which time it was asked."""

    transfer_id: int
    round: int


@act("transfer.agree")
async def agree_to_transfer(ctx: Context, data: Answered) -> None:
    """Exactly what they read may go there: «передаємо». Staff see it, and it is their turn.

    Stale where it was asked anew, answered already or is not theirs to answer by a press; CaseClosed.
    """
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.agree")
    row = await _asked(ctx, data, case)
    if not (await whose(ctx.uow, case)).by_button:
        raise Stale
    move(ctx, row, TransferVerb.AGREE)
    await agreed(ctx, case, row, ConsentWay.PRESS, local_date(ctx.now))
    # The case itself waits for a human now: what the person allowed has still to be done.
    case.turn = Turn.STAFF.value
    await _tell_staff(ctx, case, row)
    await _show(ctx, person, case, row)


@act("transfer.decline")
async def decline_transfer(ctx: Context, data: Answered) -> None:
    """Nothing goes there; staff look for another way. Stale, CaseClosed as above."""
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.decline")
    row = await _asked(ctx, data, case)
    move(ctx, row, TransferVerb.DECLINE)
    await declined(ctx, case, row)
    case.turn = Turn.STAFF.value
    await waits_for_us(ctx, case)
    await _tell_staff(ctx, case, row)
    await _show(ctx, person, case, row)


@dataclass(frozen=True, slots=True)
class OwnTransfer:
    """The transfer whose button was pressed."""

    transfer_id: int


@act("transfer.withdraw")
async def withdraw_transfer(ctx: Context, data: OwnTransfer) -> None:
    """Takes the consent back as long as no human confirmed the receipt (Law 2297-VI, art. 8 part 2 item 11).

    What left already can't be fetched back by us: staff are told to ask the provider to delete it. Stale later.
    """
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.withdraw")
    row = await hold(ctx, data.transfer_id)
    move(ctx, row, TransferVerb.WITHDRAW)
    note(ctx, case, row, Event.TRANSFER_STOPPED, by="person", left=row.sent_at is not None)
    await transfer_over(ctx, row)
    if is_open(State(case.state)):
        case.turn = Turn.STAFF.value
        await waits_for_us(ctx, case)
    await _tell_staff(ctx, case, row)
    await _show(ctx, person, case, row)


@act("transfer.show_own")
async def show_own_transfer(ctx: Context, data: OwnTransfer) -> None:
    """Shows how it stands. Stale for what the person was never asked."""
    person = await themselves(ctx)
    case = await seen(ctx, await case_of(ctx, data.transfer_id), "transfer.show_own")
    row = await found(ctx, data.transfer_id)
    if row.state == TransferState.PICKING:
        raise Stale
    await _show(ctx, person, case, row)


async def _asked(ctx: Context, data: Answered, case: Case) -> Transfer:
    row = await hold(ctx, data.transfer_id)
    if row.state != TransferState.ASKED or row.rounds != data.round:
        raise Stale
    if case.closed_at is not None:
        raise CaseClosed
    return row


async def _tell_staff(ctx: Context, case: Case, row: Transfer) -> None:
    await tell_topic(ctx, case, kinds.transfers.TransferNews(case.id, row.id, row.state))
    await show_case(ctx, case)


async def _show(ctx: Context, person: Person, case: Case, row: Transfer) -> None:
    await show_person(ctx, person, kinds.transfers.TransferScreen(case.id, row.id))
