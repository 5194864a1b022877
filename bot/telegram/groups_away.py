"""Staff groups that do not take what the bot sends: their letters wait, and are asked for once a minute, not each."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import structlog

from bot.telegram.ledger import Ledger
from casework.context import MACHINE, Context
from casework.staff.group_away import Away, GroupAway, GroupBack, group_away, group_back
from db.repositories import staff
from db.uow import UnitOfWork

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class _Known:
    reason: Away
    until: float = 0.0
    """When the group is worth asking again."""
    lanes: set[str] = field(default_factory=set)
    """Whose letters failed: only what failed can show that it works again, since other calls need other rights."""


class GroupsAway:
    """What this process knows of groups that are away. `seconds`: how long a group is left alone after a failure."""

    def __init__(self, ledger: Ledger, seconds: float) -> None:
        self._ledger = ledger
        self._seconds = seconds
        self._away: dict[int, _Known] = {}
        self._looked = False

    async def held(self, chat_id: int) -> float:
        """Seconds for which letters to the chat had better wait; 0 for any chat that is not known to be away."""
        if chat_id > 0:
            return 0.0
        if not self._looked:
            await self._look()
        if (known := self._away.get(chat_id)) is None:
            return 0.0
        if await self._is_away(chat_id):
            return max(0.0, known.until - time.monotonic())
        # Telegram has told another part of the bot that all is well.
        self._away.pop(chat_id, None)
        return 0.0

    async def failed(self, chat_id: int, lane: str, reason: Away) -> float:
        """A letter failed for what people have to put right there; returns the seconds after which to try again."""
        known = self._away.get(chat_id)
        if known is None or known.reason is not reason:
            log.warning("group_away", reason=reason.value)
            await self._tell(chat_id, reason)
            known = self._away[chat_id] = _Known(reason, lanes=known.lanes if known else set())
        known.lanes.add(lane)
        if reason is Away.REMOVED:
            known.until = time.monotonic() + self._seconds
        return self._seconds

    async def worked(self, chat_id: int, lane: str, *, made_topic: bool = False) -> None:
        """A letter reached the chat, or a topic was made there."""
        known = self._away.get(chat_id)
        if known is None or not (made_topic or known.reason is Away.REMOVED or lane in known.lanes):
            return
        self._away.pop(chat_id, None)
        log.info("group_back")

        async def write(uow: UnitOfWork) -> None:
            await group_back(self._context(uow), GroupBack(chat_id))

        await self._ledger.change(write)

    async def _look(self) -> None:
        """What was known before this process began."""
        async with self._ledger.database.uow() as uow:
            groups = await staff.bound_groups(uow.session)
        for group in groups:
            if group.away_reason is not None:
                self._away.setdefault(group.chat_id, _Known(Away(group.away_reason)))
        self._looked = True

    async def _is_away(self, chat_id: int) -> bool:
        async with self._ledger.database.uow() as uow:
            group = await staff.group(uow.session, chat_id)
        # A group that is not bound is nobody's to put right, but may well be away.
        return group is None or group.unbound_at is not None or group.away_since is not None

    async def _tell(self, chat_id: int, reason: Away) -> None:
        async def write(uow: UnitOfWork) -> None:
            await group_away(self._context(uow), GroupAway(chat_id, reason))

        await self._ledger.change(write)

    def _context(self, uow: UnitOfWork) -> Context:
        return Context(uow, MACHINE, self._ledger.now(), self._ledger.catalogue)
