"""Staff sign up the person of a case, who asked them to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casework.act import act
from casework.cases.access import locked, seen
from casework.context import Context
from casework.errors import CaseClosed, Covered, SignedAlready, Stale
from casework.events.seats import open_date, seat
from db.models import EventSeat
from db.repositories import events, people

MOST = 8
"""Events in the menu: the nearest ones."""


@dataclass(frozen=True, slots=True)
class AskEvents:
    """The case."""

    case_id: int


@dataclass(frozen=True, slots=True)
class DateLine:
    """The next date of an event: how many places are left."""

    date_id: int
    title: str
    starts: datetime
    left: int


@dataclass(frozen=True, slots=True)
class Choices:
    """The case, and what there is."""

    case_id: int
    number: str
    dates: Sequence[DateLine]


@act("event.choices")
async def event_choices(ctx: Context, data: AskEvents) -> Choices:
    """What the person of a case can be signed up for: the next date of each event of the organisation."""
    case = await seen(ctx, data.case_id, "event.choices")
    found = []
    for each in await events.coming(ctx.uow.session, ctx.now, MOST, case.organisation_id):
        taken, waiting = await events.tally(ctx.uow.session, each.date.id)
        left = 0 if waiting else max(0, (each.event.places or 0) - taken)
        found.append(DateLine(each.date.id, each.event.title or "", each.date.starts_at, left))
    return Choices(case.id, case.number, found)


@dataclass(frozen=True, slots=True)
class SignFor:
    """The case, and a date."""

    case_id: int
    date_id: int


@act("event.sign_for")
async def sign_for(ctx: Context, data: SignFor) -> EventSeat:
    """A place for the person of the case, or one in the list; they are told. SignedAlready, Stale, CaseClosed; Covered
    where somebody else may read the phone.
    """
    case = await locked(ctx, data.case_id, "event.sign_for")
    if case.closed_at is not None:
        raise CaseClosed
    person = await people.by_id(ctx.uow.session, case.person_id)
    if person.discreet:
        raise Covered
    event, date = await open_date(ctx, data.date_id)
    if event.organisation_id != case.organisation_id:
        raise Stale
    if await events.standing(ctx.uow.session, date.id, person.id) is not None:
        raise SignedAlready
    return await seat(ctx, event, date, person, ctx.actor.id)
