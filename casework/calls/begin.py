"""«Подзвоніть мені»: the person wants to be phoned, and is asked as little as possible."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.calls.asking import Step, begin_draft, go_on, resume
from casework.cases.access import locked
from casework.context import Context
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import tell_person
from casework.people.themselves import themselves, welcome
from db.repositories import calls


@dataclass(frozen=True, slots=True)
class Begin:
    """The person pressed the button, or wrote /call."""


@act("call.begin")
async def begin(ctx: Context, data: Begin) -> Step:
    """Asks the first question that has no answer yet; a call that is wanted already is shown."""
    person = await themselves(ctx)
    if person.welcomed_at is None:
        await welcome(ctx, person)
    return await go_on(ctx, person, await begin_draft(ctx, person))


@dataclass(frozen=True, slots=True)
class ChooseCase:
    """Which open case the call is about."""

    case_id: int


@act("call.choose_case")
async def choose_case(ctx: Context, data: ChooseCase) -> Step:
    """Remembers the case. CaseClosed when it is over, Stale when nobody is being asked any more."""
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "call.choose_case")
    if case.closed_at is not None:
        raise CaseClosed
    draft = await calls.draft_of(ctx.uow.session, person.id)
    if draft is None:
        raise Stale
    draft.case_id = case.id
    return await go_on(ctx, person, draft)


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The question that stands open is to be put once more, in another language."""


@act("call.ask_again")
async def ask_again(ctx: Context, data: AskAgain) -> None:
    """Puts it; nothing where nobody is being asked."""
    await resume(ctx, await themselves(ctx))


@dataclass(frozen=True, slots=True)
class Stop:
    """No call after all."""


@act("call.stop")
async def stop(ctx: Context, data: Stop) -> Step:
    """Forgets what the person was being asked about."""
    person = await themselves(ctx)
    await calls.drop_draft(ctx.uow.session, person.id)
    await tell_person(ctx, person, kinds.CallStopped())
    return Step.STOPPED
