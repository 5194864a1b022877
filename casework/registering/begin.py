"""Staff begin to write down a request, go on with one, look at a page of choices, or leave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.letters import kinds
from casework.letters.write import show_on_desk
from casework.registering.going_on import go_on, own
from db.models import Person, Registration
from db.repositories import people, registering, staff
from rules.languages import LANGUAGES
from rules.registering import Step


@dataclass(frozen=True, slots=True)
class Begin:
    """«Нове звернення з дзвінка чи візиту»."""


@act("registration.begin")
async def begin(ctx: Context, data: Begin) -> Step:
    """Shows the first question, or where the actor stopped the last time: one at a time."""
    member = await staff.by_id(ctx.uow.session, ctx.actor.id or 0)
    found = await registering.open_of(ctx.uow.session, member.id)
    if found is None:
        person = Person(language=LANGUAGES[0], created_at=ctx.now)
        ctx.uow.session.add(person)
        await ctx.uow.session.flush()
        found = Registration(
            staff_id=member.id,
            organisation_id=member.organisation_id,
            person_id=person.id,
            state=registering.OPEN,
            done=[],
            changed_at=ctx.now,
        )
        ctx.uow.session.add(found)
        await ctx.uow.session.flush()
    return await go_on(ctx, found)


@dataclass(frozen=True, slots=True)
class Turn:
    """A part of the choices of the open question: services of a group, earlier days; `page` from 0."""

    registration_id: int
    menu: str
    page: int = 0


@act("registration.turn")
async def turn(ctx: Context, data: Turn) -> Step:
    """Shows it. Stale where nothing is being registered."""
    return await go_on(ctx, await own(ctx, data.registration_id), menu=data.menu, page=data.page)


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nothing is to be registered after all."""

    registration_id: int


@act("registration.cancel")
async def cancel(ctx: Context, data: Cancel) -> None:
    """Deletes what was written down; the screen says so. Stale where nothing is being registered."""
    found = await own(ctx, data.registration_id)
    await leave(ctx, found)
    member = await staff.by_id(ctx.uow.session, found.staff_id)
    await show_on_desk(ctx, member, kinds.registering.RegistrationCancelledScreen(member.id))


async def leave(ctx: Context, found: Registration) -> None:
    """Deletes words, files, number and name of a locked registration that comes to nothing."""
    person = await people.lock(ctx.uow.session, found.person_id)
    await people.drop_drafts(ctx.uow.session, person.id)
    person.erased_at = ctx.now
    empty(ctx, found, registering.CANCELLED)


def empty(ctx: Context, found: Registration, state: str) -> None:
    """It is over: what identifies somebody stands here no more."""
    found.phone = found.name = None
    found.state, found.ended_at = state, ctx.now


async def drop_left(ctx: Context, stale: Sequence[Registration]) -> None:
    """The same for those that nobody went on with."""
    for found in stale:
        await leave(ctx, found)
