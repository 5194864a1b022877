"""Transactions end in one place, the clock is read in one place, conversations speak no SQL."""

import pytest

from tests.house.one_place import clock_reads_elsewhere, commits_elsewhere, sql_imports
from tests.house.source_tree import PACKAGES, ROOT, Source, read_sources

TIMED = tuple(package for package in PACKAGES if package != "simulator")


def test_only_the_unit_of_work_commits() -> None:
    assert commits_elsewhere(read_sources(ROOT, *TIMED)) == []


@pytest.mark.parametrize("line", ["await session.commit()", "callbacks.append(session.commit)"])
def test_a_planted_commit_is_caught(line: str) -> None:
    source = Source("casework/cases/take.py", f"async def take(session, callbacks):\n    {line}\n")
    assert commits_elsewhere([source]) == ["casework/cases/take.py:2: .commit belongs to db/uow.py"]


def test_only_the_clock_module_reads_the_clock() -> None:
    assert clock_reads_elsewhere(read_sources(ROOT, *TIMED)) == []


@pytest.mark.parametrize(
    "text",
    [
        "import datetime\ndatetime.datetime.now(datetime.UTC)",
        "from datetime import datetime as dt, UTC\ndt.now(UTC)",
        "from datetime import datetime\nread = datetime.utcnow",
        "from datetime import date\ndate.today()",
        "import time\ntime.time()",
        "from time import time as read\nread()",
        "def due():\n    from time import time_ns\n    return time_ns()",
    ],
)
def test_a_planted_clock_read_is_caught(text: str) -> None:
    assert len(clock_reads_elsewhere([Source("scheduler/jobs.py", text)])) == 1


@pytest.mark.parametrize(
    "text",
    [
        "import time\ntime.monotonic()",
        "def due(now):\n    return now.time()",
        "from datetime import datetime\ndatetime.fromisoformat('2026-01-01T00:00:00Z')",
    ],
)
def test_durations_and_given_times_are_free(text: str) -> None:
    assert clock_reads_elsewhere([Source("scheduler/jobs.py", text)]) == []


def test_conversations_import_no_database_library() -> None:
    assert sql_imports(read_sources(ROOT, "handlers")) == []


def test_a_planted_database_import_is_caught() -> None:
    text = "def ask():\n    from sqlalchemy import select\n    return select\n"
    assert sql_imports([Source("handlers/beneficiary/ask.py", text)]) == [
        "handlers/beneficiary/ask.py:2: sqlalchemy.select has no place in a conversation"
    ]
