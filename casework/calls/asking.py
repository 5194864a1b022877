"""The questions before a call: consent, which case, which number, when. Each answer leads to the next question."""

from __future__ import annotations

from enum import StrEnum

from casework.calls.in_danger import call_at_once, danger_of
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import ready_to_write
from db.models import Call, Person
from db.repositories import calls, cases
from rules.calls import WISHED, CallState, Reason


class Step(StrEnum):
    """What the person sees now; NUMBER and TIME can be answered in writing, too."""

    CONSENT = "consent"
    CASE = "case"
    SAFE = "safe"
    KNOWN = "known"
    NUMBER = "number"
    TIME = "time"
    ASKED = "asked"
    URGENT = "urgent"
    """Asked in danger: the next words may say when and how it is safe to call."""
    STOPPED = "stopped"


async def begin_draft(ctx: Context, person: Person, case_id: int | None = None) -> Call:
    """A new draft in the place of an older one; with no `case_id` and one open case it is about that."""
    session = ctx.uow.session
    await calls.drop_draft(session, person.id)
    open_cases = await cases.open_of(session, person.id)
    draft = Call(
        person_id=person.id,
        case_id=case_id or (open_cases[0].id if len(open_cases) == 1 else None),
        state=CallState.DRAFT.value,
        reason=Reason.ASKED.value,
        asked_at=ctx.now,
    )
    session.add(draft)
    await session.flush()
    return draft


async def go_on(ctx: Context, person: Person, draft: Call, *, safe: bool = False) -> Step:
    """Asks what is still to be known. A watched phone is never reminded of a number.

    In danger no consent is needed (their vital interests, Law 2297-VI, art. 11), and with the number all is known.
    `safe`: whoever lives with somebody who may read or listen has said that a call is safe.
    """
    danger = await danger_of(ctx, draft)
    if danger is None and not await ready_to_write(ctx, person):
        await show_person(ctx, person, kinds.ConsentScreen())
        return Step.CONSENT
    if draft.case_id is not None and (wanted := await show_wanted(ctx, person, draft.case_id)) is not None:
        return wanted
    if danger is not None and draft.phone is not None:
        await call_at_once(ctx, person, draft, danger)
        return Step.URGENT
    if draft.case_id is None and len(await cases.open_of(ctx.uow.session, person.id)) > 1:
        await show_person(ctx, person, kinds.CallCaseScreen())
        return Step.CASE
    if draft.phone is not None:
        await show_person(ctx, person, kinds.CallTimeScreen())
        return Step.TIME
    if _is_heard(person, in_danger=danger is not None) and not safe:
        await show_person(ctx, person, kinds.CallSafeScreen())
        return Step.SAFE
    if person.phone is not None and not person.watched:
        await show_person(ctx, person, kinds.CallKnownScreen())
        return Step.KNOWN
    await tell_person(ctx, person, kinds.CallNumber())
    return Step.NUMBER


def _is_heard(person: Person, *, in_danger: bool) -> bool:
    """Whether somebody else may be there when the phone rings."""
    return person.covered or (in_danger and person.watched)


async def show_wanted(ctx: Context, person: Person, case_id: int) -> Step | None:
    """Shows the call that is to be made in a case already, and forgets the draft; None where there is none.

    One that was asked for before the danger is none: in danger it is asked anew.
    """
    wanted = await calls.open_of_case(ctx.uow.session, case_id)
    if wanted is None or wanted.reason not in WISHED:
        return None
    urgent = wanted.reason == Reason.DANGER
    case = await cases.by_id(ctx.uow.session, case_id)
    if case is not None and case.crisis and not urgent:
        return None
    await calls.drop_draft(ctx.uow.session, person.id)
    screen = kinds.DangerCallScreen(wanted.id) if urgent else kinds.CallWantedScreen(wanted.id)
    await show_person(ctx, person, screen)
    return Step.URGENT if urgent else Step.ASKED


async def resume(ctx: Context, person: Person) -> bool:
    """Goes on where the question of consent stood in the way of a call; False where nobody was being asked."""
    draft = await calls.draft_of(ctx.uow.session, person.id)
    if draft is None:
        return False
    await go_on(ctx, person, draft)
    return True
