"""The clock's part: whose application waits to be sent, or for papers, hears of both in one letter a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from casework.calls.saying import ToSay, say_each
from casework.context import Context
from casework.letters import kinds
from casework.recreation.owing import Asked, owed_by
from db.models import Application
from db.repositories import applications, documents, later, recreation, reminders
from db.repositories.recreation import Call
from db.repositories.reminders import Due
from rules.local_time import end_of_day, local_date
from rules.recreation.applications import Standing
from rules.recreation.campaigns import OVER
from rules.recreation.reminding import draft_waits, papers_wait


@dataclass(frozen=True, slots=True)
class Waiting:
    """An application that waits for its family until the end of `last_day` (Kyiv); `missing`: how many papers, `owed`:
    how many answers to later questions. Neither: a draft, that waits to be sent.
    """

    application: Application
    call: Call
    last_day: date
    missing: int = 0
    owed: int = 0
    children: frozenset[int] | None = None
    """Rows of the children for whom it is wanted; None: of all."""

    @property
    def is_draft(self) -> bool:
        """Whether it was never sent."""
        return not (self.missing or self.owed)


async def waiting_for(session: AsyncSession, those: Sequence[Application], today: date) -> list[Waiting]:
    """What these applications wait for on a day (Kyiv), in order; whatever needs no reminder is left out. A handful of
    statements, however many they are.
    """
    calls = {number: await _call(session, number) for number in {each.campaign_id for each in those}}
    leaving = await _leaving(session, [each for each in those if calls[each.campaign_id].state in OVER], calls, today)
    sent = [each for each in those if _papers_wait(each, calls[each.campaign_id], today, leaving.get(each.id))]
    cases = {each.case_id: leaving.get(each.id) for each in sent if each.case_id is not None}
    missing = await documents.missing_in_open(session, cases)
    of_open = [each for each in sent if each.case_id in missing]
    asked = [Asked(each, calls[each.campaign_id].terms, leaving.get(each.id)) for each in of_open]
    owed = await owed_by(session, asked)
    found = {each.id: _waits(each, calls[each.campaign_id], missing, owed, leaving.get(each.id)) for each in of_open}
    for each in those:
        call = calls[each.campaign_id]
        if draft_waits(Standing(each.state), call.state, call.terms, today):
            found[each.id] = Waiting(each, call, call.terms.closes)
    return [waiting for each in those if (waiting := found.get(each.id)) is not None]


async def _call(session: AsyncSession, campaign_id: int) -> Call:
    call = await recreation.call(session, campaign_id)
    assert call is not None, "a campaign has a version"
    return call


async def _leaving(
    session: AsyncSession, those: Sequence[Application], calls: Mapping[int, Call], today: date
) -> dict[int, frozenset[int]]:
    """By application, the children who have still to leave: with a place in a shift that has not begun before today."""
    if not those:
        return {}
    ids = [each.id for each in those]
    rows, shifts = await applications.children_of(session, ids), await later.shifts_of(session, ids)
    ahead = {
        number: {shift.number for shift in call.terms.shifts if shift.first >= today} for number, call in calls.items()
    }
    return {
        each.id: frozenset(
            child.id
            for child in rows.get(each.id, ())
            if child.state == Standing.ACCEPTED.value and shifts.get(child.id) in ahead[each.campaign_id]
        )
        for each in those
    }


def _papers_wait(application: Application, call: Call, today: date, leaving: frozenset[int] | None) -> bool:
    return papers_wait(Standing(application.state), call.state, application.papers_by, today, leaves=bool(leaving))


def _waits(
    application: Application,
    call: Call,
    missing: Mapping[int, int],
    owed: Mapping[int, int],
    leaving: frozenset[int] | None,
) -> Waiting | None:
    papers, answers = missing[application.case_id or 0], owed.get(application.id, 0)
    if application.papers_by is None or not (papers or answers):
        return None
    return Waiting(application, call, application.papers_by, papers, answers, leaving)


async def remind_of_applications(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes one letter to each family, about all that it can still do; returns the reminders that do not hold any
    more. Where the machine may not or can't say it, somebody phones; a draft is nobody's business yet.
    """
    if not due:
        return set()
    session, today = ctx.uow.session, local_date(ctx.now)
    wanted = await reminders.holding(session, [each.id for each in due])
    begun = await applications.by_ids(session, {each.subject for each in due if each.subject is not None})
    waits = {each.application.id: each for each in await waiting_for(session, begun, today)}
    true: dict[int, list[Waiting]] = {}
    gone = set()
    for each in due:
        found = waits.get(each.subject or 0)
        if found is None or each.id not in wanted or each.about_at != end_of_day(found.last_day):
            gone.add(each.id)
            continue
        true.setdefault(found.application.person_id, []).append(found)
    await say_each(ctx, [_to_family(person_id, waiting, today) for person_id, waiting in sorted(true.items())])
    return gone


def _to_family(person_id: int, waiting: Sequence[Waiting], today: date) -> ToSay:
    day = today.toordinal()
    case_id = next((each.application.case_id for each in waiting if not each.is_draft), None)
    letter = kinds.recreation.ApplicationReminder(day)
    return ToSay(person_id, letter, f"{person_id}:{day}", call_about=case_id)
