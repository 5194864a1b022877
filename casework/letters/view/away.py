"""Who has which case, and who is away: what is seen at the moment of sending."""

from __future__ import annotations

from datetime import date

from casework.letters import kinds
from casework.letters.sights import (
    AwayCasesSight,
    AwaySetSight,
    AwaySight,
    CaseLapsedSight,
    CaseLineSight,
    CasesAssignedSight,
    ColleagueLine,
    HandedOverSight,
    HandoverNoteSight,
    HandoverSight,
    NumberLink,
    OneHumanAwaySight,
    Sight,
)
from casework.letters.view.groups import topic_link
from casework.letters.view.look import Look, view
from casework.letters.view.moments import moment
from casework.staff.presence import is_present
from db.models import Case, StaffMember
from db.repositories import handovers, staff, team
from rules.absence import common_returns, is_away
from rules.local_time import local_date

NUMBERS = 30
"""Cases named in one letter; the desk lists the rest."""
PAGE = 8


async def _reader(look: Look, staff_id: int) -> StaffMember | None:
    """The reader, as long as they work here."""
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None else None


def _link(case: Case) -> NumberLink:
    return NumberLink(case.number, topic_link(case))


@view(kinds.CasesAssigned)
async def _cases_assigned(look: Look, letter: kinds.CasesAssigned) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    named = [await look.case(case_id) for case_id in letter.case_ids]
    theirs = [case for case in named if case.owner_id == letter.staff_id and case.closed_at is None]
    if member is None or not theirs:
        return None
    shows = CasesAssignedSight(tuple(map(_link, theirs[:NUMBERS])), max(0, len(theirs) - NUMBERS))
    return look.sight(member.language, shows)


@view(kinds.CaseHandedOver)
async def _handed_over(look: Look, letter: kinds.CaseHandedOver) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    given = await handovers.by_id(look.uow.session, letter.handover_id)
    if member is None or given is None or case.owner_id != member.id or case.closed_at is not None:
        return None
    return look.sight(member.language, HandedOverSight(given.id, _link(case), given.note is not None))


@view(kinds.HandoverNote)
async def _note(look: Look, letter: kinds.HandoverNote) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    given = await handovers.by_id(look.uow.session, letter.handover_id)
    if member is None or given is None or given.note is None:
        return None
    giver = await staff.by_id(look.uow.session, given.giver_id)
    number = (await look.case(given.case_id)).number
    return look.sight(member.language, HandoverNoteSight(number, giver.work_name, given.note, given.at))


@view(kinds.HandoverDeclined)
async def _declined(look: Look, letter: kinds.HandoverDeclined) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    if member is None or case.owner_id is not None or case.closed_at is not None:
        return None
    return look.sight(member.language, HandedOverSight(letter.handover_id, _link(case), note=False))


@view(kinds.HandoverAskScreen)
async def _handover_ask(look: Look, letter: kinds.HandoverAskScreen) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    if member is None or case.owner_id != member.id or case.closed_at is not None:
        return None
    return look.sight(member.language, await _to_whom(look, case, letter.receiver_id))


@view(kinds.HandedOverScreen)
async def _handed_over_screen(look: Look, letter: kinds.HandedOverScreen) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    return None if member is None else look.sight(member.language, await _to_whom(look, case, letter.receiver_id))


async def _to_whom(look: Look, case: Case, receiver_id: int) -> HandoverSight:
    receiver = await staff.by_id(look.uow.session, receiver_id)
    return HandoverSight(case.id, _link(case), receiver.id, receiver.work_name)


@view(kinds.CaseCameBack)
async def _came_back(look: Look, letter: kinds.CaseCameBack) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    if member is None or case.owner_id != member.id or case.closed_at is not None:
        return None
    return look.sight(member.language, CaseLineSight(_link(case)))


@view(kinds.CaseLapsed, kinds.CaseLapsedCrisis)
async def _lapsed(look: Look, letter: kinds.CaseLapsed) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    since = moment(letter.since)
    if member is None or since is None or case.owner_id is not None or case.closed_at is not None:
        return None
    owner = await staff.by_id(look.uow.session, letter.owner_id)
    return look.sight(member.language, CaseLapsedSight(_link(case), member.id == owner.id, owner.work_name, since))


@view(kinds.OneHumanAway)
async def _one_human_away(look: Look, letter: kinds.OneHumanAway) -> Sight | None:
    member, case = await _reader(look, letter.staff_id), await look.case(letter.case_id)
    owner = await staff.by_id(look.uow.session, letter.owner_id)
    if member is None or case.owner_id != owner.id or case.closed_at is not None or owner.away_until is None:
        return None
    if not is_away(owner.away_until, look.now):
        return None
    return look.sight(member.language, OneHumanAwaySight(_link(case), owner.work_name, owner.away_until))


@view(kinds.AwayScreen)
async def _away(look: Look, letter: kinds.AwayScreen) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    if member is None:
        return None
    organisation = await staff.organisation_by_id(look.uow.session, member.organisation_id)
    days = common_returns(look.catalogue.hours_of(organisation.slug), local_date(look.now))
    return look.sight(member.language, AwaySight(back_on_of(look, member), days))


def back_on_of(look: Look, member: StaffMember) -> date | None:
    """The day until which somebody is away; None: is there."""
    return member.away_until if is_away(member.away_until, look.now) else None


@view(kinds.AwayCasesScreen)
async def _away_cases(look: Look, letter: kinds.AwayCasesScreen) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    if member is None:
        return None
    busy = await team.at_work(look.uow.session, member.organisation_id)
    others = [each for each in busy if each.member.id != member.id and is_present(each.member, look.now)]
    lines = [ColleagueLine(each.member.id, each.member.work_name, each.open) for each in others]
    pages = max(1, -(-len(lines) // PAGE))
    page = min(letter.page, pages - 1)
    shows = AwayCasesSight(
        back_on=date.fromordinal(letter.back_on),
        open=len(await team.open_ids(look.uow.session, member.id)),
        colleagues=tuple(sorted(lines, key=lambda each: each.open)[page * PAGE : (page + 1) * PAGE]),
        page=page,
        pages=pages,
    )
    return look.sight(member.language, shows)


@view(kinds.AwaySetScreen)
async def _away_set(look: Look, letter: kinds.AwaySetScreen) -> Sight | None:
    member = await _reader(look, letter.staff_id)
    if member is None:
        return None
    back_on = date.fromordinal(letter.back_on)
    return look.sight(member.language, AwaySetSight(back_on, letter.returned, letter.passed, letter.kept))
