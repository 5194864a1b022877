"""What is damaged, of another ring, or has no empty place to go restores nothing at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from db.backup.envelope import PIECE
from db.backup.errors import BackupUnusable
from db.backup.records import SEQUENCES, TABLE, RecordWriter
from db.backup.restore import checked, restore
from db.backup.take import take
from db.cipher import current_ring
from db.engine import Database
from db.keys import KeyRing
from tests.conftest import TestServer
from tests.db.backup.steps import content, is_there, nothing_in, put_back, rows, taken


async def test_another_ring_restores_nothing_and_says_so(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    await taken(database_url, file)
    other = KeyRing.generate()
    with pytest.raises(BackupUnusable, match=f"in KEYS_DIR is {other.fingerprint()}"), checked(file, other):
        pytest.fail("it was opened")
    assert await nothing_in(empty)


async def test_what_is_not_empty_stays_as_it_is(
    furnished: Database, database_url: str, file: Path, server: TestServer, template: str
) -> None:
    await taken(database_url, file)
    before = await rows(furnished)
    with pytest.raises(BackupUnusable, match="the database is not empty"):
        await put_back(database_url, file)
    assert await rows(furnished) == before
    only_migrated = await server.create(template)
    with pytest.raises(BackupUnusable, match="the database is not empty"):
        await put_back(server.url(only_migrated), file)
    await server.drop(only_migrated)


async def test_a_file_that_changes_after_it_was_checked_restores_nothing(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    async with furnished.uow() as uow:
        filler = "(SELECT string_agg(sha256(CAST(n * 100 + k AS text)::bytea), '') FROM generate_series(1, 30) AS k)"
        await uow.session.execute(
            text(f"INSERT INTO drafts (person_id, chat_id, telegram_message_id, text, written_at)"
                 f" SELECT 1, n, n, {filler}, now() FROM generate_series(100, 4000) AS n")
        )  # fmt: skip
    await taken(database_url, file)
    assert len(content(file)) > PIECE * 2
    with checked(file, current_ring()) as backup:
        with file.open("r+b") as changed:
            changed.seek(-1, os.SEEK_END)
            last = changed.read(1)
            changed.seek(-1, os.SEEK_END)
            changed.write(bytes([last[0] ^ 1]))
        with pytest.raises(BackupUnusable, match="damaged"):
            await restore(empty, backup)
    assert await nothing_in(empty)


@pytest.fixture
async def whole(furnished: Database, database_url: str, file: Path) -> bytes:
    """A backup, as bytes."""
    await taken(database_url, file)
    return content(file)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=200)
@given(data=st.data())
async def test_damage_anywhere_is_refused_before_anything_is_done(
    whole: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(whole) - 1))
    bit = data.draw(st.integers(0, 7))
    damaged = tmp_path / "damaged.backup"
    damaged.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
    with pytest.raises(BackupUnusable), checked(damaged, current_ring()):
        pytest.fail("it was opened")


@pytest.mark.parametrize("change", ["cut", "grown", "empty"])
async def test_a_file_of_another_length_is_refused(whole: bytes, tmp_path: Path, change: str) -> None:
    damaged = tmp_path / "damaged.backup"
    damaged.write_bytes({"cut": whole[:-1], "grown": whole + b"\0", "empty": b""}[change])
    with pytest.raises(BackupUnusable), checked(damaged, current_ring()):
        pytest.fail("it was opened")


async def test_a_backup_of_a_revision_that_is_not_known_here_says_who_can_restore_it(
    furnished: Database, database_url: str, empty: str, file: Path
) -> None:
    async with furnished.uow() as uow:
        await uow.session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await taken(database_url, file)
    with pytest.raises(BackupUnusable, match="revision 9999, which this version does not know"):
        await put_back(empty, file)
    assert await nothing_in(empty)


@pytest.mark.parametrize("missing", [TABLE, SEQUENCES])
async def test_what_does_not_add_up_restores_nothing(
    furnished: Database, database_url: str, empty: str, file: Path, monkeypatch: pytest.MonkeyPatch, missing: bytes
) -> None:
    """The file itself is whole: only what stands in it is not what it says."""
    put = RecordWriter.put
    seen: list[bytes] = []

    def leave_out(self: RecordWriter, kind: bytes, body: bytes) -> None:
        if missing == SEQUENCES and kind == b"E":
            return
        seen.append(kind)
        if not (missing == TABLE and seen.count(TABLE) == 1 and kind in (TABLE, b"D")):
            put(self, kind, body)

    with monkeypatch.context() as patch:
        patch.setattr(RecordWriter, "put", leave_out)
        await taken(database_url, file)
    with pytest.raises(BackupUnusable):
        await put_back(empty, file)
    assert await nothing_in(empty)


async def test_an_empty_database_has_nothing_to_back_up(empty: str, file: Path) -> None:
    with pytest.raises(BackupUnusable, match="nothing to back up"):
        await take(empty, file)
    assert not is_there(file)
