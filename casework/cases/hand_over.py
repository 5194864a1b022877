"""The owner hands a case over to a colleague, with a note that only the two of them and leads read."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, owner_name, seen
from casework.cases.assign import may_change_hands
from casework.cases.history import Event
from casework.cases.owning import Why, back_to_queue, give
from casework.context import Context
from casework.errors import NoSuchCase, NotOwner, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk, tell_desk
from casework.staff.team import there
from db.models import Case, Handover, StaffMember
from db.repositories import handovers, staff
from rules.roles import LEADS


@dataclass(frozen=True, slots=True)
class AskNote:
    """Which case goes to whom."""

    case_id: int
    staff_id: int


@act("case.ask_note")
async def ask_note(ctx: Context, data: AskNote) -> None:
    """Asks the owner on their desk what the colleague has to know: a note in the group would be read by all.

    NotOwner, CaseClosed, OneHumanStays, ColleagueAway, Stale.
    """
    case = await seen(ctx, data.case_id, "case.ask_note")
    await _only_owner(ctx, case)
    await may_change_hands(ctx, case)
    await there(ctx, case.organisation_id, data.staff_id)
    giver = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, giver, kinds.HandoverAskScreen(giver.id, case.id, data.staff_id))


@dataclass(frozen=True, slots=True)
class HandOver:
    """Which case goes to whom, and what they have to know; None: nothing."""

    case_id: int
    staff_id: int
    note: str | None


@act("case.hand_over")
async def hand_over(ctx: Context, data: HandOver) -> StaffMember:
    """The colleague has the case now and is told; the note waits behind a button. The same refusals."""
    reached = await seen(ctx, data.case_id, "case.hand_over")
    member = await there(ctx, reached.organisation_id, data.staff_id)
    case = await locked(ctx, data.case_id, "case.hand_over")
    await _only_owner(ctx, case)
    await may_change_hands(ctx, case)
    if member.id == case.owner_id:
        raise Stale
    note = (data.note or "").strip() or None
    given = Handover(case_id=case.id, giver_id=ctx.actor.id, receiver_id=member.id, note=note, at=ctx.now)
    ctx.uow.session.add(given)
    await ctx.uow.session.flush()
    await give(ctx, case, member, Event.HANDED_OVER)
    await tell_desk(ctx, member, kinds.CaseHandedOver(given.id, member.id, case.id), case=case, key=str(given.id))
    giver = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, giver, kinds.HandedOverScreen(giver.id, case.id, member.id))
    return member


async def _only_owner(ctx: Context, case: Case) -> None:
    """A lead who does not have the case assigns it instead."""
    if case.owner_id != ctx.actor.id:
        raise NotOwner(owner=await owner_name(ctx, case) or "")


@dataclass(frozen=True, slots=True)
class OfHandover:
    """The handing over whose button was pressed."""

    handover_id: int


@act("case.read_note")
async def read_note(ctx: Context, data: OfHandover) -> None:
    """Shows the note on the desk of the one who pressed: giver, receiver or a lead. Stale where there is none (any
    more).
    """
    given = await handovers.by_id(ctx.uow.session, data.handover_id)
    if given is None:
        raise Stale
    case = await seen(ctx, given.case_id, "case.read_note")
    if ctx.actor.id not in (given.giver_id, given.receiver_id) and ctx.actor.role not in LEADS:
        raise NoSuchCase
    if given.note is None:
        raise Stale
    reader = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await tell_desk(ctx, reader, kinds.HandoverNote(given.id, reader.id), case=case)


@act("case.decline")
async def decline(ctx: Context, data: OfHandover) -> Case:
    """The receiver can't have it: the case goes back to the queue, and whoever gave it is told.

    Stale where they do not have it by this handing over any more, OneHumanStays.
    """
    given = await handovers.by_id(ctx.uow.session, data.handover_id)
    if given is None or given.receiver_id != ctx.actor.id:
        raise Stale
    case = await locked(ctx, given.case_id, "case.decline")
    given = await handovers.lock(ctx.uow.session, given.id)
    await may_change_hands(ctx, case)
    if given is None or given.declined_at is not None or case.owner_id != given.receiver_id:
        raise Stale
    if not await handovers.is_newest(ctx.uow.session, given):
        raise Stale
    given.declined_at = ctx.now
    await back_to_queue(ctx, case, Why.DECLINED)
    giver = await staff.by_id(ctx.uow.session, given.giver_id)
    if giver.removed_at is None:
        letter = kinds.HandoverDeclined(given.id, giver.id, case.id)
        await tell_desk(ctx, giver, letter, case=case, key=str(given.id))
    return case
