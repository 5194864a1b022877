"""The menus of staff: whoever has an older list of commands than their role and language now have gets the new one."""

from __future__ import annotations

import structlog

from bot.log import log_failure
from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed
from bot.telegram.profile import desk_commands, menu_digest
from bot.telegram.rounds import Rounds
from bot.texts.wording import Wording
from casework.letters.policies import Priority
from db.engine import Database
from db.models import StaffMember
from db.repositories import staff
from rules.roles import LEADS, STAFF

log = structlog.get_logger(__name__)

CHANNEL = "menus"
AT_ONCE = 20
"""Menus set in one round: people come first, and what is left is found by the next round."""
TICK_SECONDS = 60.0
TROUBLE_SECONDS = 5.0


class Menus(Rounds):
    """Sets menus until it is stopped: at the start, after an upgrade, and when somebody's role changes.

    What was set is kept beside each staff member as a digest, so a start of a new process costs one question to the
    database and no call. Set twice by two processes it is the same menu.
    """

    def __init__(self, calls: Calls, database: Database, wording: Wording) -> None:
        super().__init__(database, CHANNEL, 1)
        self._calls = calls
        self._wording = wording
        self._now = {
            (role.value, language): menu_digest(desk_commands(wording.to(language), leads=role in LEADS))
            for role in STAFF
            for language in wording.languages
        }
        self._refused: set[tuple[int, str]] = set()
        """Who could not be given which menu: tried again by the next start."""

    async def stop(self) -> None:
        """Take nothing new; a menu that was not set is set by the next start."""
        await self._finish()

    async def _round(self) -> float:
        self._crew.silence()
        try:
            async with self._database.uow() as uow:
                older = await staff.with_other_menu(uow.session, self._now, AT_ONCE + len(self._refused))
        except Exception as error:  # noqa: BLE001 - the loop must outlive whatever PostgreSQL does
            log_failure(log, "menus_not_read", error)
            return TROUBLE_SECONDS
        theirs = [(member, self._now[member.role, member.language]) for member in older]
        todo = [(member, digest) for member, digest in theirs if (member.id, digest) not in self._refused]
        for member, digest in todo:
            if self._stopping:
                break
            await self._set(member, digest)
        self._quiet = not todo and not self._crew.rung
        return 0 if todo else TICK_SECONDS

    async def _set(self, member: StaffMember, digest: str) -> None:
        assert member.telegram_id is not None, "only those with an account are asked for"
        words = self._wording.to(member.language)
        method = desk_commands(words, leads=member.role in LEADS, chat_id=member.telegram_id)
        try:
            await self._calls.make(method, priority=Priority.BROADCAST)
            async with self._database.uow() as uow:
                await staff.note_menu(uow.session, member.id, digest)
        except CallFailed as failure:
            self._refused.add((member.id, digest))
            log.warning("menu_not_set", reason=failure.word)
        except Exception as error:  # noqa: BLE001 - one member's trouble is not the others'
            self._refused.add((member.id, digest))
            log_failure(log, "menu_not_noted", error)
