"""The number to phone: shared by a button, written, or known from the last time."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.calls.asking import Step, begin_draft, go_on
from casework.calls.in_danger import danger_of
from casework.context import Context
from casework.danger.hear import hear
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_person, tell_person
from casework.people.themselves import ready_to_write, themselves
from db.models import Call, Person
from db.repositories import calls
from rules.phones import read_phone, without_phone

LONGEST_WISH = 300


@dataclass(frozen=True, slots=True)
class Number:
    """What the person wrote or shared."""

    written: str
    own: bool = True
    """False: the contact is somebody else's."""
    name: str | None = None
    """Whose, as the contact says."""


@act("call.give_number")
async def give_number(ctx: Context, data: Number) -> Step:
    """Keeps the number for the call, and the person's own one for the next time, too: not on a watched phone.

    What is no number is said kindly. Nothing is kept before the consent, but in danger.
    """
    person = await themselves(ctx)
    draft = await calls.draft_of(ctx.uow.session, person.id) or await begin_draft(ctx, person)
    await hear(ctx, person, data.written)
    if await danger_of(ctx, draft) is None and not await ready_to_write(ctx, person):
        await show_person(ctx, person, kinds.ConsentScreen())
        return Step.CONSENT
    phone = read_phone(data.written)
    if phone is None:
        await tell_person(ctx, person, kinds.CallNumber(wrong=True))
        return Step.NUMBER
    _keep(person, draft, phone, data, remember=await ready_to_write(ctx, person))
    await tell_person(ctx, person, kinds.CallNumberKept())
    return await go_on(ctx, person, draft)


@dataclass(frozen=True, slots=True)
class UseKnown:
    """Yes, the number that we know."""


@act("call.use_known")
async def use_known(ctx: Context, data: UseKnown) -> Step:
    """Takes the number from the last time. Stale when it is gone, or nobody is being asked any more."""
    person = await themselves(ctx)
    draft = await calls.draft_of(ctx.uow.session, person.id)
    if draft is None or person.phone is None:
        raise Stale
    draft.phone, draft.own_phone, draft.ask_for = person.phone, True, None
    return await go_on(ctx, person, draft)


@dataclass(frozen=True, slots=True)
class OtherNumber:
    """Another number than the one we know."""


@act("call.other_number")
async def other_number(ctx: Context, data: OtherNumber) -> Step:
    """Asks for it. Stale when nobody is being asked any more."""
    person = await themselves(ctx)
    if await calls.draft_of(ctx.uow.session, person.id) is None:
        raise Stale
    await tell_person(ctx, person, kinds.CallNumber())
    return Step.NUMBER


def _keep(person: Person, draft: Call, phone: str, data: Number, *, remember: bool) -> None:
    draft.phone, draft.own_phone = phone, data.own
    draft.ask_for = None if data.own or person.watched else data.name
    draft.wish = without_phone(data.written)[:LONGEST_WISH] or None
    if data.own and remember and not person.watched:
        person.phone = phone
