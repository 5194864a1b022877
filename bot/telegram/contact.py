"""Remembering when Telegram was last heard: Telegram forgets after a day what it could not deliver."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

import structlog

from bot.log import log_failure
from casework.context import Context
from casework.upkeep.note_contact import NoteContact, note_contact
from db.engine import Database
from db.uow import UnitOfWork

log = structlog.get_logger(__name__)

NOTED_EVERY_SECONDS = 60.0


class Contact:
    """Notes at most once a minute that Telegram was heard. `make_context` gives an act's context at business time."""

    def __init__(
        self,
        database: Database,
        bot_id: int,
        make_context: Callable[[UnitOfWork, datetime], Context],
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._bot_id = bot_id
        self._make_context = make_context
        self._now = now
        self._noted: float | None = None

    async def heard(self) -> None:
        """Telegram answered just now."""
        if self._noted is not None and time.monotonic() - self._noted < NOTED_EVERY_SECONDS:
            return
        try:
            async with self._database.uow() as uow:
                await note_contact(self._make_context(uow, self._now()), NoteContact(self._bot_id))
        except Exception as error:  # noqa: BLE001 - taking updates must go on; the next answer notes it
            log_failure(log, "contact_not_noted", error)
            return
        self._noted = time.monotonic()
