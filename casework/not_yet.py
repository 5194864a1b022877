"""An act that comes a moment too early: Telegram shows a message before we hear that it left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

Found = TypeVar("Found")


class NotYet(Exception):
    """What the act has to know is being written down right now. Nothing was written: the same act is to be tried again
    in a moment, and whoever asked for it hears nothing of that.
    """


async def once_written(
    look: Callable[[], Awaitable[Found | None]], leaving: Callable[[], Awaitable[bool]]
) -> Found | None:
    """What `look` finds at a message; None only where nothing is on its way there. Raises `NotYet` while something is.

    `leaving`: whether a letter is at Telegram, or there already without anybody having written it down.
    """
    found = await look()
    if found is not None:
        return found
    if await leaving():
        raise NotYet
    # It may have been written down between the two.
    return await look()
