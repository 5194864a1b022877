"""Who may look at a person's file, and that it is written down."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from casework.cases.reply import reply
from casework.context import Actor
from casework.errors import FileNotKept, FileOnTheWay, NoSuchCase, NotPermitted
from casework.files.attachment import Attachment
from casework.files.read import ListFiles, ReadFiles, list_files, read_files
from casework.letters import kinds
from casework.letters.sights import FileToShowSight
from casework.people.erase import Erase, erase
from casework.talk.sending import Reply
from db.models import Case, Reading
from rules.files import FileKind, Flaw
from rules.roles import Role
from tests.casework.files.test_fetched import comes, picture, sends
from tests.casework.world import ELSEWHERE, WHY, World


@pytest.fixture
async def case(world: World, olena: Actor) -> Case:
    made = await world.case(olena)
    await world.topic(made)
    return made


async def last_message(world: World, case: Case) -> int:
    return (await world.messages(case))[-1].id


async def readings(world: World) -> list[Reading]:
    await world.uow.session.flush()
    return list((await world.uow.session.scalars(select(Reading).order_by(Reading.id))).all())


async def test_a_reading_is_written_down_once(world: World, iryna: Actor, olena: Actor, case: Case) -> None:
    await sends(world, olena, picture(), "дах")
    await comes(world)
    asked = ReadFiles(case.id, await last_message(world, case), WHY)
    [shown] = await read_files(world.ctx(iryna), asked)
    assert (shown.number, shown.file.kind, shown.file.words) == (case.number, FileKind.PHOTO, "дах")
    on_desk = ReadFiles(case.id, asked.message_id, WHY, on_desk=shown.file.file_id)
    await read_files(world.ctx(iryna), on_desk)
    [reading] = await readings(world)
    assert (reading.staff_id, reading.person_id, reading.what) == (iryna.id, olena.id, "photo")
    [letter] = await world.waiting(kinds.DeskFile, to=iryna)
    sight = await world.sight(letter)
    assert sight is not None
    assert isinstance(sight.shows, FileToShowSight)


async def test_what_has_not_come_and_what_will_not_is_not_shown(
    world: World, iryna: Actor, olena: Actor, case: Case
) -> None:
    await sends(world, olena, picture())
    asked = ReadFiles(case.id, await last_message(world, case), WHY)
    async with world.refused(FileOnTheWay):
        await read_files(world.ctx(iryna), asked)
    await comes(world, flaw=Flaw.BROKEN)
    async with world.refused(FileNotKept):
        await read_files(world.ctx(iryna), asked)
    assert await readings(world) == []


async def test_words_and_staffs_own_files_are_no_files_of_the_person(
    world: World, iryna: Actor, olena: Actor, case: Case
) -> None:
    first = (await world.messages(case))[0].id
    at = (case.topic_chat_id or 0, case.topic_thread_id or 0, 78)
    await reply(world.ctx(iryna), Reply(*at, None, None, on_purpose=True, attached=picture()))
    await comes(world)
    for message_id in (first, await last_message(world, case), 10**12):
        async with world.refused(FileNotKept):
            await read_files(world.ctx(iryna), ReadFiles(case.id, message_id, WHY))
    assert await list_files(world.ctx(iryna), ListFiles(case.id)) == []


async def test_a_file_of_another_case_is_not_shown_through_ones_own(
    world: World, iryna: Actor, olena: Actor, mykola: Actor, case: Case
) -> None:
    await sends(world, olena, picture())
    await comes(world)
    other = await world.case(mykola)
    async with world.refused(FileNotKept):
        await read_files(world.ctx(iryna), ReadFiles(other.id, await last_message(world, case), WHY))


async def test_nobody_else_sees_a_file(world: World, olena: Actor, mykola: Actor, case: Case) -> None:
    await sends(world, olena, picture())
    await comes(world)
    asked = ReadFiles(case.id, await last_message(world, case), WHY)
    elsewhere = await world.staff(Role.CASEWORKER, "Петро", ELSEWHERE)
    async with world.refused(NoSuchCase):
        await read_files(world.ctx(elsewhere), asked)
    for actor in (olena, mykola, Actor(Role.STRANGER), Actor(Role.MACHINE)):
        with pytest.raises(NotPermitted):
            await read_files(world.ctx(actor), asked)
        with pytest.raises(NotPermitted):
            await list_files(world.ctx(actor), ListFiles(case.id))


async def test_an_album_is_read_whole_and_listed_as_one(world: World, iryna: Actor, olena: Actor, case: Case) -> None:
    for words in ("дах", "стіна"):
        await sends(world, olena, picture(album="77"), words)
        await comes(world)
    await sends(world, olena, Attachment(FileKind.CONTACT, card='{"name": "Петро", "phone": "1"}'))
    found = await list_files(world.ctx(iryna), ListFiles(case.id))
    assert [(each.first.kind, each.count) for each in found] == [(FileKind.CONTACT, 1), (FileKind.PHOTO, 2)]
    shown = await read_files(world.ctx(iryna), ReadFiles(case.id, found[1].message_id, WHY))
    assert [each.file.words for each in shown] == ["дах", "стіна"]
    assert len(await readings(world)) == 2


async def test_who_looked_is_known_after_the_file_is_gone(world: World, iryna: Actor, olena: Actor, case: Case) -> None:
    await sends(world, olena, picture())
    await comes(world)
    await read_files(world.ctx(iryna), ReadFiles(case.id, await last_message(world, case), WHY))
    await erase(world.ctx(olena), Erase())
    world.uow.session.expire_all()
    [reading] = await readings(world)
    assert (reading.what, reading.file_id) == ("photo", None)
