"""The list of providers: typed by leads, sent in a file that is kept whole or not at all, never another's."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

import pytest
from sqlalchemy import select, text

from casework.context import Actor
from casework.errors import ListFlawed, NotPermitted, ProviderFlaw, ProviderThere, Stale
from casework.files.attachment import Attachment
from casework.files.fetched import Fetched, fetched
from casework.letters import kinds
from casework.letters.sights.providers import ProviderImportSight, ProviderSight, ProvidersSight, ProviderTextSight
from casework.providers.bring import OfUpload, SendList, drop_list, import_list, send_list
from casework.providers.manage import (
    BeginProvider,
    ChooseProvider,
    ShowProviders,
    WriteProvider,
    begin_provider,
    remove_provider,
    restore_provider,
    show_providers,
    write_provider,
)
from casework.upkeep.forget import DropDrafts, drop_drafts
from db.models import File, Provider, Upload
from db.repositories import files, providers
from rules.files import FileKind, FileState, Flaw
from rules.providers import Wrong
from rules.roles import Role
from rules.tables import Unfit
from tests.casework.world import ELSEWHERE, World, machine

NUMBERS = count(900_000)
TYPED = "Назва: ГО «Поруч»\nВид: ГО\nКанал: пошта\nПошта: help@poruch.org.ua\nКого питати: Ольга"
HEAD = "Назва;Вид;Канал;Телефон;Пошта\n"
LIST = HEAD + "ГО «Поруч»;ГО;пошта;;help@poruch.org.ua\nСватівська громада;громада;телефон;0501234567;\n"


async def known(world: World) -> list[Provider]:
    await world.uow.session.flush()
    query = select(Provider).order_by(Provider.id).execution_options(populate_existing=True)
    return list((await world.uow.session.scalars(query)).all())


async def sends(world: World, lead: Actor, content: str | bytes = LIST, flaw: Flaw | None = None) -> int:
    """A lead sends the file, and it is fetched; the upload."""
    number = next(NUMBERS)
    attached = Attachment(FileKind.DOCUMENT, f"id{number}", f"unique{number}", "список.csv", "text/csv", 300)
    upload_id = await send_list(world.ctx(lead), SendList(attached))
    await world.uow.session.flush()
    [claimed] = await files.claim(world.uow.session, limit=9, lease=180, worker=None)
    data = content.encode() if isinstance(content, str) else content
    assert await fetched(machine(world), Fetched(claimed.id, claimed.lease, data if flaw is None else b"", flaw))
    return upload_id


async def shown(world: World, lead: Actor) -> ProviderImportSight:
    """What the lead's desk shows of the file."""
    screens = [sight.shows for letter, sight in await world.deliver() if letter.chat_id == lead.telegram_id]
    assert isinstance(screens[-1], ProviderImportSight)
    return screens[-1]


async def test_a_lead_types_one_and_everybody_sees_it(world: World, lead: Actor, iryna: Actor) -> None:
    await begin_provider(world.ctx(lead), BeginProvider())
    [asked] = [sight.shows for _, sight in await world.deliver() if isinstance(sight.shows, ProviderTextSight)]
    assert asked.now.startswith("Назва:\nВид:")
    provider_id = await write_provider(world.ctx(lead), WriteProvider(TYPED))
    await show_providers(world.ctx(iryna), ShowProviders(provider_id=provider_id))
    mine = [sight.shows for letter, sight in await world.deliver() if letter.chat_id == iryna.telegram_id]
    [seen] = [each for each in mine if isinstance(each, ProviderSight)]
    assert (seen.entry.name, seen.entry.contact, seen.bare, seen.may_change) == ("ГО «Поруч»", "Ольга", False, False)
    raw = (await world.uow.session.execute(text("SELECT phone, email, address, contact FROM providers"))).one()
    assert not any(b"poruch" in each for each in raw), "contacts are sealed"


async def test_what_is_wrong_is_said_and_nothing_is_kept(world: World, lead: Actor) -> None:
    async with world.refused(ProviderFlaw, flaw="unknown-kind", column="kind", value="клуб"):
        await write_provider(world.ctx(lead), WriteProvider(TYPED.replace("Вид: ГО", "Вид: клуб")))
    await write_provider(world.ctx(lead), WriteProvider(TYPED))
    async with world.refused(ProviderThere):
        await write_provider(world.ctx(lead), WriteProvider(TYPED.replace("«Поруч»", '"поруч"')))


async def test_it_is_changed_removed_and_put_back(world: World, lead: Actor) -> None:
    provider_id = await write_provider(world.ctx(lead), WriteProvider(TYPED))
    await write_provider(world.ctx(lead), WriteProvider(TYPED.replace("Ольга", "Марія"), provider_id))
    await remove_provider(world.ctx(lead), ChooseProvider(provider_id))
    [row] = await known(world)
    assert (row.contact, row.removed_at) == ("Марія", world.now)
    await restore_provider(world.ctx(lead), ChooseProvider(provider_id))
    await remove_provider(world.ctx(lead), ChooseProvider(provider_id))
    again = await write_provider(world.ctx(lead), WriteProvider(TYPED))
    assert again == provider_id, "typed anew it is the same one, with all that was handed to it"


async def test_another_organisations_list_is_not_there(world: World, lead: Actor) -> None:
    provider_id = await write_provider(world.ctx(lead), WriteProvider(TYPED))
    stranger = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    for act, data in (
        (show_providers, ShowProviders(provider_id=provider_id)),
        (begin_provider, BeginProvider(provider_id)),
        (write_provider, WriteProvider(TYPED, provider_id)),
        (remove_provider, ChooseProvider(provider_id)),
        (restore_provider, ChooseProvider(provider_id)),
    ):
        async with world.refused(Stale):
            await act(world.ctx(stranger), data)  # type: ignore[arg-type]  # each with its own data
    await show_providers(world.ctx(stranger), ShowProviders())
    screens = [sight.shows for letter, sight in await world.deliver() if letter.chat_id == stranger.telegram_id]
    assert isinstance(screens[-1], ProvidersSight)
    assert screens[-1].count == 0


async def test_a_good_file_is_looked_at_before_anything_is_kept(world: World, lead: Actor) -> None:
    upload_id = await sends(world, lead)
    seen = await shown(world, lead)
    assert (seen.new, seen.changed, seen.same, seen.flaws, seen.bare) == (2, 0, 0, (), 0)
    assert await known(world) == []
    assert await import_list(world.ctx(lead), OfUpload(upload_id)) == (2, 0, 0)
    assert [each.name for each in await known(world)] == ["ГО «Поруч»", "Сватівська громада"]
    assert (await world.uow.session.scalars(select(File).where(File.upload_id.is_not(None)))).all() == []
    async with world.refused(Stale):
        await import_list(world.ctx(lead), OfUpload(upload_id))


async def test_a_second_file_changes_what_differs_and_leaves_the_rest(world: World, lead: Actor) -> None:
    await import_list(world.ctx(lead), OfUpload(await sends(world, lead)))
    await world.deliver()
    changed = HEAD + "го поруч;ГО;пошта;;new@poruch.org.ua\nДім;ГО;папір;;\n"
    upload_id = await sends(world, lead, changed)
    seen = await shown(world, lead)
    assert (seen.new, seen.changed, seen.same, seen.bare) == (1, 1, 0, 1)
    await import_list(world.ctx(lead), OfUpload(upload_id))
    rows = await known(world)
    assert [(each.name, each.email) for each in rows] == [
        ("го поруч", "new@poruch.org.ua"), ("Сватівська громада", ""), ("Дім", ""),
    ]  # fmt: skip


async def test_one_bad_line_keeps_the_whole_file_out(world: World, lead: Actor) -> None:
    upload_id = await sends(world, lead, LIST + "Дім;клуб;папір;;\n")
    seen = await shown(world, lead)
    assert [(each.line, each.wrong, each.value) for each in seen.flaws] == [(4, Wrong.UNKNOWN_KIND, "клуб")]
    assert seen.wrong_lines == 1
    async with world.refused(ListFlawed):
        await import_list(world.ctx(lead), OfUpload(upload_id))
    assert await known(world) == []


@pytest.mark.parametrize(
    ("content", "flaw", "unfit"),
    [
        (b"PK\x03\x04book", None, Unfit.EXCEL),
        (b"", Flaw.LOST, None),
        (b"", Flaw.TOO_LARGE, Unfit.TOO_LARGE),
        (b"", Flaw.EMPTY, Unfit.EMPTY),
    ],
)
async def test_a_file_that_is_no_list_says_so(
    world: World, lead: Actor, content: bytes, flaw: Flaw | None, unfit: Unfit | None
) -> None:
    upload_id = await sends(world, lead, content, flaw)
    seen = await shown(world, lead)
    assert (seen.unfit, seen.failed) == (unfit, flaw is not None)
    async with world.refused(ListFlawed):
        await import_list(world.ctx(lead), OfUpload(upload_id))
    await drop_list(world.ctx(lead), OfUpload(upload_id))
    async with world.refused(Stale):
        await drop_list(world.ctx(lead), OfUpload(upload_id))


async def test_a_second_file_takes_the_place_of_one_that_waits(world: World, lead: Actor) -> None:
    first = await sends(world, lead)
    second = await sends(world, lead, LIST.replace("Поруч", "Далеч"))
    async with world.refused(Stale):
        await import_list(world.ctx(lead), OfUpload(first))
    await import_list(world.ctx(lead), OfUpload(second))
    assert [each.name for each in await known(world)] == ["ГО «Далеч»", "Сватівська громада"]
    assert (await world.uow.session.scalars(select(File).where(File.upload_id.is_not(None)))).all() == []


async def test_a_file_is_nobody_elses_to_decide_about(world: World, lead: Actor, iryna: Actor) -> None:
    upload_id = await sends(world, lead)
    stranger = await world.staff(Role.SUPERVISOR, "Чужа", ELSEWHERE)
    for act in (import_list, drop_list):
        async with world.refused(Stale):
            await act(world.ctx(stranger), OfUpload(upload_id))
        async with world.refused(NotPermitted, act="provider.import" if act is import_list else "provider.drop_list"):
            await act(world.ctx(iryna), OfUpload(upload_id))


async def test_a_late_claim_brings_nothing_and_a_forgotten_file_goes(world: World, lead: Actor) -> None:
    upload_id = await sends(world, lead)
    file = await providers.file_of_upload(world.uow.session, upload_id)
    assert file is not None
    assert file.state == FileState.KEPT
    late = Fetched(file.id, datetime(2026, 3, 11, 10, tzinfo=UTC), b"later")
    assert not await fetched(machine(world), late)
    world.wait(days=15)
    await drop_drafts(machine(world), DropDrafts())
    assert (await world.uow.session.scalars(select(Upload))).all() == []
    assert await world.screen(lead) == kinds.providers.ProviderImportScreen(lead.id or 0, upload_id)
