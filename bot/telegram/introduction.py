"""Telling Telegram how the bot shows itself, where that has changed since it was last told."""

from __future__ import annotations

import structlog
from aiogram.methods import TelegramMethod

from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed
from bot.telegram.profile import profile
from bot.texts.wording import Wording
from casework.letters.policies import Priority
from db.engine import Database
from db.repositories import told

log = structlog.get_logger(__name__)


async def introduce(calls: Calls, database: Database, wording: Wording) -> None:
    """Sets commands and descriptions; what fails is logged and tried at the next start."""
    async with database.uow() as uow:
        known = await told.digests(uow.session)
    for part in profile(wording):
        if known.get(part.key) != part.digest and await _told(calls, part.method):
            async with database.uow() as uow:
                await told.remember(uow.session, part.key, part.digest)


async def _told(calls: Calls, method: TelegramMethod[bool]) -> bool:
    try:
        return await calls.make(method, priority=Priority.BROADCAST)
    except CallFailed as failure:
        log.warning("profile_not_set", method=method.__api_method__, reason=failure.word)
        return False
