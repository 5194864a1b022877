"""A locked case comes to an owner, or goes back to the queue without its owner's press."""

from __future__ import annotations

from enum import StrEnum

from casework.cases.desks import nobody_has, somebody_has
from casework.cases.history import Event, record
from casework.cases.moves import move
from casework.context import Context
from casework.danger.alarm import wake_again
from casework.errors import RefusedByYou
from casework.letters import kinds
from casework.letters.write import show_case, tell_desk, tell_person
from db.models import Case, StaffMember
from db.repositories import people, staff
from rules.cases import Verb


class Why(StrEnum):
    """Why a case went back to the queue, in the facts of its event."""

    AWAY = "away"
    REMOVED = "removed"
    SILENT = "silent"
    DECLINED = "declined"
    TAKEN_BACK = "taken-back"
    """Whoever gave it with many others took that back."""


async def looked_at_by(ctx: Context, case: Case, staff_id: int) -> None:
    """A refusal is looked at again by another human than the one who refused, where there is one: else RefusedByYou."""
    if case.refused_by is None:
        return
    if case.refused_by == staff_id and await staff.is_another(ctx.uow.session, case.organisation_id, staff_id):
        raise RefusedByYou
    case.refused_by = None


async def becomes(ctx: Context, case: Case, staff_id: int, *, tell: bool = True) -> None:
    """From now on the case is theirs, and the person knows their name. `tell`: by a letter of its own."""
    await somebody_has(ctx, case, staff_id)
    if not tell:
        return
    person = await people.by_id(ctx.uow.session, case.person_id)
    await tell_person(ctx, person, kinds.CaseTaken(case.id, staff_id), case=case, key=f"{case.id}:{staff_id}")


async def give(ctx: Context, case: Case, member: StaffMember, event: Event) -> None:
    """Gives an open case to a member, whoever had it; the caller tells them, and has made sure that they are there.

    RefusedByYou where this one refused it and another human is there to look at it again.
    """
    former = case.owner_id
    await looked_at_by(ctx, case, member.id)
    if former is None:
        move(case, Verb.TAKE)
    record(ctx, case, event, to=member.id, former=former)
    await becomes(ctx, case, member.id)
    await wake_again(ctx, case, former)
    await show_case(ctx, case)


async def back_to_queue(ctx: Context, case: Case, why: Why) -> None:
    """Nobody has the case now. Where somebody in danger waits, those on duty are asked anew; where one named human
    speaks with the person, leads hear that somebody is wanted.
    """
    former = case.owner_id
    move(case, Verb.RELEASE)
    await nobody_has(ctx, case)
    record(ctx, case, Event.RETURNED, why=why.value, former=former)
    await wake_again(ctx, case, former)
    person = await people.by_id(ctx.uow.session, case.person_id)
    if person.human_only:
        await _ask_for_one_human(ctx, case)
    await show_case(ctx, case)


async def _ask_for_one_human(ctx: Context, case: Case) -> None:
    for lead in await staff.leads(ctx.uow.session, case.organisation_id):
        letter = kinds.OneHumanWanted(lead.id, case.id)
        await tell_desk(ctx, lead, letter, case=case, key=f"{case.id}:{lead.id}:{int(ctx.now.timestamp())}")
