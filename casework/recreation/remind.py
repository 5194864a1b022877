"""The clock's part: whose application waits to be sent, or for papers, hears of both in one letter a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from casework.calls.saying import say_or_call
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import arrives
from casework.letters.write_many import ToOne, tell_each
from casework.recreation.owing import owed_in_case
from db.models import Application
from db.repositories import applications, documents, later, people, recreation, reminders
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


async def waiting_for(session: AsyncSession, application: Application, today: date) -> Waiting | None:
    """What an application waits for on a day (Kyiv); None where there is nothing to remind of."""
    call = await recreation.call(session, application.campaign_id)
    assert call is not None, "a campaign has a version"
    standing = Standing(application.state)
    if draft_waits(standing, call.state, call.terms, today):
        return Waiting(application, call, call.terms.closes)
    those = await _leaving(session, application, call, today) if call.state in OVER else None
    waits = papers_wait(standing, call.state, application.papers_by, today, leaves=bool(those))
    if not waits or application.papers_by is None:
        return None
    missing = await documents.count_missing_open(session, application.case_id or 0, those)
    owed = len(await owed_in_case(session, application.case_id, those)) if application.case_id else 0
    return Waiting(application, call, application.papers_by, missing, owed, those) if missing or owed else None


async def _leaving(session: AsyncSession, application: Application, call: Call, today: date) -> frozenset[int]:
    """The children who have still to leave: with a place in a shift that has not begun before today."""
    shifts = await later.shifts_of(session, application.id)
    ahead = {each.number for each in call.terms.shifts if each.first >= today}
    accepted = {
        child.id
        for child in await applications.children(session, application.id)
        if child.state == Standing.ACCEPTED.value
    }
    return frozenset(child for child, shift in shifts.items() if child in accepted and shift in ahead)


async def remind_of_applications(ctx: Context, due: Sequence[Due]) -> set[int]:
    """Writes one letter to each family, about all that it can still do; returns the reminders that do not hold any
    more. Where the machine may not or can't say it, somebody phones; a draft is nobody's business yet.
    """
    if not due:
        return set()
    session, today = ctx.uow.session, local_date(ctx.now)
    wanted = await reminders.holding(session, [each.id for each in due])
    true: dict[int, list[Waiting]] = {}
    gone = set()
    for each in due:
        application = await applications.by_id(session, each.subject or 0)
        waits = await waiting_for(session, application, today) if application is not None else None
        if waits is None or each.id not in wanted or each.about_at != end_of_day(waits.last_day):
            gone.add(each.id)
            continue
        true.setdefault(waits.application.person_id, []).append(waits)
    letters, those = [], await people.by_ids(session, true.keys())
    for person_id, waiting in sorted(true.items()):
        person = those[person_id]
        letter, key = kinds.recreation.ApplicationReminder(today.toordinal()), f"{person_id}:{today.toordinal()}"
        if arrives(person, letter):
            letters.append(ToOne(person, letter, key))
            continue
        case_id = next((each.application.case_id for each in waiting if not each.is_draft), None)
        if case_id is not None:
            await say_or_call(ctx, person, letter, key, case_id)
    await tell_each(ctx, letters)
    return gone
