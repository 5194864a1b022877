"""What a database is asked, counted in statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine


@contextmanager
def counted(engine: AsyncEngine) -> Iterator[Counter[str]]:
    """What is asked over this engine meanwhile, each statement without its values; `BEGIN` counts transactions."""
    underneath, asked = engine.sync_engine, Counter[str]()

    def begin(*_: Any) -> None:
        asked["BEGIN"] += 1

    def ask(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        asked[" ".join(statement.split())] += 1

    event.listen(underneath, "begin", begin)
    event.listen(underneath, "before_cursor_execute", ask)
    try:
        yield asked
    finally:
        event.remove(underneath, "begin", begin)
        event.remove(underneath, "before_cursor_execute", ask)
