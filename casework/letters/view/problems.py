"""What leads see of what went wrong, and what people are asked after a silence."""

from __future__ import annotations

from datetime import UTC, datetime

from casework.letters import kinds
from casework.letters.sights import (
    GroupBackSight,
    MessagesLostReportSight,
    MessagesLostSight,
    NumberLink,
    ProblemDropAskSight,
    ProblemLine,
    ProblemsFoundSight,
    ProblemsSight,
    Sight,
)
from casework.letters.view.groups import away_line, group_link, topic_link
from casework.letters.view.look import Look, view
from casework.problems.owners import case_within
from casework.problems.reach import reach
from casework.problems.subjects import subject_of
from db.models import Case, StaffMember
from db.repositories import cases, problems, staff
from db.repositories.problems import Problem, Reach
from rules.problems import incident_number
from rules.roles import LEADS

PAGE = 4
UNASKED = 15


async def _lead(look: Look, staff_id: int) -> StaffMember | None:
    """The reader, as long as they lead."""
    member = await staff.by_id(look.uow.session, staff_id)
    return member if member.removed_at is None and member.role in LEADS else None


@view(kinds.ProblemsScreen)
async def _problems(look: Look, letter: kinds.ProblemsScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    if member is None:
        return None
    within = reach(member.organisation_id, unowned=letter.unowned)
    count, _ = await problems.extent(look.uow.session, within)
    pages = max(1, -(-count // PAGE))
    page = min(letter.page, pages - 1)
    shown = await problems.page(look.uow.session, within, PAGE, page * PAGE)
    lines = tuple([await _line(look, problem, within) for problem in shown])
    return look.sight(member.language, ProblemsSight(lines, count, page, pages))


@view(kinds.ProblemDropAskScreen)
async def _drop_ask(look: Look, letter: kinds.ProblemDropAskScreen) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    if member is None:
        return None
    within = reach(member.organisation_id, unowned=letter.unowned)
    problem = await problems.find(look.uow.session, within, letter.going, letter.id)
    if problem is None:
        return None
    return look.sight(member.language, ProblemDropAskSight(await _line(look, problem, within), letter.page))


@view(kinds.ProblemsFound)
async def _problems_found(look: Look, letter: kinds.ProblemsFound) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    if member is None:
        return None
    count, _ = await problems.extent(look.uow.session, reach(member.organisation_id, unowned=letter.unowned))
    return look.sight(member.language, ProblemsFoundSight(count)) if count else None


async def _line(look: Look, problem: Problem, within: Reach) -> ProblemLine:
    case = await case_within(look.uow, problem, within.organisation_id)
    return ProblemLine(
        way=problem.way,
        id=problem.id,
        incident=incident_number(problem.way, problem.id),
        subject=subject_of(problem, of_staff=await _is_desk(look, problem.lane)),
        reason=problem.reason,
        parked_at=problem.parked_at,
        retried=problem.retried,
        case=_number(case) if case is not None else None,
    )


async def _is_desk(look: Look, lane: str) -> bool:
    kind, _, account = lane.partition(":")
    return kind == "p" and await staff.active_by_telegram(look.uow.session, int(account)) is not None


def _number(case: Case) -> NumberLink:
    return NumberLink(case.number, topic_link(case))


@view(kinds.GroupAway)
async def _group_away(look: Look, letter: kinds.GroupAway) -> Sight | None:
    member, group = await _lead(look, letter.staff_id), await staff.group_by_id(look.uow.session, letter.group_id)
    if member is None or group.unbound_at is not None or group.away_reason != letter.reason:
        return None
    return look.sight(member.language, await away_line(look, group))


@view(kinds.GroupBack)
async def _group_back(look: Look, letter: kinds.GroupBack) -> Sight | None:
    member, group = await _lead(look, letter.staff_id), await staff.group_by_id(look.uow.session, letter.group_id)
    if member is None or group.away_since is not None:
        return None
    return look.sight(member.language, GroupBackSight(group_link(group)))


@view(kinds.MessagesLost)
async def _messages_lost(look: Look, letter: kinds.MessagesLost) -> Sight | None:
    person = await look.person()
    theirs = await cases.open_of(look.uow.session, person.id)
    if not theirs:
        return None
    office = look.office(person.language, await look.entry(theirs[0]))
    since, until = _moment(letter.since), _moment(letter.until)
    return look.sight(person.language, MessagesLostSight(since, until, letter.restored, office))


@view(kinds.MessagesLostReport)
async def _messages_lost_report(look: Look, letter: kinds.MessagesLostReport) -> Sight | None:
    member = await _lead(look, letter.staff_id)
    if member is None:
        return None
    unasked = await cases.open_and_unasked(look.uow.session, member.organisation_id, UNASKED) if letter.missed else ()
    shows = MessagesLostReportSight(
        since=_moment(letter.since),
        until=_moment(letter.until),
        restored=letter.restored,
        asked=letter.asked,
        missed=letter.missed,
        unasked=tuple(_number(case) for case in unasked),
    )
    return look.sight(member.language, shows)


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
