"""Rules about calls that have exactly one place: ending a transaction, reading the clock, speaking SQL."""

import ast
from collections.abc import Iterable

from tests.house.source_tree import Source, dotted_name

COMMIT_PLACE = "db/uow.py"
CLOCK_PLACE = "bot/clock.py"
WALL_CLOCK = frozenset(
    {
        "datetime.date.today",
        "datetime.datetime.now",
        "datetime.datetime.today",
        "datetime.datetime.utcnow",
        "time.ctime",
        "time.gmtime",
        "time.localtime",
        "time.strftime",
        "time.time",
        "time.time_ns",
    }
)
SQL_LIBRARIES = frozenset({"alembic", "asyncpg", "sqlalchemy"})


def commits_elsewhere(sources: Iterable[Source]) -> list[str]:
    """Every `.commit` outside the unit of work, called or handed on."""
    return [
        f"{source.path}:{node.lineno}: .commit belongs to {COMMIT_PLACE}"
        for source in sources
        if source.path != COMMIT_PLACE
        for node in source.nodes
        if isinstance(node, ast.Attribute) and node.attr == "commit"
    ]


def clock_reads_elsewhere(sources: Iterable[Source]) -> list[str]:
    """Every use of the wall clock outside `bot/clock.py`, called or handed on; `time.monotonic` is for durations."""
    found = []
    for source in sources:
        if source.path == CLOCK_PLACE:
            continue
        for node in source.nodes:
            if not isinstance(node, ast.Attribute | ast.Name):
                continue
            name = dotted_name(node, source.imports)
            if name in WALL_CLOCK:
                found.append(f"{source.path}:{node.lineno}: {name} belongs to {CLOCK_PLACE}")
    return found


def sql_imports(sources: Iterable[Source]) -> list[str]:
    """Every import of a database library."""
    return [
        f"{source.path}:{line}: {module} has no place in a conversation"
        for source in sources
        for line, module in source.imported_modules()
        if module.partition(".")[0] in SQL_LIBRARIES
    ]
