"""The icons a topic may have: Telegram gives each emoji of a fixed set an id of its own."""

from __future__ import annotations

from aiogram.methods import GetForumTopicIconStickers

from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed

VARIATION = "\ufe0f"
"""Asks for the coloured form of a sign; Telegram writes it or not, as it likes."""


class TopicIcons:
    """Emoji → id, asked for once."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._ids: dict[str, str] | None = None

    async def id_of(self, emoji: str | None) -> str | None:
        """The id of an emoji's icon; None if it is not in the set or the set can't be had now."""
        if emoji is None:
            return None
        if self._ids is None:
            self._ids = await self._ask()
        return (self._ids or {}).get(emoji.replace(VARIATION, ""))

    async def _ask(self) -> dict[str, str] | None:
        try:
            stickers = await self._calls.make(GetForumTopicIconStickers())
        except CallFailed:
            return None
        return {
            sticker.emoji.replace(VARIATION, ""): sticker.custom_emoji_id
            for sticker in stickers
            if sticker.emoji and sticker.custom_emoji_id
        }
