"""The questions before a call: consent, which case, which number, when. Each answer leads to the next question."""

from __future__ import annotations

from enum import StrEnum

from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import ready_to_write
from db.models import Call, Person
from db.repositories import calls, cases
from rules.calls import CallState, Reason


class Step(StrEnum):
    """What the person sees now; NUMBER and TIME can be answered in writing, too."""

    CONSENT = "consent"
    CASE = "case"
    KNOWN = "known"
    NUMBER = "number"
    TIME = "time"
    ASKED = "asked"
    STOPPED = "stopped"


async def begin_draft(ctx: Context, person: Person) -> Call:
    """A new draft in the place of an older one; with one open case it is about that."""
    session = ctx.uow.session
    await calls.drop_draft(session, person.id)
    open_cases = await cases.open_of(session, person.id)
    draft = Call(
        person_id=person.id,
        case_id=open_cases[0].id if len(open_cases) == 1 else None,
        state=CallState.DRAFT.value,
        reason=Reason.ASKED.value,
        asked_at=ctx.now,
    )
    session.add(draft)
    await session.flush()
    return draft


async def go_on(ctx: Context, person: Person, draft: Call) -> Step:
    """Asks what is still to be known. A watched phone is never reminded of a number."""
    if not await ready_to_write(ctx, person):
        await show_person(ctx, person, kinds.ConsentScreen())
        return Step.CONSENT
    if draft.case_id is not None and await show_wanted(ctx, person, draft.case_id):
        return Step.ASKED
    if draft.case_id is None and len(await cases.open_of(ctx.uow.session, person.id)) > 1:
        await show_person(ctx, person, kinds.CallCaseScreen())
        return Step.CASE
    if draft.phone is not None:
        await show_person(ctx, person, kinds.CallTimeScreen())
        return Step.TIME
    if person.phone is not None and not person.watched:
        await show_person(ctx, person, kinds.CallKnownScreen())
        return Step.KNOWN
    await tell_person(ctx, person, kinds.CallNumber())
    return Step.NUMBER


async def show_wanted(ctx: Context, person: Person, case_id: int) -> bool:
    """Shows the call that is to be made in a case already, and forgets the draft; False where there is none."""
    wanted = await calls.open_of_case(ctx.uow.session, case_id)
    if wanted is None or wanted.reason != Reason.ASKED:
        return False
    await calls.drop_draft(ctx.uow.session, person.id)
    await show_person(ctx, person, kinds.CallWantedScreen(wanted.id))
    return True


async def resume(ctx: Context, person: Person) -> bool:
    """Goes on where the question of consent stood in the way of a call; False where nobody was being asked."""
    draft = await calls.draft_of(ctx.uow.session, person.id)
    if draft is None:
        return False
    await go_on(ctx, person, draft)
    return True
