"""A lead takes files out of a campaign: asked for with a reason, gathered in portions, written down, forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.telegram.render import render
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
from db.models import Case, ExportItem, StaffMember
from rules.exports import KEPT_FOR, ExportKind
from rules.readings import SHOWN_FOR, By
from rules.roles import Role
from tests.casework.allocation.campaign import Sharing
from tests.casework.exports.asking import FOR_ORDER, asks, export, gather, readings, rows
from tests.casework.world import CATALOGUE, ELSEWHERE, World, machine


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


async def test_what_stayed_of_an_erased_case_is_read_by_no_file(sharing: Sharing, world: World) -> None:
    """Erasing takes the rows away; should one be written meanwhile, it is passed over all the same."""
    await sharing.applies("Олена Коваль")
    await sharing.applies("Ірина Шевчук")
    export_id = await asks(world, sharing)
    await gather(world)
    (await world.uow.session.get_one(Case, sharing.families[0][1].case_id)).erased_at = world.now
    await world.uow.session.flush()
    assert [each["child"] for each in await rows(world, export_id)] == ["Ірина Шевчук Марко"]
