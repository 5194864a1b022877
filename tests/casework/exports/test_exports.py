"""A lead takes files out of a campaign: asked for with a reason, gathered in portions, written down, forgotten."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.telegram.render import render
from bot.telegram.rendered import MadeFile, MadeTable, Rendered
from bot.texts.wording import Wording
from casework.cases.withdraw import Withdraw, withdraw
from casework.context import Actor
from casework.errors import ExportFlaw, NotPermitted, Stale
from casework.exports import work as working
from casework.exports.ask import AskExport, ShowExports, StopExport, ask_export, show_exports, stop_export
from casework.exports.work import ExportsWorked, WorkExports, work_exports
from casework.letters import kinds
from casework.letters.sent import letter_failed
from casework.people.erase import Erase, erase
from casework.readings.show import ShowReadings, show_readings
from db.models import Export, ExportItem, File, Message, Reading, StaffMember, WantedDocument
from db.repositories import exports
from rules.exports import KEPT_FOR, ExportKind, ExportReason
from rules.readings import SHOWN_FOR, By
from rules.recreation.columns import Column
from rules.recreation.editing import Field
from rules.roles import Role
from tests.casework.allocation.campaign import Sharing
from tests.casework.exports.files import table_in
from tests.casework.world import CATALOGUE, ELSEWHERE, World, machine

FOR_ORDER = ExportReason.ORDER


async def asks(world: World, sharing: Sharing, kind: ExportKind = ExportKind.ORDER) -> int:
    return await ask_export(world.ctx(sharing.lead), AskExport(sharing.programme.id, kind, FOR_ORDER))


async def export(world: World, export_id: int) -> Export:
    await world.uow.session.flush()
    query = select(Export).where(Export.id == export_id).execution_options(populate_existing=True)
    return (await world.uow.session.scalars(query)).one()


async def gather(world: World) -> ExportsWorked:
    """The clock looks until nothing is left."""
    rows = ready = over = 0
    while (found := await work_exports(machine(world), WorkExports())) != ExportsWorked():
        rows, ready, over = rows + found.rows, ready + found.ready, over + found.over
    return ExportsWorked(rows, ready, over)


async def rows(world: World, export_id: int) -> list[Mapping[str, Any]]:
    """What was gathered, as a file is made from it."""
    return [json.loads(row.cells) for row in await exports.rows(world.uow.session, export_id, 0)]


async def letter(world: World, sharing: Sharing, kind: type[kinds.Letter] = kinds.exports.ExportTable) -> Rendered:
    """What its asker is about to get."""
    [waiting] = await world.waiting(kind, to=sharing.lead)
    sight = await world.sight(waiting)
    assert sight is not None
    return render(sight, Wording())


async def made(world: World, sharing: Sharing, export_id: int) -> bytes:
    """The table as it is sent."""
    file = (await letter(world, sharing)).files[0].file
    assert isinstance(file, MadeTable)
    assert file.export_id == export_id
    return file.write(await rows(world, export_id))


async def readings(world: World) -> Sequence[Reading]:
    await world.uow.session.flush()
    return (await world.uow.session.scalars(select(Reading).where(Reading.what == "exported"))).all()


async def test_a_row_a_child_with_the_columns_of_the_campaign(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль", 2)
    await sharing.applies("Ірина Шевчук")
    export_id = await asks(world, sharing)
    assert await gather(world) == ExportsWorked(rows=3, ready=1)
    heads, *body = table_in(await made(world, sharing, export_id))
    assert len(heads) == 12
    assert heads[:4] == ["Номер заяви", "Дитина", "Дата народження", "Вік на 01.07.2026"]
    first = dict(zip(heads, body[0], strict=True))
    application = sharing.families[0][1]
    case = (await exports.applications_of(world.uow.session, [application.case_id or 0]))[application.case_id or 0][1]
    assert first["Номер заяви"] == case.number
    assert first["Дитина"] == "Олена Коваль Марко"
    assert (first["Дата народження"], first["Вік на 01.07.2026"]) == ("20.05.2015", "11")
    assert first["Телефон"] == "+380 50 123 45 67"
    assert first["Стан"] == "потребу підтверджено"
    assert first["Живе зараз"].endswith("Автономна Республіка Крим"), "where the answers of this world live"
    assert first["Підтверджені категорії"].count(";") == 1
    assert [each[1] for each in body] == ["Олена Коваль Марко", "Олена Коваль Ганна", "Ірина Шевчук Марко"]


async def test_columns_are_what_the_campaign_says(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    await sharing.programme.types(Field.COLUMNS, "phone\nchild\ntax · будь-що")
    export_id = await asks(world, sharing)
    await sharing.programme.types(Field.COLUMNS, "number")
    await gather(world)
    heads, *body = table_in(await made(world, sharing, export_id))
    assert heads == ["Телефон", "Дитина", "Податковий номер"], "as it was when it was asked for"
    assert body == [["+380 50 123 45 67", "Олена Коваль Марко", ""]]
    assert [set(each.fields or ()) for each in await readings(world)] == [{"phone", "child", "tax"}]


async def test_what_strangers_typed_runs_nowhere(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    child = (await sharing.programme.children(sharing.families[0][1]))[0]
    child.name = '=HYPERLINK("http://x","y")'
    export_id = await asks(world, sharing)
    await gather(world)
    assert table_in(await made(world, sharing, export_id))[1][1] == '\'=HYPERLINK("http://x","y")'


async def test_each_family_has_one_line_in_the_log_of_readings(
    sharing: Sharing, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "PORTION", 1)
    for name in ("Олена Коваль", "Ірина Шевчук"):
        await sharing.applies(name, 2)
    asked_at = world.now
    export_id = await asks(world, sharing)
    world.wait(minutes=1)
    assert (await gather(world)).rows == 4
    lines = await readings(world)
    assert sorted(each.case_id for each in lines) == sorted(each.case_id or 0 for _, each in sharing.families)
    assert {(each.staff_id, each.at, each.reason) for each in lines} == {(sharing.lead.id, asked_at, "for-order")}
    found = await export(world, export_id)
    assert (found.state, found.total, found.done, found.rows, found.reason) == ("ready", 4, 4, 4, "for-order")
    await show_readings(world.ctx(sharing.lead), ShowReadings(By.UNUSUAL))
    [shown] = await world.waiting(kinds.ReadingsScreen, to=sharing.lead)
    sight = await world.sight(shown)
    assert sight is not None
    assert "export" not in render(sight, Wording()).text
    assert "Переглядів немає" in render(sight, Wording()).text, "a file has a log of its own"


async def test_numbers_name_nobody_and_are_no_reading(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль", 2)
    await sharing.applies("Ірина Шевчук")
    export_id = await asks(world, sharing, ExportKind.SUMMARY)
    await gather(world)
    content = await made(world, sharing, export_id)
    tables = [table_in(content, sheet) for sheet in (1, 2, 3, 4)]
    assert [each[0][1] for each in tables] == ["Дітей"] * 4
    assert tables[0][1][1] == "3"
    assert [each[1] for each in tables[1][1:]] == ["3", "3"], "a child with two categories counts in both"
    assert tables[2][1:] == [["11", "3"]]
    assert tables[3][1:] == [["Оздоровлення, від 21 дня", "3"]]
    assert b"xl/charts/chart4.xml" in content
    assert await readings(world) == []
    assert "Коваль" not in json.dumps(await rows(world, export_id), ensure_ascii=False)


async def test_the_trial_says_why_and_names_nobody(sharing: Sharing, world: World) -> None:
    for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз"):
        await sharing.applies(name)
    await sharing.closed()
    async with world.refused(ExportFlaw, why="empty"):
        await asks(world, sharing, ExportKind.TRIAL)
    await sharing.tries()
    export_id = await asks(world, sharing, ExportKind.TRIAL)
    await gather(world)
    heads, *body = table_in(await made(world, sharing, export_id))
    assert "Дитина" not in heads
    why = heads.index("Рішення")
    assert [each[0] for each in body] == ["1", "2", "3"]
    assert [each[why] for each in body] == ["Перше бажання", "Перше бажання", "Чекають на місце"]
    assert body[0][heads.index("Що пропонуємо")] == "зміна 1, місць 1"
    assert body[2][heads.index("Бажання по черзі")] == "зміна 1: місць немає (треба 1, є 0, попереду 0)"
    assert await readings(world) == []


async def test_who_got_what_and_why(sharing: Sharing, world: World) -> None:
    families = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз")]
    await sharing.closed()
    await sharing.shares()
    await sharing.says(families[0], 1)
    await sharing.clock()
    export_id = await asks(world, sharing, ExportKind.PLACES)
    await gather(world)
    heads, *body = table_in(await made(world, sharing, export_id))
    found = [dict(zip(heads, each, strict=True)) for each in body]
    assert [each["Дитина"] for each in found] == ["Олена Коваль Марко", "Ірина Шевчук Марко", "Ганна Мороз Марко"]
    assert [each["Рішення"] for each in found] == ["Їдуть", "Пропозиція діє", "Чекають на місце"]
    assert [each["Зміна"] for each in found] == ["Артек, 01.07.2026–21.07.2026", "", ""]
    assert len(await readings(world)) == 3


async def paper(world: World, sharing: Sharing, *, state: str = "accepted", name: str = "Коваль Марко.PDF") -> File:
    """A document of the first family, with one page."""
    session, application = world.uow.session, sharing.families[0][1]
    child = (await sharing.programme.children(application))[0]
    wanted = WantedDocument(case_id=application.case_id or 0, child_id=child.id, document="birth-certificate")
    wanted.state, wanted.album, wanted.changed_at = state, f"document-{state}", world.now
    page = Message(case_id=wanted.case_id, author_kind="person", author_id=application.person_id, text="")
    page.written_at = world.now
    session.add_all([wanted, page])
    await session.flush()
    file = File(message_id=page.id, kind="document", name=name, size=7, album=wanted.album, state="kept")
    file.came_at = world.now
    session.add(file)
    await session.flush()
    return file


async def test_the_archive_has_a_folder_for_each_number_and_no_names(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    file = await paper(world, sharing)
    await asks(world, sharing, ExportKind.PAPERS)
    await gather(world)
    shown = await letter(world, sharing, kinds.exports.ExportPapers)
    archive = shown.files[0].file
    assert isinstance(archive, MadeFile)
    [entry] = archive.entries
    number = entry.path.partition("/")[0]
    assert number.startswith("LUH-2026-")
    assert entry.path == f"{number}/child-1-birth-certificate-1.pdf"
    assert entry.file_id == file.id
    assert len(await readings(world)) == 1


async def test_only_leads_of_the_department_may(sharing: Sharing, world: World, iryna: Actor, olena: Actor) -> None:
    await sharing.applies("Ірина Шевчук")
    stranger = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    wanted = AskExport(sharing.programme.id, ExportKind.ORDER, FOR_ORDER)
    for who in (iryna, olena):
        async with world.refused(NotPermitted, act="export.ask"):
            await ask_export(world.ctx(who), wanted)
    async with world.refused(Stale):
        await ask_export(world.ctx(stranger), wanted)
    async with world.refused(Stale):
        await show_exports(world.ctx(stranger), ShowExports(sharing.programme.id))


async def test_one_of_a_kind_at_a_time_and_only_its_asker_stops_it(sharing: Sharing, world: World) -> None:
    await sharing.applies("Ірина Шевчук")
    first = await asks(world, sharing)
    async with world.refused(ExportFlaw, why="going"):
        await asks(world, sharing)
    await asks(world, sharing, ExportKind.SUMMARY)
    other = await world.staff(Role.ADMIN, "Павло")
    async with world.refused(Stale):
        await stop_export(world.ctx(other), StopExport(first))
    await ask_export(world.ctx(other), AskExport(sharing.programme.id, ExportKind.ORDER, FOR_ORDER))
    await stop_export(world.ctx(sharing.lead), StopExport(first))
    assert (await export(world, first)).state == "stopped"
    assert await asks(world, sharing) > first
    await gather(world)
    tables = await world.waiting(kinds.exports.ExportTable)
    assert sorted(each.chat_id for each in tables) == sorted(
        [sharing.lead.telegram_id or 0, sharing.lead.telegram_id or 0, other.telegram_id or 0]
    ), "each to the one who asked"


async def test_once_it_is_sent_nothing_of_it_is_kept_and_it_goes_from_the_chat(sharing: Sharing, world: World) -> None:
    await sharing.applies("Ірина Шевчук")
    export_id = await asks(world, sharing)
    await gather(world)
    assert await rows(world, export_id)
    sent = await world.deliver()
    [table] = [each for each, _ in sent if each.kind == "export-table"]
    found = await export(world, export_id)
    assert (found.state, found.rows, found.ended_at) == ("sent", 1, world.now)
    assert (await world.uow.session.scalars(select(ExportItem))).all() == []
    hidden = await world.waiting(kinds.HideFiles)
    assert [(each.facts["stand_at"], each.not_before) for each in hidden] == [
        ([table.telegram_message_id], world.now + SHOWN_FOR)
    ]
    assert await world.screen(sharing.lead, f"export:{export_id}") == kinds.exports.ExportProgress(export_id)


async def test_what_fails_is_tried_and_then_said(
    sharing: Sharing, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sharing.applies("Ірина Шевчук")
    export_id = await asks(world, sharing)

    async def broken(*_: object) -> int:
        raise ValueError("a row that can't be read")

    with monkeypatch.context() as patched:
        patched.setattr(working, "_gather", broken)
        for tries in (1, 2):
            assert await work_exports(machine(world), WorkExports()) == ExportsWorked()
            assert (await export(world, export_id)).tries == tries
        assert await work_exports(machine(world), WorkExports()) == ExportsWorked(over=1)
    assert (await export(world, export_id)).state == "failed"
    assert await rows(world, export_id) == []
    again = await asks(world, sharing)
    assert (await gather(world)).ready == 1
    [table] = await world.waiting(kinds.exports.ExportTable)
    await letter_failed(world.uow, table, "blocked", world.now, CATALOGUE)
    assert (await export(world, again)).state == "failed"
    assert await world.sight(table) is None, "what failed is not sent later"


async def test_who_left_or_does_not_take_it_gets_nothing(sharing: Sharing, world: World) -> None:
    await sharing.applies("Ірина Шевчук")
    export_id = await asks(world, sharing)
    member = await world.uow.session.get_one(StaffMember, sharing.lead.id)
    member.role = Role.CASEWORKER.value
    assert await work_exports(machine(world), WorkExports()) == ExportsWorked(over=1)
    assert (await export(world, export_id)).state == "stopped"
    member.role = Role.SUPERVISOR.value
    late = await asks(world, sharing)
    await gather(world)
    world.now += KEPT_FOR + timedelta(seconds=1)
    assert await work_exports(machine(world), WorkExports()) == ExportsWorked(over=1)
    assert (await export(world, late)).state == "failed"


async def test_erased_families_are_in_no_file(sharing: Sharing, world: World) -> None:
    gone, left, here = [await sharing.applies(name) for name in ("Олена Коваль", "Ірина Шевчук", "Ганна Мороз")]
    export_id = await asks(world, sharing)
    await erase(world.ctx(gone), Erase())
    assert (await gather(world)).ready == 1
    found = await export(world, export_id)
    assert found.rows == 2
    assert len(await rows(world, export_id)) == 2
    await erase(world.ctx(left), Erase())
    assert [each["child"] for each in await rows(world, export_id)] == ["Ганна Мороз Марко"]
    await stop_export(world.ctx(sharing.lead), StopExport(export_id))
    await withdraw(world.ctx(here), Withdraw(sharing.families[2][1].case_id or 0))
    async with world.refused(ExportFlaw, why="empty"):
        await asks(world, sharing)


def test_every_column_is_read() -> None:
    assert {each.value for each in Column} == {
        "number", "child", "born", "age", "categories", "hromada", "registered", "lives", "guardian", "phone", "tax",
        "certificate", "stay", "period", "shift", "state", "filed",
    }  # fmt: skip


async def test_every_column_has_a_heading_and_a_cell(sharing: Sharing, world: World) -> None:
    await sharing.applies("Ірина Шевчук")
    await sharing.programme.types(Field.COLUMNS, "\n".join(Column))
    export_id = await asks(world, sharing)
    await gather(world)
    heads, [body] = (found := table_in(await made(world, sharing, export_id)))[0], found[1:]
    empty = {head for head, cell in zip(heads, body, strict=True) if not cell}
    assert empty == {"Податковий номер", "Довідка ВПО", "Зміна"}
