"""The number came: a request for staff, the same whether we know the number or not."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.history import Event, record
from casework.cases.opening import open_case
from casework.cases.relay import carry_to_topic
from casework.context import Context
from casework.danger.hear import hear
from casework.letters import kinds
from casework.letters.write import show_case, tell_desk, tell_person
from casework.people.themselves import ready_to_write, themselves
from casework.returning.begin import Next, go_on
from db.models import Case, Person, Return
from db.repositories import calls, cases, returns, staff
from rules.phones import read_phone
from rules.returning import ReturnState


@dataclass(frozen=True, slots=True)
class AskReturn:
    """`request`: what the caseworker reads as the person's words, in their language. `written`: the number as it came.
    `proved`: Telegram says that it is the number of this very account.
    """

    request: str
    written: str
    proved: bool


@act("return.ask")
async def ask_return(ctx: Context, data: AskReturn) -> Next:
    """Opens the request, and asks whoever has a case of somebody known by a proved number to check.

    What the person is told does not depend on whether there is such a case. A typed number proves nothing and is looked
    up nowhere: a human reads it. Their own number is kept for calls, as ever. Nothing is kept before the consent.
    """
    person = await themselves(ctx)
    await hear(ctx, person, data.written)
    draft = await returns.draft_of(ctx.uow.session, person.id)
    if draft is None or person.discreet or not await ready_to_write(ctx, person):
        return await go_on(ctx, person)
    if await returns.open_of(ctx.uow.session, person.id) is not None:
        return await go_on(ctx, person)
    phone = read_phone(data.written)
    case = await open_case(ctx, person, (), receipt=False)
    case.unread = 1
    draft.case_id, draft.state, draft.asked_at = case.id, ReturnState.WAITING.value, ctx.now
    draft.proved, draft.phone = data.proved and phone is not None, phone
    if draft.proved:
        person.phone = phone
    record(ctx, case, Event.RETURN_ASKED, proved=draft.proved)
    await carry_to_topic(ctx, case, await calls.say(ctx.uow.session, case, data.request, ctx.now), data.request)
    await _tell_owners(ctx, case, person, draft)
    await show_case(ctx, case)
    await tell_person(ctx, person, kinds.ReturnReceived(case.id), case=case, key=str(case.id))
    return Next.WAITING


async def _tell_owners(ctx: Context, case: Case, person: Person, check: Return) -> None:
    """Whoever works with somebody known by this number knows best whether it is they."""
    if not check.proved or check.phone is None:
        return
    session = ctx.uow.session
    owners: set[int] = set()
    for former in await returns.matching(session, check.phone, person.id):
        theirs = await cases.open_of(session, former.id)
        owners |= {each.owner_id for each in theirs if each.owner_id and each.organisation_id == case.organisation_id}
    for owner_id in sorted(owners):
        letter = kinds.ReturnMatched(owner_id, case.id)
        await tell_desk(ctx, await staff.by_id(session, owner_id), letter, case=case, key=f"{case.id}:{owner_id}")
