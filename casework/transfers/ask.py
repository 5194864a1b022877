"""The person is asked whether exactly this may go there; or staff note what they said by other ways."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.act import act
from casework.awaited.want import want_sign
from casework.cases.access import locked, seen
from casework.cases.answering import answered
from casework.cases.history import Event
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.errors import CaseClosed, HeardOnly, NothingShared, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_on_desk, tell_desk, tell_person
from casework.readings.log import reason_of, write_down
from casework.talk.waiting import behind_until
from casework.transfers.agreed import agreed, declined
from casework.transfers.prepare import OfTransfer
from casework.transfers.reach import case_of, found, hold, move, note
from casework.transfers.values import Whose, freeze, held, names, picked, whose
from db.models import Case, StaffMember, Transfer
from db.repositories import staff
from rules.local_time import local_date
from rules.readings import Implied
from rules.transfers import (
    ALWAYS,
    BEFORE_CONSENT,
    BY_HAND,
    RECEIPTS_BY_HAND,
    ConsentWay,
    Item,
    TransferState,
    TransferVerb,
    is_plausible,
)


@act("transfer.look")
async def look_at_question(ctx: Context, data: OfTransfer) -> None:
    """Shows on the desk what the person would read, with every value: the reading is logged.

    CaseClosed; Stale once the person has answered; NothingShared; ReasonNeeded never: what is done tells the reason.
    """
    case = await seen(ctx, await case_of(ctx, data.transfer_id), "transfer.look")
    row = await found(ctx, data.transfer_id)
    who = await _ready(ctx, case, row)
    await log(ctx, case, who, _values(ctx, case, row, who))
    member = await _member(ctx)
    await tell_desk(ctx, member, kinds.transfers.TransferLook(member.id, row.id), case=case)


@act("transfer.ask")
async def ask_person(ctx: Context, data: OfTransfer) -> Case:
    """Asks in Telegram: a human's answer like any other. What is asked about stands from now on as it is.

    CaseClosed, NothingShared, Stale as above, or where they are asked already; HeardOnly where a press would not be
    the human's own word.
    """
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.ask")
    row = await hold(ctx, data.transfer_id)
    who = await _ready(ctx, case, row)
    if not who.by_button:
        raise HeardOnly
    values = _values(ctx, case, row, who)
    move(ctx, row, TransferVerb.ASK)
    row.shared, row.asked_at, row.rounds = freeze(values), ctx.now, row.rounds + 1
    answered(ctx, case)
    await note_answered(ctx, case)
    note(ctx, case, row, Event.TRANSFER_ASKED, items=names(values))
    await ctx.uow.session.flush()
    letter = kinds.transfers.TransferAsked(case.id, row.id, row.rounds)
    if await tell_person(ctx, who.writer, letter, case=case, not_before=await behind_until(ctx, case)):
        await want_sign(ctx, case, who.writer, letter)
    await show_case(ctx, case)
    member = await _member(ctx)
    await show_on_desk(ctx, member, kinds.transfers.TransferDeskScreen(member.id, row.id))
    return case


@dataclass(frozen=True, slots=True)
class AskHow:
    """`receipt`: how the receipt was confirmed; else how the consent was given. `way`: chosen already."""

    transfer_id: int
    receipt: bool = False
    way: str = ""


@act("transfer.ask_how")
async def ask_how(ctx: Context, data: AskHow) -> None:
    """Asks on the desk how it was said, and on which day. Stale where there is nothing to note, or not so."""
    await seen(ctx, await case_of(ctx, data.transfer_id), "transfer.ask_how")
    row = await found(ctx, data.transfer_id)
    open_ = {TransferState.HANDING} if data.receipt else BEFORE_CONSENT
    ways = RECEIPTS_BY_HAND if data.receipt else BY_HAND
    if row.state not in open_ or (data.way and data.way not in ways):
        raise Stale
    member = await _member(ctx)
    what = "receipt" if data.receipt else "consent"
    await show_on_desk(ctx, member, kinds.transfers.TransferHowScreen(member.id, row.id, what, data.way))


@dataclass(frozen=True, slots=True)
class Hear:
    """What the human said, how (of `BY_HAND`), and on which local day."""

    transfer_id: int
    way: str
    on: date
    yes: bool


@act("transfer.hear")
async def hear(ctx: Context, data: Hear) -> Case:
    """Notes the consent, by whom it was heard; or that there is none. Stale for a way or a day that can't be, or once
    the human has answered; else refused as the question is.
    """
    case = await locked(ctx, await case_of(ctx, data.transfer_id), "transfer.hear")
    row = await hold(ctx, data.transfer_id)
    if data.way not in BY_HAND or not is_plausible(data.on, local_date(ctx.now)):
        raise Stale
    who = await _ready(ctx, case, row)
    if data.yes:
        # They agreed to what was read to them: what they were asked in writing, or else what is chosen now.
        if row.state == TransferState.PICKING:
            row.shared = freeze(_values(ctx, case, row, who))
        move(ctx, row, TransferVerb.AGREE)
        await agreed(ctx, case, row, ConsentWay(data.way), data.on)
    else:
        move(ctx, row, TransferVerb.DECLINE)
        await declined(ctx, case, row)
    await show_case(ctx, case)
    member = await _member(ctx)
    await show_on_desk(ctx, member, kinds.transfers.TransferDeskScreen(member.id, row.id))
    return case


async def log(ctx: Context, case: Case, who: Whose, values: dict[Item, str]) -> None:
    """Somebody sees these items of the human."""
    reason = await reason_of(ctx, case, None, implied=Implied.TRANSFER)
    shown = [item.value for item in values if item not in ALWAYS]
    write_down(ctx, case, who.human.id, reason=reason, fields=shown)


async def _ready(ctx: Context, case: Case, row: Transfer) -> Whose:
    if case.closed_at is not None:
        raise CaseClosed
    if row.state not in BEFORE_CONSENT:
        raise Stale
    who = await whose(ctx.uow, case)
    if not set(_values(ctx, case, row, who)) - ALWAYS:
        raise NothingShared
    return who


def _values(ctx: Context, case: Case, row: Transfer, who: Whose) -> dict[Item, str]:
    return picked(row, held(ctx.catalogue, case, who, row))


async def _member(ctx: Context) -> StaffMember:
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
