"""A letter to somebody without Telegram: a human tells it, where the person must know; `rules.passing_on` says when."""

from __future__ import annotations

from casework.cases.history import Event, record
from casework.context import Context
from casework.letters.kinds import Letter
from db.models import Call, Case, Person
from db.repositories import calls, cases, on_behalf, staff, tellings
from rules.calls import CallState, Reason, When, window
from rules.passing_on import Instead, instead_of

ANEW = {"staff-reply-edited": "staff-reply", "staff-file-edited": "staff-file"}
"""What changed words are told as."""


async def stand_in(
    ctx: Context, person: Person, letter: Letter, case: Case | None, key: str | None
) -> tuple[Case, str] | None:
    """Writes down what is to be told, and makes a call where there is a number. The case, and a key that stays the same
    as long as anything waits in it; None where nothing new is to be told. Of somebody who had everything erased nothing
    is.
    """
    kind, what = letter.kind, instead_of(letter.kind)
    case = case or next(iter(await cases.open_of(ctx.uow.session, person.id)), None)
    if what is Instead.HISTORY or case is None or person.erased_at is not None:
        return None
    if what is not Instead.TOLD:
        before = await tellings.of_message(ctx.uow.session, case.id, letter.facts()["message_id"])
        if not before or any(each.ended_at is None for each in before):
            # It is told as it stands when somebody tells it.
            return None
        kind = ANEW[kind]
    known = {name: value for name, value in letter.facts().items() if name != "revision"}
    added = await tellings.add(
        ctx.uow.session, case.id, person.id, kind, known, key=None if key is None else f"{kind}:{key}", now=ctx.now
    )
    if added is None:
        return None
    await _need_call(ctx, case, person)
    first = (await tellings.waiting(ctx.uow.session, case.id))[0]
    return case, str(first.id)


async def _need_call(ctx: Context, case: Case, person: Person) -> None:
    """One call for all that waits; also in a case that is over. None where nobody may phone: then by post."""
    session = ctx.uow.session
    if person.phone is None or person.discreet or await calls.open_of_case(session, case.id) is not None:
        return
    if await on_behalf.hides_writer(session, case.id):
        return
    organisation = await staff.organisation_by_id(session, case.organisation_id)
    due = window(ctx.catalogue, When.SOON, ctx.now, organisation=organisation.slug)
    call = Call(
        person_id=person.id,
        case_id=case.id,
        state=CallState.OPEN.value,
        reason=Reason.TELL.value,
        phone=person.phone,
        from_at=due.start,
        due_by=due.end,
        attempts=0,
        asked_at=ctx.now,
    )
    session.add(call)
    await session.flush()
    record(ctx, case, Event.CALL_NEEDED, call_id=call.id, reason=Reason.TELL.value)
