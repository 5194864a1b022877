"""`python -m bot jobs`: every job with its time, its rule, its last run and its reason; and one run by hand."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.__main__ import main
from bot.job_commands import NO_DATABASE, line_of
from db.engine import Database
from db.models import JobResult
from scheduler.jobs import BY_NAME
from tests.bot.command_line import CommandLine

AT = datetime(2026, 3, 11, 0, 0, 12, tzinfo=UTC)
BEFORE = datetime(2026, 3, 10, 0, 0, 5, tzinfo=UTC)


def result(error: str | None, did_at: datetime | None = None, ok_at: datetime | None = BEFORE) -> JobResult:
    counts = {"rows": 7, "bytes": 0} if did_at else {}
    return JobResult(
        job="backup", ran_at=AT, took_ms=12_340, error=error, ok_at=ok_at, did_at=did_at, counts=counts
    )  # fmt: skip


def test_without_a_database_every_job_stands_there_with_its_time_its_rule_and_its_reason(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("KEYS_DIR", str(tmp_path / "keys"))
    assert main(["jobs"]) == 0
    *lines, empty, why_not = capsys.readouterr().out.splitlines()
    assert (empty, why_not) == ("", NO_DATABASE)
    assert len(lines) == len(BY_NAME)
    for line, job in zip(lines, BY_NAME.values(), strict=True):
        assert line.startswith(job.name)
        assert str(job.trigger) in line
        assert job.missed.words in line
        assert line.endswith(job.why)
    assert not (tmp_path / "keys").exists(), "to look makes no keys"


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (None, "-"),
        (result(None), "11.03. 02:00:12 ok, 12.3 s, nothing to do"),
        (result(None, AT), "11.03. 02:00:12 ok, 12.3 s; rows 7"),
        (result(None, BEFORE), "11.03. 02:00:12 ok, 12.3 s; 10.03. 02:00:05 rows 7"),
        (result("DBAPIError"), "11.03. 02:00:12 failed: DBAPIError, 12.3 s; ok 10.03. 02:00:05"),
        (result("OSError", ok_at=None), "11.03. 02:00:12 failed: OSError, 12.3 s; ok never"),
    ],
)
def test_the_last_run_is_told_in_the_time_of_kyiv(known: JobResult | None, said: str) -> None:
    assert f"  {said}  " in line_of(BY_NAME["backup"], known)


async def test_a_job_runs_by_hand_and_the_table_tells_how_it_went(cli: CommandLine, database: Database) -> None:
    ran = await asyncio.to_thread(cli.run, "jobs", "run", "backup")
    assert (ran.code, ran.err.count("job_failed")) == (0, 0), ran
    assert ran.out.startswith("backup: ok, ")
    assert ", rows " in ran.out
    again = await asyncio.to_thread(cli.run, "jobs", "run", "backup")
    assert (again.code, again.out.strip().endswith("nothing to do")) == (0, True), again
    told = await asyncio.to_thread(cli.run, "jobs")
    [line] = [each for each in told.out.splitlines() if each.startswith("backup ")]
    assert " ok, " in line
    assert "rows " in line
    async with database.uow() as uow:
        await uow.session.execute(text("DROP TABLE drafts CASCADE"))
    failed = await asyncio.to_thread(cli.run, "jobs", "run", "drop-drafts")
    assert (failed.code, "ProgrammingError" in failed.out) == (1, True), failed
    told = await asyncio.to_thread(cli.run, "jobs")
    [line] = [each for each in told.out.splitlines() if each.startswith("drop-drafts")]
    assert " failed: ProgrammingError, " in line
    assert "; ok never" in line


def test_a_job_that_is_none_is_refused_in_one_line(cli: CommandLine) -> None:
    cli.run("jobs", "run", "sweep").is_one_line("no job sweep", "retention", "backup")
