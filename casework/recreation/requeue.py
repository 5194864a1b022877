"""A supervisor puts a child back into the queue who was marked by mistake as not coming, and whose place went on."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.allocation.leaving import back_in_turn
from casework.calls.saying import say_or_call
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import CaseClosed, NoWayBack, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_on_desk
from casework.recreation.standing import do
from db.models import Application, ApplicationChild, Case
from db.repositories import applications, people, staff, trips
from db.session import get_row
from rules.recreation.applications import Deed


@dataclass(frozen=True, slots=True)
class RequeueChild:
    """One child without a place. `sure`: it was asked whether it is really meant."""

    child_id: int
    sure: bool = False


@act("trip.requeue")
async def requeue_child(ctx: Context, data: RequeueChild) -> bool:
    """Asks, or puts the child back where it stood; whether it is there. It takes no place from anybody: the next step
    looks what is free. Its family is written to. Stale where the child has a place, or places are shared out no more;
    NoWayBack where its turn is over: no shift is open to it, or its categories hold no more; CaseClosed; NoSuchCase.
    """
    found = await get_row(ctx.uow.session, ApplicationChild, data.child_id)
    application = await applications.by_id(ctx.uow.session, found.application_id) if found is not None else None
    if application is None or application.case_id is None:
        raise Stale
    case = await locked(ctx, application.case_id, "trip.requeue")
    await applications.lock(ctx.uow.session, application.id)
    child = await _lost(ctx, application, data.child_id)
    if case.closed_at is not None:
        raise CaseClosed
    if not data.sure:
        member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
        await show_on_desk(ctx, member, kinds.trips.TripRequeueScreen(member.id, child.id))
        return False
    await _requeue(ctx, case, application, child)
    return True


async def _lost(ctx: Context, application: Application, child_id: int) -> ApplicationChild:
    lost = {each.id: each for each in await trips.lost_places(ctx.uow.session, application.id)}
    if child_id not in lost:
        raise Stale
    return lost[child_id]


async def _requeue(ctx: Context, case: Case, application: Application, child: ApplicationChild) -> None:
    if not await back_in_turn(ctx, application, child, only_open=True):
        raise NoWayBack
    await do(ctx, application, [child], Deed.REQUEUE)
    child.missed = None
    record(ctx, case, Event.BACK_IN_TURN, child=child.position)
    person = await people.by_id(ctx.uow.session, case.person_id)
    key = f"{case.id}:{child.id}:{ctx.now.timestamp():.0f}"
    await say_or_call(ctx, person, kinds.trips.TripRequeued(case.id), key, case.id)
    await show_case(ctx, case)
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    await show_on_desk(ctx, member, kinds.allocation.PlaceDeskScreen(member.id, case.id))
