"""Trips of children: shifts and their children on a desk, and what a family reads."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.trips import (
    TripChildSight,
    TripLine,
    TripNewsSight,
    TripRequeueSight,
    TripShift,
    TripSight,
    TripsSight,
)
from casework.letters.view.allocation import place_lines
from casework.letters.view.look import Look, view
from casework.recreation.lacking import lacking_of
from db.models import ApplicationChild, StaffMember
from db.repositories import applications, recreation, staff, trips
from db.repositories.recreation import Call
from db.repositories.trips import Traveller
from db.session import get_row
from rules.local_time import local_date
from rules.recreation.applications import Deed, Standing, possible
from rules.recreation.terms import Shift
from rules.recreation.trips import Missed, frees, may_be_back, may_leave, may_undo

PAGE = 8
Counts = dict[str, int]
NEWS = {
    kinds.trips.TripBegun: Standing.SENT,
    kinds.trips.TripOver: Standing.COMPLETED,
    kinds.trips.TripMissed: Standing.NOT_TRAVELLED,
    kinds.trips.TripRequeued: Standing.QUEUED,
}
"""While a child stands so the letter is true."""


@view(kinds.trips.TripsScreen)
async def _trips(look: Look, letter: kinds.trips.TripsScreen) -> Sight | None:
    member = await _member(look, letter.staff_id)
    if member is None:
        return None
    counts = await trips.counted(look.uow.session, member.organisation_id)
    calls = await recreation.of_organisation(look.uow.session, member.organisation_id)
    shifts = [
        _line(call, shift, counts[call.campaign.id, shift.number])
        for call in calls
        for shift in call.terms.shifts
        if (call.campaign.id, shift.number) in counts
    ]
    # What is on its way or still to come stands first, what is over last.
    today = local_date(look.now)
    shifts.sort(key=lambda each: (each.place.last < today, each.place.first, each.place.shift))
    return look.sight(member.language, TripsSight(tuple(shifts)))


def _line(call: Call, shift: Shift, counts: Counts) -> TripShift:
    [place] = place_lines(call, [(shift.number, shift.places)])
    return TripShift(call.campaign.id, place, {Standing(state): count for state, count in counts.items()})


@view(kinds.trips.TripScreen)
async def _trip(look: Look, letter: kinds.trips.TripScreen) -> Sight | None:
    member = await _member(look, letter.staff_id)
    found = await _shift(look, member, letter.campaign_id, letter.shift) if member is not None else None
    if member is None or found is None:
        return None
    call, shift = found
    those = await trips.of_shift(look.uow.session, letter.campaign_id, shift.number)
    states = [Standing(each.child.state) for each in those]
    counts: Counts = {state.value: states.count(state) for state in dict.fromkeys(states)}
    skip, today = letter.page * PAGE, local_date(look.now)
    shows = TripSight(
        shift=_line(call, shift, counts),
        lines=tuple([await _of(look, call, each) for each in those[skip : skip + PAGE]]),
        page=letter.page,
        more=len(those) > skip + PAGE,
        may_send=may_leave(shift, today) and any(possible(Deed.SEND, state) for state in states),
        may_complete=may_be_back(shift, today) and any(possible(Deed.COMPLETE, state) for state in states),
        fresh=sum(_is_fresh(look, each) for each in those),
    )
    return look.sight(member.language, shows)


def _is_fresh(look: Look, each: Traveller) -> bool:
    return each.child.trip_untold and may_undo(each.child.state_at, look.now)


async def _of(look: Look, call: Call, each: Traveller) -> TripLine:
    child = each.child
    return TripLine(
        child_id=child.id,
        number=each.number,
        position=child.position,
        standing=Standing(child.state),
        missed=Missed(child.missed) if child.missed else None,
        lacking=await lacking_of(look.uow.session, each.application_id, child, look.now),
    )


@view(kinds.trips.TripChildScreen)
async def _child(look: Look, letter: kinds.trips.TripChildScreen) -> Sight | None:
    member = await _member(look, letter.staff_id)
    where = await trips.shift_of(look.uow.session, letter.child_id)
    found = await _shift(look, member, *where) if member is not None and where is not None else None
    if member is None or where is None or found is None:
        return None
    call, shift = found
    those = await trips.of_shift(look.uow.session, *where)
    one = next(each for each in those if each.child.id == letter.child_id)
    state = Standing(one.child.state)
    shows = TripChildSight(
        campaign_id=where[0],
        shift=where[1],
        line=await _of(look, call, one),
        may_send=possible(Deed.SEND, state) and may_leave(shift, local_date(look.now)),
        may_complete=possible(Deed.COMPLETE, state),
        may_miss=possible(Deed.MISS, state),
        may_undo=_is_fresh(look, one),
        frees=frees(shift, look.now),
    )
    return look.sight(member.language, shows)


@view(kinds.trips.TripRequeueScreen)
async def _requeue(look: Look, letter: kinds.trips.TripRequeueScreen) -> Sight | None:
    member = await _member(look, letter.staff_id)
    child = await get_row(look.uow.session, ApplicationChild, letter.child_id)
    application = await applications.by_id(look.uow.session, child.application_id) if child is not None else None
    if member is None or child is None or application is None or application.case_id is None:
        return None
    case = await look.case(application.case_id)
    lost = {each.id for each in await trips.lost_places(look.uow.session, application.id)}
    if case.organisation_id != member.organisation_id or child.id not in lost:
        return None
    return look.sight(member.language, TripRequeueSight(child.id, case.id, case.number, child.position))


async def _member(look: Look, staff_id: int) -> StaffMember | None:
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None else None


async def _shift(look: Look, member: StaffMember | None, campaign_id: int, number: int) -> tuple[Call, Shift] | None:
    call = await recreation.call(look.uow.session, campaign_id)
    if member is None or call is None or call.campaign.organisation_id != member.organisation_id:
        return None
    shift = next((each for each in call.terms.shifts if each.number == number), None)
    return None if shift is None else (call, shift)


@view(kinds.trips.TripBegun, kinds.trips.TripOver, kinds.trips.TripMissed, kinds.trips.TripRequeued)
async def _news(look: Look, letter: kinds.Letter) -> Sight | None:
    news = kinds.trips.TripBegun | kinds.trips.TripOver | kinds.trips.TripMissed | kinds.trips.TripRequeued
    assert isinstance(letter, news)
    person, case = await look.person(), await look.case(letter.case_id)
    application = await applications.of_case(look.uow.session, case.id)
    if application is None or case.erased_at is not None:
        return None
    states = {_counted(each) for each in await applications.children(look.uow.session, application.id)}
    if NEWS[type(letter)] not in states:
        return None
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, TripNewsSight(case.id, case.number, office, case.closed_at is None))


def _counted(child: ApplicationChild) -> Standing:
    """A return that can still be taken back does not count yet: the letter of leaving is not lost by it."""
    state = Standing(child.state)
    return Standing.SENT if state is Standing.COMPLETED and child.trip_untold else state
