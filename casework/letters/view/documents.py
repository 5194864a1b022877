"""Documents that a case needs, as they stand now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.sights.documents import (
    DocumentNewsSight,
    DocumentSight,
    DocumentsSight,
    KeptSight,
    OneDocumentSight,
)
from casework.letters.view.look import STAFF_LANGUAGE, Look, view
from casework.recreation.again import day_needed, ended, offers_of
from db.models import Case, Person, WantedDocument
from db.repositories import applications, cases, documents, staff
from rules.catalogue import Catalogue
from rules.documents import MISSING, DocumentState, Obstacle, Return
from rules.local_time import local_date
from rules.recreation.again import serves

HERE = frozenset({DocumentState.SENT, DocumentState.ACCEPTED})
NOBODY = (0, "")


def document_sight(
    catalogue: Catalogue, document: WantedDocument, language: str, child: int = 0, who: str = ""
) -> DocumentSight | None:
    """One document in a language; `child`, `who`: number and name of the child that it is about. None where the
    catalogue no longer has it.
    """
    entry = catalogue.documents.get(document.document)
    if entry is None:
        return None
    returned = Return(document.why) if document.state == DocumentState.RETURNED and document.why else None
    state = DocumentState(document.state)
    return DocumentSight(
        document.id, entry.name[language], entry.what[language], entry.why[language], state, returned, child, who
    )


async def _children(look: Look, case: Case, person: Person) -> dict[int, tuple[int, str]]:
    """Number and name of each of several children, as their family reads them."""
    numbers = await applications.positions(look.uow.session, case.id)
    names = {} if person.discreet else await applications.children_named(look.uow.session, case.id)
    return {child: (number, names.get(child, "")) for child, number in numbers.items()}


async def _kept(look: Look, case: Case, there: Sequence[WantedDocument]) -> dict[int, KeptSight]:
    """What we have in place of those that are missing, by the document."""
    session = look.uow.session
    application = await applications.of_case(session, case.id)
    if application is None:
        return {}
    on = await day_needed(session, application, look.now)
    found = {
        each.id: KeptSight(local_date(each.accepted_at) if each.accepted_at else None, until, over=True)
        for each in there
        if (until := ended(each, on)) is not None
    }
    for document_id, offer in (await offers_of(session, look.catalogue, case, look.now)).items():
        kept = offer.kept
        found[document_id] = KeptSight(local_date(kept.accepted_at), kept.valid_until, offer.over)
    return found


async def _documents(look: Look, case: Case, person: Person) -> DocumentsSight:
    known_as, there = await _children(look, case, person), await documents.of_case(look.uow.session, case.id)
    kept = await _kept(look, case, there)
    found = [
        (each.id, document_sight(look.catalogue, each, person.language, *known_as.get(each.child_id or 0, NOBODY)))
        for each in there
    ]
    known = [replace(each, kept=kept.get(document_id)) for document_id, each in found if each is not None]
    return DocumentsSight(
        case_id=case.id,
        number=case.number,
        missing=tuple(each for each in known if each.state in MISSING),
        here=tuple(each for each in known if each.state in HERE),
        cannot=tuple(each for each in known if each.state is DocumentState.CANNOT),
        owner=await look.owner(case),
    )


@view(kinds.documents.DocumentsScreen)
async def _screen(look: Look, letter: kinds.documents.DocumentsScreen) -> Sight | None:
    return await _while_open(look, letter.case_id)


@view(kinds.documents.DocumentsLaterScreen)
async def _later(look: Look, letter: kinds.documents.DocumentsLaterScreen) -> Sight | None:
    return await _while_open(look, letter.case_id)


async def _while_open(look: Look, case_id: int) -> Sight | None:
    case, person = await look.case(case_id), await look.person()
    if case.closed_at is not None:
        return None
    return look.sight(person.language, await _documents(look, case, person))


@view(kinds.documents.DocumentsAsked)
async def _asked(look: Look, letter: kinds.documents.DocumentsAsked) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    shows = await _documents(look, case, person)
    if case.closed_at is not None or person.discreet or not shows.missing:
        return None
    return look.sight(person.language, shows)


@view(kinds.documents.DocumentsComplete)
async def _complete(look: Look, letter: kinds.documents.DocumentsComplete) -> Sight | None:
    person, case = await look.person(), await look.case(letter.case_id)
    shows = await _documents(look, case, person)
    if case.closed_at is not None or person.discreet or shows.missing:
        return None
    return look.sight(person.language, shows)


@view(kinds.documents.DocumentReturned)
async def _returned(look: Look, letter: kinds.documents.DocumentReturned) -> Sight | None:
    return await _one(look, letter.case_id, letter.document_id, "", frozenset({DocumentState.RETURNED}))


@view(kinds.documents.DocumentReturnedInWords)
async def _in_words(look: Look, letter: kinds.documents.DocumentReturnedInWords) -> Sight | None:
    person, message = await look.person(), await cases.message(look.uow.session, letter.message_id)
    if message is None or person.discreet or await cases.is_carried(look.uow.session, message.id, letter.part):
        return None
    sight = await _one(look, letter.case_id, letter.document_id, "", frozenset({DocumentState.RETURNED}))
    if sight is None or not isinstance(sight.shows, OneDocumentSight):
        return None
    author = await staff.by_id(look.uow.session, message.author_id)
    return look.sight(person.language, replace(sight.shows, author=author.work_name, said=message.text))


@view(kinds.documents.DocumentScreen)
async def _document(look: Look, letter: kinds.documents.DocumentScreen) -> Sight | None:
    may = MISSING | {DocumentState.CANNOT, DocumentState.SENT}
    return await _one(look, letter.case_id, letter.document_id, letter.show, may)


async def _one(look: Look, case_id: int, document_id: int, show: str, states: frozenset[DocumentState]) -> Sight | None:
    person, case = await look.person(), await look.case(case_id)
    document = await documents.by_id(look.uow.session, document_id)
    if document is None or case.closed_at is not None or document.state not in states:
        return None
    known_as = (await _children(look, case, person)).get(document.child_id or 0, NOBODY)
    shown = document_sight(look.catalogue, document, person.language, *known_as)
    if shown is None:
        return None
    shown = replace(shown, kept=(await _kept(look, case, [document])).get(document.id))
    return look.sight(person.language, OneDocumentSight(case.id, case.number, shown, show))


@view(kinds.documents.DocumentNews)
async def _news(look: Look, letter: kinds.documents.DocumentNews) -> Sight | None:
    document = await documents.by_id(look.uow.session, letter.document_id)
    if document is None or document.state != letter.change:
        return None
    numbers = await applications.positions(look.uow.session, letter.case_id)
    shown = document_sight(look.catalogue, document, STAFF_LANGUAGE, numbers.get(document.child_id or 0, 0))
    if shown is None:
        return None
    why = Obstacle(document.why) if document.state == DocumentState.CANNOT and document.why else None
    until = document.valid_until if document.state == DocumentState.ACCEPTED else None
    if document.state == DocumentState.ACCEPTED and not await _ends_early(look, document):
        return None
    again = document.reused_from is not None
    shows = DocumentNewsSight(letter.case_id, shown.name, shown.state, why, shown.child, again, until)
    return look.sight(STAFF_LANGUAGE, shows)


async def _ends_early(look: Look, document: WantedDocument) -> bool:
    application = await applications.of_case(look.uow.session, document.case_id)
    if application is None:
        return False
    return not serves(document.valid_until, await day_needed(look.uow.session, application, look.now))
