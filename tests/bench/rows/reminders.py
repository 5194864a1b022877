"""Reminders: how fast what is due becomes letters, whether the loop stays free meanwhile, and what a look costs that
finds nothing, in ten thousand, a million and ten million that wait.

What people wanted to remember themselves is the plainest kind. Of a family's missing papers most has to be known.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import median

from sqlalchemy import TextClause, text

from casework.context import MACHINE, Context
from casework.reminders.write_due import BATCH
from db.engine import Database
from db.repositories import reminders
from db.uow import UnitOfWork
from rules.local_time import end_of_day
from rules.roles import Role
from scheduler.jobs import JOBS
from scheduler.runner import Scheduler
from tests.bench.machine import Cores, in_place_of_a_bot
from tests.bench.results import ROUNDS, Result, against
from tests.bench.scene import CATALOGUE, House, Scene, open_scene
from tests.casework.allocation.crowd import called
from tests.casework.world import World
from tests.rules.allocation.invented import campaign

NOW = datetime(2026, 3, 11, 9, 0, tzinfo=UTC)
DUE = 6_000
"""Reminders of a round, each of a person of their own."""
FAMILIES = 600
"""Families of whom papers are missing, one reminder each in a round."""
LAST_DAY = date(2026, 6, 30)
RATE_BAR, STALL_BAR_MS = 2_000.0, 50.0
STEP = 0.002
SIZES = (10_000, 1_000_000, 10_000_000)
LOOKS = 60
REST_BAR = 1.5
[WRITE] = [job for job in JOBS if job.name == "write-reminders"]
PEOPLE = text(
    """
    WITH made AS (
        INSERT INTO people (telegram_id, language, created_at, watched)
        SELECT 700000 + n, 'uk', :now, false FROM generate_series(1, :count) AS n
        RETURNING id
    )
    INSERT INTO consents (person_id, version, given_at) SELECT id, '1', :now FROM made
    """
)
_DUE = text(
    """
    INSERT INTO reminders (kind, unique_key, person_id, due_at, planned_at)
    SELECT 'own', :round || ':' || id, id, CAST(:now AS timestamptz) - id * interval '1 millisecond', :now FROM people
    """
)
_LACK_PAPERS = text(
    """
    WITH asked AS (
        UPDATE applications SET state = 'needs-documents', papers_by = :last
        WHERE state <> 'withdrawn' RETURNING case_id
    )
    INSERT INTO wanted_documents (case_id, document, state, changed_at)
    SELECT case_id, 'birth', 'asked', :now FROM asked
    """
)
PAPERS_DUE = text(
    """
    INSERT INTO reminders (kind, unique_key, person_id, subject, about_at, due_at, planned_at)
    SELECT 'application', :round || ':' || id, person_id, id, :about, CAST(:now AS timestamptz), :now
    FROM applications WHERE state = 'needs-documents'
    """
).bindparams(about=end_of_day(LAST_DAY))
# Due in the coming years, none before tomorrow, in no order.
_WAITING = text(
    """
    INSERT INTO reminders (kind, unique_key, due_at, planned_at)
    SELECT 'own', 'w:' || n, CAST(:now AS timestamptz) + (1 + CAST(n AS bigint) * 7919 % 1000) * interval '1 day', :now
    FROM generate_series(1, :count) AS n
    """
)
_NOT_ASKED_FOR = text(
    """
    SELECT indexrelid::regclass::text FROM pg_index
    LEFT JOIN pg_constraint ON conindid = indexrelid
    WHERE indrelid = CAST('reminders' AS regclass) AND conname IS NULL
      AND indexrelid <> CAST('ix_reminders_due' AS regclass)
    """
)


async def measure(house: House) -> list[Result]:
    """Rows a second beside what PostgreSQL needs only to claim them, and the longest stall of the loop."""
    ours, plain, idle = [], [], []
    async with open_scene(house) as scene:
        async with scene.database.uow() as uow:
            await uow.session.execute(PEOPLE, {"now": NOW, "count": DUE})
        with in_place_of_a_bot(house.cores):
            for number in range(ROUNDS):
                ours.append(await written(scene.database, f"ours{number}", DUE))
                plain.append(await _claimed(scene.database, f"plain{number}"))
                idle.append(await _idle(DUE / ours[-1].rate))
        papers = await _papers(scene.database, house.cores)
    bar, runs = f">= {RATE_BAR:.0f} rows/s", [*ours, *papers]
    settings = {
        "reminders a round": DUE,
        "families": FAMILIES,
        "in one transaction": BATCH,
        "ms of stalls": [round(each.late, 1) for each in runs],
        "ms of own work without a break": [round(each.own, 1) for each in runs],
        "rows/s of papers": [round(each.rate) for each in papers],
    }
    worst, calm, of_papers = max(each.late for each in runs), max(idle), median(each.rate for each in papers)
    return [
        against(
            "reminders", [each.rate for each in ours], plain, unit="rows/s", bar=bar, settings=settings,
            good=lambda _, rate: rate >= RATE_BAR,
        ),
        Result(
            "reminders: missing papers", of_papers, "rows/s", bar=bar, holds=of_papers >= RATE_BAR, settings=settings
        ),
        Result(
            "reminders: longest stall", worst, "ms", calm, worst / calm, f"<= {STALL_BAR_MS:.0f} ms",
            holds=worst <= STALL_BAR_MS, settings=settings,
        ),
    ]  # fmt: skip


async def measure_at_rest(house: House) -> list[Result]:
    """Milliseconds of a run of the job that finds nothing due: the largest against the smallest."""
    took: dict[int, list[float]] = {size: [] for size in SIZES}
    async with open_scene(house) as scene:
        began = time.monotonic()
        async with _resting(scene, SIZES) as databases:
            filled = round(time.monotonic() - began)
            for _ in range(ROUNDS):
                for size, database in databases.items():
                    took[size].append(await _look(database))
    settings = {"ms at": {str(size): round(median(each), 3) for size, each in took.items()}, "seconds to fill": filled}
    return [
        against(
            f"reminders at rest: {size} waiting against {SIZES[0]}", took[size], took[SIZES[0]], unit="ms",
            bar=f"<= {REST_BAR} x", settings=settings, good=lambda ratio, _: ratio <= REST_BAR,
        )
        for size in SIZES[1:]
    ]  # fmt: skip


@dataclass(frozen=True)
class Run:
    """`rate`: rows a second; the longest stalls in milliseconds, see `_longest_stall`."""

    rate: float
    late: float
    own: float


async def written(database: Database, name: str, count: int, due: TextClause = _DUE, now: datetime = NOW) -> Run:
    """So many become due and are written by the job itself."""
    await _become_due(database, name, due, now)
    stall = asyncio.create_task(_longest_stall())
    await asyncio.sleep(0)
    began = time.perf_counter()
    did = await _clock(database).run(WRITE, now)
    seconds = time.perf_counter() - began
    stall.cancel()
    assert did == {"due": count, "late": 0, "gone": 0}, "nothing is lost, stale or untrue"
    return Run(count / seconds, *await stall)


async def fill(database: Database, count: int) -> None:
    """So many wait for another day, in an empty table; of its indexes those stay that a look could use."""
    async with database.engine.begin() as connection:
        await connection.execute(text("SET LOCAL maintenance_work_mem = '256MB'"))
        await connection.execute(text("ALTER TABLE reminders DROP CONSTRAINT uq_reminders_unique_key"))
        for (name,) in (await connection.execute(_NOT_ASKED_FOR)).all():
            await connection.execute(text(f"DROP INDEX {name}"))
        due = text("SELECT pg_get_indexdef(CAST('ix_reminders_due' AS regclass))")
        definition = (await connection.execute(due)).scalar_one()
        await connection.execute(text("DROP INDEX ix_reminders_due"))
        await connection.execute(_WAITING, {"now": NOW, "count": count})
        await connection.execute(text(definition))
    async with database.engine.connect() as connection:
        plain = await connection.execution_options(isolation_level="AUTOCOMMIT")
        await plain.execute(text("VACUUM ANALYZE reminders"))


def _clock(database: Database) -> Scheduler:
    def make_context(uow: UnitOfWork, now: datetime) -> Context:
        return Context(uow, MACHINE, now, CATALOGUE)

    return Scheduler(database, lambda: NOW, make_context)


async def lacking_papers(database: Database, families: int) -> None:
    """So many families have applied, and papers of theirs are missing."""
    async with database.uow() as uow:
        world = World(uow)
        lead = await world.staff(Role.SUPERVISOR, "Світлана")
        await called(world, lead, campaign(applications=families, children=families))
        await uow.session.flush()
        await uow.session.execute(_LACK_PAPERS, {"last": LAST_DAY, "now": NOW})


async def _papers(database: Database, cores: Cores) -> list[Run]:
    """A day for each round: a family hears once a day."""
    await lacking_papers(database, FAMILIES)
    days = [NOW + timedelta(days=number) for number in range(ROUNDS)]
    with in_place_of_a_bot(cores):
        return [await written(database, f"papers{at:%j}", FAMILIES, PAPERS_DUE, at) for at in days]


async def _become_due(database: Database, name: str, due: TextClause = _DUE, now: datetime = NOW) -> None:
    async with database.uow() as uow:
        await uow.session.execute(due, {"now": now, "round": name})


async def _claimed(database: Database, name: str) -> float:
    """Rows a second of the claim alone, in lots of the same size."""
    await _become_due(database, name)
    began, rows = time.perf_counter(), 0
    while True:
        async with database.uow() as uow:
            found = await reminders.claim(uow.session, NOW, BATCH)
        if not found:
            return rows / (time.perf_counter() - began)
        rows += len(found)


async def _longest_stall() -> tuple[float, float]:
    """Until it is cancelled: by how many milliseconds the loop was late at most, and how many of its own core it was at
    work without a break. On a busy machine the first says little.
    """
    longest, own = 0.0, 0.0
    try:
        while True:
            before, used = time.perf_counter(), time.thread_time()
            await asyncio.sleep(STEP)
            longest = max(longest, time.perf_counter() - before - STEP)
            own = max(own, time.thread_time() - used)
    except asyncio.CancelledError:
        return 1000 * longest, 1000 * own


async def _idle(seconds: float) -> float:
    """Milliseconds of the longest stall of a loop that does nothing for so long: the machine's own."""
    stall = asyncio.create_task(_longest_stall())
    await asyncio.sleep(seconds)
    stall.cancel()
    return (await stall)[0]


@asynccontextmanager
async def _resting(scene: Scene, sizes: Sequence[int]) -> AsyncIterator[dict[int, Database]]:
    """A database for each size."""
    await scene.database.close()
    template = scene.database.engine.url.database or ""
    names = {size: await scene.server.create(template) for size in sizes}
    databases = {size: Database.open(scene.server.url(name), pool_size=1) for size, name in names.items()}
    try:
        for size, database in databases.items():
            await fill(database, size)
        yield databases
    finally:
        for database in databases.values():
            await database.close()
        for name in names.values():
            await scene.server.drop(name)


async def _look(database: Database) -> float:
    """Milliseconds of one look, the median of many."""
    clock, took = _clock(database), []
    for _ in range(LOOKS):
        began = time.perf_counter()
        did = await clock.run(WRITE, NOW + timedelta(hours=1))
        took.append(1000 * (time.perf_counter() - began))
        assert did == {"due": 0, "late": 0, "gone": 0}
    return median(took)
