"""Staff of a provider that works with this bot look at what is handed to them, and confirm that they have it."""

from __future__ import annotations

from casework.act import act
from casework.context import Context
from casework.errors import NoSuchCase, Stale
from casework.letters import kinds
from casework.letters.write import tell_desk
from casework.readings.log import write_down
from casework.transfers.hand import received
from casework.transfers.prepare import OfTransfer
from casework.transfers.values import frozen, whose
from db.models import Case, StaffMember, Transfer
from db.repositories import cases, providers, staff, transfers
from rules.local_time import local_date
from rules.providers import Channel
from rules.readings import Implied
from rules.transfers import ALWAYS, ReceiptWay, TransferState


@act("transfer.open_handed")
async def open_handed(ctx: Context, data: OfTransfer) -> None:
    """Shows the agreed items on the desk of the one who pressed: the reading is logged as any.

    NoSuchCase for whoever is not of that provider; Stale once it is over.
    """
    member, case, row = await _theirs(ctx, data.transfer_id)
    values = frozen(row)
    shown = [item.value for item in values if item not in ALWAYS]
    human = (await whose(ctx.uow, case)).human
    write_down(ctx, case, human.id, reason=Implied.TRANSFER.value, fields=shown)
    await tell_desk(ctx, member, kinds.transfers.TransferHanded(member.id, row.id))


@act("transfer.take_in")
async def take_in(ctx: Context, data: OfTransfer) -> None:
    """They have it: that is the receipt. The same refusals."""
    member, case, row = await _theirs(ctx, data.transfer_id)
    await received(ctx, case, row, ReceiptWay.CHAT, local_date(ctx.now), who=member.work_name, number="")


async def _theirs(ctx: Context, transfer_id: int) -> tuple[StaffMember, Case, Transfer]:
    session = ctx.uow.session
    found = await transfers.by_id(session, transfer_id)
    provider = await providers.by_id(session, found.provider_id) if found is not None else None
    if found is None or found.case_id is None or provider is None or provider.channel != Channel.STAFF_CHAT:
        raise NoSuchCase
    member = await staff.by_id(session, ctx.actor.id or 0)
    organisation = await staff.organisation_by_id(session, member.organisation_id)
    if organisation.slug != provider.chat:
        raise NoSuchCase
    case = await cases.lock(session, found.case_id)
    row = await transfers.lock(session, transfer_id)
    if case is None or row is None or row.state != TransferState.HANDING:
        raise Stale
    return member, case, row
