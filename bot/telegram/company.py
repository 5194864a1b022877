"""One budget for all processes of a bot: each keeps the whole of it, and tells the others of its calls before it makes
them. See decision 47.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.log import log_failure
from bot.telegram.notes import START_WITHIN, Note
from bot.telegram.pace import Pace
from db.engine import Database
from db.repositories import budget, letters
from db.repositories.budget import Heard, ToCall, Told

log = structlog.get_logger(__name__)

LOT = 10
"""Letters that a process claims at a time where others work, too: so many places are idle at most when it dies."""
END_WITHIN = START_WITHIN + 25.0
"""Seconds after its note in which a call has ended, whatever became of whoever made it."""


@dataclass(slots=True)
class _Open:
    """A call of another process of which not all is known."""

    chat_id: int | None
    priority: int
    started: bool = False


class Company:
    """What this process and the others tell each other. `worker_id`: this one's; `has_company`: whether others work.

    `pace` carries what is known of all calls, this process's and theirs.
    """

    def __init__(
        self,
        pace: Pace,
        database: Database,
        worker_id: Callable[[], int | None] = lambda: None,
        has_company: Callable[[], bool] = lambda: False,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pace = pace
        self._database = database
        self._worker_id = worker_id
        self._has_company = has_company
        self._monotonic = monotonic
        self._open: dict[int, _Open] = {}
        self._seen = 0
        self._met = False

    @property
    def there(self) -> bool:
        """Whether others have to be told."""
        return self._met or self._has_company()

    def met(self, others: bool) -> None:
        """What the last look at the database said, under the lock of claims."""
        self._met = others

    async def learn(self, session: AsyncSession) -> None:
        """What the budget has to know of the time before, whoever made the calls."""
        await letters.lock_claims(session)
        await self.hear(session)
        spent = await budget.recently_spent(session, self._pace.memory_seconds)
        for chat_id, seconds in await budget.paused_chats(session):
            self._pace.pause(chat_id, seconds)
        self._pace.remember((each.chat_id, each.ago) for each in spent)

    async def hear(self, session: AsyncSession) -> None:
        """What others noted since, and what became of their calls."""
        heard = await budget.hear(session, self._seen, list(self._open))
        gone = self._open.keys() - {each.id for each in heard}
        for note_id in gone:
            self._forget(note_id)
        me = self._worker_id()
        for each in heard:
            self._seen = max(self._seen, each.id)
            if each.worker_id != me:
                self._take_in(each)

    async def tell(self, session: AsyncSession, calls: Sequence[ToCall]) -> list[Note]:
        """Note calls for which places are kept. Tell the pace of the notes when the transaction has committed."""
        ids = await budget.tell(session, self._worker_id() or 0, calls)
        now = self._monotonic()
        return [Note(note_id, each.chat_id, each.priority, now) for note_id, each in zip(ids, calls, strict=True)]

    async def say(self, session: AsyncSession) -> list[Note]:
        """What became of calls of ours; returns the notes, to be told again if the transaction fails."""
        if not (notes := self._pace.notes.to_tell()):
            return []
        now = self._monotonic()
        told = [Told(each.id, _ago(each.started, now), _ago(each.ended, now)) for each in notes if not each.dropped]
        if told:
            await budget.became(session, told)
        if dropped := [each.id for each in notes if each.dropped]:
            await budget.take_back(session, dropped)
        return notes

    async def take(self, chat_id: int | None, priority: int) -> float:
        """As `Pace.take`, with the others told."""
        if not self._open and (wait := self._pace.wait(chat_id, priority)) > 0:
            return wait
        taken = False
        try:
            async with self._database.uow() as uow:
                await letters.lock_claims(uow.session)
                await self.hear(uow.session)
                if (wait := self._pace.take(chat_id, priority)) > 0:
                    return wait
                taken, begun = True, self._monotonic()
                notes = await self.tell(uow.session, [ToCall(chat_id, priority)])
        except BaseException:
            if taken:
                self._pace.ended(chat_id)
            raise
        self._pace.notes.add(notes)
        self._pace.notes.started(chat_id, priority, begun)
        return 0.0

    async def settle(self) -> None:
        """Tell at once what became of calls of ours; should that fail, others see them settled a moment later."""
        notes: list[Note] = []
        try:
            async with self._database.uow() as uow:
                notes = await self.say(uow.session)
        except Exception as error:  # noqa: BLE001 - a call that was made is not undone by this
            self._pace.notes.tell_again(notes)
            log_failure(log, "calls_not_settled", error)

    async def tell_pause(self, chat_id: int | None, seconds: float) -> None:
        """Others need not ask Telegram to hear the same; should this fail, they do."""
        try:
            async with self._database.uow() as uow:
                await letters.lock_claims(uow.session)
                await budget.tell_pause(uow.session, self._worker_id() or 0, chat_id, seconds)
                uow.nudge("outbox")
        except Exception as error:  # noqa: BLE001 - each process finds it out by itself as well
            log_failure(log, "pause_not_told", error)

    def _take_in(self, heard: Heard) -> None:
        if heard.pause is not None:
            self._pace.pause(heard.chat_id, max(0.0, heard.pause - heard.noted))
            return
        known = self._open.get(heard.id)
        if known is None:
            known = self._open[heard.id] = _Open(heard.chat_id, heard.priority)
            self._pace.kept_elsewhere(known.chat_id, known.priority, heard.noted)
        started = heard.started if heard.started is not None else _by_then(heard.noted, START_WITHIN)
        if not known.started and started is not None:
            known.started = True
            self._pace.started_elsewhere(known.chat_id, known.priority, started)
        if not known.started:
            return
        if known.chat_id is None or known.chat_id > 0:
            del self._open[heard.id]
            return
        ended = heard.ended if heard.ended is not None else _by_then(heard.noted, END_WITHIN)
        if ended is not None:
            del self._open[heard.id]
            self._pace.ended_elsewhere(known.chat_id, ended)

    def _forget(self, note_id: int) -> None:
        """It was taken back, or is so old that nobody keeps it."""
        known = self._open.pop(note_id)
        if not known.started:
            self._pace.given_back_elsewhere(known.chat_id, known.priority)
        elif known.chat_id is not None:
            self._pace.ended_elsewhere(known.chat_id, 0.0)


def _ago(at: float | None, now: float) -> float | None:
    return None if at is None else now - at


def _by_then(noted: float, within: float) -> float | None:
    """How long ago at least what was noted so long ago has happened; None if it may still happen."""
    return noted - within if noted >= within else None
