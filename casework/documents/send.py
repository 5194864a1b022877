"""A person sends a document page by page, puts it off, or says why they can't get it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event, record
from casework.cases.promises import waits_for_us
from casework.cases.words import Words, add_words
from casework.context import Context
from casework.danger.hear import hear
from casework.documents.reminding import follow_documents
from casework.documents.wanted import case_of, note, step
from casework.errors import CaseClosed, Stale
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_topic
from casework.people.themselves import themselves
from db.models import Case, Person, WantedDocument
from db.repositories import cases, documents
from rules.cases import Turn
from rules.documents import MISSING, MOST_PAGES, SENDING_HOLDS, DocumentState, DocumentVerb, Obstacle


class Show(StrEnum):
    """What of it is shown: the list, one document, or a question about it."""

    LIST = "list"
    ONE = "one"
    SEND = "send"
    """Send the pages now."""
    MORE = "more"
    """A page has come; are there others?"""
    WHY = "why"
    """Why can't you get it?"""


@dataclass(frozen=True, slots=True)
class ShowDocuments:
    """What is missing in a case; one document of it, and what is asked about it."""

    case_id: int
    document_id: int = 0
    show: Show = Show.LIST


@act("document.show")
async def show_documents(ctx: Context, data: ShowDocuments) -> None:
    """Puts it on the phone. NoSuchCase for a case of somebody else, CaseClosed, Stale for a document that is not
    missing (any more).
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "document.show")
    if case.closed_at is not None:
        raise CaseClosed
    if data.show is not Show.LIST:
        document = await documents.by_id(ctx.uow.session, data.document_id)
        if document is None or document.case_id != case.id or document.state not in MISSING | {DocumentState.CANNOT}:
            raise Stale
    await _show(ctx, person, case, data.document_id, data.show)


@dataclass(frozen=True, slots=True)
class SendPage:
    """A file that the person sends while they were asked for the pages of a document, chosen at `since`."""

    document_id: int
    since: datetime
    text: str
    chat_id: int
    telegram_message_id: int
    attached: Attachment


@act("document.send")
async def send_page(ctx: Context, data: SendPage) -> bool:
    """Keeps it as a page: a message of the case, one album with the document's other pages, told of once.

    False where it is no page: chosen long ago, decided about meanwhile, the case over, or one too many. Then it is a
    message like any other.
    """
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.document_id), "document.send")
    document = await documents.lock(ctx.uow.session, data.document_id)
    if document is None or case.closed_at is not None or not await _takes_page(ctx, document, data.since):
        return False
    begins = document.state != DocumentState.SENT
    if begins:
        await step(ctx, case, document.id, DocumentVerb.SEND)
        document.rounds += 1
        document.album = f"document-{document.id}-{document.rounds}"
        document.reused_from = document.valid_until = None
    await hear(ctx, person, data.text)
    page = replace(data.attached, album=document.album)
    words = Words(data.text, data.chat_id, data.telegram_message_id, ctx.now, page)
    await add_words(ctx, case, person, [words], receipt=False)
    if begins:
        note(ctx, case, Event.DOCUMENT_SENT, document)
        await tell_topic(ctx, case, kinds.documents.DocumentNews(case.id, document.id, document.state))
        await follow_documents(ctx, case)
        await _show(ctx, person, case, document.id, Show.MORE)
    return True


async def _takes_page(ctx: Context, document: WantedDocument, since: datetime) -> bool:
    if ctx.now - since > SENDING_HOLDS:
        return False
    if document.state != DocumentState.SENT:
        return document.state in MISSING | {DocumentState.CANNOT}
    # A page more of what is being sent; not of what was sent before the person chose it again, or in another case.
    sent = await documents.pages(ctx.uow.session, document)
    own = document.reused_from is None and document.changed_at >= since
    return own and sent is not None and sent.count < MOST_PAGES


@dataclass(frozen=True, slots=True)
class PutOff:
    """Later."""

    case_id: int


@act("document.later")
async def put_off(ctx: Context, data: PutOff) -> None:
    """Notes that the person will come back to what is missing, and shows them where it stands."""
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "document.later")
    if case.closed_at is not None:
        raise CaseClosed
    for document in await documents.of_case(ctx.uow.session, case.id):
        if document.state in MISSING:
            document.put_off_at = ctx.now
    record(ctx, case, Event.DOCUMENTS_LATER)
    await show_person(ctx, person, kinds.documents.DocumentsLaterScreen(case.id))


@dataclass(frozen=True, slots=True)
class CannotGet:
    """Why the person can't get a document: a reason that they pressed, or `said`, a message of theirs."""

    document_id: int
    why: Obstacle
    said: Words | None = None


@act("document.cannot")
async def cannot_get(ctx: Context, data: CannotGet) -> None:
    """Tells the caseworker, who decides what to do without it; the person's own words go into the case as they are.

    Stale where it is not missing (any more).
    """
    person = await themselves(ctx)
    case = await locked(ctx, await case_of(ctx, data.document_id), "document.cannot")
    document = await step(ctx, case, data.document_id, DocumentVerb.CANNOT)
    document.why = data.why.value
    note(ctx, case, Event.DOCUMENT_CANNOT, document)
    await tell_topic(ctx, case, kinds.documents.DocumentNews(case.id, document.id, document.state))
    if data.said is None:
        case.turn = Turn.STAFF.value
        await waits_for_us(ctx, case)
        await show_case(ctx, case)
    else:
        await hear(ctx, person, data.said.text)
        await add_words(ctx, case, person, [data.said], receipt=False)
        last = await cases.messages(ctx.uow.session, case.id, 1)
        document.message_id = last[-1].id
    await follow_documents(ctx, case)
    await _show(ctx, person, case, 0, Show.LIST)


async def _show(ctx: Context, person: Person, case: Case, document_id: int, show: Show) -> None:
    if show is Show.LIST:
        await show_person(ctx, person, kinds.documents.DocumentsScreen(case.id))
    else:
        await show_person(ctx, person, kinds.documents.DocumentScreen(case.id, document_id, show.value))
