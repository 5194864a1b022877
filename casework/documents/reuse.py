"""A person wants documents that we accepted before to be looked at once more, in place of sending them again."""

from __future__ import annotations

from dataclasses import dataclass

from casework.act import act
from casework.cases.access import locked
from casework.cases.history import Event
from casework.cases.promises import waits_for_us
from casework.context import Context
from casework.documents.wanted import note, step
from casework.errors import CaseClosed, Stale
from casework.letters import kinds
from casework.letters.write import show_case, show_person, tell_topic
from casework.people.themselves import themselves
from casework.recreation.again import offers_of
from casework.recreation.papers import follow_papers
from db.models import Case
from db.repositories import documents
from rules.cases import Turn
from rules.documents import DocumentVerb
from rules.recreation.again import Offer


@dataclass(frozen=True, slots=True)
class Reuse:
    """A document of a case that is asked for; 0: all for which we have one that is still valid."""

    case_id: int
    document_id: int = 0


@act("document.reuse")
async def reuse(ctx: Context, data: Reuse) -> int:
    """The pages that were accepted before stand with the document, to be looked at; how many documents. They stay where
    they were sent, and nothing of them is copied.

    NoSuchCase for a case of somebody else, CaseClosed; Stale where nothing valid is there (any more).
    """
    person = await themselves(ctx)
    case = await locked(ctx, data.case_id, "document.reuse")
    if case.closed_at is not None:
        raise CaseClosed
    found = await offers_of(ctx.uow.session, ctx.catalogue, case, ctx.now)
    those = {one: offer for one, offer in found.items() if not offer.over and data.document_id in (0, one)}
    if not those:
        raise Stale
    for document_id, offer in those.items():
        await _serve(ctx, case, document_id, offer)
    case.turn = Turn.STAFF.value
    await waits_for_us(ctx, case)
    await follow_papers(ctx, case)
    await show_case(ctx, case)
    await show_person(ctx, person, kinds.documents.DocumentsScreen(case.id))
    return len(those)


async def _serve(ctx: Context, case: Case, document_id: int, offer: Offer) -> None:
    document = await step(ctx, case, document_id, DocumentVerb.REUSE)
    accepted = await documents.by_id(ctx.uow.session, offer.kept.document_id)
    assert accepted is not None, "it was found a moment ago"
    document.album, document.reused_from = accepted.album, offer.kept.first_id
    document.valid_until, document.put_off_at = accepted.valid_until, None
    note(ctx, case, Event.DOCUMENT_REUSED, document)
    await tell_topic(ctx, case, kinds.documents.DocumentNews(case.id, document.id, document.state))
