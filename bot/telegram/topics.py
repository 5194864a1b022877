"""Topics of cases: made when the first letter needs one, made again when somebody deleted it, reopened when closed."""

from __future__ import annotations

import asyncio

import structlog
from aiogram.methods import CreateForumTopic, GetChat, ReopenForumTopic

from bot.telegram.failures import Cause, Refused, Unreadable
from bot.telegram.forms import Errand, topic_digest
from bot.telegram.icons import TopicIcons
from bot.telegram.items import Place
from bot.telegram.ledger import Ledger
from bot.telegram.rendered import Rendered
from casework.letters.sent import topic_late, topic_lost, topic_made
from casework.letters.write import head_key
from db.repositories import cases, letters, slots
from db.uow import UnitOfWork

NO_TOPICS = frozenset({Cause.NO_FORUM, Cause.UNKNOWN_METHOD, Cause.OTHER})
"""Why a private chat has no topics: they are not switched on for the bot, or the server is older than they are."""

log = structlog.get_logger(__name__)


class Topics:
    """What is done to a whole topic, and written down at once."""

    def __init__(self, ledger: Ledger, icons: TopicIcons) -> None:
        self._ledger = ledger
        self._icons = icons
        self._turns: dict[int, asyncio.Lock] = {}
        """By group, so that a crash leaves one empty topic there, not one for each that would be made at once."""
        self._doubted: set[Place] = set()
        """Topics of groups that were not found once, at a moment when the group had topics."""

    async def make(self, place: Place, head: Rendered, errand: Errand) -> None:
        """Make the topic of a case. A crash between Telegram's answer and the commit leaves one empty topic."""
        async with self._turns.setdefault(place.chat_id, asyncio.Lock()):
            await self._make(place, head, errand)

    async def _make(self, place: Place, head: Rendered, errand: Errand) -> None:
        case_id = place.case_id
        assert case_id is not None, "only cases have topics"
        icon = await self._icons.id_of(head.icon)
        method = CreateForumTopic(chat_id=place.chat_id, name=head.title or "", icon_custom_emoji_id=icon)
        try:
            thread_id = (await errand.make(method)).message_thread_id
        except Unreadable as answer:
            thread_id = answer.result["message_thread_id"]
        except Refused as refusal:
            if place.chat_id < 0 or refusal.cause not in NO_TOPICS:
                raise
            # Unlike any topic's, and unlike that of another case in the same chat.
            thread_id = -case_id

        async def keep(uow: UnitOfWork) -> None:
            case = await cases.lock(uow.session, case_id)
            if case is not None and place.chat_id > 0 and case.topic_chat_id != place.chat_id:
                if thread_id > 0:
                    here = (place.chat_id, thread_id)
                    await topic_late(uow, case_id, here, self._ledger.now(), self._ledger.catalogue)
                return
            if case is None or case.topic_thread_id is not None:
                log.warning("topic_left_empty", case=case_id)
                return
            await topic_made(uow, case_id, thread_id, self._ledger.now(), self._ledger.catalogue)
            slot = await slots.lock_by_key(uow.session, place.chat_id, head_key(case_id))
            if slot is not None and head.open and thread_id > 0:
                slot.thread_id = thread_id
                slot.shown_digest = topic_digest(head)
                slot.shown_at = await letters.clock(uow.session)

        await self._ledger.change(keep)

    async def lose(self, place: Place, errand: Errand) -> None:
        """Somebody deleted the topic: the next letter that needs one has it made again.

        In a group whose topics are switched off they all look deleted, and stand there again once they are on: that is
        `Refused` for NO_FORUM. They may be switched on between the refusal and the look at the group, so there a topic
        is lost only when it is not found twice in a row.
        """
        case_id = place.case_id
        assert case_id is not None, "only cases have topics"
        if place.chat_id < 0:
            if not await _is_forum(place.chat_id, errand):
                raise Refused(Cause.NO_FORUM)
            if place not in self._doubted:
                self._doubted.add(place)
                return
            self._doubted.discard(place)

        async def keep(uow: UnitOfWork) -> None:
            here = (place.chat_id, place.thread_id)
            await topic_lost(uow, case_id, self._ledger.now(), self._ledger.catalogue, place=here)

        await self._ledger.change(keep)

    def found(self, place: Place) -> None:
        """Something arrived there: the topic exists after all."""
        self._doubted.discard(place)

    async def reopen(self, place: Place, errand: Errand) -> None:
        """Open a topic that somebody closed; its head is shown once more, in case it shall be closed after all."""
        assert place.thread_id is not None, "only what exists can be closed"
        await errand.make_if_needed(ReopenForumTopic(chat_id=place.chat_id, message_thread_id=place.thread_id))

        async def keep(uow: UnitOfWork) -> None:
            slot = await slots.lock_by_key(uow.session, place.chat_id, head_key(place.case_id or 0))
            if slot is not None:
                await slots.show_again(uow.session, slot)

        await self._ledger.change(keep)


async def _is_forum(chat_id: int, errand: Errand) -> bool:
    try:
        return bool((await errand.make(GetChat(chat_id=chat_id))).is_forum)
    except Unreadable as answer:
        return bool(answer.result.get("is_forum"))
