"""Faults planted into a bot before it starts, so that each invariant is seen to break.

Each replaces one step of the bot's by one that breaks a promise of the design, and nothing else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from typing import Any

from sqlalchemy import text

LATER = 0.15
"""Seconds by which what should have been written down before is written down afterwards."""


def plant(name: str) -> None:
    """Plant a fault by its name."""
    PLANTS[name]()


def _acknowledge_before_commit() -> None:
    """Telegram hears that updates arrived, and only then are they written down."""
    from bot.telegram.intake import Intake

    keep, going = Intake.keep, set()

    async def keep_later(intake: Intake, updates: Sequence[dict[str, Any]]) -> None:
        async def write() -> None:
            await asyncio.sleep(LATER)
            await keep(intake, updates)

        task = asyncio.create_task(write())
        going.add(task)
        task.add_done_callback(going.discard)

    Intake.keep = keep_later  # type: ignore[method-assign]  # the fault


def _mark_before_send() -> None:
    """A letter counts as sent before Telegram is called."""
    from bot.telegram import delivery
    from bot.telegram.delivery import Delivery
    from bot.telegram.ledger import Ledger
    from db.repositories.letters import ClaimedLetter

    deliver, show, sent = Delivery.deliver, delivery.show, Ledger.sent
    in_hand: ContextVar[tuple[Delivery, ClaimedLetter]] = ContextVar("in_hand")

    async def mark(ledger: Ledger, claimed: ClaimedLetter, at: str) -> None:
        async with ledger.database.uow() as uow:
            await uow.session.execute(text(f"UPDATE letters SET sent_at = {at} WHERE id = {claimed.id}"))

    async def hold(self: Delivery, claimed: ClaimedLetter) -> None:
        in_hand.set((self, claimed))
        await deliver(self, claimed)

    async def mark_and_show(*args: Any) -> Any:
        self, claimed = in_hand.get()
        await mark(self._ledger, claimed, "clock_timestamp()")
        try:
            return await show(*args)
        except Exception:
            await mark(self._ledger, claimed, "NULL")
            raise

    async def unmark_and_finish(ledger: Ledger, claimed: ClaimedLetter, *args: Any) -> None:
        await mark(ledger, claimed, "NULL")
        await sent(ledger, claimed, *args)

    Delivery.deliver = hold  # type: ignore[method-assign]  # the fault
    delivery.show = mark_and_show
    Ledger.sent = unmark_and_finish  # type: ignore[method-assign]  # the fault


def _no_lease_on_letters() -> None:
    """Every process delivers, and none looks whether another one has the letter in hand."""
    from db.repositories import letters, workers

    async def always(*_: Any) -> bool:
        return True

    async def nobody(*_: Any) -> dict[str, int]:
        return {}

    workers.acquire = always
    workers.holders = nobody
    letters._HEADS = _without(
        letters._HEADS,
        "AND (head.lease_until IS NULL OR head.lease_until <= clock_timestamp())",
        "other.lease_until > clock_timestamp()\n                OR",
        "FOR UPDATE OF head SKIP LOCKED",
    )


def _no_lease_on_updates() -> None:
    """No process looks whether another one handles the update, or has handled it."""
    from db.repositories import inbox

    for name in ("_CLAIM_ANY", "_CLAIM_LANE"):
        claim = _without(
            getattr(inbox, name),
            "AND (head.lease_until IS NULL OR head.lease_until <= clock_timestamp())",
            "OR other.lease_until > clock_timestamp()",
            "FOR UPDATE OF head SKIP LOCKED",
        )
        setattr(inbox, name, claim)
    inbox._DONE = _without(inbox._DONE, "AND lease_until = :lease AND done_at IS NULL AND parked_at IS NULL")


def _without(statement: Any, *pieces: str) -> Any:
    said = str(statement.text)
    for piece in pieces:
        assert piece in said, f"the plant does not fit the bot any more: {piece}"
        said = said.replace(piece, "")
    return text(said)


PLANTS: dict[str, Callable[[], None]] = {
    "acknowledge-before-commit": _acknowledge_before_commit,
    "mark-before-send": _mark_before_send,
    "no-lease-on-letters": _no_lease_on_letters,
    "no-lease-on-updates": _no_lease_on_updates,
}
