"""Documents of an application that were accepted in another one before: what is offered, and what ends too early."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from casework.cases.history import Event, record
from casework.context import Context
from casework.documents.wanted import move
from casework.letters import kinds
from casework.letters.write import show_case, tell_topic
from casework.recreation.papers import follow_papers
from db.models import Application, ApplicationChild, Case, WantedDocument
from db.repositories import accepted_before, applications, cases, changes, documents, recreation
from rules.catalogue import Catalogue
from rules.documents import MISSING, DocumentState, DocumentVerb, after
from rules.local_time import local_date
from rules.recreation.again import NOBODYS, Awaited, Offer, needed_on, offer_of, serves
from rules.recreation.applications import Standing
from rules.recreation.papers import DAYS_TO_BRING


async def day_needed(session: AsyncSession, application: Application, now: datetime) -> date:
    """The day (Kyiv) on which the documents of an application have to be valid."""
    call = await recreation.call(session, application.campaign_id)
    shifts = (await changes.shifts_of(session, [application.id])).get(application.id, {})
    first = [each.first for each in call.terms.shifts if each.number in shifts] if call is not None else []
    return needed_on(local_date(now), first)


async def offers_of(session: AsyncSession, catalogue: Catalogue, case: Case, now: datetime) -> dict[int, Offer]:
    """What we have in place of documents that the person of a case is asked for, by the document; nothing where the
    case is no application.
    """
    awaited = [
        each
        for each in await documents.of_case(session, case.id)
        if after(DocumentVerb.REUSE, DocumentState(each.state)) is not None and each.document in catalogue.documents
    ]
    application = await applications.of_case(session, case.id) if awaited else None
    kept = await accepted_before.kept_for(session, case) if application is not None else []
    if application is None or not kept:
        return {}
    whose, on = await accepted_before.hashes(session, application.id), await day_needed(session, application, now)
    offers = {}
    for each in awaited:
        child = None if each.child_id is None else whose.get(each.child_id, NOBODYS)
        wanted = Awaited(each.document, child, DocumentState(each.state), each.reused_from)
        offer = offer_of(wanted, kept, catalogue.documents[each.document].lasts, on)
        if offer is not None:
            offers[each.id] = offer
    return offers


def ended(document: WantedDocument, on: date) -> date | None:
    """The last day of what was accepted in place of a document that is missing now, where that is why it is missing."""
    over = document.state in MISSING and not serves(document.valid_until, on)
    return document.valid_until if over else None


async def to_renew(
    session: AsyncSession,
    application: Application,
    there: Sequence[WantedDocument],
    those: Sequence[ApplicationChild],
    now: datetime,
) -> list[WantedDocument]:
    """Accepted documents of these children and their family that are not valid any more on the day on which they are
    needed; `there`: all of the application. Where none has a last day nobody looks when that is.
    """
    if all(each.valid_until is None for each in there):
        return []
    on = await day_needed(session, application, now)
    whose = {None, *(child.id for child in those)} if those else set()
    return [
        each
        for each in there
        if each.state == DocumentState.ACCEPTED.value and each.child_id in whose and not serves(each.valid_until, on)
    ]


async def pick_anew(ctx: Context, case: Case, application: Application, those: Sequence[ApplicationChild]) -> None:
    """Chooses those documents of a locked case to be asked for once more."""
    there = await documents.of_case(ctx.uow.session, case.id)
    for each in await to_renew(ctx.uow.session, application, there, those, ctx.now):
        move(ctx, each, DocumentVerb.PICK)


async def say_what_ends_early(ctx: Context, case: Case, application: Application) -> None:
    """The family of a locked case took a place: staff read in its topic which documents end before it begins."""
    there = await documents.of_case(ctx.uow.session, case.id)
    children = await applications.children(ctx.uow.session, application.id)
    those = [child for child in children if child.state == Standing.ACCEPTED]
    for each in await to_renew(ctx.uow.session, application, there, those, ctx.now):
        await tell_topic(ctx, case, kinds.documents.DocumentNews(case.id, each.id, each.state))


async def ask_anew(ctx: Context, case_ids: Sequence[int] | None = None) -> int:
    """Pages that served again are gone, or another person's (in these cases; None: in all): nothing of them is tied to
    the other application any more, and where a case is open its person is expected to send the document. How many.
    """
    session = ctx.uow.session
    await session.flush()
    those = await accepted_before.lost(session, case_ids)
    await accepted_before.untie(session, [each.id for each in those])
    for case_id in sorted({each.case_id for each in those}):
        case = await cases.lock(session, case_id)
        if case is not None and case.closed_at is None:
            await _expect(ctx, case, [each.id for each in those if each.case_id == case_id])
    return len(those)


async def _expect(ctx: Context, case: Case, document_ids: Sequence[int]) -> None:
    for document_id in document_ids:
        document = await documents.lock(ctx.uow.session, document_id)
        if document is None or after(DocumentVerb.LOSE, DocumentState(document.state)) is None:
            continue
        move(ctx, document, DocumentVerb.LOSE)
        document.asked_at, document.put_off_at, document.accepted_at = ctx.now, None, None
        record(ctx, case, Event.DOCUMENT_LOST, document=document.document)
        await tell_topic(ctx, case, kinds.documents.DocumentNews(case.id, document.id, document.state))
        await _give_time(ctx, case)
    await follow_papers(ctx, case)
    await show_case(ctx, case)


async def _give_time(ctx: Context, case: Case) -> None:
    """Until a day of which the family is reminded."""
    application = await applications.of_case(ctx.uow.session, case.id)
    if application is not None:
        application.papers_by = local_date(ctx.now + timedelta(days=DAYS_TO_BRING))
