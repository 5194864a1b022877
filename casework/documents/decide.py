"""A caseworker looks at a document that came and decides: it is good, it is returned, or it is not needed any more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.act import act
from casework.awaited.matters import OF_DOCUMENTS
from casework.awaited.signs import let_go
from casework.awaited.want import want_sign
from casework.cases.access import locked
from casework.cases.answering import answered
from casework.cases.history import Event, record
from casework.cases.prepared import say_prepared
from casework.context import Context
from casework.danger.alarm import note_answered
from casework.documents.reminding import follow_documents
from casework.documents.wanted import case_of, is_dated, move, note, step
from casework.errors import Covered, DayUnread, Stale, TooLong
from casework.letters import kinds
from casework.letters.write import show_case, tell_person
from casework.talk.waiting import behind_until
from db.models import Case, Person, WantedDocument
from db.repositories import documents, people
from rules.cases import Turn
from rules.documents import MISSING, MOST_WORDS, DocumentState, DocumentVerb, Return
from rules.forms.dates import read_date
from rules.forms.problems import Problem
from rules.local_time import local_date


@dataclass(frozen=True, slots=True)
class ChooseDocument:
    """A document of a case."""

    document_id: int


@act("document.accept")
async def accept_document(ctx: Context, data: ChooseDocument) -> Case:
    """It is good. Once nothing is missing and nothing waits to be looked at, the person is told, once.

    Stale where there is nothing to accept (any more).
    """
    case = await locked(ctx, await case_of(ctx, data.document_id), "document.accept")
    document = await step(ctx, case, data.document_id, DocumentVerb.ACCEPT)
    await _accepted(ctx, case, document)
    await show_case(ctx, case)
    return case


async def _accepted(ctx: Context, case: Case, document: WantedDocument) -> None:
    document.accepted_at = ctx.now
    note(ctx, case, Event.DOCUMENT_ACCEPTED, document)
    await _tell_if_whole(ctx, case)
    await follow_documents(ctx, case)


@dataclass(frozen=True, slots=True)
class DateDocument:
    """A document, and the words in which its last day was typed."""

    document_id: int
    written: str


@act("document.date")
async def date_document(ctx: Context, data: DateDocument) -> date:
    """Keeps until when it is valid, a day in Kyiv; what waits to be looked at is accepted by that.

    DayUnread where the words name no day from today on: what has ended is returned. Stale where it is neither here nor
    accepted, or its kind has no last day.
    """
    case = await locked(ctx, await case_of(ctx, data.document_id), "document.date")
    document = await documents.lock(ctx.uow.session, data.document_id)
    if document is None or document.case_id != case.id or case.closed_at is not None:
        raise Stale
    if not is_dated(ctx, document.document):
        raise Stale
    today = local_date(ctx.now)
    until = read_date(data.written, today, past=False)
    if isinstance(until, Problem) or until < today:
        raise DayUnread
    if document.state == DocumentState.SENT:
        move(ctx, document, DocumentVerb.ACCEPT)
        await _accepted(ctx, case, document)
    elif document.state != DocumentState.ACCEPTED:
        raise Stale
    document.valid_until = until
    record(ctx, case, Event.DOCUMENT_DATED, document=document.document, until=until.isoformat())
    await show_case(ctx, case)
    return until


@dataclass(frozen=True, slots=True)
class ReturnDocument:
    """Why it can't be used as it is."""

    document_id: int
    why: Return
    said: str = ""
    """The caseworker's own words beside it; empty: none."""


@act("document.return")
async def return_document(ctx: Context, data: ReturnDocument) -> Case:
    """The person is told why and asked for it again: a human's answer. The same refusal; Covered where somebody else
    may read the phone; TooLong for words that do not fit into one letter.

    Own words are an answer in the case like any other: they stand in its conversation and its history.
    """
    said = data.said.strip()
    if len(said) > MOST_WORDS:
        raise TooLong(most=str(MOST_WORDS))
    case = await locked(ctx, await case_of(ctx, data.document_id), "document.return")
    person = await people.by_id(ctx.uow.session, case.person_id)
    document = await step(ctx, case, data.document_id, DocumentVerb.RETURN)
    if person.discreet:
        raise Covered
    document.why, document.put_off_at = data.why.value, None
    note(ctx, case, Event.DOCUMENT_RETURNED, document)
    await _say_why(ctx, case, person, document, said)
    await follow_documents(ctx, case)
    await show_case(ctx, case)
    return case


async def _say_why(ctx: Context, case: Case, person: Person, document: WantedDocument, said: str) -> None:
    letter: kinds.Letter = kinds.documents.DocumentReturned(case.id, document.id)
    key = None
    if said:
        message_id, wait = await say_prepared(ctx, case, person, said)
        letter, key = kinds.documents.DocumentReturnedInWords(case.id, message_id, document.id), str(message_id)
    else:
        answered(ctx, case)
        await note_answered(ctx, case)
        wait = await behind_until(ctx, case)
    if await tell_person(ctx, person, letter, case=case, key=key, not_before=wait):
        await want_sign(ctx, case, person, letter)


@act("document.waive")
async def waive_document(ctx: Context, data: ChooseDocument) -> Case:
    """It is not needed any more: the person's list is shorter by one. Stale where it is here already."""
    case = await locked(ctx, await case_of(ctx, data.document_id), "document.waive")
    document = await step(ctx, case, data.document_id, DocumentVerb.WAIVE)
    note(ctx, case, Event.DOCUMENT_WAIVED, document)
    if not any(each.state in MISSING for each in await documents.of_case(ctx.uow.session, case.id)):
        await let_go(ctx, case, OF_DOCUMENTS)
    await follow_documents(ctx, case)
    await show_case(ctx, case)
    return case


async def _tell_if_whole(ctx: Context, case: Case) -> None:
    """All that was asked for is here and good: the person hears it, and it is ours to go on."""
    settled = {DocumentState.ACCEPTED, DocumentState.WAIVED, DocumentState.PICKED}
    if any(DocumentState(each.state) not in settled for each in await documents.of_case(ctx.uow.session, case.id)):
        return
    person = await people.by_id(ctx.uow.session, case.person_id)
    answered(ctx, case)
    case.turn = Turn.STAFF.value
    await note_answered(ctx, case)
    wait = await behind_until(ctx, case)
    await tell_person(ctx, person, kinds.documents.DocumentsComplete(case.id), case=case, not_before=wait)
