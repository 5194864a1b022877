"""What is seen when a promise was not kept; a human who answered meanwhile makes it no longer true."""

from __future__ import annotations

from datetime import datetime

from casework.cases.promises import whose_decision
from casework.letters import kinds
from casework.letters.sights import CheckDueSight, PromiseLateSight, PromiseMissedSight, Sight
from casework.letters.view.calls import may_phone
from casework.letters.view.groups import topic_link
from casework.letters.view.look import Look, view
from casework.letters.view.moments import moment
from db.models import Call, Case
from db.repositories import calls, on_behalf, people, promises, staff
from rules.calls import Reason
from rules.deadlines import check_by


@view(kinds.PromiseLate, kinds.PromiseLateCrisis)
async def _promise_late(look: Look, letter: kinds.PromiseLate) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    call = await calls.open_of_case(look.uow.session, case.id)
    promised, new = moment(letter.promised), moment(letter.new)
    if promised is None or not _waits(case, call, promised) or (new is not None and new <= look.now):
        return None
    entry = await look.entry(case)
    shows = PromiseLateSight(
        number=case.number,
        by_phone=_by_phone(call),
        promised=promised,
        new=new,
        lead_knows=letter.step > 1,
        lead_calls=call is not None and call.for_lead,
        office=look.office(person.language, entry),
        complaint=entry.complaint[person.language],
    )
    return look.sight(person.language, shows)


@view(kinds.PromiseMissed, kinds.PromiseEscalated, kinds.PromiseMissedCrisis)
async def _promise_missed(look: Look, letter: kinds.PromiseMissed) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    case = await look.case(letter.case_id)
    call = await calls.open_of_case(look.uow.session, case.id)
    promised = moment(letter.promised)
    if member.removed_at is not None or promised is None or not _waits(case, call, promised):
        return None
    person = await people.by_id(look.uow.session, case.person_id)
    whose = case.owner_id if case.owner_id in (member.id, None) else member.id
    shows = PromiseMissedSight(
        reader=member.work_name,
        number=case.number,
        url=topic_link(case),
        by_phone=_by_phone(call),
        promised=promised,
        since=case.waiting_since or (call.asked_at if call is not None else promised),
        new=moment(letter.new),
        told=letter.told,
        watched=person.watched,
        unreachable=person.unreachable_since is not None,
        owner=await look.owner(case),
        may_phone=may_phone(case, person, call, hidden=await on_behalf.hides_writer(look.uow.session, case.id)),
        step=letter.step,
        overdue=await promises.overdue_of(look.uow.session, case.organisation_id, whose),
    )
    return look.sight(member.language, shows)


@view(kinds.CheckDue)
async def _check_due(look: Look, letter: kinds.CheckDue) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    case = await look.case(letter.case_id)
    elsewhere = whose_decision(look.catalogue, case)
    if member.removed_at is not None or case.closed_at is not None or elsewhere is None:
        return None
    shows = CheckDueSight(
        reader=member.work_name,
        number=case.number,
        url=topic_link(case),
        decides=elsewhere.words[member.language] if elsewhere.words else None,
        provider=elsewhere.provider,
        by=check_by(look.catalogue, elsewhere.check, case.opened_at, organisation=(await look.entry(case)).slug),
    )
    return look.sight(member.language, shows)


def _waits(case: Case, call: Call | None, promised: datetime) -> bool:
    """Whether the person has waited since before what was promised, for words or for a call."""
    if case.closed_at is not None:
        return False
    since = [case.waiting_since, call.asked_at if _by_phone(call) and call is not None else None]
    return any(each is not None and each <= promised for each in since)


def _by_phone(call: Call | None) -> bool:
    return call is not None and call.reason == Reason.ASKED
