"""When a photo or document leaves the chat: only what is saved, only of a case, an album whole."""

from __future__ import annotations

import pytest

from casework.context import Actor
from casework.files.attachment import Attachment
from casework.files.fetched import Fetched, fetched
from casework.letters import kinds
from casework.letters.sent import SentLetter, letter_sent
from casework.letters.sights import FilesTidiedSight
from db.models import Case, File, Letter
from db.repositories import files
from rules.files import FileKind, Flaw
from tests.casework.files.test_fetched import comes, picture, sends
from tests.casework.world import CATALOGUE, World, machine


@pytest.fixture
async def case(world: World, olena: Actor) -> Case:
    made = await world.case(olena)
    await world.topic(made)
    return made


async def tidied(world: World) -> list[list[int]]:
    return [each.facts["message_ids"] for each in await world.waiting(kinds.TidyFiles)]


async def test_an_album_waits_to_be_whole_and_what_was_refused_stays(world: World, olena: Actor, case: Case) -> None:
    for number in range(3):
        await sends(world, olena, picture(album="7"), f"{number}")
    await world.uow.session.flush()
    claims = await files.claim(world.uow.session, limit=9, lease=180, worker=None)
    first, second, third = claims
    messages = [each.id for each in (await world.messages(case))[-3:]]
    await fetched(machine(world), Fetched(first.id, first.lease, b"picture"))
    await fetched(machine(world), Fetched(second.id, second.lease, flaw=Flaw.BROKEN))
    assert await tidied(world) == [], "half an album is not taken away"
    await fetched(machine(world), Fetched(third.id, third.lease, b"picture"))
    assert await tidied(world) == [[messages[0], messages[2]]]


@pytest.mark.parametrize(("kind", "goes"), [(kind, kind in (FileKind.PHOTO, FileKind.DOCUMENT)) for kind in FileKind])
async def test_papers_go_and_conversation_stays(
    world: World, olena: Actor, case: Case, kind: FileKind, *, goes: bool
) -> None:
    await sends(world, olena, Attachment(kind, "id", "unique", size=900, card="{}"))
    if kind not in (FileKind.LOCATION, FileKind.CONTACT):
        await comes(world)
    assert bool(await tidied(world)) is goes


async def test_a_repeat_finds_nothing_left_to_take_away(world: World, olena: Actor, case: Case) -> None:
    at = await sends(world, olena, picture())
    await comes(world)
    [letter] = await world.waiting(kinds.TidyFiles)
    sent = SentLetter(letter.kind, letter.facts, olena.telegram_id or 0, None, gone=(at,))
    await letter_sent(world.uow, sent, world.now, CATALOGUE)
    assert await world.sight(letter) is None
    again = Letter(kind="files-tidied", facts={"case_id": case.id}, person_id=olena.id, chat_id=olena.telegram_id or 0)
    sight = await world.sight(again)
    assert sight is not None
    assert sight.shows == FilesTidiedSight(case.id, gone=1, stay=0)
    (await world.row(olena)).covered = True
    assert await world.sight(again) is None, "where others read nothing is said"
    [file] = await files.of_case(world.uow.session, case.id)
    refreshed = await world.uow.session.get(File, file.id, populate_existing=True)
    assert refreshed is not None
    assert refreshed.in_chat == "gone"
