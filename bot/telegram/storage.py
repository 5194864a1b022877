"""aiogram's conversation storage on the update's own transaction: what a handler remembers commits with what it did."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey
from sqlalchemy.ext.asyncio import AsyncSession

from db.repositories import conversations


@dataclass(slots=True)
class _Kept:
    state: str | None
    data: dict[str, Any]
    changed: bool = False


class RowStorage(BaseStorage):
    """Reads a conversation's row once and writes it once, at `flush`. `now`: business time, noted in the row."""

    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now
        self._kept: dict[str, _Kept] = {}

    def know(self, key: StorageKey, state: str | None, data: str | None) -> None:
        """What the conversation's row holds, as it was read already; `data`: JSON."""
        self._kept[row_key(key)] = _kept(state, data)

    async def get_state(self, key: StorageKey) -> str | None:
        """The conversation's state."""
        return (await self._load(key)).state

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Remember another state; None ends the conversation, its data stays until it is set."""
        kept = await self._load(key)
        kept.state = state.state if isinstance(state, State) else state
        kept.changed = True

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The conversation's data, a copy."""
        return dict((await self._load(key)).data)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Remember other data: plain JSON values."""
        kept = await self._load(key)
        kept.data = dict(data)
        kept.changed = True

    async def flush(self) -> None:
        """Write what changed."""
        for key, kept in self._kept.items():
            if kept.changed:
                data = json.dumps(kept.data, ensure_ascii=False) if kept.data else None
                await conversations.save(self._session, key, kept.state, data, self._now)
                kept.changed = False

    async def close(self) -> None:
        """Nothing is held: the transaction belongs to the update."""

    async def _load(self, key: StorageKey) -> _Kept:
        name = row_key(key)
        if name not in self._kept:
            self._kept[name] = _kept(*await conversations.load(self._session, name))
        return self._kept[name]


def _kept(state: str | None, data: str | None) -> _Kept:
    return _Kept(state, json.loads(data) if data else {})


def row_key(key: StorageKey) -> str:
    """`bot:chat:thread:user`, with the destiny behind it where it is not the usual one."""
    place = f"{key.bot_id}:{key.chat_id}:{key.thread_id or 0}:{key.user_id}"
    return place if key.destiny == "default" else f"{place}:{key.destiny}"
