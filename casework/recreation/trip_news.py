"""What follows from marks of a trip, once they can't be taken back: a letter to the family, a place for the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.allocation.leaving import leave
from casework.allocation.tell import BATCH, hold
from casework.calls.saying import say_or_call
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from db.models import Application, ApplicationChild, Case, Person
from db.repositories import applications, recreation, trips
from rules.recreation.applications import Standing
from rules.recreation.trips import UNDO_FOR, frees


@dataclass(frozen=True, slots=True)
class TellOfTrips:
    """Whatever was marked long enough ago."""


@act("trip.tell")
async def tell_of_trips(ctx: Context, data: TellOfTrips) -> int:
    """Frees the places of children who will not come, and writes to families; how many of them. A letter, a free place
    and that it was done are one transaction: nothing of it happens twice, or not at all.
    """
    told = 0
    for application_id, case_id in await trips.untold(ctx.uow.session, ctx.now - UNDO_FOR, BATCH):
        held = await hold(ctx, application_id, case_id)
        if held is not None:
            told += await _tell(ctx, *held)
    return told


async def _tell(ctx: Context, person: Person, case: Case, application: Application) -> int:
    every = await applications.children(ctx.uow.session, application.id)
    those = [each for each in every if each.trip_untold and each.state_at <= ctx.now - UNDO_FOR]
    if not those:
        return 0
    for child in those:
        child.trip_untold = child.left_untold = False
    await _free(ctx, application, [each for each in those if each.state == Standing.NOT_TRAVELLED])
    if case.erased_at is None:
        await _write(ctx, person, case, those)
        await show_case(ctx, case, head=False)
    return 1


async def _free(ctx: Context, application: Application, missed: Sequence[ApplicationChild]) -> None:
    """Those of whom it was known before their shift began leave a place for the next family."""
    free = []
    for child in missed:
        where = await trips.shift_of(ctx.uow.session, child.id)
        call = await recreation.call(ctx.uow.session, application.campaign_id)
        shift = next((each for each in call.terms.shifts if where and each.number == where[1]), None) if call else None
        if shift is not None and frees(shift, child.state_at):
            free.append(child.id)
    if free:
        await leave(ctx, application, free)


async def _write(ctx: Context, person: Person, case: Case, those: Sequence[ApplicationChild]) -> None:
    states = {each.state for each in those}
    key = f"{case.id}:{max(each.state_at for each in those).timestamp():.0f}"
    if Standing.NOT_TRAVELLED in states:
        await say_or_call(ctx, person, kinds.trips.TripMissed(case.id), key, case.id)
    if Standing.SENT in states:
        await tell_person(ctx, person, kinds.trips.TripBegun(case.id), case=case, key=key)
    if Standing.COMPLETED in states:
        await tell_person(ctx, person, kinds.trips.TripOver(case.id), case=case, key=key)
