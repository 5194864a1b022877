"""Somebody is taken out of a group, in as many calls as Telegram wants for that."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from aiogram.methods import BanChatMember, UnbanChatMember

from bot.telegram.failures import Cause, Refused, Unreachable

if TYPE_CHECKING:
    from bot.telegram.forms import Errand

NOBODY_INSIDE = frozenset({Cause.NOT_INSIDE, Cause.CHAT_GONE})
"""Refusals that say that there is nobody to take out."""


async def put_out(chat_id: int, account: int, errand: Errand) -> str:
    """Banned and let in again: they are out, and an invitation would bring them back. Returns why not, or nothing.

    What the bot may not do is for a human at once, and no reason to hold the letters of the group. `CallFailed` where
    trying again may help.
    """
    try:
        await errand.make_if_needed(BanChatMember(chat_id=chat_id, user_id=account))
    except Unreachable as failure:
        return failure.reason
    except Refused as refusal:
        return "" if refusal.cause in NOBODY_INSIDE else refusal.cause.value
    with suppress(Refused):
        # A plain group has no list of the banned.
        await errand.make_if_needed(UnbanChatMember(chat_id=chat_id, user_id=account, only_if_banned=True))
    return ""
