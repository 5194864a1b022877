"""Where updates enter, by whichever way they came: committed to the inbox before Telegram hears that they arrived."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.telegram import metrics
from bot.telegram.lanes import lane_of
from db.by_hand import Hand
from db.engine import Database
from db.repositories import inbox
from db.repositories.inbox import Arrival
from db.trouble import by_hand_until_it_passes

CHANNEL = "inbox"
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "message_reaction", "my_chat_member")


class Intake:
    """The door of one bot's inbox."""

    def __init__(self, database: Database, bot_id: int) -> None:
        self._database = database
        self._bot_id = bot_id

    async def keep(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit updates as Telegram sent them; those known already are left out. Waits for PostgreSQL if need be.

        Whatever is raised, nothing of them is kept.
        """
        arrivals = [Arrival(update["update_id"], lane_of(update), _body(update)) for update in updates]

        async def write(hand: Hand) -> int:
            new = await inbox.add(hand, self._bot_id, arrivals)
            hand.nudge(CHANNEL)
            return new

        metrics.updates_received.inc(await by_hand_until_it_passes(self._database, write))


def _body(update: dict[str, Any]) -> str:
    """The update as it is kept: the same update gives the same text."""
    return json.dumps(update, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
