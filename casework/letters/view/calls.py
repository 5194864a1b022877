"""What letters, screens and the card show of calls."""

from __future__ import annotations

from dataclasses import replace

from casework.letters import kinds
from casework.letters.sights import (
    CallCancelledSight,
    CallCaseSight,
    CallKnownSight,
    CallLine,
    CallNumberKeptSight,
    CallNumberSight,
    CallsLine,
    CallTimeSight,
    CallUnansweredSight,
    CallWantedSight,
    CallWrongNumberSight,
    DangerCallSight,
    NothingSight,
    OfficeSight,
    Sight,
    StaffCallSight,
)
from casework.letters.view.awaited import say_lines
from casework.letters.view.call_times import nearest_times, times
from casework.letters.view.groups import topic_link
from casework.letters.view.look import Look, view
from casework.letters.view.moments import moment
from casework.letters.view.screens import own_line
from db.models import Call, Case, Person, StaffMember
from db.repositories import alarms, calls, cases, on_behalf, people, staff, tellings
from db.uow import UnitOfWork
from rules.calls import WISHED, CallState, Reason
from rules.catalogue import Catalogue
from rules.duty import Promise
from rules.phones import masked, spaced
from rules.roles import LEADS


@view(kinds.CallCaseScreen)
async def _call_case(look: Look, letter: kinds.CallCaseScreen) -> Sight | None:
    person = await look.person()
    open_cases = await cases.open_of(look.uow.session, person.id)
    if await calls.draft_of(look.uow.session, person.id) is None or not open_cases:
        return None
    lines = tuple([await own_line(look, case, person) for case in open_cases])
    return look.sight(person.language, CallCaseSight(lines))


@view(kinds.CallKnownScreen)
async def _call_known(look: Look, letter: kinds.CallKnownScreen) -> Sight | None:
    person = await look.person()
    return look.sight(person.language, CallKnownSight(masked(person.phone))) if person.phone else None


@view(kinds.CallSafeScreen)
async def _call_safe(look: Look, letter: kinds.CallSafeScreen) -> Sight | None:
    person = await look.person()
    if await calls.draft_of(look.uow.session, person.id) is None:
        return None
    return look.sight(person.language, NothingSight())


@view(kinds.DangerCallScreen)
async def _danger_call(look: Look, letter: kinds.DangerCallScreen) -> Sight | None:
    call = await calls.by_id(look.uow.session, letter.call_id)
    if call is None or call.case_id is None or call.phone is None or call.state != CallState.OPEN:
        return None
    alarm = await alarms.standing(look.uow.session, call.case_id)
    shows = DangerCallSight(
        call_id=call.id,
        phone=masked(call.phone),
        promise=Promise(alarm.promise) if alarm else None,
        until=alarm.promised_at if alarm else None,
    )
    return look.sight((await look.person()).language, shows)


@view(kinds.CallNumber)
async def _call_number(look: Look, letter: kinds.CallNumber) -> Sight | None:
    person = await look.person()
    if await calls.draft_of(look.uow.session, person.id) is None:
        return None
    return look.sight(person.language, CallNumberSight(letter.wrong, person.watched, look.office(person.language)))


@view(kinds.CallNumberKept)
async def _call_number_kept(look: Look, letter: kinds.CallNumberKept) -> Sight | None:
    person = await look.person()
    draft = await calls.draft_of(look.uow.session, person.id)
    if draft is None or draft.phone is None:
        return None
    return look.sight(person.language, CallNumberKeptSight(masked(draft.phone), draft.own_phone, draft.ask_for))


@view(kinds.CallTimeScreen)
async def _call_time(look: Look, letter: kinds.CallTimeScreen) -> Sight | None:
    person = await look.person()
    draft = await calls.draft_of(look.uow.session, person.id)
    if draft is None:
        return None
    case = await look.case(draft.case_id) if draft.case_id is not None else None
    return look.sight(person.language, CallTimeSight(await times(look, case)))


@view(kinds.CallWantedScreen)
async def _call_wanted(look: Look, letter: kinds.CallWantedScreen) -> Sight | None:
    person, call = await look.person(), await calls.by_id(look.uow.session, letter.call_id)
    if call is None or call.case_id is None or call.phone is None or call.due_by is None:
        return None
    if call.state != CallState.OPEN:
        return None
    case = await look.case(call.case_id)
    start = call.from_at if call.from_at is not None and call.from_at > call.asked_at else None
    shows = CallWantedSight(
        call_id=call.id,
        number=case.number,
        phone=masked(call.phone),
        start=start,
        end=call.due_by,
        overdue=call.due_by <= look.now,
        watched=person.watched,
        office=look.office(person.language, await look.entry(case)),
    )
    return look.sight(person.language, shows)


@view(kinds.CallCancelledScreen)
async def _call_cancelled(look: Look, letter: kinds.CallCancelledScreen) -> Sight:
    language, case = (await look.person()).language, await look.case(letter.case_id)
    office = look.office(language, await look.entry(case))
    return look.sight(language, CallCancelledSight(case.number, letter.withdrawn, office))


@view(kinds.CallStopped)
async def _call_stopped(look: Look, letter: kinds.CallStopped) -> Sight:
    language = (await look.person()).language
    return look.sight(language, OfficeSight(look.office(language)))


@view(kinds.CallUnanswered)
async def _call_unanswered(look: Look, letter: kinds.CallUnanswered) -> Sight | None:
    person, call = await look.person(), await calls.by_id(look.uow.session, letter.call_id)
    by = moment(letter.by)
    if call is None or call.case_id is None or call.phone is None or (by is not None and call.state != CallState.OPEN):
        return None
    case, at = await look.case(call.case_id), moment(letter.at)
    assert at is not None, "a call has its moment"
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, CallUnansweredSight(case.number, masked(call.phone), at, by, office))


@view(kinds.CallWrongNumber)
async def _call_wrong_number(look: Look, letter: kinds.CallWrongNumber) -> Sight | None:
    person, call = await look.person(), await calls.by_id(look.uow.session, letter.call_id)
    if call is None or call.case_id is None or call.phone is None:
        return None
    case = await look.case(call.case_id)
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, CallWrongNumberSight(case.number, masked(call.phone), office))


@view(kinds.DeskCall)
async def _desk_call(look: Look, letter: kinds.DeskCall) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    case = await look.case(letter.case_id)
    person = await people.by_id(look.uow.session, case.person_id)
    call = await calls.open_of_case(look.uow.session, case.id)
    hidden = await on_behalf.hides_writer(look.uow.session, case.id)
    if member.removed_at is not None or not may_phone(case, person, call, hidden=hidden):
        return None
    shows = await call_of(look.uow, look.catalogue, case, person, call)
    return look.sight(member.language, replace(shows, later=await nearest_times(look, case)))


async def call_of(
    uow: UnitOfWork, catalogue: Catalogue, case: Case, person: Person, call: Call | None
) -> StaffCallSight:
    """What whoever phones has to know; `call` None: nobody asked, and the number is the one that the person gave us."""
    phone = call.phone if call is not None else person.phone
    assert phone is not None, "there is a number to phone"
    return StaffCallSight(
        case_id=case.id,
        number=case.number,
        phone=spaced(phone),
        own=call is None or call.own_phone,
        name=call.ask_for if call is not None else None,
        wish=call.wish if call is not None else None,
        start=call.from_at if call is not None else None,
        end=call.due_by if call is not None else None,
        attempts=call.attempts if call is not None else 0,
        tries=await calls.tried(uow.session, case.id),
        watched=person.watched,
        say=await say_lines(uow, catalogue, case),
        to_tell=await tellings.count(uow.session, case.id),
        danger=call is not None and call.reason == Reason.DANGER,
    )


def call_line(look: Look, call: Call | None) -> CallLine | None:
    """The call that is to be made, on the card."""
    if call is None or call.due_by is None:
        return None
    return CallLine(Reason(call.reason), call.due_by, call.due_by < look.now, call.attempts, call.for_lead)


def may_phone(case: Case, person: Person, call: Call | None, *, hidden: bool) -> bool:
    """Whether there is a number to phone: that of the call to be made, or in an open case the person's own; who writes
    and stays hidden (`hidden`) is phoned only where they asked for it.
    """
    if call is not None and call.phone is not None and (call.reason in WISHED or not hidden):
        return True
    return case.closed_at is None and person.phone is not None and not person.discreet and not hidden


async def calls_line(look: Look, member: StaffMember) -> CallsLine | None:
    """How many calls wait for a staff member, and the first one."""
    waiting = await calls.waiting_for(look.uow.session, member.id, member.organisation_id, lead=member.role in LEADS)
    if waiting.next is None:
        return None
    call, case = waiting.next
    assert call.due_by is not None, "an open call is due some time"
    return CallsLine(waiting.count, case.number, topic_link(case), call.due_by)
