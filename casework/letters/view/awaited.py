"""Calls that wait, as staff see them, and what has to be said in one."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.awaited import CallDaysSight, CallListSight, CallToMakeSight, ListedCall
from casework.letters.sights.calls import SayLine
from casework.letters.sights.problems import NumberLink
from casework.letters.view.call_times import options_of, other_times
from casework.letters.view.groups import topic_link
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from db.models import Case, StaffMember
from db.repositories import appointments, awaited, calls, documents, staff
from db.uow import UnitOfWork
from rules.appointments import AppointmentState
from rules.calls import CallState, Reason
from rules.cases import reopen_by
from rules.catalogue import Catalogue, Matter
from rules.documents import MISSING
from rules.lists import PAGE
from rules.roles import LEADS


async def call_list_sight(uow: UnitOfWork, now: datetime, member: StaffMember, page: int) -> CallListSight:
    """A page as things are at `now` (business time); behind the last page stands the last one."""
    reach = calls.Reach(member.organisation_id, member.id, lead=member.role in LEADS)
    count = await calls.count_listed(uow.session, reach)
    pages = max(1, -(-count // PAGE))
    page = min(page, pages - 1)
    rows = await calls.listed(uow.session, reach, page * PAGE, PAGE)
    owners = await staff.work_names(uow.session, [case.owner_id for _, case in rows if case.owner_id])
    matters: dict[int, list[Matter]] = defaultdict(list)
    for letter in await awaited.unread_of(uow.session, [case.id for _, case in rows]):
        matters[letter.case_id].append(Matter(letter.matter))
    lines = []
    for call, case in rows:
        assert call.due_by is not None, "an open call is due some time"
        lines.append(
            ListedCall(
                case_id=case.id,
                number=NumberLink(case.number, topic_link(case)),
                reason=Reason(call.reason),
                matters=tuple(matters[case.id]) if call.reason != Reason.AGREEMENT else (),
                since=call.asked_at,
                tries=call.attempts,
                due=call.due_by,
                overdue=call.due_by < now,
                for_lead=call.for_lead,
                owner=owners.get(case.owner_id or 0),
            )
        )
    return CallListSight(tuple(lines), count, page, pages)


async def say_lines(uow: UnitOfWork, catalogue: Catalogue, case: Case) -> tuple[SayLine, ...]:
    """What was written to the person of a case and not read, as staff can say it on the phone."""
    if not case.unseen:
        return ()
    return tuple([await _say(uow, catalogue, case, Matter(each.matter))
                  for each in await awaited.wanted_of(uow.session, case.id)])  # fmt: skip


async def _say(uow: UnitOfWork, catalogue: Catalogue, case: Case, matter: Matter) -> SayLine:
    match matter:
        case Matter.REFUSAL:
            reason = catalogue.refusals.get(case.result or "")
            by = reopen_by(case.closed_at) if case.closed_at is not None else None
            return SayLine(matter, reason.plain[STAFF_LANGUAGE] if reason else None, by)
        case Matter.DOCUMENTS | Matter.RETURNED:
            missing = [each for each in await documents.of_case(uow.session, case.id) if each.state in MISSING]
            known = [catalogue.documents[each.document] for each in missing if each.document in catalogue.documents]
            return SayLine(matter, ", ".join(each.name[STAFF_LANGUAGE] for each in known) or None)
        case Matter.PLAN | Matter.ANSWER | Matter.TRANSFER | Matter.PLACE:
            return SayLine(matter)
        case Matter.APPOINTMENT:
            return SayLine(matter, times=await _offered(uow, case))


async def _offered(uow: UnitOfWork, case: Case) -> tuple[datetime, ...]:
    """The times that the person may still choose from."""
    for each in await appointments.standing_of_case(uow.session, case.id):
        if each.state == AppointmentState.OFFERED:
            return tuple(time.starts_at for time in await appointments.times_of(uow.session, each.id))
    return ()


@view(kinds.awaited.CallListScreen)
async def _call_list(look: Look, letter: kinds.awaited.CallListScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    return look.sight(member.language, await call_list_sight(look.uow, look.now, member, letter.page))


@view(kinds.awaited.CallDaysScreen)
async def _call_days(look: Look, letter: kinds.awaited.CallDaysScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None:
        return None
    case = await look.case(letter.case_id)
    shown = options_of(await other_times(look, case), look.now)
    return look.sight(member.language, CallDaysSight(case.id, case.number, letter.tries, shown))


@view(kinds.awaited.CallToMake)
async def _to_make(look: Look, letter: kinds.awaited.CallToMake) -> Sight | None:
    case = await look.case(letter.case_id)
    if not await awaited.unread_of(look.uow.session, [case.id]):
        return None
    return await _told(look, letter.staff_id, case, letter.call_id)


@view(kinds.awaited.CallForLead)
async def _for_lead(look: Look, letter: kinds.awaited.CallForLead) -> Sight | None:
    return await _told(look, letter.staff_id, await look.case(letter.case_id), letter.call_id)


async def _told(look: Look, staff_id: int, case: Case, call_id: int) -> Sight | None:
    """None once the call was made or is not needed, or for whoever has left; `call_id` 0: there is none."""
    member = await staff.by_id(look.uow.session, staff_id)
    call = await calls.by_id(look.uow.session, call_id) if call_id else None
    if member.removed_at is not None or (call_id and (call is None or call.state != CallState.OPEN)):
        return None
    tries = call.attempts if call is not None else 0
    number = NumberLink(case.number, topic_link(case))
    return look.sight(member.language, CallToMakeSight(number, call is not None, tries))
