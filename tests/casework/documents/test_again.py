"""What was accepted in one application is offered in the next: to the same person, of the same child, while valid."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import update

from casework.cases.close import Close, close
from casework.context import Actor
from casework.documents.ask import ListDocuments, PickDocument, list_documents, pick_document
from casework.documents.decide import (
    ChooseDocument,
    DateDocument,
    ReturnDocument,
    accept_document,
    date_document,
    return_document,
)
from casework.documents.reuse import Reuse, reuse
from casework.errors import CaseClosed, DayUnread, NoSuchCase, NotOwner, Stale
from casework.letters import kinds
from casework.letters.sights.documents import DocumentNewsSight, KeptSight, ValiditySight
from casework.people.erase import Erase, erase
from casework.recreation.again import ask_anew
from casework.upkeep.forget import Forget, forget
from db.models import Case, File
from db.repositories import documents
from rules.documents import DocumentState, Return
from rules.local_time import local_date
from tests.casework.documents.serving import APPLICATION, IDENTITY, IDENTITY_NAME, TAX, TAX_NAME, Serving
from tests.casework.recreation.programme import child
from tests.casework.world import CATALOGUE, World, machine

FILES = timedelta(days=CATALOGUE.retention["file"].days)
UNTIL = date(2026, 12, 31)
HANNA = child("Коваленко Ганна", born="2017-01-02")


async def test_what_is_still_valid_is_offered_with_its_days(
    world: World, second: Serving, olena: Actor, case: Case
) -> None:
    shown = await second.shown(olena, case)
    assert {name for name, each in shown.items() if each.kept is not None} == {TAX_NAME, IDENTITY_NAME}
    today = local_date(world.now)
    assert shown[TAX_NAME].kept == KeptSight(today, None, over=False)
    assert shown[IDENTITY_NAME].kept == KeptSight(today, UNTIL, over=False)


async def test_one_press_uses_it_and_copies_nothing(
    world: World, second: Serving, olena: Actor, iryna: Actor, before: Case, case: Case
) -> None:
    await world.topic(case)
    document = await second.uses(olena, case, IDENTITY)
    source = await second.document(before, IDENTITY)
    assert (document.state, document.reused_from, document.album) == ("sent", source.id, source.album)
    assert document.valid_until == UNTIL
    assert await second.pages_of(case) == [], "the pages stay where they were sent"
    assert (await world.history(case))[-1] == "document-reused"
    assert (case.turn, case.waiting_since) == ("staff", world.now)
    [news] = await world.waiting(kinds.documents.DocumentNews)
    sight = await world.sight(news)
    assert sight is not None
    assert sight.shows == DocumentNewsSight(case.id, IDENTITY_NAME, DocumentState.SENT, None, again=True)
    line = next(
        each
        for each in await list_documents(world.ctx(iryna), ListDocuments(case.id))
        if each.document_id == document.id
    )
    assert line.validity == ValiditySight(UNTIL, before.number, local_date(world.now), short=None)
    assert (line.pages, line.dated) == (1, True)
    async with world.refused(Stale):
        await reuse(world.ctx(olena), Reuse(case.id, document.id))


async def test_all_that_is_there_takes_one_press_and_counts_as_accepted_once_looked_at(
    world: World, second: Serving, olena: Actor, iryna: Actor, case: Case
) -> None:
    assert await reuse(world.ctx(olena), Reuse(case.id)) == 2
    assert {each.name for each in (await second.screen(olena, case)).here} == {TAX_NAME, IDENTITY_NAME}
    for slug in (TAX, IDENTITY):
        await accept_document(world.ctx(iryna), ChooseDocument((await second.document(case, slug)).id))
    document = await second.document(case, IDENTITY)
    assert (document.state, document.valid_until, document.accepted_at) == ("accepted", UNTIL, world.now)


async def test_what_has_ended_is_named_and_not_to_be_used(
    world: World, first: Serving, second: Serving, olena: Actor
) -> None:
    await first.accepted(olena, until=f"{local_date(world.now):%d.%m.%Y}")
    world.wait(days=1)
    case = await second.asked(olena)
    kept = (await second.shown(olena, case))[IDENTITY_NAME].kept
    assert kept == KeptSight(
        local_date(world.now) - timedelta(days=1), local_date(world.now) - timedelta(days=1), over=True
    )
    async with world.refused(Stale):
        await second.uses(olena, case, IDENTITY)
    assert await reuse(world.ctx(olena), Reuse(case.id)) == 1, "the tax number alone"


async def test_the_application_itself_is_signed_anew(second: Serving, olena: Actor, before: Case, case: Case) -> None:
    assert (await second.document(before, APPLICATION)).state == "accepted"
    assert (await second.shown(olena, case))[CATALOGUE.documents[APPLICATION].name["uk"]].kept is None


async def test_another_guardian_of_the_same_child_is_offered_nothing(
    world: World, second: Serving, mykola: Actor, before: Case
) -> None:
    case = await second.asked(mykola)
    assert all(each.kept is None for each in (await second.shown(mykola, case)).values())
    async with world.refused(Stale):
        await reuse(world.ctx(mykola), Reuse(case.id))


async def test_another_child_of_the_family_has_its_own_and_the_family_one_serves_all(
    second: Serving, olena: Actor, before: Case
) -> None:
    case = await second.asked(olena, HANNA, child())
    missing = (await second.screen(olena, case)).missing
    assert {(each.name, each.child) for each in missing if each.kept is not None} == {(TAX_NAME, 0), (IDENTITY_NAME, 2)}


async def test_somebody_else_can_use_nothing_of_it(
    world: World, second: Serving, olena: Actor, mykola: Actor, iryna: Actor, case: Case
) -> None:
    async with world.refused(NoSuchCase):
        await reuse(world.ctx(mykola), Reuse(case.id))
    await close(world.ctx(iryna), Close(case.id, "helped"))
    async with world.refused(CaseClosed):
        await reuse(world.ctx(olena), Reuse(case.id))


async def test_what_a_caseworker_returns_has_to_be_sent(
    world: World, second: Serving, olena: Actor, iryna: Actor, case: Case
) -> None:
    document = await second.uses(olena, case)
    await return_document(world.ctx(iryna), ReturnDocument(document.id, Return.OLD))
    assert (await second.shown(olena, case))[TAX_NAME].kept is None
    async with world.refused(Stale):
        await reuse(world.ctx(olena), Reuse(case.id, document.id))
    await second.sends(olena, document)
    document = await second.document(case, TAX)
    assert (document.state, document.reused_from, document.valid_until) == ("sent", None, None)
    assert len(await second.pages_of(case)) == 1


async def test_what_did_not_serve_is_not_offered_when_it_is_asked_for_again(
    world: World, second: Serving, olena: Actor, iryna: Actor, case: Case
) -> None:
    document = await second.uses(olena, case)
    await second.accepts(document)
    document.state = DocumentState.ASKED.value
    assert (await second.shown(olena, case))[TAX_NAME].kept is None


async def test_the_third_time_it_still_comes_from_where_it_was_sent(
    world: World, lead: Actor, second: Serving, olena: Actor, iryna: Actor, before: Case, case: Case
) -> None:
    await second.accepts(await second.uses(olena, case))
    third = await Serving(world, lead, iryna).begun()
    again = await third.uses(olena, await third.asked(olena))
    assert again.reused_from == (await second.document(before, TAX)).id


async def test_a_last_day_is_kept_with_what_is_accepted_and_can_be_corrected(
    world: World, first: Serving, olena: Actor, iryna: Actor, andrii: Actor
) -> None:
    case = await first.asked(olena)
    document = await first.document(case, IDENTITY)
    async with world.refused(Stale):
        await date_document(world.ctx(iryna), DateDocument(document.id, "31.12.2026"))
    await first.sends(olena, document)
    async with world.refused(NotOwner, owner="Ірина"):
        await date_document(world.ctx(andrii), DateDocument(document.id, "31.12.2026"))
    for words in ("завтра", "10.03.2026", "31.02.2027"):
        async with world.refused(DayUnread):
            await date_document(world.ctx(iryna), DateDocument(document.id, words))
    await first.accepts(document, "31.12.2026")
    assert (document.state, document.valid_until, document.accepted_at) == ("accepted", UNTIL, world.now)
    world.wait(hours=1)
    await first.accepts(document, "11 березня 2026")
    assert (document.state, document.valid_until) == ("accepted", date(2026, 3, 11)), "its last day may be today"
    assert (await world.history(case))[-2:] == ["document-dated", "document-dated"]
    tax = await first.document(case, TAX)
    await first.sends(olena, tax)
    async with world.refused(Stale):
        await date_document(world.ctx(iryna), DateDocument(tax.id, "31.12.2026"))


async def test_files_that_are_forgotten_are_asked_for_anew(
    world: World, second: Serving, olena: Actor, iryna: Actor, before: Case, case: Case
) -> None:
    document = await second.uses(olena, case)
    accepted = await second.uses(olena, case, IDENTITY)
    await second.accepts(accepted)
    await close(world.ctx(iryna), Close(before.id, "helped"))
    await world.deliver()
    world.now += FILES
    await forget(machine(world), Forget())
    assert (await second.document(case, TAX)).state == "sent", "to the day"
    world.wait(seconds=1)
    await forget(machine(world), Forget())
    document = await second.document(case, TAX)
    assert (document.state, document.album, document.reused_from) == ("asked", None, None)
    assert (await world.history(case))[-1] == "document-lost"
    assert (await second.application(case)).papers_by == local_date(world.now + timedelta(days=14))
    accepted = await second.document(case, IDENTITY)
    assert accepted.state == "accepted"
    assert await documents.pages(world.uow.session, accepted) is not None, "what was accepted here stays with this case"
    await close(world.ctx(iryna), Close(case.id, "helped"))
    world.now += FILES + timedelta(seconds=1)
    await forget(machine(world), Forget())
    assert await documents.pages(world.uow.session, await second.document(case, IDENTITY)) is None


async def test_a_file_that_is_gone_is_not_offered(world: World, second: Serving, olena: Actor, case: Case) -> None:
    await world.uow.session.execute(update(File).values(state="refused"))
    assert all(each.kept is None for each in (await second.shown(olena, case)).values())
    async with world.refused(Stale):
        await reuse(world.ctx(olena), Reuse(case.id))


async def test_who_has_everything_erased_leaves_nothing_to_use(
    world: World, second: Serving, olena: Actor, case: Case, before: Case
) -> None:
    await second.uses(olena, case)
    await erase(world.ctx(olena), Erase())
    for each in (before, case):
        assert await documents.of_case(world.uow.session, each.id) == []
    assert await ask_anew(machine(world)) == 0


async def test_cases_that_belong_to_two_people_again_share_nothing(
    world: World, second: Serving, olena: Actor, mykola: Actor, before: Case, case: Case
) -> None:
    await second.uses(olena, case)
    before.person_id = mykola.id or 0
    assert await ask_anew(machine(world), [case.id]) == 1
    document = await second.document(case, TAX)
    assert (document.state, document.album, document.reused_from) == ("asked", None, None)


async def test_a_case_of_another_kind_is_offered_nothing(
    world: World, olena: Actor, iryna: Actor, before: Case
) -> None:
    other = await world.taken(olena, iryna, "Довідка")
    await pick_document(world.ctx(iryna), PickDocument(other.id, TAX))
    [document] = await documents.of_case(world.uow.session, other.id)
    document.state = DocumentState.ASKED.value
    async with world.refused(Stale):
        await reuse(world.ctx(olena), Reuse(other.id))
