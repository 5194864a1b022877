"""No sign came by the day, or nothing written reaches the person: a call takes the place of the letter."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from casework.calls.needed import end_unread_call, need_call
from casework.cases.history import Event, record
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import tell_desk, tell_topic
from casework.promises.owners import present_owner
from db.models import AwaitedLetter, Call, Case, Person
from db.repositories import awaited, calls, cases, staff
from db.repositories.awaited import UNREAD, WAITING
from rules.calls import Reason
from rules.catalogue import Matter
from rules.reminders import later


async def due_of(ctx: Context, case: Case, matter: Matter) -> datetime:
    """By when a sign is wanted of a letter that is written now."""
    organisation = await staff.organisation_by_id(ctx.uow.session, case.organisation_id)
    within = ctx.catalogue.awaited[matter].within
    return later(ctx.now, within.amount, within.unit, ctx.catalogue.hours_of(organisation.slug))


async def unread_now(ctx: Context, case: Case, person: Person, rows: Sequence[AwaitedLetter]) -> None:
    """These letters of a locked case were not read: one call for all of them, and whoever has the case hears of it."""
    if not rows:
        return
    for row in rows:
        row.state = UNREAD
        record(ctx, case, Event.LETTER_UNREAD, matter=row.matter)
    call = await need_call(ctx, case, person, Reason.UNREAD)
    await _tell(ctx, case, call, rows)


async def unread_at_once(ctx: Context, person: Person) -> None:
    """The locked person stopped the bot: nobody waits for the day of what they have not read."""
    for case_id in await awaited.cases_of_person(ctx.uow.session, person.id):
        case = await cases.lock(ctx.uow.session, case_id)
        if case is not None:
            wanted = await awaited.wanted_of(ctx.uow.session, case.id)
            await unread_now(ctx, case, person, [row for row in wanted if row.state == WAITING])


async def wait_anew(ctx: Context, person: Person) -> None:
    """The locked person is within reach again, and what they missed is sent: it may be read now. A call that nobody
    has begun is not needed.
    """
    for case_id in await awaited.cases_of_person(ctx.uow.session, person.id):
        case = await cases.lock(ctx.uow.session, case_id)
        if case is None or await _begun(ctx, case):
            continue
        for row in await awaited.wanted_of(ctx.uow.session, case.id):
            row.state, row.due_at = WAITING, await due_of(ctx, case, Matter(row.matter))
        await end_unread_call(ctx, case)


async def _begun(ctx: Context, case: Case) -> bool:
    call = await calls.open_of_case(ctx.uow.session, case.id)
    return call is not None and call.reason == Reason.UNREAD and call.attempts > 0


async def _tell(ctx: Context, case: Case, call: Call | None, rows: Sequence[AwaitedLetter]) -> None:
    """The owner on their desk; where nobody has the case, or they are away, the leads and whoever reads the topic."""
    key = f"{call.id}" if call is not None else f"0:{rows[0].id}:{int(rows[0].due_at.timestamp())}"
    owner = await present_owner(ctx, case)
    if owner is None:
        await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.LETTER_UNREAD.value))
    those = [owner] if owner is not None else await staff.leads(ctx.uow.session, case.organisation_id)
    for member in those:
        letter = kinds.awaited.CallToMake(member.id, case.id, call.id if call is not None else 0)
        await tell_desk(ctx, member, letter, case=case, key=f"{key}:{member.id}")
