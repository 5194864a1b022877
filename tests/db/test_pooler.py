"""A pooler that gives one server process to two open connections is seen; the server itself is not taken for one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from db import pooler
from db.pooler import shares_connections


async def test_the_server_itself_shares_nothing(database_url: str) -> None:
    assert not await shares_connections(database_url)
    assert not await shares_connections(database_url), "and looking leaves nothing behind"


@contextmanager
def _one_process(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """As through a pooler: whoever asks is answered by the same process of PostgreSQL."""
    with patch.context() as patched:
        patched.setattr(pooler, "_PID", text("SELECT 4242"))
        yield


async def test_one_process_behind_two_connections_is_seen(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with _one_process(monkeypatch):
        assert await shares_connections(database_url)
    assert not await shares_connections(database_url)


async def test_a_server_that_does_not_answer_is_an_error() -> None:
    with pytest.raises(OSError, match="Connect call failed"):
        await shares_connections("postgresql://me:secret@127.0.0.1:1/x")
