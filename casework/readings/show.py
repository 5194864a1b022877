"""Leads look who of theirs looked at people's data."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import NoSuchCase, Stale
from casework.letters import kinds
from casework.letters.write import show_on_desk
from db.repositories import cases, staff
from rules.local_time import local_date
from rules.readings import By


@dataclass(frozen=True, slots=True)
class ShowReadings:
    """A page, counted from 0. `of`: the case, the colleague or the day (its ordinal) by which is looked, 0 for today
    or for all.
    """

    by: By = By.ALL
    of: int = 0
    page: int = 0


@act("reading.show")
async def show_readings(ctx: Context, data: ShowReadings) -> None:
    """Shows it on the lead's desk. NoSuchCase, or Stale for a colleague, of another organisation."""
    session, of = ctx.uow.session, data.of
    reader = await staff.by_id(session, ctx.actor.id or 0)
    if data.by is By.CASE:
        case = await cases.by_id(session, of)
        if case is None or case.organisation_id != reader.organisation_id:
            raise NoSuchCase
    if data.by is By.READER and (await staff.by_id(session, of)).organisation_id != reader.organisation_id:
        raise Stale
    if data.by is By.DAY and not of:
        of = local_date(ctx.now).toordinal()
    await show_on_desk(ctx, reader, kinds.ReadingsScreen(reader.id, data.by.value, of, data.page))


@dataclass(frozen=True, slots=True)
class ReadingsOfNumber:
    """`/readings NUMBER`; without a number all of them."""

    number: str


@act("reading.find")
async def readings_of_number(ctx: Context, data: ReadingsOfNumber) -> None:
    """The readings of a case by its number, or all. NoSuchCase."""
    session = ctx.uow.session
    reader = await staff.by_id(session, ctx.actor.id or 0)
    number = data.number.strip().upper()
    if not number:
        await show_on_desk(ctx, reader, kinds.ReadingsScreen(reader.id, By.ALL.value, 0, 0))
        return
    case = await cases.by_number(session, number)
    if case is None or case.organisation_id != reader.organisation_id:
        raise NoSuchCase
    await show_on_desk(ctx, reader, kinds.ReadingsScreen(reader.id, By.CASE.value, case.id, 0))
