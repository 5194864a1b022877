"""Documents: asked for by a human, sent page by page as one item, accepted or returned, told of once."""

from __future__ import annotations

from datetime import timedelta
from itertools import count

import pytest
from sqlalchemy import func, select

from casework.cases.close import Close, close
from casework.cases.words import Words
from casework.context import Actor
from casework.documents.ask import (
    DocumentLine,
    ListDocuments,
    PickDocument,
    ask_documents,
    document_choices,
    list_documents,
    pick_document,
)
from casework.documents.decide import (
    ChooseDocument,
    ReturnDocument,
    accept_document,
    return_document,
    waive_document,
)
from casework.documents.send import (
    CannotGet,
    PutOff,
    SendPage,
    Show,
    ShowDocuments,
    cannot_get,
    put_off,
    send_page,
    show_documents,
)
from casework.errors import CaseClosed, Covered, NoSuchCase, NothingPicked, NotOwner, Stale, TooLong
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.letters.sights.documents import DocumentNewsSight, DocumentsSight, OneDocumentSight
from casework.people.erase import Erase, erase
from db.models import Case, File, Slot, WantedDocument
from db.repositories import documents
from rules.documents import MOST_PAGES, MOST_WORDS, SENDING_HOLDS, DocumentState, Obstacle, Return
from rules.files import FileKind
from tests.casework.world import World

PAGES = count(7000)
ASKED = ("displaced", "school-note")


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Ірина's case about recreation in its topic."""
    made = await world.taken(olena, iryna)
    made.service = "recreation"
    await world.topic(made)
    return made


@pytest.fixture
async def asked(world: World, iryna: Actor, case: Case) -> list[int]:
    """Two documents that the person was asked for; their ids."""
    for slug in ASKED:
        await pick_document(world.ctx(iryna), PickDocument(case.id, slug))
    await ask_documents(world.ctx(iryna), ListDocuments(case.id))
    await world.deliver()
    return [each.document_id for each in await lines(world, iryna, case)]


async def lines(world: World, member: Actor, case: Case) -> list[DocumentLine]:
    return list(await list_documents(world.ctx(member), ListDocuments(case.id)))


async def states(world: World, case: Case) -> list[str]:
    await world.uow.session.flush()
    return [each.state for each in await documents.of_case(world.uow.session, case.id)]


async def page(
    world: World, person: Actor, document_id: int, *, words: str = "", waited: timedelta = timedelta(0)
) -> bool:
    """The person sends a page of the document that they chose `waited` ago."""
    number = next(PAGES)
    attached = Attachment(FileKind.PHOTO, f"id{number}", f"unique{number}", size=900)
    since = world.now - waited
    return await send_page(
        world.ctx(person), SendPage(document_id, since, words, person.telegram_id or 0, number, attached)
    )


async def test_the_checklist_of_the_service_comes_first_and_a_press_chooses(
    world: World, iryna: Actor, case: Case
) -> None:
    choices = await document_choices(world.ctx(iryna), ListDocuments(case.id))
    assert [each.slug for each in choices if each.listed][:2] == ["application", "parent-id"]
    assert [each.slug for each in choices if not each.listed] == [
        "child-tax", "orphan-status", "rehab-plan", "medical-extract",
    ]  # fmt: skip
    assert not any(each.sure for each in choices), "the list of recreation is not confirmed"
    chosen = await pick_document(world.ctx(iryna), PickDocument(case.id, "displaced"))
    assert [each.slug for each in chosen if each.picked] == ["displaced"]
    again = await pick_document(world.ctx(iryna), PickDocument(case.id, "displaced"))
    assert not any(each.picked for each in again)
    assert await lines(world, iryna, case) == [], "nothing was asked for"


async def test_one_letter_asks_for_all_and_is_a_humans_answer(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    for slug in ASKED:
        await pick_document(world.ctx(iryna), PickDocument(case.id, slug))
    await ask_documents(world.ctx(iryna), ListDocuments(case.id))
    [letter] = await world.waiting(kinds.documents.DocumentsAsked)
    assert letter.chat_id == olena.telegram_id
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, DocumentsSight)
    assert [each.name for each in sight.shows.missing] == ["Довідка переселенця", "Довідка зі школи"]
    assert (case.turn, case.waiting_since) == ("person", None)
    event = (await world.events(case))[-1]
    assert (event.kind, event.facts) == ("documents-asked", {"documents": "displaced school-note"})
    async with world.refused(NothingPicked):
        await ask_documents(world.ctx(iryna), ListDocuments(case.id))
    async with world.refused(Stale):
        await pick_document(world.ctx(iryna), PickDocument(case.id, "displaced"))


async def test_several_pages_are_one_item_and_are_told_of_once(
    world: World, olena: Actor, iryna: Actor, case: Case, asked: list[int]
) -> None:
    world.wait(hours=1)
    await show_documents(world.ctx(olena), ShowDocuments(case.id, asked[0], Show.SEND))
    await world.deliver()
    sent = 0
    for seconds in (0, 5, 9):
        world.wait(seconds=seconds)
        assert await page(world, olena, asked[0], waited=timedelta(seconds=seconds + 5))
        sent += sum(letter.chat_id == olena.telegram_id for letter, _ in await world.deliver())
    assert sent == 1, "the person is told once, not at every page"
    line = (await lines(world, iryna, case))[0]
    assert (line.state, line.pages) == (DocumentState.SENT, 3)
    assert (case.turn, case.unread) == ("staff", 3)
    assert case.waiting_since == world.now - timedelta(seconds=14)
    history = await world.history(case)
    assert history.count("document-sent") == 1
    albums = select(func.count(func.distinct(File.album)))
    assert await world.uow.session.scalar(albums) == 1
    records = select(func.count()).where(Slot.kind == kinds.PersonFiles.kind)
    assert await world.uow.session.scalar(records) == 1, "one message in the topic"


async def test_in_the_topic_stands_which_document_came_and_never_the_document(
    world: World, olena: Actor, case: Case, asked: list[int]
) -> None:
    await page(world, olena, asked[0])
    [letter] = await world.waiting(kinds.documents.DocumentNews)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == DocumentNewsSight(case.id, "Довідка переселенця", DocumentState.SENT, None)
    assert letter.chat_id == case.topic_chat_id


async def test_returned_with_a_reason_it_is_sent_anew_as_another_item(
    world: World, olena: Actor, iryna: Actor, case: Case, asked: list[int]
) -> None:
    await page(world, olena, asked[0])
    await return_document(world.ctx(iryna), ReturnDocument(asked[0], Return.UNCLEAR))
    assert (case.turn, case.waiting_since) == ("person", None)
    [letter] = await world.waiting(kinds.documents.DocumentReturned)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, OneDocumentSight)
    assert sight.shows.document.returned is Return.UNCLEAR
    assert (await world.events(case))[-1].facts == {"document": "displaced", "why": "unclear"}
    world.wait(minutes=1)
    assert await page(world, olena, asked[0])
    line = (await lines(world, iryna, case))[0]
    assert (line.state, line.pages, line.why) == (DocumentState.SENT, 1, None)
    assert await world.sight(letter) is None, "what is no longer true is not said"


async def test_own_words_go_along_and_stand_in_the_case(
    world: World, olena: Actor, iryna: Actor, case: Case, asked: list[int]
) -> None:
    await page(world, olena, asked[0])
    too_long = ReturnDocument(asked[0], Return.PART, "а" * (MOST_WORDS + 1))
    async with world.refused(TooLong, most=str(MOST_WORDS)):
        await return_document(world.ctx(iryna), too_long)
    said = "Не видно печатки. Зніміть, будь ласка, другу сторінку."
    await return_document(world.ctx(iryna), ReturnDocument(asked[0], Return.PART, said))
    assert await world.waiting(kinds.documents.DocumentReturned) == [], "one letter"
    [letter] = await world.waiting(kinds.documents.DocumentReturnedInWords)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, OneDocumentSight)
    assert (sight.shows.document.returned, sight.shows.author, sight.shows.said) == (Return.PART, "Ірина", said)
    assert (await world.messages(case))[-1].text == said
    assert (await world.history(case))[-2:] == ["document-returned", "replied"]
    assert (case.turn, case.waiting_since) == ("person", None)
    assert await world.waiting(kinds.canned.StaffSaid), "colleagues read them, too"


async def test_the_person_hears_once_that_all_is_here_and_the_turn_is_ours(
    world: World, olena: Actor, iryna: Actor, case: Case, asked: list[int]
) -> None:
    for document_id in asked:
        await page(world, olena, document_id)
    await accept_document(world.ctx(iryna), ChooseDocument(asked[0]))
    assert await world.waiting(kinds.documents.DocumentsComplete) == []
    await accept_document(world.ctx(iryna), ChooseDocument(asked[1]))
    [letter] = await world.waiting(kinds.documents.DocumentsComplete)
    assert letter.chat_id == olena.telegram_id
    assert (case.turn, case.waiting_since) == ("staff", None)
    async with world.refused(Stale):
        await accept_document(world.ctx(iryna), ChooseDocument(asked[1]))


@pytest.mark.parametrize("why", [Obstacle.LOST, Obstacle.WORDS])
async def test_who_cannot_get_it_says_why_and_the_caseworker_reads_it(
    world: World, olena: Actor, iryna: Actor, case: Case, asked: list[int], why: Obstacle
) -> None:
    said = Words("Школи вже немає", olena.telegram_id or 0, 9001, world.now) if why is Obstacle.WORDS else None
    await cannot_get(world.ctx(olena), CannotGet(asked[1], why, said))
    line = (await lines(world, iryna, case))[1]
    assert (line.state, line.why) == (DocumentState.CANNOT, why.value)
    assert case.turn == "staff"
    assert case.waiting_since == world.now
    assert case.reply_by > world.now
    [letter] = await world.waiting(kinds.documents.DocumentNews)
    sight = await world.sight(letter)
    assert sight is not None
    assert sight.shows == DocumentNewsSight(case.id, "Довідка зі школи", DocumentState.CANNOT, why)
    assert len(await world.waiting(kinds.PersonMessage)) == (1 if said else 0)
    assert [each.text for each in await world.messages(case)][1:] == (["Школи вже немає"] if said else [])
    await waive_document(world.ctx(iryna), ChooseDocument(asked[1]))
    assert await states(world, case) == ["asked", "waived"]


async def test_later_is_noted_and_a_reminder_can_ask_for_it(
    world: World, olena: Actor, case: Case, asked: list[int]
) -> None:
    session = world.uow.session
    world.wait(days=3)
    await session.flush()
    assert [each.id for each in await documents.overdue(session, world.now, 10)] == asked
    await put_off(world.ctx(olena), PutOff(case.id))
    assert (await world.history(case))[-1] == "documents-later"
    world.wait(hours=1)
    await session.flush()
    assert await documents.overdue(session, world.now - timedelta(hours=2), 10) == []
    assert len(await documents.overdue(session, world.now, 10)) == 2
    await page(world, olena, asked[0])
    await session.flush()
    assert [each.id for each in await documents.overdue(session, world.now, 10)] == asked[1:]


async def test_what_is_no_page_is_a_message_like_any_other(
    world: World, olena: Actor, iryna: Actor, case: Case, asked: list[int]
) -> None:
    for _ in range(MOST_PAGES):
        assert await page(world, olena, asked[0])
    assert not await page(world, olena, asked[0]), "an album holds ten"
    assert not await page(world, olena, asked[1], waited=SENDING_HOLDS + timedelta(seconds=1)), "long ago"
    await accept_document(world.ctx(iryna), ChooseDocument(asked[0]))
    assert not await page(world, olena, asked[0]), "decided"
    await close(world.ctx(iryna), Close(case.id, "helped"))
    assert not await page(world, olena, asked[1]), "the case is over"


async def test_dangerous_words_below_a_page_bring_the_numbers_and_mark_the_case(
    world: World, olena: Actor, case: Case, asked: list[int]
) -> None:
    await page(world, olena, asked[0], words="він мене б’є")
    assert case.crisis
    assert len(await world.waiting(kinds.Hotlines)) == 1


async def test_nothing_is_asked_for_on_a_phone_that_somebody_else_may_read(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    await pick_document(world.ctx(iryna), PickDocument(case.id, "displaced"))
    (await world.row(olena)).covered = True
    async with world.refused(Covered):
        await ask_documents(world.ctx(iryna), ListDocuments(case.id))


async def test_rights(
    world: World, olena: Actor, mykola: Actor, iryna: Actor, andrii: Actor, lead: Actor, case: Case, asked: list[int]
) -> None:
    await page(world, olena, asked[0])
    async with world.refused(NotOwner, owner="Ірина"):
        await accept_document(world.ctx(andrii), ChooseDocument(asked[0]))
    async with world.refused(NoSuchCase):
        await page(world, mykola, asked[1])
    async with world.refused(NoSuchCase):
        await show_documents(world.ctx(mykola), ShowDocuments(case.id))
    async with world.refused(Stale):
        await show_documents(world.ctx(olena), ShowDocuments(case.id, asked[0], Show.SEND))
    async with world.refused(Stale):
        await cannot_get(world.ctx(olena), CannotGet(10**15, Obstacle.LOST))
    await accept_document(world.ctx(lead), ChooseDocument(asked[0]))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await show_documents(world.ctx(olena), ShowDocuments(case.id))
    async with world.refused(Stale):
        await waive_document(world.ctx(iryna), ChooseDocument(asked[1]))


async def test_which_documents_somebody_lacked_is_erased_with_their_words(
    world: World, olena: Actor, case: Case, asked: list[int]
) -> None:
    await cannot_get(world.ctx(olena), CannotGet(asked[0], Obstacle.LOST))
    await erase(world.ctx(olena), Erase())
    await world.uow.session.flush()
    assert await world.uow.session.scalar(select(func.count()).select_from(WantedDocument)) == 0


async def test_the_card_and_the_persons_own_page_count_them(
    world: World, olena: Actor, iryna: Actor, case: Case, asked: list[int]
) -> None:
    await page(world, olena, asked[0])
    await accept_document(world.ctx(iryna), ChooseDocument(asked[0]))
    shown = [sight.shows for letter, sight in await world.deliver() if letter.kind == "card"]
    assert [(each.documents, each.accepted, each.to_check) for each in shown] == [(2, 1, 0)]  # type: ignore[attr-defined]  # a card's sight
    assert await documents.count_missing(world.uow.session, case.id) == 1
