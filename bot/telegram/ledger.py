"""What became of a claimed letter, written down: each in one transaction, again until PostgreSQL has it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from bot.log import log_failure
from bot.telegram import metrics
from bot.telegram.items import Item, Shown
from bot.telegram.lanes import case_of
from casework.letters.kinds import Letter as Content
from casework.letters.sent import (
    SentLetter,
    has_consequences,
    letter_dropped,
    letter_failed,
    letter_sent,
    pair_alone,
    recipient_alone,
    topic_lost,
)
from casework.letters.sights import FileToSend
from db.by_hand import Hand
from db.engine import Database
from db.models import Letter, Slot
from db.repositories import cases, cursors, finishing, letters, slots, together
from db.repositories.finishing import Behind, Stands
from db.repositories.letters import ClaimedLetter
from db.trouble import by_hand_until_it_passes, until_it_passes
from db.uow import UnitOfWork
from rules.catalogue import Catalogue

log = structlog.get_logger(__name__)

TRIES_OF_OUR_OWN = 3
OWN_FAILURE = "own-failure"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The transactions that end or interrupt a delivery. `now` returns business time (UTC)."""

    database: Database
    catalogue: Catalogue
    now: Callable[[], datetime]

    async def sent(self, claimed: ClaimedLetter, item: Item, shown: Shown, behind: Behind | None = None) -> None:
        """Telegram has it. Whatever follows from that commits with it; should that fail by our own fault, the sending
        alone is kept, for a message must not leave twice. `behind`: claim the next letter of the lane with it.
        """
        if not await self._sent_at_once(claimed, item, shown, behind):
            await self._sent_with_all(claimed, item, shown, behind)
        metrics.letters_sent.inc(1 + len(item.also))
        metrics.letter_wait.observe(claimed.waited)

    async def _sent_at_once(self, claimed: ClaimedLetter, item: Item, shown: Shown, behind: Behind | None) -> bool:
        """The same in one statement, where nothing follows that it does not write itself; whether it is kept."""
        letter = Content.restore(claimed.kind, claimed.facts)
        pair = pair_alone(letter) if item.slot is None else None
        recipient = recipient_alone(letter)
        alone = pair is not None or recipient is not None
        if item.also or shown.topic_deleted or (has_consequences(letter) and not alone):
            return False
        carries = pair if shown.message_id is not None else None
        stands = replace(_stands(claimed, item, shown), carries=carries, recipient_id=recipient, at=self.now())

        async def keep(hand: Hand) -> bool:
            return await finishing.finish(hand, claimed, stands, behind)

        try:
            finished = await by_hand_until_it_passes(self.database, keep)
        except Exception as error:  # noqa: BLE001 - what went wrong is left out in the next try
            log_failure(log, "after_sending_failed", error, letter=claimed.id)
            return False
        if not finished and item.slot is None:
            log.warning("claim_lost_after_sending", letter=claimed.id)
        return True

    async def _sent_with_all(self, claimed: ClaimedLetter, item: Item, shown: Shown, behind: Behind | None) -> None:
        async def keep(uow: UnitOfWork, follow: bool = True) -> None:
            for each in await self._keep_sent(uow, claimed, item, shown, behind):
                if follow:
                    await letter_sent(uow, each, self.now(), self.catalogue)

        try:
            await until_it_passes(self.database, keep)
        except Exception as error:  # noqa: BLE001 - the message has left: that must be kept
            log_failure(log, "after_sending_failed", error, letter=claimed.id)
            await until_it_passes(self.database, lambda uow: keep(uow, follow=False))

    async def put_back(self, claimed: ClaimedLetter, delay: float) -> None:
        """To be tried again in `delay` seconds; the letter holds its lane until then."""

        async def write(hand: Hand) -> None:
            await letters.put_back(hand, claimed, delay=delay)

        await by_hand_until_it_passes(self.database, write)

    async def drop(self, claimed: ClaimedLetter, reason: str, revision: int | None = None) -> None:
        """No longer true, or nothing left to change: not sent. `revision`: that of its slot when this was found."""

        async def write(uow: UnitOfWork) -> None:
            slot, letter = await _locked(uow.session, claimed)
            if letter is None or _changed(slot, letter, revision):
                return
            letter.dropped_at = await letters.clock(uow.session)
            letter.reason = reason
            if slot is not None:
                slot.shown_rev = slot.wanted_rev
            else:
                await uow.session.flush()
                await letter_dropped(uow, letter, self.now(), self.catalogue)
            metrics.letters_dropped.labels(reason).inc()

        await until_it_passes(self.database, write)

    async def park(self, claimed: ClaimedLetter, reason: str, revision: int | None = None) -> None:
        """Put aside for a human; casework is told that it did not arrive. `revision` as in `drop`."""

        async def write(uow: UnitOfWork, follow: bool = True) -> None:
            slot, letter = await _locked(uow.session, claimed)
            if letter is None or _changed(slot, letter, revision):
                return
            letter.parked_at = await letters.clock(uow.session)
            letter.reason = reason
            letter.lease_until = None
            await uow.session.flush()
            if follow:
                await letter_failed(uow, letter, reason, self.now(), self.catalogue)

        try:
            await until_it_passes(self.database, write)
        except Exception as error:  # noqa: BLE001 - a letter that fails must not hold its lane for ever
            log_failure(log, "after_parking_failed", error, letter=claimed.id)
            await until_it_passes(self.database, lambda uow: write(uow, follow=False))
        log.warning("letter_parked", letter=claimed.id, reason=reason)
        metrics.letters_parked.labels(reason).inc()

    async def failed(self, claimed: ClaimedLetter, error: Exception) -> None:
        """Our own code failed on it: tried again a little later, parked after the third time."""
        log_failure(log, "letter_failed", error, letter=claimed.id)
        metrics.letters_failed.labels(OWN_FAILURE).inc()
        if claimed.tries + 1 >= TRIES_OF_OUR_OWN:
            await self.park(claimed, OWN_FAILURE)
            return

        async def write(hand: Hand) -> None:
            await letters.put_back(hand, claimed, delay=0.5 * 2**claimed.tries, failed=True)

        await by_hand_until_it_passes(self.database, write)

    async def change(self, work: Callable[[UnitOfWork], Awaitable[None]]) -> None:
        """Any other transaction that must be kept."""
        await until_it_passes(self.database, work)

    async def _keep_sent(
        self, uow: UnitOfWork, claimed: ClaimedLetter, item: Item, shown: Shown, behind: Behind | None
    ) -> list[SentLetter]:
        """Write down what stands at Telegram: the letter, and those inside of it. Empty if the letter waits on, since
        its slot changed meanwhile, or the claim was lost.
        """
        session, stands = uow.session, _stands(claimed, item, shown)
        ids = [each.letter_id for each in item.also]
        inside = []
        if ids:
            # Before it, since with its end the next of the lane is claimed, which must be none of these; and after what
            # its end locks first.
            if stands.newest is not None:
                await cursors.raise_to(session, item.place.chat_id, stands.newest)
            if stands.case_id is not None:
                await cases.hold(session, stands.case_id)
            inside = await together.finish(session, claimed, ids, shown.message_id)
        finished = await finishing.finish(session, claimed, stands, behind)
        if shown.topic_deleted and item.place.case_id is not None:
            await topic_lost(uow, item.place.case_id, self.now(), self.catalogue)
        if not finished and item.slot is None:
            log.warning("claim_lost_after_sending", letter=claimed.id)
        if not finished:
            return []
        chat_id = item.place.chat_id
        return [_sent(claimed, item, shown), *(SentLetter(*each, chat_id, shown.message_id) for each in inside)]


def _stands(claimed: ClaimedLetter, item: Item, shown: Shown) -> Stands:
    newest = max(shown.message_id, *shown.album, 0) if shown.fresh and shown.message_id is not None else None
    return Stands(
        shown.message_id,
        item.rendered.text,
        chat_id=item.place.chat_id,
        newest=newest if item.place.chat_id > 0 else None,
        case_id=case_of(claimed.lane),
        fresh=shown.fresh,
        thread_id=item.place.thread_id,
        revision=item.slot.revision if item.slot else 0,
        digest=shown.digest,
        kind=item.slot.kind if item.slot else None,
    )


def _sent(claimed: ClaimedLetter, item: Item, shown: Shown) -> SentLetter:
    behind = [each.file.message_id for each in item.rendered.files[1:] if isinstance(each.file, FileToSend)]
    album = tuple(zip(behind, shown.album, strict=False))
    gone = tuple(each for each in item.rendered.deletes if each not in shown.left)
    return SentLetter(
        kind=claimed.kind,
        facts=claimed.facts,
        chat_id=item.place.chat_id,
        message_id=shown.message_id,
        album=album,
        gone=gone,
        left=shown.left,
        refused=shown.refused,
    )


def _changed(slot: Slot | None, letter: Letter, revision: int | None) -> bool:
    """Whether the slot is wanted otherwise by now; its letter then waits on to show that."""
    if slot is None or revision is None or slot.wanted_rev <= revision:
        return False
    letter.lease_until = None
    letter.claims -= 1
    return True


async def _locked(session: AsyncSession, claimed: ClaimedLetter) -> tuple[Slot | None, Letter | None]:
    """In the order in which acts lock: the case of a topic's lane, the slot, then the letter if the claim still
    holds.
    """
    case_id = case_of(claimed.lane)
    if case_id is not None:
        await cases.lock(session, case_id)
    slot = await slots.lock(session, claimed.slot_id) if claimed.slot_id is not None else None
    return slot, await letters.lock_claimed(session, claimed)
