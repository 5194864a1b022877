"""A promised date passed and no human answered: the person hears it from us, and so does whoever can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.act import act
from casework.calls.needed import need_call
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case, tell_desk, tell_person
from casework.promises.owners import present_owner
from db.models import Call, Case, Person, StaffMember
from db.repositories import calls, cases, people, promises, staff
from db.repositories.promises import Broken
from rules.calls import Reason
from rules.deadlines import next_promise

BATCH = 50
"""Promises spoken about in one run: no transaction stays open long; the next run goes on."""
NAMED_DATES = 2
"""So often in a row the person is given a new date; a third one nobody would believe."""


@dataclass(frozen=True, slots=True)
class Keep:
    """All promises of all organisations."""


@dataclass(frozen=True, slots=True)
class Kept:
    """How many promises were broken, and how many of these not for the first time in a row."""

    missed: int
    again: int


@act("promise.keep")
async def keep(ctx: Context, data: Keep) -> Kept:
    """For each broken promise once: an apology with a new date, a word to the owner or the leads, from the second one
    on a call by a lead.
    """
    found = await promises.broken(ctx.uow.session, ctx.now, BATCH)
    steps = [step for each in found if (step := await _own_up(ctx, each))]
    return Kept(len(steps), sum(step > 1 for step in steps))


async def _own_up(ctx: Context, found: Broken) -> int:
    """Which broken promise in a row it is; 0 where another process was faster."""
    session = ctx.uow.session
    case = await cases.lock(session, found.case_id)
    if case is None or not await promises.is_unspoken(session, case.id, found.promised):
        return 0
    person = await people.by_id(session, case.person_id)
    call = await calls.open_of_case(session, case.id)
    step = await promises.missed_since_answer(session, case.id) + 1
    new = await _new_date(ctx, case) if step <= NAMED_DATES else None
    if step > 1:
        call = await need_call(ctx, case, person, Reason.OVERDUE, for_lead=True)
    told = await _apologise(ctx, case, person, found.promised, new, step)
    record(ctx, case, Event.PROMISE_MISSED, step=step, promised=_seconds(found.promised), told=told)
    if new is not None:
        _renew(case, call, new)
    await _tell_staff(ctx, case, found.promised, new, step, told=told)
    await show_case(ctx, case, head=False)
    return step


async def _new_date(ctx: Context, case: Case) -> datetime:
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    return next_promise(ctx.catalogue, ctx.now, case.crisis, organisation=organisation.slug)


async def _apologise(
    ctx: Context, case: Case, person: Person, promised: datetime, new: datetime | None, step: int
) -> bool:
    if person.unreachable_since is not None:
        return False
    kind = kinds.PromiseLateCrisis if case.crisis else kinds.PromiseLate
    letter = kind(case.id, _seconds(promised), _seconds(new), step)
    return await tell_person(ctx, person, letter, case=case, key=f"{case.id}:{letter.promised}")


def _renew(case: Case, call: Call | None, new: datetime) -> None:
    """What was promised for the moment that is over is promised for the new one."""
    if case.waiting_since is not None:
        case.reply_by = max(case.reply_by, new)
    if call is not None and call.reason == Reason.ASKED and call.due_by is not None:
        call.due_by = max(call.due_by, new)


async def _tell_staff(
    ctx: Context, case: Case, promised: datetime, new: datetime | None, step: int, *, told: bool
) -> None:
    leads = await staff.leads(ctx.uow.session, case.organisation_id)
    owner = await present_owner(ctx, case)
    readers: dict[int, tuple[StaffMember, type[kinds.PromiseMissed]]] = {}
    if step > 1 or case.crisis or owner is None:
        escalated = kinds.PromiseEscalated if step > 1 else kinds.PromiseMissed
        readers |= {lead.id: (lead, escalated) for lead in leads}
    if owner is not None:
        readers.setdefault(owner.id, (owner, kinds.PromiseMissed))
    for member, usual in readers.values():
        kind = kinds.PromiseMissedCrisis if case.crisis else usual
        letter = kind(case.id, member.id, _seconds(promised), _seconds(new), step, told)
        await tell_desk(ctx, member, letter, case=case, key=f"{case.id}:{letter.promised}:{member.id}")


def _seconds(at: datetime | None) -> int:
    return 0 if at is None else int(at.timestamp())
