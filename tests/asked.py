"""What PostgreSQL is asked, whoever asks: a session, or a hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event
from sqlalchemy.ext.asyncio import AsyncEngine

from db import by_hand
from db.by_hand import Statement

BEGIN = "BEGIN"


@contextmanager
def heard(engine: Engine, hear: Callable[[str], None]) -> Iterator[None]:
    """`hear` is given each statement of this process before it is asked, `BEGIN` before a transaction of several."""
    fetch, execute = by_hand._fetch, by_hand._execute

    def begin(_: Connection) -> None:
        hear(BEGIN)

    def ask(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        hear(statement)

    async def ask_by_hand(driver: Any, statement: Statement, values: Mapping[str, Any]) -> Sequence[Any]:
        hear(statement.numbered)
        return await fetch(driver, statement, values)

    async def say_by_hand(driver: Any, sql: str) -> None:
        for each in sql.split("; "):
            if each not in ("COMMIT", "ROLLBACK"):
                hear(each)
        await execute(driver, sql)

    event.listen(engine, "begin", begin)
    event.listen(engine, "before_cursor_execute", ask)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(by_hand, "_fetch", ask_by_hand)
        patch.setattr(by_hand, "_execute", say_by_hand)
        try:
            yield
        finally:
            event.remove(engine, "begin", begin)
            event.remove(engine, "before_cursor_execute", ask)


@contextmanager
def counted(engine: AsyncEngine) -> Iterator[Counter[str]]:
    """How often each statement is asked over this engine meanwhile, without its values; `BEGIN`: transactions of
    several statements.
    """
    asked = Counter[str]()

    def hear(statement: str) -> None:
        asked[" ".join(statement.split())] += 1

    with heard(engine.sync_engine, hear):
        yield asked
