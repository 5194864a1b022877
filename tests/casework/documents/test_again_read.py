"""Pages that serve again: who may open them and by which way, what they go along with, and when they are too old."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from casework.context import Actor
from casework.documents.ask import ListDocuments, list_documents
from casework.duplicates.merge import merge
from casework.duplicates.tie import TwoCases
from casework.errors import FileNotKept, NoSuchCase, NothingPicked, ReasonNeeded
from casework.exports.ask import AskExport, ask_export
from casework.files.read import ListFiles, ReadFiles, list_files, read_files
from casework.letters import kinds
from casework.letters.sights.documents import DocumentNewsSight, ValiditySight
from casework.letters.sights.review import ReviewOneSight
from casework.recreation.lacking import lacking_of
from casework.recreation.review import OpenApplication, ask_papers, open_application
from casework.returning.undo import UndoReturn, undo_return
from db.models import Case, ExportItem, File, Reading, WantedDocument
from rules.documents import DocumentState
from rules.exports import ExportKind
from rules.local_time import local_date
from rules.recreation.applications import Standing
from rules.recreation.editing import Field
from rules.roles import Role
from tests.casework.allocation.campaign import Sharing
from tests.casework.documents.serving import IDENTITY, IDENTITY_NAME, TAX, TAX_NAME, Serving
from tests.casework.exports.asking import FOR_ORDER
from tests.casework.recreation.programme import Programme
from tests.casework.returning.returners import asks, known, says_yes
from tests.casework.world import ELSEWHERE, WHY, World


async def readings(world: World) -> list[Reading]:
    await world.uow.session.flush()
    return list((await world.uow.session.scalars(select(Reading).order_by(Reading.id))).all())


async def page(serving: Serving, source: Case, slug: str = TAX) -> int:
    """The message of a page of a document that was sent in a case."""
    document = await serving.document(source, slug)
    query = select(File.message_id).where(File.album == document.album)
    found = await serving.world.uow.session.scalar(query)
    assert found is not None
    return found


async def test_it_is_opened_through_the_link_in_ones_own_case_and_written_down(
    world: World, second: Serving, olena: Actor, iryna: Actor, before: Case, case: Case
) -> None:
    message_id = await page(second, before)
    async with world.refused(FileNotKept):
        await read_files(world.ctx(iryna), ReadFiles(case.id, message_id))
    document = await second.uses(olena, case)
    [line] = [
        each
        for each in await list_documents(world.ctx(iryna), ListDocuments(case.id))
        if each.document_id == document.id
    ]
    assert line.first == message_id
    [shown] = await read_files(world.ctx(iryna), ReadFiles(case.id, message_id))
    assert shown.number == case.number
    [reading] = await readings(world)
    assert (reading.case_id, reading.person_id, reading.staff_id) == (case.id, olena.id, iryna.id)
    async with world.refused(FileNotKept):
        await read_files(world.ctx(iryna), ReadFiles(case.id, await page(second, before, IDENTITY)))
    assert await list_files(world.ctx(iryna), ListFiles(case.id)) == [], "files of the other case are not listed here"


async def test_whoever_has_not_the_case_needs_a_reason_and_another_organisation_sees_nothing(
    world: World, second: Serving, olena: Actor, andrii: Actor, before: Case, case: Case
) -> None:
    await second.uses(olena, case)
    asked = await page(second, before)
    async with world.refused(ReasonNeeded):
        await read_files(world.ctx(andrii), ReadFiles(case.id, asked))
    assert len(await read_files(world.ctx(andrii), ReadFiles(case.id, asked, WHY))) == 1
    elsewhere = await world.staff(Role.CASEWORKER, "Петро", ELSEWHERE)
    async with world.refused(NoSuchCase):
        await read_files(world.ctx(elsewhere), ReadFiles(case.id, asked))


async def test_the_link_holds_for_one_person_alone(
    world: World, second: Serving, olena: Actor, mykola: Actor, iryna: Actor, before: Case, case: Case
) -> None:
    await second.uses(olena, case)
    asked = await page(second, before)
    before.person_id = mykola.id or 0
    async with world.refused(FileNotKept):
        await read_files(world.ctx(iryna), ReadFiles(case.id, asked))


async def test_the_review_says_where_it_was_accepted(
    world: World, second: Serving, olena: Actor, iryna: Actor, before: Case, case: Case
) -> None:
    await second.uses(olena, case)
    await open_application(world.ctx(iryna), OpenApplication((await second.application(case)).id))
    [letter] = await world.waiting(kinds.review.ReviewOneScreen)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, ReviewOneSight)
    [paper] = [each for each in sight.shows.papers if each.name == TAX_NAME]
    assert paper.validity == ValiditySight(None, before.number, local_date(world.now), short=None)
    assert all(each.validity is None for each in sight.shows.papers if each is not paper)


async def test_accepted_it_stands_in_the_archive_of_its_new_campaign(
    world: World, lead: Actor, second: Serving, olena: Actor, before: Case, case: Case
) -> None:
    document = await second.uses(olena, case)
    await second.accepts(document)
    await ask_export(world.ctx(lead), AskExport(second.programme.id, ExportKind.PAPERS, FOR_ORDER))
    [item] = (await world.uow.session.scalars(select(ExportItem))).all()
    assert (item.case_id, item.facts["number"], item.facts["document"]) == (case.id, case.number, TAX)


async def test_it_goes_along_where_another_case_goes_on(
    world: World, second: Serving, olena: Actor, iryna: Actor, before: Case, case: Case
) -> None:
    await second.uses(olena, case)
    application = await second.application(case)
    application.state = Standing.WITHDRAWN.value
    goes_on = await world.taken(olena, iryna, "Ще про дитину")
    await merge(world.ctx(iryna), TwoCases(case.id, goes_on.id))
    document = await second.document(goes_on, TAX)
    assert (document.state, document.reused_from) == ("sent", (await second.document(before, TAX)).id)
    assert len(await read_files(world.ctx(iryna), ReadFiles(goes_on.id, await page(second, before)))) == 1


async def test_what_was_accepted_goes_on_to_be_offered_from_the_case_that_goes_on(
    world: World, second: Serving, olena: Actor, iryna: Actor, before: Case, case: Case
) -> None:
    application = await second.application(before)
    application.state = Standing.WITHDRAWN.value
    goes_on = await world.taken(olena, iryna, "Ще про дитину")
    await merge(world.ctx(iryna), TwoCases(before.id, goes_on.id))
    assert (await second.uses(olena, case)).state == "sent"


async def test_with_a_new_account_what_was_accepted_goes_along_and_back(
    world: World, lead: Actor, second: Serving, olena: Actor, mykola: Actor, iryna: Actor, before: Case
) -> None:
    await known(world, olena)
    case = await second.asked(mykola)
    request = await asks(world, mykola)
    await says_yes(world, iryna, request, olena)
    document = await second.uses(mykola, case)
    await undo_return(world.ctx(lead), UndoReturn(request.id))
    document = await second.document(case, TAX)
    assert (document.state, document.reused_from, document.album) == ("asked", None, None)


@pytest.mark.parametrize(("until", "short"), [("30.06.2026", True), ("01.07.2026", False)])
async def test_what_ends_before_the_shift_begins_is_asked_for_anew_once_a_place_is_taken(
    world: World, lead: Actor, iryna: Actor, until: str, short: bool
) -> None:
    sharing = await Sharing(world, lead, Programme(world, lead)).begun(1)
    serving = Serving(world, lead, iryna)
    guardian = await sharing.applies("Олена Коваль")
    application = sharing.families[0][1]
    case = await world.uow.session.get_one(Case, application.case_id)
    last = date(int(until[6:]), int(until[3:5]), int(until[:2]))
    [child] = await sharing.programme.children(application)
    document = WantedDocument(
        case_id=case.id, child_id=child.id, document=IDENTITY, state="accepted", rounds=1, changed_at=world.now,
        asked_at=world.now, accepted_at=world.now, valid_until=last,
    )  # fmt: skip
    world.uow.session.add(document)
    await sharing.programme.types(Field.PAPERS, f"{IDENTITY} confirmation child chat required")
    assert await _short(world, lead, case) is None, "nobody knows yet when it is needed"
    await sharing.closed()
    await sharing.shares()
    await world.topic(case)
    await world.deliver()
    await sharing.says(guardian, 1)
    told = [each for letter, each in await world.deliver() if letter.kind == kinds.documents.DocumentNews.kind]
    said = DocumentNewsSight(case.id, IDENTITY_NAME, DocumentState.ACCEPTED, None, until=last)
    assert [each.shows for each in told] == [said] * short, "staff read it as soon as the place is taken"
    assert await lacking_of(world.uow.session, application.id, child, world.now) == int(short)
    assert await _short(world, lead, case) == (date(2026, 7, 1) if short else None)
    one = OpenApplication(application.id)
    if not short:
        async with world.refused(NothingPicked):
            await ask_papers(world.ctx(lead), one)
        return
    assert await ask_papers(world.ctx(lead), one) == 1
    assert (await serving.document(case, IDENTITY)).state == "asked"
    kept = (await serving.shown(guardian, case))[IDENTITY_NAME].kept
    assert kept is not None
    assert (kept.until, kept.over) == (last, True)


async def _short(world: World, member: Actor, case: Case) -> date | None:
    [line] = await list_documents(world.ctx(member), ListDocuments(case.id))
    assert line.validity is not None
    return line.validity.short
