"""A backup and a broadcast keep out of each other's way: the nightly one waits, and then the broadcast does."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.catalogue import load_catalogue
from casework.broadcasts import feeding
from casework.broadcasts.tick import Tick, tick
from casework.context import MACHINE, Context
from db.backup import dump
from db.backup.dump import snapshot
from db.backup.take import BackupPlace
from db.engine import Database
from db.models import StaffMember
from db.repositories import backups, holds, staff
from rules.backups import may_wait
from scheduler.runs import Counts, Storage, run_backup
from simulator.server import Simulator
from tests.faults.many import crowd, sent_to_all

CATALOGUE = load_catalogue()
NOW = datetime(2026, 3, 11, 12, 0, tzinfo=UTC)
BY_DAY, AT_NIGHT = NOW, datetime(2026, 3, 11, 1, 0, tzinfo=UTC)
PEOPLE = 3
READY = "SELECT count(*) FROM letters WHERE kind = 'broadcast' AND sent_at IS NULL"


@pytest.fixture
def storage(database: Database, database_url: str, tmp_path: Path) -> Storage:
    return Storage(database, database_url, BackupPlace(tmp_path / "backups", 3))


@pytest.fixture
async def under_way(database: Database) -> None:
    """A broadcast that was sent, to a few people."""
    async with database.uow() as uow:
        organisation = await staff.organisation(uow.session, "luhansk", "LUH")
        lead = StaffMember(organisation_id=organisation.id, work_name="Світлана", role="supervisor", language="uk")
        lead.joined_at, lead.telegram_id = NOW, 7
        uow.session.add(lead)
    await crowd(Simulator("1:nobody").world, database, PEOPLE, NOW)
    await sent_to_all(database, CATALOGUE, NOW)


async def ticked(database: Database) -> Counts:
    """The clock looks once after broadcasts."""
    async with database.uow() as uow:
        did = await tick(Context(uow, MACHINE, NOW, CATALOGUE), Tick())
    return {"begun": did.begun, "fixed": did.fixed, "fed": did.fed, "over": did.over}


async def fed(database: Database) -> None:
    """It has begun, and its letters wait in the outbox."""
    await ticked(database)
    await ticked(database)
    assert await count(database, READY) == PEOPLE


async def count(database: Database, query: str) -> int:
    async with database.uow() as uow:
        return int((await uow.session.execute(text(query))).scalar_one())


async def letters_leave(database: Database) -> None:
    async with database.uow() as uow:
        await uow.session.execute(text("UPDATE letters SET sent_at = clock_timestamp() WHERE kind = 'broadcast'"))


async def aged(storage: Storage, hours: float, monkeypatch: pytest.MonkeyPatch, *, at: datetime = BY_DAY) -> None:
    """There is a backup, so many hours old at this moment."""

    async def moment(session: object) -> datetime:
        return at

    monkeypatch.setattr(backups, "real_now", moment)
    async with storage.database.uow() as uow:
        await uow.session.execute(
            text(
                "INSERT INTO backups (taken_at, bytes, file, fingerprint, revision) VALUES (:at, 1, 'before', 'x', 'x')"
            ),
            {"at": at - timedelta(hours=hours)},
        )


@pytest.mark.parametrize(("hours", "waits"), [(24, True), (24.9, True), (25.1, False), (40, False), (None, False)])
def test_it_waits_until_an_hour_before_somebody_has_to_look(hours: float | None, waits: bool) -> None:
    last = None if hours is None else NOW - timedelta(hours=hours)
    assert may_wait(last, NOW) is waits


@pytest.mark.usefixtures("under_way")
async def test_the_nightly_backup_waits_for_a_broadcast_and_comes_when_it_is_over(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fed(storage.database)
    await aged(storage, 24, monkeypatch)
    assert await run_backup(storage) == {"waits": 1}
    await letters_leave(storage.database)
    assert await run_backup(storage) == {"waits": 1}, "others are still to come"
    async with storage.database.uow() as uow:
        await uow.session.execute(text("UPDATE broadcast_runs SET state = 'finished', ended_at = started_at"))
    assert (await run_backup(storage))["rows"] > 0


@pytest.mark.usefixtures("under_way")
async def test_it_does_not_wait_for_one_that_sleeps(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    await fed(storage.database)
    await letters_leave(storage.database)
    await aged(storage, 24, monkeypatch, at=AT_NIGHT)
    assert (await run_backup(storage))["rows"] > 0


@pytest.mark.usefixtures("under_way")
async def test_one_that_is_not_due_waits_for_nothing(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> None:
    await fed(storage.database)
    await aged(storage, 2, monkeypatch)
    assert await run_backup(storage) == {}


@pytest.mark.usefixtures("under_way")
async def test_when_it_can_wait_no_longer_the_broadcast_is_held_for_it(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = storage.database
    monkeypatch.setattr(feeding, "AHEAD", PEOPLE - 1)
    await ticked(database)
    await ticked(database)
    monkeypatch.setattr(feeding, "AHEAD", PEOPLE)
    await aged(storage, 25.5, monkeypatch)
    taking = asyncio.create_task(run_backup(storage))
    async with asyncio.timeout(30):
        while not await count(database, "SELECT count(*) FROM holds"):
            await asyncio.sleep(0.01)
    # What is on its way leaves first; nothing follows it, and no snapshot is taken before.
    assert sum((await ticked(database)).values()) == 0
    assert not taking.done()
    assert await count(database, "SELECT count(*) FROM backups WHERE file <> 'before'") == 0
    await letters_leave(database)
    assert (await taking)["rows"] > 0
    assert await count(database, "SELECT count(*) FROM holds") == 0
    assert (await ticked(database))["fed"] == 1, "it goes on"


@pytest.mark.usefixtures("under_way")
async def test_while_a_snapshot_is_open_no_broadcast_begins_however_long_it_takes(
    database: Database, database_url: str
) -> None:
    async with snapshot(database_url) as taken:
        assert taken is not None
        async with database.uow() as uow:
            await uow.session.execute(text("UPDATE holds SET until = clock_timestamp()"))
        assert (await ticked(database))["begun"] == 0
    assert (await ticked(database))["begun"] == 1


@pytest.mark.usefixtures("under_way")
async def test_one_that_asked_and_died_holds_a_broadcast_for_minutes_at_most(database: Database) -> None:
    async with database.uow() as uow:
        await holds.hold_broadcasts(uow.session, "somebody who died")
    assert (await ticked(database))["begun"] == 0
    async with database.uow() as uow:
        left = text("SELECT until - clock_timestamp() FROM holds")
        assert (await uow.session.execute(left)).scalar_one() <= timedelta(seconds=holds.LEASE_SECONDS)
        await uow.session.execute(text("UPDATE holds SET until = clock_timestamp()"))
    assert (await ticked(database))["begun"] == 1


@pytest.mark.usefixtures("under_way")
async def test_whoever_asks_waits_for_the_transaction_that_feeds(database: Database, database_url: str) -> None:
    async with database.uow() as feeding:
        await tick(Context(feeding, MACHINE, NOW, CATALOGUE), Tick())

        async def ask() -> None:
            async with database.uow() as uow:
                await holds.hold_broadcasts(uow.session, "me")

        asking = asyncio.create_task(ask())
        blocked = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
        async with asyncio.timeout(30):
            while not await count(database, blocked):
                await asyncio.sleep(0.01)
        assert not asking.done()
    await asking
    async with snapshot(database_url) as taken:
        assert taken is not None, "no feeder has the snapshot's own lock"


@pytest.mark.usefixtures("under_way")
async def test_letters_that_nobody_sends_do_not_keep_it_for_ever(
    storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await fed(storage.database)
    monkeypatch.setattr(dump, "LEFT_SECONDS", 0.1)
    assert (await run_backup(storage))["rows"] > 0
    assert await count(storage.database, READY) == PEOPLE
