"""Somebody whose case staff wrote down uses the bot now, and sends the code that was read out to them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.cases.history import Event, record
from casework.cases.opening import open_case
from casework.cases.relay import carry_to_topic
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_desk, tell_person, tell_topic
from casework.people.themselves import asked_to_agree, themselves
from casework.registering.codes import PURPOSE, take_code_back
from casework.returning.former import Former, second_look
from casework.returning.move import bring_over
from casework.staff.codes import code_hash
from db.models import Case, CodeGuess, LinkCode, Person, Return
from db.repositories import calls, cases, linking, people, returns, staff
from rules.linking import may_try, one_more_wrong
from rules.returning import ReturnState


class Linked(StrEnum):
    """What became of a code."""

    WRONG = "wrong"
    TOO_OFTEN = "too-often"
    CONSENT = "consent"
    """It is right; the person is asked for their consent first."""
    DONE = "done"
    CHECKED = "checked"
    """It is right, and a mistake would be dangerous: staff look twice."""


@dataclass(frozen=True, slots=True)
class LinkByCode:
    """Twelve digits that somebody sent. `request`: what staff read as their words where they have to look, in their
    language.
    """

    code: str
    request: str


@act("person.link_by_code")
async def link_by_code(ctx: Context, data: LinkByCode) -> Linked:
    """Gives the cases of the person for whom the code was made to this account, once; whoever has them is told.

    Nothing of the case is shown before. After five wrong codes within an hour none is tried any more. Where somebody
    may be in danger, or one human speaks, the code alone does not do: a second look, as for everybody who comes back.
    """
    person = await themselves(ctx)
    session, guesses = ctx.uow.session, await linking.guesses(ctx.uow.session, person.id)
    if guesses is not None and not may_try(guesses.wrong, guesses.since, ctx.now):
        await tell_person(ctx, person, kinds.registering.LinkRefused(often=True))
        return Linked.TOO_OFTEN
    row = await linking.by_code(session, code_hash(PURPOSE, data.code), ctx.now)
    if row is None or row.claimed_by not in (None, person.id):
        await _count_wrong(ctx, person, guesses)
        await tell_person(ctx, person, kinds.registering.LinkRefused())
        await asked_to_agree(ctx, person)
        return Linked.WRONG
    row.claimed_by = person.id
    if await asked_to_agree(ctx, person):
        return Linked.CONSENT
    return await _link(ctx, person, row, data.request)


async def resume_link(ctx: Context, person: Person) -> bool:
    """Goes on where the question of consent stood in the way of a code; False where none was given."""
    row = await linking.claimed_by(ctx.uow.session, person.id, ctx.now)
    return row is not None and await _link(ctx, person, row, None) is not Linked.WRONG


async def _count_wrong(ctx: Context, person: Person, guesses: CodeGuess | None) -> None:
    if guesses is None:
        ctx.uow.session.add(CodeGuess(person_id=person.id, wrong=1, since=ctx.now))
    else:
        guesses.wrong, guesses.since = one_more_wrong(guesses.wrong, guesses.since, ctx.now)
    await ctx.uow.session.flush()


async def _link(ctx: Context, person: Person, row: LinkCode, request: str | None) -> Linked:
    # People before cases, as everywhere; whose case it is may have changed until both are locked.
    session = ctx.uow.session
    reached = await cases.by_id(session, row.case_id)
    assert reached is not None, "cases are never deleted"
    for each in sorted({person.id, reached.person_id}):
        await people.lock(session, each)
    case = await cases.lock(session, row.case_id)
    former = await people.by_id(session, reached.person_id)
    take_code_back(row)
    if case is None or case.person_id != former.id or former.telegram_id is not None or case.erased_at is not None:
        await tell_person(ctx, person, kinds.registering.LinkRefused())
        return Linked.WRONG
    if await second_look(ctx.uow, Former(former, by_hand=False)):
        await _ask_staff(ctx, person, former, request or case.number)
        return Linked.CHECKED
    check = await _check(ctx, person, former, case)
    check.moved = await bring_over(ctx, check, former, person) | _carry_phone(former, person)
    await _tell_owner(ctx, case)
    await tell_person(ctx, person, kinds.registering.CaseLinked(case.id), case=case, key=str(case.id))
    return Linked.DONE


def _carry_phone(former: Person, person: Person) -> dict[str, bool]:
    """Whoever has the case may go on phoning; what is written down lets it be taken back."""
    if person.phone is not None or person.discreet or former.phone is None:
        return {}
    person.phone = former.phone
    return {"phone": True}


async def _check(ctx: Context, person: Person, former: Person, case: Case) -> Return:
    """What a lead needs to take it back, as after any return; nobody of staff decided it."""
    check = await returns.of_case(ctx.uow.session, case.id)
    if check is None:
        check = Return(case_id=case.id, proved=False, asked_at=ctx.now)
        ctx.uow.session.add(check)
    check.person_id, check.former_id = person.id, former.id
    check.state, check.decided_at, check.moved = ReturnState.CONFIRMED.value, ctx.now, {}
    check.decided_by = check.first_by = None
    await ctx.uow.session.flush()
    record(ctx, case, Event.IN_TELEGRAM, by="code")
    return check


async def _ask_staff(ctx: Context, person: Person, former: Person, request: str) -> None:
    """A request like that of everybody who comes back: two of staff look, and what the person reads tells nothing."""
    session = ctx.uow.session
    if (waiting := await returns.open_of(session, person.id)) is not None and waiting.case_id is not None:
        await show_person(ctx, person, kinds.ReturnWaitingScreen(waiting.case_id))
        return
    case = await open_case(ctx, person, (), receipt=False)
    case.unread = 1
    check = Return(person_id=person.id, case_id=case.id, state=ReturnState.WAITING.value, proved=False)
    check.named_id, check.asked_at, check.moved = former.id, ctx.now, {}
    session.add(check)
    await session.flush()
    record(ctx, case, Event.RETURN_ASKED, proved=False)
    await carry_to_topic(ctx, case, await calls.say(session, case, request, ctx.now), request)
    await show_case(ctx, case)
    await tell_person(ctx, person, kinds.ReturnReceived(case.id), case=case, key=str(case.id))


async def _tell_owner(ctx: Context, case: Case) -> None:
    await tell_topic(ctx, case, kinds.CaseNews(case.id, Event.IN_TELEGRAM.value))
    if case.owner_id is not None:
        owner = await staff.by_id(ctx.uow.session, case.owner_id)
        await tell_desk(ctx, owner, kinds.registering.LinkedNews(owner.id, case.id), case=case)
