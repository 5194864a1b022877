"""Whoever was asked for documents is reminded: of all that is missing in one letter, and of nothing once it is here."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import select

from casework.cases.close import Close, close
from casework.context import Actor
from casework.documents.ask import ListDocuments, PickDocument, ask_documents, pick_document
from casework.documents.decide import ChooseDocument, ReturnDocument, return_document, waive_document
from casework.documents.send import SendPage, send_page
from casework.files.attachment import Attachment
from casework.letters import kinds
from casework.reminders.write_due import WriteDue, write_due
from db.models import Case, Reminder, WantedDocument
from db.repositories import documents, reminders
from rules.catalogue import ReminderKind
from rules.documents import Return
from rules.files import FileKind
from tests.casework.allocation.campaign import Sharing
from tests.casework.recreation.programme import Programme
from tests.casework.reminders.test_own import page
from tests.casework.world import CATALOGUE, World, machine

PAGES = count(9000)
HELPED = next(slug for slug, each in CATALOGUE.outcomes.items() if not each.refusal)


@pytest.fixture
async def case(world: World, olena: Actor, iryna: Actor) -> Case:
    """Two documents are asked for in it."""
    made = await world.taken(olena, iryna)
    await world.topic(made)
    await asks(world, iryna, made, "displaced", "school-note")
    return made


async def asks(world: World, member: Actor, case: Case, *slugs: str) -> None:
    for slug in slugs:
        await pick_document(world.ctx(member), PickDocument(case.id, slug))
    await ask_documents(world.ctx(member), ListDocuments(case.id))
    await world.deliver()


async def of(world: World, case: Case) -> list[WantedDocument]:
    return list(await documents.of_case(world.uow.session, case.id))


async def waiting(world: World) -> list[tuple[datetime, int | None]]:
    """When, and of which document, the next first."""
    await world.uow.session.flush()
    query = select(Reminder.due_at, Reminder.subject).where(
        Reminder.state == "waiting", Reminder.kind == ReminderKind.DOCUMENT
    )
    return [(at, subject) for at, subject in await world.uow.session.execute(query.order_by(Reminder.due_at))]


async def comes_due(world: World) -> int:
    """The clock stands at the next reminder, and the job looks; how many letters wait."""
    world.now = (await waiting(world))[0][0]
    await write_due(machine(world), WriteDue())
    return len(await world.waiting(kinds.DocumentReminder))


async def sends(world: World, person: Actor, document_id: int) -> None:
    number = next(PAGES)
    page = Attachment(FileKind.PHOTO, f"id{number}", f"unique{number}", size=900)
    asked = SendPage(document_id, world.now, "", person.telegram_id or 0, number, page)
    assert await send_page(world.ctx(person), asked)


async def test_two_documents_are_reminded_of_by_one_letter_twice_and_then_no_more(
    world: World, olena: Actor, case: Case
) -> None:
    for _ in range(2):
        assert await comes_due(world) == 1
        assert [letter.kind for letter, _ in await world.deliver()] == [kinds.DocumentReminder.kind]
    assert await waiting(world) == []


async def test_the_page_of_what_is_coming_names_what_is_wanted_still(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    displaced, school = (CATALOGUE.documents[slug].name["uk"] for slug in ("displaced", "school-note"))
    assert {each.documents for each in (await page(world, olena)).coming} == {(displaced, school)}
    await waive_document(world.ctx(iryna), ChooseDocument((await of(world, case))[0].id))
    assert {each.documents for each in (await page(world, olena)).coming} == {(school,)}
    (await world.row(olena)).covered = True
    assert {each.documents for each in (await page(world, olena)).coming} == {()}, "who else reads it learns nothing"


async def test_once_all_is_here_nothing_is_said(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    first, second = await of(world, case)
    await sends(world, olena, first.id)
    assert {subject for _, subject in await waiting(world)} == {second.id}
    await sends(world, olena, second.id)
    assert await waiting(world) == []
    world.wait(days=10)
    await write_due(machine(world), WriteDue())
    assert await world.waiting(kinds.DocumentReminder) == []


async def test_what_is_not_needed_any_more_is_not_said_even_where_the_letter_waits(
    world: World, iryna: Actor, case: Case
) -> None:
    assert await comes_due(world) == 1
    for each in await of(world, case):
        await waive_document(world.ctx(iryna), ChooseDocument(each.id))
    [letter] = await world.waiting(kinds.DocumentReminder)
    assert await world.sight(letter) is None
    assert await waiting(world) == []


async def test_what_was_told_is_not_told_again_because_another_document_is_settled(
    world: World, iryna: Actor, case: Case
) -> None:
    assert await comes_due(world) == 1
    await world.deliver()
    first, second = await of(world, case)
    await waive_document(world.ctx(iryna), ChooseDocument(first.id))
    [(_, subject)] = await waiting(world)
    assert subject == second.id, "the second step is still to come, and no other"


async def test_what_is_returned_is_reminded_of_anew(world: World, olena: Actor, iryna: Actor, case: Case) -> None:
    first, second = await of(world, case)
    await waive_document(world.ctx(iryna), ChooseDocument(second.id))
    for _ in range(2):
        assert await comes_due(world) == 1
        await world.deliver()
    await sends(world, olena, first.id)
    await return_document(world.ctx(iryna), ReturnDocument(first.id, Return.UNCLEAR))
    assert await comes_due(world) == 1


async def test_it_stands_on_the_persons_list_and_is_over_with_the_case(
    world: World, olena: Actor, iryna: Actor, case: Case
) -> None:
    coming = await reminders.coming(world.uow.session, olena.id or 0, world.now, 5)
    assert [each.kind for each in coming] == ["document", "document"]
    await close(world.ctx(iryna), Close(case.id, HELPED))
    assert await waiting(world) == []


async def test_papers_of_an_application_have_reminders_of_their_own(world: World, lead: Actor, iryna: Actor) -> None:
    sharing = await Sharing(world, lead, Programme(world, lead)).begun(1)
    await sharing.applies("Олена Коваль")
    case = await world.uow.session.get_one(Case, sharing.families[0][1].case_id)
    world.now += timedelta(hours=1)
    case.owner_id = iryna.id
    await asks(world, iryna, case, "displaced")
    assert await waiting(world) == []
