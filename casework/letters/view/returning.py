"""People who come back from another account: what they read, and what staff check."""

from __future__ import annotations

from casework.letters import kinds
from casework.letters.sights import (
    FormerCase,
    FormerLine,
    OfficeSight,
    ReturnByHandSight,
    ReturnConfirmedSight,
    ReturnContactSight,
    ReturnMatchedSight,
    ReturnRestoredSight,
    ReturnSight,
    ReturnWaitsSight,
    Sight,
)
from casework.letters.view.look import Look, view
from casework.returning.former import Former, formers, second_look
from db.models import Case, Return
from db.repositories import cases, returns, staff
from db.uow import UnitOfWork
from rules.phones import spaced
from rules.returning import UNDECIDED, ReturnState
from rules.roles import LEADS


@view(kinds.ReturnContact)
async def _contact(look: Look, letter: kinds.ReturnContact) -> Sight | None:
    person = await look.person()
    if await returns.draft_of(look.uow.session, person.id) is None:
        return None
    return look.sight(person.language, ReturnContactSight(letter.foreign))


@view(kinds.ReturnStopped)
async def _stopped(look: Look, letter: kinds.ReturnStopped) -> Sight:
    language = (await look.person()).language
    return look.sight(language, OfficeSight(look.office(language)))


@view(kinds.ReturnReceived)
async def _received(look: Look, letter: kinds.ReturnReceived) -> Sight | None:
    return await _waits(look, letter.case_id)


@view(kinds.ReturnWaitingScreen)
async def _waiting(look: Look, letter: kinds.ReturnWaitingScreen) -> Sight | None:
    return await _waits(look, letter.case_id)


async def _waits(look: Look, case_id: int) -> Sight | None:
    person, case = await look.person(), await look.case(case_id)
    if case.closed_at is not None:
        return None
    told = await look.told_by(case)
    office = look.office(person.language, await look.entry(case))
    return look.sight(person.language, ReturnWaitsSight(case.id, told if told > look.now else None, office))


@view(kinds.ReturnByHandScreen)
async def _by_hand(look: Look, letter: kinds.ReturnByHandScreen) -> Sight:
    language = (await look.person()).language
    return look.sight(language, ReturnByHandSight(letter.often, look.office(language)))


@view(kinds.ReturnConfirmed)
async def _confirmed(look: Look, letter: kinds.ReturnConfirmed) -> Sight | None:
    person, check = await look.person(), await returns.of_case(look.uow.session, letter.case_id)
    if check is None or check.state != ReturnState.CONFIRMED:
        return None
    return look.sight(person.language, ReturnConfirmedSight(len(check.moved["cases"])))


@view(kinds.ReturnRefused)
async def _refused(look: Look, letter: kinds.ReturnRefused) -> Sight:
    language, case = (await look.person()).language, await look.case(letter.case_id)
    return look.sight(language, OfficeSight(look.office(language, await look.entry(case))))


@view(kinds.ReturnUndone)
async def _undone(look: Look, letter: kinds.ReturnUndone) -> Sight:
    language = (await look.person()).language
    return look.sight(language, OfficeSight(look.office(language)))


@view(kinds.ReturnRestored)
async def _restored(look: Look, letter: kinds.ReturnRestored) -> Sight | None:
    person, check = await look.person(), await returns.by_id(look.uow.session, letter.return_id)
    if check is None or check.decided_at is None:
        return None
    count = len(check.moved["cases"])
    shows = ReturnRestoredSight(count, check.decided_at, look.letter.written_at, look.office(person.language))
    return look.sight(person.language, shows)


@view(kinds.ReturnMatched)
async def _matched(look: Look, letter: kinds.ReturnMatched) -> Sight | None:
    session = look.uow.session
    member, case = await staff.by_id(session, letter.staff_id), await look.case(letter.case_id)
    check = await returns.of_case(session, case.id)
    if member.removed_at is not None or check is None or check.state not in UNDECIDED or case.closed_at is not None:
        return None
    numbers = [
        each.number
        for former in await formers(look.uow, check)
        for each in await cases.open_of(session, former.person.id)
        if each.owner_id == member.id
    ]
    return look.sight(member.language, ReturnMatchedSight(case.id, case.number, tuple(numbers))) if numbers else None


@view(kinds.DeskReturn)
async def _desk_return(look: Look, letter: kinds.DeskReturn) -> Sight | None:
    member, case = await staff.by_id(look.uow.session, letter.staff_id), await look.case(letter.case_id)
    check = await returns.of_case(look.uow.session, case.id)
    if check is None or member.removed_at is not None or member.organisation_id != case.organisation_id:
        return None
    return look.sight(member.language, await return_of(look.uow, check, case, member.role))


async def return_of(uow: UnitOfWork, check: Return, case: Case, role: str) -> ReturnSight:
    """What staff check of a request; nobody is offered any more once it is decided or the case is over."""
    undecided = check.state in UNDECIDED and case.closed_at is None
    found = await formers(uow, check) if undecided else []
    first = await staff.by_id(uow.session, check.first_by) if undecided and check.first_by is not None else None
    return ReturnSight(
        case_id=case.id,
        number=case.number,
        state=ReturnState(check.state),
        phone=spaced(check.phone) if check.phone and undecided else None,
        proved=check.proved,
        people=tuple([await _line(uow, each, case.organisation_id) for each in found]),
        first_by=first.work_name if first else None,
        may_undo=role in LEADS and check.state == ReturnState.CONFIRMED,
        decidable=undecided,
    )


async def _line(uow: UnitOfWork, former: Former, organisation_id: int) -> FormerLine:
    theirs = [each for each in await cases.all_of(uow.session, former.person.id) if each.erased_at is None]
    here = [each for each in theirs if each.organisation_id == organisation_id]
    return FormerLine(
        person_id=former.person.id,
        cases=tuple([await _case(uow, each) for each in here]),
        elsewhere=len(theirs) - len(here),
        by_hand=former.by_hand,
        second_look=await second_look(uow, former),
    )


async def _case(uow: UnitOfWork, case: Case) -> FormerCase:
    owner = await staff.by_id(uow.session, case.owner_id) if case.owner_id is not None else None
    return FormerCase(case.number, case.opened_at, owner.work_name if owner else None, case.closed_at is None)
