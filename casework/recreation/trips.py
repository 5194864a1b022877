"""Staff mark who of a shift left for the camp, came back, or did not come: all with one press, then the exceptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import MarkSettled, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.recreation.standing import do
from db.models import Application, ApplicationChild, Case, StaffMember
from db.repositories import applicants, applications, cases, recreation, staff, trips
from db.repositories.trips import Traveller
from db.session import get_row
from rules.local_time import local_date
from rules.permissions import may
from rules.recreation.applications import Deed, Standing, possible
from rules.recreation.terms import Shift
from rules.recreation.trips import UNDO_FOR, Missed, may_be_back, may_leave, may_undo


@dataclass(frozen=True, slots=True)
class ShowTrips:
    """All shifts in which somebody has a place; with `shift` that one, with `child_id` one child of it."""

    campaign_id: int = 0
    shift: int = 0
    page: int = 0
    child_id: int = 0


@act("trip.show")
async def show_trips(ctx: Context, data: ShowTrips) -> None:
    """Puts it on the desk. Stale for a shift of another organisation, or one that is none."""
    member = await _member(ctx)
    if data.shift:
        await _shift(ctx, member, data.campaign_id, data.shift)
    await _show(ctx, member, data)


@dataclass(frozen=True, slots=True)
class OfShift:
    """All children of a shift of whom it can be said."""

    campaign_id: int
    shift: int
    page: int = 0


@act("trip.send")
async def send_all(ctx: Context, data: OfShift) -> int:
    """All who have a place, and of whom nobody said that they do not come, have left; how many. Stale before the shift,
    and where there is nobody.
    """
    return await _mark_all(ctx, data, Deed.SEND)


@act("trip.complete")
async def complete_all(ctx: Context, data: OfShift) -> int:
    """All who had left are back; how many. Stale before the last day, and where there is nobody."""
    return await _mark_all(ctx, data, Deed.COMPLETE)


@act("trip.undo")
async def undo_all(ctx: Context, data: OfShift) -> int:
    """Takes back what was marked in the last minutes, of all at once; how many. MarkSettled where it was longer ago;
    Stale where nothing is marked.
    """
    member = await _member(ctx)
    await _shift(ctx, member, data.campaign_id, data.shift)
    marked: set[int] = set()
    done: set[int] = set()
    for deed in DEEDS[Mark.UNDO]:
        # Of whom a return was just taken back the departure stands.
        those = [each for each in await _able(ctx, data, deed) if each.child.id not in done]
        fresh = [each for each in those if _is_fresh(ctx, each.child)]
        await _do(ctx, fresh, deed)
        marked |= {each.child.id for each in those}
        done |= {each.child.id for each in fresh}
    if not done:
        raise _settled(kept=True) if marked else Stale
    await _show(ctx, member, ShowTrips(data.campaign_id, data.shift, data.page))
    return len(done)


class Mark(StrEnum):
    """What is said of one child."""

    SENT = "sent"
    BACK = "back"
    UNDO = "undo"


DEEDS = {Mark.SENT: (Deed.SEND,), Mark.BACK: (Deed.COMPLETE,), Mark.UNDO: (Deed.UNDO_COMPLETE, Deed.UNDO_SEND)}


@dataclass(frozen=True, slots=True)
class MarkChild:
    """One child with a place."""

    child_id: int
    mark: Mark


@act("trip.mark")
async def mark_child(ctx: Context, data: MarkChild) -> bool:
    """The same of one child: it may be back before all others are. Whether it was done: a lead is asked instead whether
    a child whose place went on comes back into the queue. Stale where it can't be said now; NoSuchCase; MarkSettled for
    a mark from which something has followed, that its place went on among it.
    """
    application, child = await _child(ctx, data.child_id)
    case = await locked(ctx, application.case_id or 0, "trip.mark")
    await applications.lock(ctx.uow.session, child.application_id)
    await ctx.uow.session.refresh(child)
    deed = next((each for each in DEEDS[data.mark] if possible(each, Standing(child.state))), None)
    if deed is None:
        raise Stale
    if data.mark is Mark.UNDO and not _is_fresh(ctx, child):
        kept = await trips.shift_of(ctx.uow.session, child.id) is not None
        if kept or not may(ctx.actor.role, "trip.requeue"):
            raise _settled(kept=kept)
        member = await _member(ctx)
        await show_on_desk(ctx, member, kinds.trips.TripRequeueScreen(member.id, child.id))
        return False
    shift = await _where(ctx, child)
    if deed is Deed.SEND and not may_leave(shift[1], local_date(ctx.now)):
        raise Stale
    await _marked(ctx, case, application, [child], deed)
    await _show(ctx, await _member(ctx), ShowTrips(shift[0], shift[1].number, child_id=child.id))
    return True


@dataclass(frozen=True, slots=True)
class MissChild:
    """Somebody does not come, and why."""

    child_id: int
    why: Missed


@act("trip.miss")
async def miss_child(ctx: Context, data: MissChild) -> None:
    """A child with a place did not, or will not, come. Before the shift its place goes on to the next family, once the
    time to take it back is over. Stale where it has no place any more; NoSuchCase.
    """
    application, child = await _child(ctx, data.child_id)
    case = await locked(ctx, application.case_id or 0, "trip.miss")
    shift = await _where(ctx, child)
    if not possible(Deed.MISS, Standing(child.state)):
        raise Stale
    await _marked(ctx, case, application, [child], Deed.MISS, data.why)
    await _show(ctx, await _member(ctx), ShowTrips(shift[0], shift[1].number, child_id=child.id))


EVENTS = {
    Deed.SEND: Event.TRIP_BEGUN,
    Deed.COMPLETE: Event.TRIP_OVER,
    Deed.MISS: Event.TRIP_MISSED,
    Deed.UNDO_SEND: Event.TRIP_UNDONE,
    Deed.UNDO_COMPLETE: Event.TRIP_UNDONE,
}


async def _mark_all(ctx: Context, data: OfShift, deed: Deed) -> int:
    member = await _member(ctx)
    shift, today = await _shift(ctx, member, data.campaign_id, data.shift), local_date(ctx.now)
    if not (may_leave if deed is Deed.SEND else may_be_back)(shift, today):
        raise Stale
    done = await _do(ctx, await _able(ctx, data, deed), deed)
    if not done:
        raise Stale
    await _show(ctx, member, ShowTrips(data.campaign_id, data.shift, data.page))
    return done


async def _able(ctx: Context, data: OfShift, deed: Deed) -> list[Traveller]:
    """Those of a shift with whom it can be done, their cases and applications locked, in the order of all locks."""
    session = ctx.uow.session
    first = await trips.of_shift(session, data.campaign_id, data.shift)
    for case_id in sorted({each.case_id for each in first}):
        await cases.lock(session, case_id)
    await applicants.lock_applications(session, sorted({each.application_id for each in first}))
    those = await trips.of_shift(session, data.campaign_id, data.shift)
    return [each for each in those if possible(deed, Standing(each.child.state))]


async def _do(ctx: Context, those: Sequence[Traveller], deed: Deed) -> int:
    by_application: dict[int, list[Traveller]] = {}
    for each in those:
        by_application.setdefault(each.application_id, []).append(each)
    for application_id, mine in by_application.items():
        application = await applications.by_id(ctx.uow.session, application_id)
        case = await cases.by_id(ctx.uow.session, mine[0].case_id)
        assert application is not None, "it is locked"
        assert case is not None, "the same"
        await _marked(ctx, case, application, [each.child for each in mine], deed)
    return len(those)


async def _marked(
    ctx: Context,
    case: Case,
    application: Application,
    children: Sequence[ApplicationChild],
    deed: Deed,
    why: Missed | None = None,
) -> None:
    await do(ctx, application, children, deed)
    for child in children:
        _owe(child, deed)
        child.missed = why.value if why is not None else None
        facts = {"child": child.position} | ({"why": why.value} if why is not None else {})
        record(ctx, case, EVENTS[deed], **facts)


def _owe(child: ApplicationChild, deed: Deed) -> None:
    """What is to follow from the mark: where a return is taken back, the departure, if nobody was told of it."""
    child.left_untold = deed is Deed.SEND or (child.left_untold and deed is not Deed.UNDO_SEND)
    child.trip_untold = child.left_untold if deed is Deed.UNDO_COMPLETE else deed is not Deed.UNDO_SEND


def _is_fresh(ctx: Context, child: ApplicationChild) -> bool:
    """Whether nothing has followed from the mark yet, and it can be taken back."""
    return child.trip_untold and may_undo(child.state_at, ctx.now)


def _settled(*, kept: bool) -> MarkSettled:
    return MarkSettled(place="kept" if kept else "gone", minutes=str(int(UNDO_FOR.total_seconds() // 60)))


async def _child(ctx: Context, child_id: int) -> tuple[Application, ApplicationChild]:
    """A child with its application, read before the locks are taken; Stale where there is none."""
    child = await get_row(ctx.uow.session, ApplicationChild, child_id)
    application = await applications.by_id(ctx.uow.session, child.application_id) if child is not None else None
    if child is None or application is None or application.case_id is None:
        raise Stale
    return application, child


async def _where(ctx: Context, child: ApplicationChild) -> tuple[int, Shift]:
    """The campaign and the shift of a child's place, the application locked. Stale where it has none."""
    await applications.lock(ctx.uow.session, child.application_id)
    await ctx.uow.session.refresh(child)
    found = await trips.shift_of(ctx.uow.session, child.id)
    if found is None:
        raise Stale
    return found[0], await _shift(ctx, await _member(ctx), *found)


async def _shift(ctx: Context, member: StaffMember, campaign_id: int, number: int) -> Shift:
    call = await recreation.call(ctx.uow.session, campaign_id)
    if call is None or call.campaign.organisation_id != member.organisation_id:
        raise Stale
    found = next((each for each in call.terms.shifts if each.number == number), None)
    if found is None:
        raise Stale
    return found


async def _member(ctx: Context) -> StaffMember:
    return await staff.by_id(ctx.uow.session, ctx.actor.id or 0)


async def _show(ctx: Context, member: StaffMember, data: ShowTrips) -> None:
    if data.child_id:
        await show_on_desk(ctx, member, kinds.trips.TripChildScreen(member.id, data.child_id))
    elif data.shift:
        await show_on_desk(ctx, member, kinds.trips.TripScreen(member.id, data.campaign_id, data.shift, data.page))
    else:
        await show_on_desk(ctx, member, kinds.trips.TripsScreen(member.id))
