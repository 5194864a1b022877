"""The unit of work: one transaction, and the only place where one is committed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from types import TracebackType
from typing import Self, TypeVar

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from db.by_hand import NOTIFY, ask

T = TypeVar("T")
PULSE_SECONDS = 1.0

log = structlog.get_logger(__name__)

_HERE = text("SELECT 1")


class UnitOfWork:
    """One session in one transaction: `async with database.uow() as uow: ...`.

    A clean exit commits, an exception rolls back and goes on. Not to be entered twice. `sender` says to other processes
    who nudges them; None: there is nobody else to be nudged.
    """

    def __init__(
        self,
        make_session: Callable[[], AsyncSession],
        hearers: Sequence[Callable[[str], None]] = (),
        sender: str | None = "",
    ) -> None:
        self._make_session = make_session
        self._hearers = hearers
        self._sender = sender
        self._session: AsyncSession | None = None
        self._callbacks: list[Callable[[], None]] = []
        self._channels: dict[str, None] = {}

    @property
    def session(self) -> AsyncSession:
        """The session; RuntimeError outside of `async with`."""
        if self._session is None:
            raise RuntimeError("the unit of work is not open")
        return self._session

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call `callback` once after a successful commit; what it raises is logged by type and goes no further."""
        self._callbacks.append(callback)

    def nudge(self, channel: str) -> None:
        """Tell whoever works on `channel` ("inbox", "outbox") that there is work, once, with the commit."""
        self._channels[channel] = None

    async def beside(self, work: Callable[[], T]) -> T:
        """What `work` comes to, done in a thread while the transaction stays open: where what it needs cannot be read
        before. PostgreSQL hears each second that nobody has gone away; it ends a transaction that is silent for five.
        """
        task = asyncio.create_task(asyncio.to_thread(work))
        try:
            while not (await asyncio.wait({task}, timeout=PULSE_SECONDS))[0]:
                await self.session.execute(_HERE)
            return task.result()
        finally:
            await asyncio.wait({task})

    @asynccontextmanager
    async def never_kept(self) -> AsyncIterator[UnitOfWork]:
        """A unit of work inside this one: what is written there is taken back at its end, and nobody is nudged."""
        inner = UnitOfWork(self._make_session, sender=None)
        inner._session = self.session
        savepoint = await self.session.begin_nested()
        try:
            yield inner
        finally:
            await savepoint.rollback()

    async def __aenter__(self) -> Self:
        """Open the session; the transaction begins with its first statement."""
        if self._session is not None:
            raise RuntimeError("the unit of work is open already")
        self._session = self._make_session()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Commit or roll back, give the connection back, then run what waited for the commit."""
        session = self.session
        try:
            if exc is None:
                await self._commit(session)
            else:
                await session.rollback()
        finally:
            self._session = None
            await session.close()
        if exc is None:
            self._run_callbacks()

    async def _commit(self, session: AsyncSession) -> None:
        if self._channels and self._sender is not None:
            await ask(session, NOTIFY, {"channels": list(self._channels), "sender": self._sender})
        await session.commit()

    def _run_callbacks(self) -> None:
        hints: list[Callable[[], None]] = [
            partial(hearer, channel) for hearer in self._hearers for channel in self._channels
        ]
        for callback in self._callbacks + hints:
            try:
                callback()
            except Exception as exc:  # noqa: BLE001 - the work is committed; nothing after it may undo that
                log.error("after_commit_failed", error=type(exc).__name__)
