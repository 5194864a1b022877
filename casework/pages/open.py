"""A person reads a page that their own words are about, and says when it did not help."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.promises import waits_for_us
from casework.cases.reopen import go_on_with
from casework.context import Context
from casework.errors import Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_person
from casework.pages.failed import tell_that_page_failed
from casework.people.themselves import themselves
from casework.people.waiting import show_waiting
from db.models import Case
from db.repositories import cases, pages, people
from rules.cases import Turn


@dataclass(frozen=True, slots=True)
class OpenPage:
    """A page beside the words that wait, up to the draft `upto`; no slug: back to the offer to pass them on."""

    upto: int
    slug: str = ""


@act("page.open")
async def open_page(ctx: Context, data: OpenPage) -> None:
    """Puts it on the phone; the words go on waiting. Stale where none wait any more, or there is no such page."""
    person = await themselves(ctx)
    if not data.slug:
        if not await show_waiting(ctx, person):
            raise Stale
        return
    if data.slug not in ctx.catalogue.pages or not await people.drafts(ctx.uow.session, person.id, data.upto):
        raise Stale
    await show_person(ctx, person, kinds.pages.PageScreen(data.slug, data.upto))


@dataclass(frozen=True, slots=True)
class NotHelped:
    """A page that staff sent, by its message."""

    case_id: int
    message_id: int


@act("page.not_helped")
async def not_helped(ctx: Context, data: NotHelped) -> Case:
    """It goes to a human: the case, opened again where it is closed, waits for staff, who see which page it was.

    Said once. Stale where it was said already; TooLate where the case has been closed for long.
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "page.not_helped")
    session = ctx.uow.session
    message, found = await cases.message(session, data.message_id), await pages.of_message(session, data.message_id)
    if message is None or found is None or message.case_id != case.id:
        raise Stale
    if case.closed_at is not None:
        await go_on_with(ctx, case)
    if not await pages.not_helped(session, found, ctx.now):
        raise Stale
    case.turn = Turn.STAFF.value
    await waits_for_us(ctx, case)
    record(ctx, case, Event.PAGE_NOT_HELPED, page=found.page)
    await tell_that_page_failed(ctx, case, found.page)
    await show_case(ctx, case)
    await show_person(ctx, person, kinds.pages.NotHelpedScreen(case.id))
    return case
