"""What letters about canned answers, documents and information pages need to be true: all of it was really done."""

from __future__ import annotations

from itertools import count
from typing import Any

from casework.canned.send import SendAnswer, send_answer
from casework.canned.write import ShowAnswers, WriteAnswer, show_answers, write_answer
from casework.context import Actor
from casework.documents.ask import ListDocuments, PickDocument, ask_documents, pick_document
from casework.documents.decide import ReturnDocument, return_document
from casework.documents.send import SendPage as SendDocumentPage
from casework.documents.send import Show
from casework.documents.send import send_page as send_document_page
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.letters.kinds import Letter
from casework.pages.open import NotHelped, not_helped
from casework.pages.send import SendPage, send_page
from db.models import Case, Person, StaffMember
from db.repositories import documents
from rules.documents import Return
from rules.files import FileKind
from rules.roles import Role
from tests.casework.world import World

OF_ANSWERS: frozenset[type[Letter]] = frozenset(
    {
        kinds.canned.StaffSaid,
        kinds.canned.AnswersScreen,
        kinds.canned.AnswerScreen,
        kinds.canned.AnswerGroupScreen,
        kinds.canned.AnswerTextScreen,
    }
)
OF_DOCUMENTS: frozenset[type[Letter]] = frozenset(
    {
        kinds.documents.DocumentsAsked,
        kinds.documents.DocumentReturned,
        kinds.documents.DocumentReturnedInWords,
        kinds.documents.DocumentScreen,
        kinds.documents.DocumentNews,
    }
)
"""Where something is missing, or has come; that nothing is missing is true of any case."""
SENT_ONCE = (
    kinds.documents.DocumentNews,
    kinds.documents.DocumentReturned,
    kinds.documents.DocumentReturnedInWords,
)
OF_PAGES: frozenset[type[Letter]] = frozenset(
    {kinds.pages.InfoPage, kinds.pages.PageScreen, kinds.pages.PageNews, kinds.pages.PagesScreen}
)
PREPARED = OF_ANSWERS | OF_DOCUMENTS | OF_PAGES

ANSWER = "Читаю\nЗвернення {номер} читає {працівник}"
PAGE = "idp-certificate"
DOCUMENT = "displaced"
SENT = count(7000)
"""Numbers of what people send, in their chats."""


async def about_prepared(
    world: World, kind: type[Letter], case: Case, iryna: Actor, messages: dict[str, int]
) -> dict[str, Any]:
    """Ірина sends by a press, or a lead looks after what can be sent, as the kind wants it.

    Where that is a message, it is the newest of staff's and stands in `messages` as what the letter is about.
    """
    if kind in OF_ANSWERS:
        return await _about_answer(world, kind, case, iryna, messages)
    if kind in OF_DOCUMENTS:
        return await _about_document(world, kind, case, iryna, messages)
    return await _about_page(world, kind, case, iryna, messages)


async def _about_answer(
    world: World, kind: type[Letter], case: Case, iryna: Actor, messages: dict[str, int]
) -> dict[str, Any]:
    """A lead wrote an answer; Ірина sent it."""
    lead = await _lead(world, iryna)
    await show_answers(world.ctx(lead), ShowAnswers("uk"))
    answer_id = await write_answer(world.ctx(lead), WriteAnswer(ANSWER, "uk", group="any"))
    if kind is kinds.canned.StaffSaid:
        await send_answer(world.ctx(iryna), SendAnswer(case.id, answer_id, 1))
        await _about_newest(world, case, messages)
    return {"staff_id": lead.id, "answer_id": answer_id}


async def _about_document(
    world: World, kind: type[Letter], case: Case, iryna: Actor, messages: dict[str, int]
) -> dict[str, Any]:
    """Ірина asked for a document; it came, and was returned."""
    await pick_document(world.ctx(iryna), PickDocument(case.id, DOCUMENT))
    await ask_documents(world.ctx(iryna), ListDocuments(case.id))
    [document] = await documents.of_case(world.uow.session, case.id)
    if kind in SENT_ONCE:
        await _sends(world, await _person(world, case), document.id)
    if kind is kinds.documents.DocumentReturned:
        await return_document(world.ctx(iryna), ReturnDocument(document.id, Return.UNCLEAR))
    if kind is kinds.documents.DocumentReturnedInWords:
        await return_document(world.ctx(iryna), ReturnDocument(document.id, Return.UNCLEAR, "Не видно печатки"))
        await _about_newest(world, case, messages)
    return {"document_id": document.id, "show": Show.SEND.value, "change": document.state}


async def _sends(world: World, person: Actor, document_id: int) -> None:
    number = next(SENT)
    photo = Attachment(FileKind.PHOTO, f"id{number}", f"unique{number}", size=900)
    page = SendDocumentPage(document_id, world.now, "", person.telegram_id or 0, number, photo)
    assert await send_document_page(world.ctx(person), page)


async def _about_page(
    world: World, kind: type[Letter], case: Case, iryna: Actor, messages: dict[str, int]
) -> dict[str, Any]:
    """Ірина sent a page, and it did not help; or words that wait are about one, or a lead looks at them all."""
    if kind is kinds.pages.PagesScreen:
        return {"staff_id": (await _lead(world, iryna)).id}
    person = await _person(world, case)
    if kind is kinds.pages.PageScreen:
        return {"page": PAGE, "upto": (await world.drafts(person))[-1].id}
    await send_page(world.ctx(iryna), SendPage(case.id, PAGE))
    await _about_newest(world, case, messages)
    if kind is kinds.pages.PageNews:
        await not_helped(world.ctx(person), NotHelped(case.id, messages["staff"]))
    return {"page": PAGE}


async def _about_newest(world: World, case: Case, messages: dict[str, int]) -> None:
    """Whichever side a letter takes its message from, it is the one that was sent last."""
    newest = (await world.messages(case))[-1].id
    messages.update(dict.fromkeys(messages, newest))


async def _lead(world: World, iryna: Actor) -> Actor:
    """A lead who speaks Ірина's language."""
    lead = await world.staff(Role.SUPERVISOR, "Оксана")
    session = world.uow.session
    language = (await session.get_one(StaffMember, iryna.id)).language
    (await session.get_one(StaffMember, lead.id)).language = language
    return lead


async def _person(world: World, case: Case) -> Actor:
    """Whoever writes in the case."""
    person = await world.uow.session.get_one(Person, case.person_id)
    return Actor(Role.PERSON, person.id, None, person.telegram_id)
