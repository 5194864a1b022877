"""Who the bot is at Telegram, and what it may do there."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import structlog
from aiogram.methods import GetMe

from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed, Refused, TokenRefused, TooFast

log = structlog.get_logger(__name__)

FIRST_DELAY = 0.5
LONGEST_DELAY = 30.0


@dataclass(frozen=True, slots=True)
class Identity:
    """The bot's account. `private_topics`: whether people's private chats with it can have topics."""

    id: int
    username: str
    name: str
    private_topics: bool


async def who_am_i(calls: Calls) -> Identity:
    """Ask Telegram until it answers; `TokenRefused` if it does not know the token."""
    delay = FIRST_DELAY
    while True:
        try:
            me = await calls.make(GetMe())
        except (TokenRefused, Refused):
            # An unknown token is also answered with 404.
            raise TokenRefused from None
        except CallFailed as failure:
            log.warning("telegram_not_reached", reason=failure.word)
            await asyncio.sleep(failure.seconds if isinstance(failure, TooFast) else delay)
            delay = min(delay * 2, LONGEST_DELAY)
        else:
            return Identity(me.id, me.username or "", me.first_name, bool(me.has_topics_enabled))
