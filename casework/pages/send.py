"""Staff send an information page from a case: a human's answer like any other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked, seen
from casework.cases.prepared import say_prepared
from casework.context import Context
from casework.errors import CaseClosed, Covered, Stale
from casework.letters import kinds
from casework.letters.view.look import STAFF_LANGUAGE
from casework.letters.write import tell_person
from casework.pages.known import known_pages
from db.models import Case
from db.repositories import cases, pages, people, staff
from rules.catalogue.pages import found_in
from rules.local_time import local_date
from rules.pages import is_stale

READ = 5
"""The newest messages of a case by whose words its pages come first."""


@dataclass(frozen=True, slots=True)
class ListPages:
    """The case that a page is chosen for."""

    case_id: int


@dataclass(frozen=True, slots=True)
class PageChoice:
    """A page that can be sent; `stale`: nobody compared it with its source for 90 days. `sure`: it is confirmed."""

    slug: str
    title: str
    stale: bool
    sure: bool


@act("page.list")
async def list_pages(ctx: Context, data: ListPages) -> Sequence[PageChoice]:
    """All pages, those that the person's own words are about first. CaseClosed where nothing can be answered."""
    case = await seen(ctx, data.case_id, "page.list")
    if case.closed_at is not None:
        raise CaseClosed
    known = await known_pages(ctx.uow, ctx.catalogue, await _organisation(ctx, case))
    said = await cases.messages(ctx.uow.session, case.id, READ)
    about = found_in(" ".join(each.text for each in said if each.author_kind == "person"), known)
    first = [page.slug for page in about]
    order = [*first, *(slug for slug in known if slug not in first)]
    day = local_date(ctx.now)
    return [
        PageChoice(slug, known[slug].title[STAFF_LANGUAGE], is_stale(known[slug].checked, day), known[slug].sure)
        for slug in order
    ]


@dataclass(frozen=True, slots=True)
class SendPage:
    """The page to send."""

    case_id: int
    slug: str


@act("page.send")
async def send_page(ctx: Context, data: SendPage) -> Case:
    """Sends it to the person, who can say that it did not help.

    Refused: Stale for a page that is no more, or that the person has just been sent; Covered where somebody else may
    read the phone; CaseClosed and NotOwner as for a typed answer.
    """
    case = await locked(ctx, data.case_id, "page.send")
    page = ctx.catalogue.pages.get(data.slug)
    if page is None:
        raise Stale
    person = await people.by_id(ctx.uow.session, case.person_id)
    if person.discreet:
        raise Covered
    last = await cases.messages(ctx.uow.session, case.id, 1)
    before = await pages.of_message(ctx.uow.session, last[-1].id) if last else None
    if before is not None and before.page == page.slug:
        # The button was pressed twice.
        raise Stale
    language = person.language
    text = "\n\n".join([page.title[language], page.text[language], *([page.url] if page.url else [])])
    message_id, wait = await say_prepared(ctx, case, person, text, page=page.slug)
    await pages.sent(ctx.uow.session, message_id, page.slug)
    letter = kinds.pages.InfoPage(case.id, message_id)
    await tell_person(ctx, person, letter, case=case, key=str(message_id), not_before=wait)
    return case


async def _organisation(ctx: Context, case: Case) -> str:
    return (await staff.organisation_by_id(ctx.uow.session, case.organisation_id)).slug
