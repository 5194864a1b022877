"""What is called beside a message that was just shown anew: it is pinned, or the one above it goes. Nothing waits for
it, and nothing is lost where Telegram says no.
"""

from __future__ import annotations

import structlog
from aiogram.methods import DeleteMessage, PinChatMessage, TelegramMethod

from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed, Cause, Refused
from bot.telegram.items import Item, Shown, SlotState
from bot.telegram.ledger import Ledger
from casework.context import MACHINE, Context
from casework.letters.kinds import KINDS
from casework.letters.policies import Form
from casework.staff.boards import BoardUnpinned, board_unpinned
from db.uow import UnitOfWork

log = structlog.get_logger(__name__)

PIN_PATIENCE, TIDY_PATIENCE = 70.0, 5.0


class Beside:
    """Makes these calls. `ledger` holds clock, catalogue and database."""

    def __init__(self, calls: Calls, ledger: Ledger) -> None:
        self._calls = calls
        self._ledger = ledger

    async def shown_anew(self, item: Item, slot: SlotState, shown: Shown, priority: int) -> None:
        """`slot`: as it was before."""
        if item.form is Form.CARD:
            await self._pin(item, slot, shown, priority)
        elif slot.same_kind and KINDS[slot.kind].policy.alone:
            await self._take_away(item, slot, priority)

    async def _pin(self, item: Item, slot: SlotState, shown: Shown, priority: int) -> None:
        """The card stays on top of its topic, the board on top of General. Without the right to pin they are found by
        scrolling: no harm done.

        The first card is the first message of its topic: a busy group has no call to spare for pinning it.
        """
        of_topic = item.place.case_id is not None
        spared = of_topic and slot.first and item.place.chat_id in self._calls.pace.thrifty_groups()
        if shown.message_id is None or spared or (item.place.chat_id > 0 and not of_topic):
            return
        method = PinChatMessage(chat_id=item.place.chat_id, message_id=shown.message_id, disable_notification=True)
        failure = await self._failure(method, item, priority, PIN_PATIENCE)
        if failure is None:
            return
        log.warning("card_not_pinned", reason=failure.word)
        if not of_topic and isinstance(failure, Refused) and failure.cause is Cause.NO_RIGHTS:
            await self._tell_unpinned(item.place.chat_id)

    async def _take_away(self, item: Item, slot: SlotState, priority: int) -> None:
        """The same question stands below now. What stays above, since Telegram keeps it or a crash came between, does
        no harm: its buttons mean the words that it was shown for.
        """
        if slot.message_id is None:
            return
        method = DeleteMessage(chat_id=item.place.chat_id, message_id=slot.message_id)
        failure = await self._failure(method, item, priority, TIDY_PATIENCE)
        if failure is not None:
            log.info("screen_above_stays", reason=failure.word)

    async def _failure(
        self, method: TelegramMethod[bool], item: Item, priority: int, patience: float
    ) -> CallFailed | None:
        """Make the call; why it failed, or None."""
        chat_id, seconds = item.place.chat_id, patience / self._calls.pace.speed
        try:
            await self._calls.make(method, chat_id=chat_id, priority=priority, patience=seconds)
        except CallFailed as failure:
            return failure
        return None

    async def _tell_unpinned(self, chat_id: int) -> None:
        """General is long: there a board that is not pinned is soon out of sight, and a lead can mend that."""

        async def work(uow: UnitOfWork) -> None:
            ctx = Context(uow, MACHINE, self._ledger.now(), self._ledger.catalogue)
            await board_unpinned(ctx, BoardUnpinned(chat_id))

        await self._ledger.change(work)
