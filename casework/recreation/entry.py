"""«/recreation»: a person looks whether applications are taken, and asks to be told."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person
from casework.people.themselves import themselves
from casework.recreation.current import current
from db.models import Person
from db.repositories import imported, recreation
from rules.recreation.campaigns import CampaignState


@dataclass(frozen=True, slots=True)
class ShowRecreation:
    """Whatever there is."""


@act("recreation.show")
async def show_recreation(ctx: Context, data: ShowRecreation) -> None:
    """Shows the campaign that matters now, and the person's own application in it."""
    await show_call(ctx, await themselves(ctx))


@dataclass(frozen=True, slots=True)
class TellMe:
    """`stop`: after all not."""

    stop: bool = False


@act("recreation.tell_me")
async def tell_me(ctx: Context, data: TellMe) -> None:
    """From now on the person is told once, by a letter, when applications are taken. Stale where they are already, and
    where no automatic letter may be written to this person.
    """
    person = await themselves(ctx)
    if data.stop:
        await recreation.stop_waiting(ctx.uow.session, person.id)
    else:
        call = await current(ctx.uow.session, ctx.rules.organisation)
        if not may_be_asked(person) or (call is not None and call.state is CampaignState.OPEN):
            raise Stale
        await recreation.ask_to_be_told(ctx.uow.session, person.id, ctx.now)
    await show_call(ctx, person)


def may_be_asked(person: Person) -> bool:
    """Whether the machine may write to the person by itself."""
    return not (person.watched or person.human_only)


async def show_call(ctx: Context, person: Person) -> None:
    """Puts the screen on the person's phone."""
    call = await current(ctx.uow.session, ctx.rules.organisation)
    await show_person(ctx, person, kinds.recreation.RecreationScreen(call.campaign.id if call else 0))


async def forget_programme(ctx: Context, person: Person) -> None:
    """Nothing is kept of somebody but their applications, which go with their cases: no wish to be told, no draft."""
    await recreation.stop_waiting(ctx.uow.session, person.id)
    await imported.forget_of(ctx.uow.session, person.id, ctx.now)
