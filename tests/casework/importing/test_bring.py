"""Rows of the former form are looked at, made drafts of once, and are nobody else's to decide about."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from casework.context import Actor
from casework.errors import ListFlawed, NotPermitted, Stale
from casework.importing.bring import (
    CODE,
    OfCampaign,
    OfRows,
    ask_rows,
    drop_rows,
    flaws_of_rows,
    import_rows,
    new_row_links,
)
from casework.letters.sights.importing import RowsFileSight, RowsImportedSight
from casework.recreation.campaigns import MoveCampaign, move_campaign
from casework.staff.codes import code_hash
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import Application, File, FormDraft, Person
from rules.files import Flaw as FileFlaw
from rules.recreation.campaigns import Move
from rules.recreation.importing import Column, Flaw, Wrong
from rules.recreation.importing.table import children_of
from rules.roles import Role
from rules.tables import Unfit
from tests.casework.importing.rows import FILE, Rows
from tests.casework.recreation.programme import Programme
from tests.casework.world import ELSEWHERE, World, machine
from tests.rules.recreation.importing.form import GOOD, IRYNA, NO_PHONE, OLENA, as_csv, as_xlsx

FLAWS = (Flaw(5, Wrong.MISSING, Column.PHONE), Flaw(6, Wrong.IN_THE_FUTURE, Column.BORN, 1))


@pytest.fixture
def rows(world: World, programme: Programme) -> Rows:
    return Rows(world, programme)


async def test_nothing_is_kept_before_the_press_and_good_lines_after_it(world: World, rows: Rows, lead: Actor) -> None:
    upload_id = await rows.sends()
    seen = await rows.shown()
    assert (seen.lines, seen.bad_lines, seen.new, seen.flaws) == (5, 2, 3, FLAWS)
    assert await rows.kept() == []
    links = await import_rows(world.ctx(lead), OfRows(upload_id))
    assert [link.lines for link in links] == [(2,), (3,), (4,)]
    kept = await rows.kept()
    assert [row.lines for row in kept] == [[2], [3], [4]]
    assert [row.code_hash for row in kept] == [code_hash(CODE, link.code) for link in links]
    assert json.loads(kept[0].answers or "")["name"] == OLENA[1]
    assert (await world.uow.session.scalars(select(File).where(File.upload_id.is_not(None)))).all() == []
    async with world.refused(Stale):
        await import_rows(world.ctx(lead), OfRows(upload_id))


async def test_a_family_never_seen_is_no_person_and_no_application(world: World, rows: Rows) -> None:
    before = len((await world.uow.session.scalars(select(Person))).all())
    await rows.imports()
    assert len((await world.uow.session.scalars(select(Person))).all()) == before
    assert (await world.uow.session.scalars(select(Application))).all() == []
    assert (await world.uow.session.scalars(select(FormDraft))).all() == []


async def test_a_workbook_is_the_same_file(world: World, rows: Rows, lead: Actor) -> None:
    await rows.imports(as_xlsx(*GOOD))
    upload_id = await rows.sends(FILE)
    seen = await rows.shown()
    assert (seen.new, seen.same, seen.bad_lines) == (0, 3, 2)
    assert await import_rows(world.ctx(lead), OfRows(upload_id)) == []
    assert len(await rows.kept()) == 3


async def test_another_child_of_a_family_comes_to_its_draft_and_the_link_stays(world: World, rows: Rows) -> None:
    [link] = await rows.imports(as_csv(OLENA))
    sister = (*OLENA[:3], "Коваленко Ганна Петрівна", *OLENA[4:])
    assert await rows.imports(as_csv(OLENA, sister)) == []
    [kept] = await rows.kept()
    assert [each["child"] for each in children_of(json.loads(kept.answers or ""))] == [OLENA[3], sister[3]]
    assert kept.code_hash == code_hash(CODE, link.code)
    [imported] = [sight.shows for _, sight in await world.deliver() if isinstance(sight.shows, RowsImportedSight)]
    assert (imported.new, imported.more, imported.same, imported.taken) == (0, 1, 0, 0)


async def test_a_draft_grows_no_larger_than_a_form(rows: Rows) -> None:
    await rows.imports(as_csv(*((*OLENA[:3], f"Коваленко Дитина{each}", *OLENA[4:]) for each in range(5))))
    await rows.sends(as_csv(OLENA))
    seen = await rows.shown()
    assert (seen.flaws, seen.bad_lines) == ((Flaw(2, Wrong.TOO_MANY_CHILDREN, Column.CHILD),), 1)


async def test_a_file_without_a_good_line_makes_nothing(world: World, rows: Rows, lead: Actor) -> None:
    upload_id = await rows.sends(as_csv(NO_PHONE))
    async with world.refused(ListFlawed):
        await import_rows(world.ctx(lead), OfRows(upload_id))
    assert await flaws_of_rows(world.ctx(lead), OfRows(upload_id)) == (Flaw(2, Wrong.MISSING, Column.PHONE),)
    await drop_rows(world.ctx(lead), OfRows(upload_id))
    async with world.refused(Stale):
        await drop_rows(world.ctx(lead), OfRows(upload_id))


@pytest.mark.parametrize(
    ("flaw", "unfit"), [(FileFlaw.LOST, None), (FileFlaw.TOO_LARGE, Unfit.TOO_LARGE), (FileFlaw.EMPTY, Unfit.EMPTY)]
)
async def test_a_file_that_did_not_come_says_so(rows: Rows, flaw: FileFlaw, unfit: Unfit | None) -> None:
    await rows.sends(flaw=flaw)
    seen = await rows.shown()
    assert (seen.failed, seen.unfit) == (True, unfit)


async def test_new_links_end_the_old_ones(world: World, rows: Rows, lead: Actor, olena: Actor) -> None:
    old = await rows.imports()
    await rows.takes(olena, old[0])
    fresh = await new_row_links(world.ctx(lead), OfCampaign(rows.programme.id))
    assert [link.lines for link in fresh] == [(3,), (4,)], "what was taken up is nobody's to send"
    kept = [row.code_hash for row in await rows.kept()]
    assert kept[1:] == [code_hash(CODE, link.code) for link in fresh]
    assert code_hash(CODE, old[1].code) not in kept


async def test_a_campaign_and_its_files_are_nobody_elses(world: World, rows: Rows, lead: Actor, iryna: Actor) -> None:
    upload_id = await rows.sends()
    stranger = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    for act in (import_rows, drop_rows, flaws_of_rows):
        async with world.refused(Stale):
            await act(world.ctx(stranger), OfRows(upload_id))
    for name, about in (("ask_rows", ask_rows), ("new_row_links", new_row_links)):
        async with world.refused(Stale):
            await about(world.ctx(stranger), OfCampaign(rows.programme.id))
        async with world.refused(NotPermitted, act=f"campaign.{name}"):
            await about(world.ctx(iryna), OfCampaign(rows.programme.id))


async def test_the_desk_says_how_many_wait(world: World, rows: Rows, lead: Actor, olena: Actor) -> None:
    links = await rows.imports()
    await rows.takes(olena, links[0])
    await world.deliver()
    await ask_rows(world.ctx(lead), OfCampaign(rows.programme.id))
    [shown] = [sight.shows for _, sight in await world.deliver() if isinstance(sight.shows, RowsFileSight)]
    assert (shown.drafts, shown.taken) == (3, 1)


async def test_with_the_campaign_the_drafts_go(world: World, rows: Rows, lead: Actor) -> None:
    await rows.imports(as_csv(IRYNA))
    await drop_drafts(machine(world), DropDrafts())
    assert len(await rows.kept()) == 1
    world.wait(days=30)
    await rows.programme.clock()
    await drop_drafts(machine(world), DropDrafts())
    assert len(await rows.kept()) == 1, "just closed: the last day may still be put off"
    async with world.refused(Stale):
        await ask_rows(world.ctx(lead), OfCampaign(rows.programme.id))
    world.wait(days=15)
    await drop_drafts(machine(world), DropDrafts())
    assert await rows.kept() == []


async def test_a_campaign_that_is_over_keeps_no_draft_for_a_day(world: World, rows: Rows, lead: Actor) -> None:
    await rows.imports(as_csv(IRYNA))
    world.wait(days=30)
    await rows.programme.clock()
    await move_campaign(world.ctx(lead), MoveCampaign(rows.programme.id, Move.ALLOCATE))
    await drop_drafts(machine(world), DropDrafts())
    assert await rows.kept() == []
