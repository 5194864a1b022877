"""Complaints on their way between a person and the leads, and what leads see of ratings."""

from __future__ import annotations

from datetime import date

from casework.cases.relay import for_person
from casework.complaints.numbers import number_of
from casework.complaints.reviewers import may_review, reviewers
from casework.letters import kinds
from casework.letters.sights import (
    ComplaintAnswerAskSight,
    ComplaintAnsweredSight,
    ComplaintAskSight,
    ComplaintDueSight,
    ComplaintFiledSight,
    ComplaintLine,
    ComplaintReceivedSight,
    ComplaintsSight,
    RatingMonth,
    RatingsSight,
    Sight,
)
from casework.letters.view.look import Look, view
from db.models import Case, Complaint, StaffMember
from db.repositories import complaints, ratings, staff
from db.repositories.ratings import Counted
from rules.local_time import local_date
from rules.masking import mask
from rules.ratings import FEWEST, Mark
from rules.roles import LEADS

EXCERPT = 1500
LISTED = 10
MONTHS = 3
WORDS_SHOWN = 8
WORDS_LENGTH = 200


def _part(text: str, part: int) -> tuple[str, int]:
    parts = for_person(text)
    return (parts[part] if part < len(parts) else ""), len(parts)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest].rstrip() + "…"


@view(kinds.ComplaintAskScreen)
async def _complaint_ask(look: Look, letter: kinds.ComplaintAskScreen) -> Sight:
    person, case = await look.person(), await look.case(letter.case_id)
    entry, free = await look.entry(case), await reviewers(look.uow, case)
    shows = ComplaintAskSight(
        case_id=case.id,
        number=case.number,
        reviewer=free[0].work_name if free else None,
        elsewhere=entry.complaint[person.language],
        office=look.office(person.language, entry),
    )
    return look.sight(person.language, shows)


async def _found(look: Look, complaint_id: int) -> tuple[Complaint, Case]:
    complaint = await complaints.by_id(look.uow.session, complaint_id)
    assert complaint is not None, "complaints are never deleted"
    return complaint, await look.case(complaint.case_id)


@view(kinds.ComplaintReceived)
async def _complaint_received(look: Look, letter: kinds.ComplaintReceived) -> Sight | None:
    (complaint, case), person = await _found(look, letter.complaint_id), await look.person()
    if complaint.words is None:
        return None
    entry = await look.entry(case)
    shows = ComplaintReceivedSight(
        complaint=number_of(entry.prefix, complaint),
        number=case.number,
        reviewer=(await staff.by_id(look.uow.session, complaint.reviewer_id)).work_name,
        simple_by=complaint.simple_by,
        answer_by=complaint.answer_by,
        elsewhere=entry.complaint[person.language],
    )
    return look.sight(person.language, shows)


@view(kinds.ComplaintAnswered)
async def _complaint_answered(look: Look, letter: kinds.ComplaintAnswered) -> Sight | None:
    (complaint, case), person = await _found(look, letter.complaint_id), await look.person()
    if complaint.answer is None or complaint.answered_by is None:
        return None
    entry = await look.entry(case)
    text, parts = _part(complaint.answer, letter.part)
    shows = ComplaintAnsweredSight(
        complaint=number_of(entry.prefix, complaint),
        author=(await staff.by_id(look.uow.session, complaint.answered_by)).work_name,
        text=text,
        part=letter.part,
        parts=parts,
        elsewhere=entry.complaint[person.language],
    )
    return look.sight(person.language, shows)


async def _reader(look: Look, staff_id: int, case: Case) -> StaffMember | None:
    """The lead, if they still may know of it: they may have left, or taken the case meanwhile."""
    member = await staff.by_id(look.uow.session, staff_id)
    return member if await may_review(look.uow, case, member.id) else None


async def _line(look: Look, complaint: Complaint, case: Case) -> ComplaintLine:
    prefix = (await look.entry(case)).prefix
    number = number_of(prefix, complaint)
    return ComplaintLine(complaint.id, number, case.number, complaint.answer_by, complaint.answer_by < look.now)


@view(kinds.ComplaintFiled)
async def _complaint_filed(look: Look, letter: kinds.ComplaintFiled) -> Sight | None:
    complaint, case = await _found(look, letter.complaint_id)
    member = await _reader(look, letter.staff_id, case)
    if member is None or complaint.words is None:
        return None
    text, parts = _part(complaint.words, letter.part)
    shows = ComplaintFiledSight(
        complaint_id=complaint.id,
        complaint=number_of((await look.entry(case)).prefix, complaint),
        number=case.number,
        simple_by=complaint.simple_by,
        answer_by=complaint.answer_by,
        text=text,
        part=letter.part,
        parts=parts,
    )
    return look.sight(member.language, shows)


@view(kinds.ComplaintDue)
async def _complaint_due(look: Look, letter: kinds.ComplaintDue) -> Sight | None:
    complaint, case = await _found(look, letter.complaint_id)
    member = await _reader(look, letter.staff_id, case)
    if member is None or complaint.words is None or complaint.answered_at is not None:
        return None
    return look.sight(member.language, ComplaintDueSight(await _line(look, complaint, case)))


@view(kinds.ComplaintsScreen)
async def _complaints(look: Look, letter: kinds.ComplaintsScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None or member.role not in LEADS:
        return None
    lines: list[ComplaintLine] = []
    for complaint in await complaints.unanswered(look.uow.session, member.organisation_id):
        case = await look.case(complaint.case_id)
        if len(lines) < LISTED and await may_review(look.uow, case, member.id):
            lines.append(await _line(look, complaint, case))
    return look.sight(member.language, ComplaintsSight(tuple(lines)))


@view(kinds.ComplaintAnswerAskScreen)
async def _complaint_answer_ask(look: Look, letter: kinds.ComplaintAnswerAskScreen) -> Sight | None:
    complaint, case = await _found(look, letter.complaint_id)
    member = await _reader(look, letter.staff_id, case)
    if member is None or complaint.words is None or complaint.answered_at is not None:
        return None
    shows = ComplaintAnswerAskSight(await _line(look, complaint, case), _cut(complaint.words, EXCERPT))
    return look.sight(member.language, shows)


@view(kinds.RatingsScreen)
async def _ratings(look: Look, letter: kinds.RatingsScreen) -> Sight | None:
    member = await staff.by_id(look.uow.session, letter.staff_id)
    if member.removed_at is not None or member.role not in LEADS:
        return None
    months = _last_months(local_date(look.now))
    counted = await ratings.counts(look.uow.session, member.organisation_id, months[-1])
    said = await ratings.words_since(look.uow.session, member.organisation_id, months[-1])
    shown = []
    for month in months:
        # Sorted by what they say: their order in time would help to guess whose they are.
        words = sorted(_cut(mask(" ".join(each.words.split())), WORDS_LENGTH) for each in said if each.month == month)
        shown.append(_month(month, counted, words))
    return look.sight(member.language, RatingsSight(tuple(shown)))


def _last_months(today: date) -> list[date]:
    """The first days of this month and those before it, the newest first."""
    count = today.year * 12 + today.month - 1
    return [date(*_year_and_month(count - back), 1) for back in range(MONTHS)]


def _year_and_month(count: int) -> tuple[int, int]:
    year, month0 = divmod(count, 12)
    return year, month0 + 1


def _month(month: date, counted: list[Counted], words: list[str]) -> RatingMonth:
    number = {each.mark: each.number for each in counted if each.month == month}
    good, so_so, bad = (number.get(mark, 0) for mark in (Mark.GOOD, Mark.SO_SO, Mark.BAD))
    enough = good + so_so + bad >= FEWEST
    return RatingMonth(month, good, so_so, bad, tuple(words[:WORDS_SHOWN]) if enough else ())
