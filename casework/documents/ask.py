"""Staff choose which documents a case needs, and ask the person for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from casework.act import act
from casework.awaited.want import want_sign
from casework.cases.access import locked, seen
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.documents.reminding import remind_of_missing
from casework.documents.wanted import is_dated, move
from casework.errors import CaseClosed, Covered, NothingPicked, Stale
from casework.letters import kinds
from casework.letters.sights.documents import ValiditySight
from casework.letters.view.look import STAFF_LANGUAGE
from casework.letters.write import show_case, tell_person
from casework.recreation.validity import validity_of
from casework.talk.waiting import behind_until
from db.models import Case, WantedDocument
from db.repositories import applications, documents, people
from rules.catalogue import Evidence
from rules.documents import DocumentState, DocumentVerb, verbs_in


@dataclass(frozen=True, slots=True)
class ListDocuments:
    """The case whose documents are meant."""

    case_id: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of a case as staff see it; `first` is the message of its first page."""

    document_id: int
    name: str
    state: DocumentState
    why: str | None
    pages: int
    first: int | None
    child: int = 0
    """Which child of an application it is about, by its number from 1; 0: none."""
    dated: bool = False
    """Its kind may have a last day."""
    validity: ValiditySight | None = None


@act("document.list")
async def list_documents(ctx: Context, data: ListDocuments) -> Sequence[DocumentLine]:
    """All that were asked for in the case, in the order in which they were chosen."""
    case = await seen(ctx, data.case_id, "document.list")
    lines, numbers = [], await applications.positions(ctx.uow.session, case.id)
    validity = await validity_of(ctx.uow.session, case, ctx.now)
    for document in await documents.of_case(ctx.uow.session, case.id):
        if document.asked_at is None:
            continue
        sent = await documents.pages(ctx.uow.session, document)
        lines.append(
            DocumentLine(
                document_id=document.id,
                name=name_of(ctx, document.document),
                state=DocumentState(document.state),
                why=document.why,
                pages=sent.count if sent else 0,
                first=sent.first if sent else None,
                child=numbers.get(document.child_id or 0, 0),
                dated=is_dated(ctx, document.document),
                validity=validity.get(document.id),
            )
        )
    return lines


def name_of(ctx: Context, slug: str) -> str:
    """A document's name for staff."""
    entry = ctx.catalogue.documents.get(slug)
    return slug if entry is None else entry.name[STAFF_LANGUAGE]


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """A document that can be asked for now; `sure`: the list of its service is confirmed."""

    slug: str
    name: str
    picked: bool
    listed: bool
    """The case's service needs it."""
    sure: bool


@act("document.choices")
async def document_choices(ctx: Context, data: ListDocuments) -> Sequence[DocumentChoice]:
    """What can be asked for now: what the case's service needs first, then all else of the catalogue."""
    return await _choices(ctx, await seen(ctx, data.case_id, "document.choices"))


async def _choices(ctx: Context, case: Case) -> Sequence[DocumentChoice]:
    checklist = ctx.catalogue.checklists.get(case.service)
    listed = checklist.documents if checklist else ()
    those = [each for each in await documents.of_case(ctx.uow.session, case.id) if each.child_id is None]
    there = {each.document: DocumentState(each.state) for each in those}
    return [
        DocumentChoice(
            slug=slug,
            name=name_of(ctx, slug),
            picked=there.get(slug) is DocumentState.PICKED,
            listed=slug in listed,
            sure=checklist is not None and checklist.evidence in (Evidence.SOURCED, Evidence.DEPARTMENT),
        )
        for slug in dict.fromkeys((*listed, *ctx.catalogue.documents))
        if slug not in there or verbs_in(there[slug]) & {DocumentVerb.PICK, DocumentVerb.UNPICK}
    ]


@dataclass(frozen=True, slots=True)
class PickDocument:
    """A document of the catalogue."""

    case_id: int
    slug: str


@act("document.pick")
async def pick_document(ctx: Context, data: PickDocument) -> Sequence[DocumentChoice]:
    """Chooses it, or takes the choice back; what can be asked for now. The person hears nothing yet.

    Stale for one that is on its way already, or that the catalogue does not know; CaseClosed.
    """
    case = await locked(ctx, data.case_id, "document.pick")
    if case.closed_at is not None:
        raise CaseClosed
    if data.slug not in ctx.catalogue.documents:
        raise Stale
    session = ctx.uow.session
    those = [each for each in await documents.of_case(session, case.id) if each.child_id is None]
    there = {each.document: each for each in those}
    found = there.get(data.slug)
    if found is None:
        picked = DocumentState.PICKED.value
        session.add(WantedDocument(case_id=case.id, document=data.slug, state=picked, rounds=0, changed_at=ctx.now))
    else:
        chosen = found.state == DocumentState.PICKED
        move(ctx, found, DocumentVerb.UNPICK if chosen else DocumentVerb.PICK)
    await session.flush()
    return await _choices(ctx, case)


@act("document.ask")
async def ask_documents(ctx: Context, data: ListDocuments) -> Case:
    """Asks the person for all that are chosen, in one letter: a human's answer like any other.

    Refused: NothingPicked, CaseClosed; Covered where somebody else may read the phone.
    """
    case = await locked(ctx, data.case_id, "document.ask")
    if case.closed_at is not None:
        raise CaseClosed
    person = await people.by_id(ctx.uow.session, case.person_id)
    if person.discreet:
        raise Covered
    picked = [each for each in await documents.of_case(ctx.uow.session, case.id) if each.state == DocumentState.PICKED]
    if not picked:
        raise NothingPicked
    for document in picked:
        move(ctx, document, DocumentVerb.ASK)
        document.asked_at, document.put_off_at = ctx.now, None
    answered(ctx, case)
    await note_answered(ctx, case)
    record(ctx, case, Event.DOCUMENTS_ASKED, documents=" ".join(each.document for each in picked))
    await remind_of_missing(ctx, case)
    letter = kinds.documents.DocumentsAsked(case.id)
    if await tell_person(ctx, person, letter, case=case, not_before=await behind_until(ctx, case)):
        await want_sign(ctx, case, person, letter)
    await show_case(ctx, case)
    return case
