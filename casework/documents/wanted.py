"""Steps that all acts about a document share."""

from __future__ import annotations

from casework.cases.history import Event, record
from casework.context import Context
from casework.errors import Stale
from db.models import Case, WantedDocument
from db.repositories import documents
from rules.catalogue import Lasts
from rules.documents import DocumentState, DocumentVerb, after


async def case_of(ctx: Context, document_id: int) -> int:
    """The case that a document belongs to; Stale where there is no such document."""
    found = await documents.by_id(ctx.uow.session, document_id)
    if found is None:
        raise Stale
    return found.case_id


async def step(ctx: Context, case: Case, document_id: int, verb: DocumentVerb) -> WantedDocument:
    """Does it to a document of a locked case, and locks it. Stale where it can't be done (any more)."""
    document = await documents.lock(ctx.uow.session, document_id)
    if document is None or document.case_id != case.id or case.closed_at is not None:
        raise Stale
    move(ctx, document, verb)
    return document


def move(ctx: Context, document: WantedDocument, verb: DocumentVerb) -> None:
    """The same for one that is locked. `why` is the new state's to set."""
    reached = after(verb, DocumentState(document.state))
    if reached is None:
        raise Stale
    document.state, document.changed_at, document.why = reached.value, ctx.now, None


def note(ctx: Context, case: Case, event: Event, document: WantedDocument) -> None:
    """A line in the history."""
    if document.why is None:
        record(ctx, case, event, document=document.document)
    else:
        record(ctx, case, event, document=document.document, why=document.why)


def is_dated(ctx: Context, slug: str) -> bool:
    """Whether a document of this kind may have a last day; not one that the catalogue does not know any more."""
    entry = ctx.catalogue.documents.get(slug)
    return entry is not None and entry.lasts is Lasts.DATED
