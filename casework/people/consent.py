"""The answers to the consent question."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.calls.asking import resume
from casework.calls.needed import end_calls_unasked
from casework.context import Context
from casework.importing.take_up import resume_draft
from casework.letters import kinds
from casework.letters.write import HELD, show_person
from casework.people.places import forget_places
from casework.people.themselves import themselves
from casework.people.waiting import show_waiting
from casework.people.watched import hold_what_waits
from casework.registering.by_code import resume_link
from casework.returning.begin import resume_return
from db.models import Consent, Person
from db.repositories import calls, forms, people, returns
from rules.consent import CONSENT_VERSION


@dataclass(frozen=True, slots=True)
class Agree:
    """The person agrees; `name` as their Telegram profile gives it."""

    name: str


@act("person.agree")
async def agree(ctx: Context, data: Agree) -> int:
    """Keeps the consent with the version of its text, and the name. Agreeing twice is agreeing once. The id of the form
    that is asked now because a link led to it, else 0.
    """
    person = await themselves(ctx)
    session = ctx.uow.session
    if await people.standing_consent(session, person.id) is None:
        session.add(Consent(person_id=person.id, version=CONSENT_VERSION, given_at=ctx.now))
    if person.watched and await people.release_held_letters(session, person.id, HELD):
        ctx.uow.nudge("outbox")
    person.watched = person.covered = False
    person.name = data.name
    person.erased_at = None
    return await _go_on(ctx, person)


@dataclass(frozen=True, slots=True)
class Watch:
    """The person's phone may be searched."""


@act("person.watch")
async def watch(ctx: Context, data: Watch) -> None:
    """From now on no name is kept and nothing is sent until the person writes; what was kept of the name goes.

    Words that wait are asked about below, as after the consent: nothing else would ever bring them to a caseworker.
    """
    person = await themselves(ctx)
    person.watched = True
    person.name = None
    forget_places(person)
    await hold_what_waits(ctx, person)
    if consent := await people.standing_consent(ctx.uow.session, person.id):
        consent.withdrawn_at = ctx.now
    session = ctx.uow.session
    await forms.drop_all(session, person.id)
    await returns.drop_draft(session, person.id)
    waits = await people.drafts(session, person.id) or await calls.draft_of(session, person.id)
    person.phone = None
    await end_calls_unasked(ctx, person)
    await show_person(ctx, person, kinds.WatchedScreen(), slot="watched" if waits else "screen")
    if not await show_waiting(ctx, person):
        await resume(ctx, person)


@dataclass(frozen=True, slots=True)
class Decline:
    """The person wants information only."""


@act("person.decline")
async def decline(ctx: Context, data: Decline) -> None:
    """Forgets the words that waited and any form, and shows telephone numbers; an open case is left as it is."""
    person = await themselves(ctx)
    await people.drop_drafts(ctx.uow.session, person.id)
    await calls.drop_draft(ctx.uow.session, person.id)
    await returns.drop_draft(ctx.uow.session, person.id)
    await forms.drop_all(ctx.uow.session, person.id)
    await show_person(ctx, person, kinds.InfoOnlyScreen())


async def _go_on(ctx: Context, person: Person) -> int:
    if await resume_link(ctx, person):
        # What waits besides is asked about below it.
        if not await show_waiting(ctx, person):
            await show_person(ctx, person, kinds.ConsentGivenScreen())
        return 0
    if (form_id := await resume_draft(ctx, person)) is not None:
        return form_id
    if await show_waiting(ctx, person) or await resume(ctx, person) or await resume_return(ctx, person):
        return 0
    await show_person(ctx, person, kinds.ConsentGivenScreen())
    return 0
