"""Files are fetched once, whatever happens on the way, and their address gets into no error."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiogram.types import File as TelegramFile
from sqlalchemy import select

from bot.telegram import fetcher as fetching
from bot.telegram.downloads import download
from bot.telegram.failures import CallFailed, Refused, Trouble
from bot.telegram.fetcher import Fetcher
from db.models import Draft, File, Person
from db.repositories import files, workers
from db.repositories.workers import Process
from rules.files import MOST_BYTES
from tests.bot.telegram.post import TOKEN, Post, until

JPEG = b"\xff\xd8\xff\xe0" + b"picture" * 9 + b"\xff\xd9"


async def waiting_photo(post: Post, content: bytes = JPEG) -> int:
    """A photo in a draft, still at Telegram; its row."""
    stored = post.sim.world.add_file("photo.jpg", min(len(content), 1000), content, "photo")
    async with post.database.uow() as uow:
        person = Person(language="uk", created_at=post.now)
        uow.session.add(person)
        await uow.session.flush()
        draft = Draft(person_id=person.id, chat_id=1, telegram_message_id=1, text="", written_at=post.now)
        uow.session.add(draft)
        await uow.session.flush()
        file = File(draft_id=draft.id, kind="photo", state="waiting", came_at=post.now, telegram_id=stored.file_id)
        uow.session.add(file)
        await uow.session.flush()
        return file.id


class _Server:
    """Says of every file that it lies at `path`."""

    def __init__(self, post: Post, path: str) -> None:
        self.bot, self._path = post.calls.bot, path

    async def make(self, method: object) -> object:
        return TelegramFile(file_id="1", file_unique_id="1", file_path=self._path)


@pytest.mark.parametrize("beside", ["", "/../.."])
async def test_only_the_bots_own_folder_is_read_and_never_another(post: Post, tmp_path: Path, beside: str) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"keys")
    (tmp_path / TOKEN).mkdir()
    path = f"{tmp_path}/secret" if not beside else f"{tmp_path}/{TOKEN}/../secret"
    with pytest.raises(Trouble) as failed:
        await download(_Server(post, path), "1", local=True)  # type: ignore[arg-type]  # all that a download needs of it
    assert secret.exists()
    assert TOKEN not in "".join(traceback.format_exception(failed.value))


async def row(post: Post, file_id: int) -> File:
    async with post.database.uow() as uow:
        return await uow.session.get_one(File, file_id)


async def content(post: Post, file_id: int) -> bytes | None:
    async with post.database.uow() as uow:
        return await files.content(uow.session, file_id)


@asynccontextmanager
async def at_work(post: Post, worker: int | None = None) -> AsyncIterator[Fetcher]:
    made = Fetcher(post.calls, post.database, lambda: post.now, post.catalogue, worker_id=lambda: worker)
    running = asyncio.create_task(made.run())
    try:
        yield made
    finally:
        await made.stop()
        await running


async def ended(post: Post, file_id: int) -> File:
    async with asyncio.timeout(20):
        while (file := await row(post, file_id)).state == "waiting":
            await asyncio.sleep(0.02)
    return file


async def test_a_photo_is_fetched_once(post: Post) -> None:
    file_id = await waiting_photo(post)
    async with at_work(post) as worker:
        assert (await ended(post, file_id)).state == "kept"
        await until(worker.idle)
    assert await content(post, file_id) == JPEG
    assert len(await post.folk.calls(method="getFile")) == 1


async def test_two_fetchers_share_what_waits(post: Post) -> None:
    several = [await waiting_photo_of_another(post, number) for number in range(2, 8)]
    async with at_work(post), at_work(post):
        for file_id in several:
            assert (await ended(post, file_id)).state == "kept"
    assert len(await post.folk.calls(method="getFile")) == len(several)


async def waiting_photo_of_another(post: Post, number: int) -> int:
    file_id = await waiting_photo(post)
    async with post.database.uow() as uow:
        draft = await uow.session.scalar(select(Draft).where(Draft.telegram_message_id == 1))
        assert draft is not None
        draft.telegram_message_id = number
    return file_id


async def test_what_was_being_fetched_at_a_kill_is_fetched_by_the_next(post: Post) -> None:
    async with post.database.uow() as uow:
        dead = await workers.join(uow.session, Process("here", 1, "1"))
    file_id = await waiting_photo(post)
    await post.folk.fault("delay", method="getFile", seconds=30, times=1)
    killed = Fetcher(post.calls, post.database, lambda: post.now, post.catalogue, worker_id=lambda: dead)
    running = asyncio.create_task(killed.run())
    async with asyncio.timeout(10):
        while await post.folk.faults():
            await asyncio.sleep(0.02)
    running.cancel()
    for task in killed._crew._tasks.values():
        task.cancel()
    async with at_work(post) as next_one:
        await until(lambda: not next_one._crew.lanes)
        assert (await row(post, file_id)).state == "waiting", "somebody else's claim was taken"
        async with post.database.uow() as uow:
            await workers.leave(uow.session, dead)
            assert await workers.free_orphans(uow.session) == 1
        next_one.nudge()
        assert (await ended(post, file_id)).state == "kept"
    assert await content(post, file_id) == JPEG


async def test_an_outage_counts_as_no_try_and_ends_by_itself(post: Post) -> None:
    file_id = await waiting_photo(post)
    await post.folk.fault("500", method="getFile", times=2)
    async with at_work(post):
        file = await ended(post, file_id)
    assert (file.state, file.tries) == ("kept", 0)


async def test_our_own_fault_is_tried_three_times_and_told(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(fetching, "flaw_of", broken)
    monkeypatch.setattr(fetching, "FIRST_DELAY", 0.01)
    file_id = await waiting_photo(post)
    async with at_work(post):
        file = await ended(post, file_id)
    assert (file.state, file.flaw, file.tries) == ("refused", "lost", 2)


async def test_more_than_telegram_said_is_not_taken(post: Post) -> None:
    file_id = await waiting_photo(post, JPEG + bytes(MOST_BYTES))
    async with at_work(post):
        file = await ended(post, file_id)
    assert (file.state, file.flaw) == ("refused", "too-large")
    assert await content(post, file_id) is None


async def test_the_address_with_the_token_gets_into_no_error(post: Post) -> None:
    file = await row(post, await waiting_photo(post))
    assert file.telegram_id is not None
    post.sim.world.files_by_path.clear()
    with pytest.raises(Trouble) as caught:
        await download(post.calls, file.telegram_id)
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value)
    assert TOKEN not in told
    assert ".jpg" not in told
    assert isinstance(caught.value, CallFailed)


async def test_a_file_that_telegram_does_not_know_is_refused(post: Post) -> None:
    with pytest.raises(Refused):
        await download(post.calls, "4711")
