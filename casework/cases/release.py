"""A caseworker gives a case back to the queue."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.desks import nobody_has
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.errors import OneHumanStays
from casework.letters.write import show_case
from db.models import Case
from db.repositories import people
from rules.cases import Verb
from rules.roles import Role


@dataclass(frozen=True, slots=True)
class Release:
    """Give the case back to the queue."""

    case_id: int


@act("case.release")
async def release(ctx: Context, data: Release) -> Case:
    """Nobody has the case now; anybody of the organisation may take it.

    OneHumanStays where the person speaks with one named human: only a lead hands over.
    """
    case = await locked(ctx, data.case_id, "case.release")
    person = await people.by_id(ctx.uow.session, case.person_id)
    if person.human_only and ctx.actor.role is Role.CASEWORKER:
        raise OneHumanStays
    move(case, Verb.RELEASE)
    await nobody_has(ctx, case)
    record(ctx, case, Event.RELEASED)
    await show_case(ctx, case)
    return case
