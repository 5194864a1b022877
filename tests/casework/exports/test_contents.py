"""What each file of a campaign says, and of whom it says nothing."""

from __future__ import annotations

import json

import pytest

from bot.telegram.rendered import MadeFile, MadeTable
from casework.errors import ExportFlaw
from casework.exports.work import ExportsWorked
from casework.letters import kinds
from db.models import File, Message, WantedDocument
from db.repositories import exports
from rules.documents import DocumentState
from rules.exports import ExportKind
from rules.recreation.columns import Column
from rules.recreation.editing import Field
from tests.casework.allocation.campaign import Sharing
from tests.casework.exports.asking import asks, gather, letter, made, readings, rows
from tests.casework.exports.files import table_in
from tests.casework.world import World

RUNS = "=1+1"
CODES = {
    "born", "filed", "registered", "lives", "state", "counts_from", "kept", "because", "why", "offer", "tried",
}  # fmt: skip
"""What a row says in codes and dates of ours, never in anybody's words."""


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


@pytest.mark.parametrize("kind", [ExportKind.ORDER, ExportKind.PLACES])
async def test_in_no_column_do_words_run(kind: ExportKind, sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    await sharing.programme.types(Field.COLUMNS, "\n".join(Column))
    await sharing.closed()
    await sharing.shares()
    export_id = await asks(world, sharing, kind)
    await gather(world)
    file = (await letter(world, sharing)).files[0].file
    assert isinstance(file, MadeTable)
    [row] = await rows(world, export_id)
    hostile = {field: [RUNS] if isinstance(said, list) else RUNS for field, said in row.items() if field not in CODES}
    _, cells = table_in(file.write([{**row, **hostile}]))
    assert cells.count(f"'{RUNS}") == len(hostile), "every one of them stays words"


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


async def paper(
    world: World,
    sharing: Sharing,
    *,
    state: DocumentState = DocumentState.ACCEPTED,
    document: str = "birth-certificate",
) -> File:
    """A document of the first family, with one page."""
    session, application = world.uow.session, sharing.families[0][1]
    child = (await sharing.programme.children(application))[0]
    wanted = WantedDocument(case_id=application.case_id or 0, child_id=child.id, document=document)
    wanted.state, wanted.album, wanted.changed_at = state.value, f"document-{state.value}", world.now
    page = Message(case_id=wanted.case_id, author_kind="person", author_id=application.person_id, text="")
    page.written_at = world.now
    session.add_all([wanted, page])
    await session.flush()
    file = File(message_id=page.id, kind="document", name="Коваль Марко.PDF", size=7, album=wanted.album, state="kept")
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


async def test_the_archive_holds_what_was_accepted_and_nothing_else(sharing: Sharing, world: World) -> None:
    await sharing.applies("Олена Коваль")
    for state in DocumentState:
        await paper(world, sharing, state=state, document=f"paper-{state.value}")
    await asks(world, sharing, ExportKind.PAPERS)
    await gather(world)
    archive = (await letter(world, sharing, kinds.exports.ExportPapers)).files[0].file
    assert isinstance(archive, MadeFile)
    assert [each.path.partition("/")[2] for each in archive.entries] == ["child-1-paper-accepted-1.pdf"]


def test_every_column_is_read() -> None:
    assert {each.value for each in Column} == {
        "number", "child", "born", "age", "categories", "hromada", "registered", "lives", "guardian", "phone", "tax",
        "certificate", "size", "meets", "stay", "period", "shift", "state", "filed",
    }  # fmt: skip


async def test_every_column_has_a_heading_and_a_cell(sharing: Sharing, world: World) -> None:
    await sharing.applies("Ірина Шевчук")
    await sharing.programme.types(Field.COLUMNS, "\n".join(Column))
    export_id = await asks(world, sharing)
    await gather(world)
    heads, [body] = (found := table_in(await made(world, sharing, export_id)))[0], found[1:]
    empty = {head for head, cell in zip(heads, body, strict=True) if not cell}
    later = {"Податковий номер", "Довідка ВПО", "Зріст і розмір одягу", "Хто зустріне дитину"}
    assert empty == later | {"Зміна"}, "nobody asked yet"
