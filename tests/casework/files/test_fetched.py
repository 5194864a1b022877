"""A file came, or will not come: what is kept, what is shown, who is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import text

from casework.cases.reply import reply
from casework.context import Actor
from casework.files.attachment import Attachment
from casework.files.fetched import Fetched, fetched
from casework.letters import kinds
from casework.people.edit_words import EditedWords, edit_words
from casework.people.erase import Erase, erase
from casework.people.send_words import SendWords, send_words
from casework.people.write import Written, write
from casework.talk.sending import Reply
from casework.upkeep.forget import Forget, forget
from db.models import Case, File
from db.repositories import files
from rules.files import MOST_BYTES, FileKind, FileState, Flaw
from tests.casework.world import CATALOGUE, World, machine

LEASE = datetime(2026, 3, 11, 9, 3, tzinfo=UTC)
NUMBERS = count(500_000)


def picture(**more: object) -> Attachment:
    number = next(NUMBERS)
    return Attachment(FileKind.PHOTO, f"id{number}", f"unique{number}", size=900, **more)  # type: ignore[arg-type]  # fields of the dataclass


async def sends(world: World, actor: Actor, attached: Attachment, words: str = "") -> int:
    number = next(NUMBERS)
    await write(world.ctx(actor), Written(words, actor.telegram_id or 0, number, attached=attached))
    return number


async def the_file(world: World) -> File:
    await world.uow.session.flush()
    found = await files.claim(world.uow.session, limit=9, lease=180, worker=None)
    assert len(found) == 1
    file = await files.by_id(world.uow.session, found[0].id)
    assert file is not None
    return file


async def comes(world: World, content: bytes = b"picture", flaw: Flaw | None = None) -> bool:
    file = await the_file(world)
    assert file.lease_until is not None
    return await fetched(machine(world), Fetched(file.id, file.lease_until, content, flaw))


@pytest.fixture
async def case(world: World, olena: Actor) -> Case:
    made = await world.case(olena)
    await world.topic(made)
    return made


async def test_what_comes_is_kept_in_pieces_and_shown_in_the_topic(world: World, olena: Actor, case: Case) -> None:
    await sends(world, olena, picture(), "мій дах")
    content = bytes(range(256)) * 3000
    assert await comes(world, content)
    [file] = (await files.of_messages(world.uow.session, [m.id for m in await world.messages(case)])).values()
    assert (file.state, file.flaw, file.size) == (FileState.KEPT, None, len(content))
    assert await files.content(world.uow.session, file.id) == content
    pieces = await world.uow.session.scalar(text("SELECT count(*) FROM file_chunks"))
    assert pieces == -(-len(content) // files.CHUNK_BYTES)
    [letter] = await world.waiting(kinds.PersonFiles)
    assert letter.case_id == case.id


async def test_a_flaw_is_told_to_the_person_once_and_nothing_is_kept(world: World, olena: Actor, case: Case) -> None:
    await sends(world, olena, picture())
    await world.deliver()
    assert await comes(world, flaw=Flaw.BROKEN)
    [letter] = await world.waiting(kinds.FileRefused, to=olena)
    assert letter.facts == {"file_kind": "photo", "flaw": "broken"}
    assert await world.uow.session.scalar(text("SELECT count(*) FROM file_chunks")) == 0


async def test_a_watched_phone_is_told_when_its_owner_writes_again(world: World) -> None:
    nina = await world.watched()
    await sends(world, nina, picture())
    await world.deliver()
    await comes(world, flaw=Flaw.EMPTY)
    [letter] = await world.waiting(kinds.FileRefused)
    assert letter.not_before is not None
    assert letter.not_before > world.now + timedelta(days=999)


async def test_a_claim_that_was_lost_brings_nothing(world: World, olena: Actor, case: Case) -> None:
    await sends(world, olena, picture())
    file = await the_file(world)
    assert not await fetched(machine(world), Fetched(file.id, LEASE, b"late"))
    assert not await fetched(machine(world), Fetched(file.id + 1, LEASE, b"nobody's"))
    assert (await files.by_id(world.uow.session, file.id) or file).state == FileState.WAITING


async def test_a_file_that_was_exchanged_meanwhile_is_not_mixed_up(world: World, olena: Actor, case: Case) -> None:
    number = await sends(world, olena, picture())
    file = await the_file(world)
    lease = file.lease_until
    assert lease is not None
    await edit_words(world.ctx(olena), EditedWords("", olena.telegram_id or 0, number, picture()))
    await world.uow.session.flush()
    assert not await fetched(machine(world), Fetched(file.id, lease, b"the former one"))
    assert await comes(world, b"the new one")
    assert await files.content(world.uow.session, file.id) == b"the new one"


async def test_a_draft_that_became_a_message_meanwhile_keeps_its_file(world: World) -> None:
    ivan = await world.person("Іван")
    await sends(world, ivan, picture(), "дах")
    file = await the_file(world)
    assert file.lease_until is not None
    lease = file.lease_until
    opened = await send_words(world.ctx(ivan), SendWords((await world.drafts(ivan))[-1].id))
    await world.uow.session.flush()
    assert await fetched(machine(world), Fetched(file.id, lease, b"picture"))
    [message] = await world.messages(opened)
    assert (await files.of_message(world.uow.session, message.id) or file).state == FileState.KEPT


async def test_erasing_while_a_file_is_fetched_leaves_nothing(world: World, olena: Actor, case: Case) -> None:
    await sends(world, olena, picture())
    file = await the_file(world)
    lease = file.lease_until
    assert lease is not None
    await erase(world.ctx(olena), Erase())
    assert not await fetched(machine(world), Fetched(file.id, lease, b"too late"))
    for table in ("files", "file_chunks"):
        assert await world.uow.session.scalar(text(f"SELECT count(*) FROM {table}")) == 0


async def test_what_is_too_large_is_never_fetched(world: World, olena: Actor, case: Case) -> None:
    large = Attachment(FileKind.VIDEO, "id", "unique", size=MOST_BYTES + 1)
    await world.deliver()
    await sends(world, olena, large, "дах згорів")
    assert await files.claim(world.uow.session, limit=9, lease=180, worker=None) == []
    assert "file-refused" in await world.kinds_to(olena)
    assert (await world.messages(case))[-1].text == "дах згорів"


async def test_a_place_needs_no_fetching_and_moves_without_news(world: World, olena: Actor, case: Case) -> None:
    number = await sends(world, olena, Attachment(FileKind.LOCATION, card='{"lat": 1, "lon": 2}'))
    await world.deliver()
    before = await world.history(case)
    moved = Attachment(FileKind.LOCATION, card='{"lat": 3, "lon": 4}')
    await edit_words(world.ctx(olena), EditedWords("", olena.telegram_id or 0, number, moved))
    file = await files.of_message(world.uow.session, (await world.messages(case))[-1].id)
    assert file is not None
    assert (file.state, file.card) == (FileState.KEPT, '{"lat": 3, "lon": 4}')
    assert await world.history(case) == before
    assert await world.waiting() == []


async def test_a_staff_file_that_cannot_be_kept_is_said_in_the_topic(
    world: World, iryna: Actor, olena: Actor, case: Case
) -> None:
    attached = picture()
    said = Reply(
        case.topic_chat_id or 0, case.topic_thread_id or 0, 77, None, "зразок", on_purpose=True, attached=attached
    )
    await reply(world.ctx(iryna), said)
    await world.deliver()
    await comes(world, flaw=Flaw.PROGRAM)
    [letter] = await world.waiting(kinds.StaffFileRefused)
    assert letter.facts["flaw"] == "program"
    assert await world.waiting(to=olena) == []


async def test_files_of_closed_cases_are_forgotten_after_their_term(
    world: World, iryna: Actor, olena: Actor, case: Case
) -> None:
    await sends(world, olena, picture(), "дах")
    await comes(world)
    case.closed_at = world.now
    world.wait(days=CATALOGUE.retention["file"].days - 1)
    assert (await forget(machine(world), Forget())).files == 0
    world.wait(days=2)
    assert (await forget(machine(world), Forget())).files == 1
    assert await world.uow.session.scalar(text("SELECT count(*) FROM file_chunks")) == 0
    assert (await world.messages(case))[-1].text == "дах"


async def test_a_piece_of_a_file_shows_nothing_of_it_in_its_table(world: World, olena: Actor, case: Case) -> None:
    await sends(world, olena, picture(name="Коваленко.jpg"), "дах")
    await comes(world, b"picture of Olena" * 50)
    for query in ("SELECT content FROM file_chunks", "SELECT name FROM files", "SELECT telegram_id FROM files"):
        stored = bytes(await world.uow.session.scalar(text(query)))
        assert b"Olena" not in stored
        assert "Коваленко".encode() not in stored
