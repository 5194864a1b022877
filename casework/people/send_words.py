"""The person says where the words that wait belong."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.opening import open_case
from casework.cases.words import add_words, words_of
from casework.context import Context
from casework.errors import CaseClosed, NotPermitted, Stale
from casework.letters import kinds
from casework.letters.write import show_person
from casework.pages.failed import tell_that_page_failed
from casework.people.chosen import asked_for
from casework.people.themselves import ready_to_write, themselves
from casework.people.waiting import show_waiting
from db.models import Case
from db.repositories import people, ties


@dataclass(frozen=True, slots=True)
class SendWords:
    """Send the words that wait, up to the draft `upto` that the button was shown for, into a case or a new one."""

    upto: int
    case_id: int | None = None
    not_helped: str | None = None
    """The page that they read before, and that did not help."""


@act("person.send_words")
async def send_words(ctx: Context, data: SendWords) -> Case:
    """Opens a case with the words, or adds them to an open case of the person's. An older button leaves newer words
    waiting: they are asked about at once, or nobody would ever read them.

    Stale when none of these words wait any more (a button pressed twice), CaseClosed when the chosen case is over.
    """
    person = await themselves(ctx)
    if not await ready_to_write(ctx, person):
        raise NotPermitted
    session = ctx.uow.session
    drafts = await people.drafts(session, person.id, data.upto)
    if not drafts:
        raise Stale
    words = words_of(drafts)
    if data.case_id is None:
        case = await open_case(ctx, person, words, service=asked_for(ctx.catalogue, drafts))
    else:
        case = await locked(ctx, await ties.onward(session, data.case_id), "person.send_words")
        if case.closed_at is not None:
            raise CaseClosed
        await add_words(ctx, case, person, words)
    if data.not_helped is not None and data.not_helped in ctx.catalogue.pages:
        record(ctx, case, Event.PAGE_NOT_HELPED, page=data.not_helped)
        await tell_that_page_failed(ctx, case, data.not_helped)
    for draft in drafts:
        await session.delete(draft)
    if not await show_waiting(ctx, person):
        await show_person(ctx, person, kinds.WordsSentScreen(case.id))
    return case


@dataclass(frozen=True, slots=True)
class DropWords:
    """Do not send what waits, up to the draft `upto`."""

    upto: int


@act("person.drop_words")
async def drop_words(ctx: Context, data: DropWords) -> None:
    """Deletes the words that wait. Stale when they are gone already."""
    person = await themselves(ctx)
    drafts = await people.drafts(ctx.uow.session, person.id, data.upto)
    if not drafts:
        raise Stale
    for draft in drafts:
        await ctx.uow.session.delete(draft)
    if not await show_waiting(ctx, person):
        await show_person(ctx, person, kinds.WordsDroppedScreen())
