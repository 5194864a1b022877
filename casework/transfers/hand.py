"""What was agreed is handed over by a human, and a human at the provider confirms that it arrived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.history import Event
from casework.cases.moves import move as move_case
from casework.context import Context
from casework.errors import EmptyNote, Stale, TooLong
from casework.letters import kinds
from casework.letters.write import show_case, show_on_desk, tell_desk, tell_person
from casework.reminders.transfers import transfer_over
from casework.transfers.ask import log
from casework.transfers.prepare import OfTransfer
from casework.transfers.reach import case_of, found, hold, move, note, provider_of
from casework.transfers.values import frozen, whose
from db.models import Case, StaffMember, Transfer
from db.repositories import people, staff
from rules.cases import State, Verb, verbs_in
from rules.local_time import local_date
from rules.transfers import (
    LONGEST_NUMBER,
    LONGEST_WHO,
    RECEIPTS_BY_HAND,
    ReceiptWay,
    TransferState,
    TransferVerb,
    is_plausible,
)


@act("transfer.sheet")
async def show_sheet(ctx: Context, data: OfTransfer) -> None:
    """Shows on the desk the agreed items as they go to the provider, and logs the reading. The bot sends nothing there.

    Stale before the consent and after the end.
    """
    case = await seen(ctx, await case_of(ctx, data.transfer_id), "transfer.sheet")
    row = await found(ctx, data.transfer_id)
    if row.state != TransferState.HANDING:
        raise Stale
    await log(ctx, case, await whose(ctx.uow, case), frozen(row))
    member = await _member(ctx)
    await tell_desk(ctx, member, kinds.transfers.TransferSheet(member.id, row.id), case=case)


@act("transfer.sent")
async def note_sent(ctx: Context, data: OfTransfer) -> None:
    """Notes that it left: the person still reads «передаємо». Stale where it is not under way, or is noted already."""
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.sent")
    row = await hold(ctx, data.transfer_id)
    if row.sent_at is not None:
        raise Stale
    move(ctx, row, TransferVerb.SEND)
    row.sent_at = ctx.now
    note(ctx, case, row, Event.TRANSFER_SENT)
    await _show(ctx, row)


@dataclass(frozen=True, slots=True)
class AskWho:
    """How (of `RECEIPTS_BY_HAND`), and on which local day, the receipt was confirmed."""

    transfer_id: int
    way: str
    on: date


@act("transfer.ask_who")
async def ask_who(ctx: Context, data: AskWho) -> None:
    """Asks on the desk who confirmed it. Stale where nothing is to be confirmed, or not so."""
    await seen(ctx, await case_of(ctx, data.transfer_id), "transfer.ask_who")
    row = await found(ctx, data.transfer_id)
    _require(ctx, row, data.way, data.on)
    member = await _member(ctx)
    await show_on_desk(ctx, member, kinds.transfers.TransferWhoScreen(member.id, row.id))


@dataclass(frozen=True, slots=True)
class Confirm:
    """`words`: in the first line who confirmed it, in the second the number there, if there is one."""

    transfer_id: int
    way: str
    on: date
    words: str


@act("transfer.confirm")
async def confirm(ctx: Context, data: Confirm) -> Case:
    """It arrived: the person is told, and the case waits for the provider, where its state allows that.

    Stale as above; EmptyNote without a name, TooLong.
    """
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.confirm")
    row = await hold(ctx, data.transfer_id)
    _require(ctx, row, data.way, data.on)
    who, _, number = data.words.strip().partition("\n")
    who, number = who.strip(), " ".join(number.split())
    if not who:
        raise EmptyNote
    if len(who) > LONGEST_WHO or len(number) > LONGEST_NUMBER:
        raise TooLong(most=str(LONGEST_WHO if len(who) > LONGEST_WHO else LONGEST_NUMBER))
    await received(ctx, case, row, ReceiptWay(data.way), data.on, who=who, number=number)
    await _show(ctx, row)
    return case


async def received(
    ctx: Context, case: Case, row: Transfer, way: ReceiptWay, on: date, *, who: str, number: str
) -> None:
    """A human confirmed a locked transfer: what follows, whoever noted it."""
    move(ctx, row, TransferVerb.CONFIRM)
    row.received_on, row.received_way, row.confirmed_by = on, way.value, ctx.actor.id
    row.received_who, row.received_number = who, number or None
    note(ctx, case, row, Event.TRANSFER_RECEIVED, way=way.value, on=on.isoformat())
    await transfer_over(ctx, row)
    if case.waiting_since is None and Verb.WAIT_PROVIDER in verbs_in(State(case.state), crisis=case.crisis):
        move_case(case, Verb.WAIT_PROVIDER)
        case.provider = (await provider_of(ctx, row)).kind
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.transfers.TransferReceived(case.id, row.id), case=case, key=str(row.id))
    await show_case(ctx, case)


@act("transfer.turn_away")
async def turn_away(ctx: Context, data: OfTransfer) -> Case:
    """The provider does not take it: the person is told, and the request stays with us. Stale."""
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.turn_away")
    row = await hold(ctx, data.transfer_id)
    move(ctx, row, TransferVerb.TURN_AWAY)
    note(ctx, case, row, Event.TRANSFER_TURNED_AWAY)
    await transfer_over(ctx, row)
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.transfers.TransferTurnedAway(case.id, row.id), case=case, key=str(row.id))
    await _show(ctx, row)
    return case


@act("transfer.stop")
async def stop(ctx: Context, data: OfTransfer) -> Case:
    """Staff give it up. Whoever had agreed is told so; a question that was not answered is simply void. Stale."""
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.stop")
    row = await hold(ctx, data.transfer_id)
    agreed = row.state == TransferState.HANDING
    move(ctx, row, TransferVerb.STOP)
    note(ctx, case, row, Event.TRANSFER_STOPPED, by="staff", left=row.sent_at is not None)
    await transfer_over(ctx, row, case)
    if agreed:
        person = await people.by_id(ctx.uow.session, case.person_id)
        await tell_person(ctx, person, kinds.transfers.TransferStopped(case.id, row.id), case=case, key=str(row.id))
    await _show(ctx, row)
    return case


def _require(ctx: Context, row: Transfer, way: str, on: date) -> None:
    if row.state != TransferState.HANDING or way not in RECEIPTS_BY_HAND:
        raise Stale
    if not is_plausible(on, local_date(ctx.now)):
        raise Stale


async def _show(ctx: Context, row: Transfer) -> None:
    member = await _member(ctx)
    await show_on_desk(ctx, member, kinds.transfers.TransferDeskScreen(member.id, row.id))


async def _member(ctx: Context) -> StaffMember:
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
