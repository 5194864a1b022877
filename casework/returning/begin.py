"""«Я вже звертався з іншого телефону чи акаунта»: the person is asked for one tap, their own contact."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import ready_to_write, themselves, welcome
from db.models import Person, Return
from db.repositories import returns
from rules.returning import AGAIN_AFTER, MOST, ReturnState


class Next(StrEnum):
    """What the person sees now; after CONSENT and CONTACT a number may come."""

    CONSENT = "consent"
    CONTACT = "contact"
    WAITING = "waiting"
    BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class BeginReturn:
    """The button was pressed."""


@act("return.begin")
async def begin_return(ctx: Context, data: BeginReturn) -> Next:
    """Asks for the contact, after the consent. One check at a time, and not too many of them.

    On a phone that others may read no number is asked: there a human finds the cases.
    """
    person = await themselves(ctx)
    if person.welcomed_at is None:
        await welcome(ctx, person)
    return await go_on(ctx, person)


@dataclass(frozen=True, slots=True)
class WrongContact:
    """The contact that came is somebody else's."""


@act("return.wrong_contact")
async def wrong_contact(ctx: Context, data: WrongContact) -> Next:
    """Says so, and asks again; nothing of it is kept."""
    person = await themselves(ctx)
    if await returns.draft_of(ctx.uow.session, person.id) is None:
        raise Stale
    await tell_person(ctx, person, kinds.ReturnContact(foreign=True))
    return Next.CONTACT


@dataclass(frozen=True, slots=True)
class StopReturn:
    """No number after all."""


@act("return.stop")
async def stop_return(ctx: Context, data: StopReturn) -> None:
    """Forgets that the person began. A check that is on its way is taken back like any other case."""
    person = await themselves(ctx)
    await returns.drop_draft(ctx.uow.session, person.id)
    await tell_person(ctx, person, kinds.ReturnStopped())


async def go_on(ctx: Context, person: Person) -> Next:
    """Shows what stands next between the person and a check."""
    session = ctx.uow.session
    waiting = await returns.open_of(session, person.id)
    if waiting is not None and waiting.case_id is not None:
        await show_person(ctx, person, kinds.ReturnWaitingScreen(waiting.case_id))
        return Next.WAITING
    often = await returns.count_since(session, person.id, ctx.now - AGAIN_AFTER) >= MOST
    if person.discreet or often:
        await returns.drop_draft(session, person.id)
        await show_person(ctx, person, kinds.ReturnByHandScreen(often))
        return Next.BY_HAND
    if await returns.draft_of(session, person.id) is None:
        state = ReturnState.DRAFT.value
        session.add(Return(person_id=person.id, state=state, proved=False, asked_at=ctx.now, moved={}))
        await session.flush()
    if not await ready_to_write(ctx, person):
        await show_person(ctx, person, kinds.ConsentScreen())
        return Next.CONSENT
    await tell_person(ctx, person, kinds.ReturnContact())
    return Next.CONTACT


async def resume_return(ctx: Context, person: Person) -> bool:
    """Goes on where the question of consent stood in the way; False where nobody had begun."""
    if await returns.draft_of(ctx.uow.session, person.id) is None:
        return False
    await go_on(ctx, person)
    return True
