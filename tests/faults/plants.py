"""Faults planted into a bot before it starts, so that each invariant is seen to break.

Each replaces one step of the bot's by one that breaks a promise of the design, and nothing else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from types import ModuleType
from typing import Any

from sqlalchemy import text

from db.by_hand import Statement

BREAKS_UPDATES, BREAKS_LETTERS = "зламай-оновлення", "зламай-лист"
"""Words that the tale-telling plant fails on."""
LATER = 1.0
"""Seconds between what was to be one step."""


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

    _put(Intake, "keep", keep_later)


def _mark_before_send() -> None:
    """A letter counts as sent before Telegram is called."""
    from bot.telegram import delivery, forms
    from bot.telegram.delivery import Delivery
    from bot.telegram.ledger import Ledger
    from db.repositories.letters import ClaimedLetter

    deliver, show, sent = Delivery.deliver, forms.show, Ledger.sent
    in_hand: ContextVar[tuple[Delivery, ClaimedLetter]] = ContextVar("in_hand")

    async def mark(ledger: Ledger, claimed: ClaimedLetter, at: str) -> None:
        async with ledger.database.uow() as uow:
            await uow.session.execute(text(f"UPDATE letters SET sent_at = {at} WHERE id = {claimed.id}"))

    async def hold(self: Delivery, claimed: ClaimedLetter, *args: Any) -> None:
        in_hand.set((self, claimed))
        await deliver(self, claimed, *args)

    async def mark_and_show(*args: Any) -> Any:
        self, claimed = in_hand.get()
        await mark(self._ledger, claimed, "clock_timestamp()")
        await asyncio.sleep(LATER)
        try:
            return await show(*args)
        except Exception:
            await mark(self._ledger, claimed, "NULL")
            raise

    async def unmark_and_finish(ledger: Ledger, claimed: ClaimedLetter, *args: Any) -> None:
        await mark(ledger, claimed, "NULL")
        await sent(ledger, claimed, *args)

    _put(Delivery, "deliver", hold)
    _put(delivery, "show", mark_and_show)
    _put(Ledger, "sent", unmark_and_finish)


def _no_lease_on_letters() -> None:
    """No process looks whether another one has the letter in hand."""
    from db.repositories import letters

    _leave_out(
        letters,
        "AND (head.lease_until IS NULL OR head.lease_until <= clock_timestamp())",
        "other.lease_until > clock_timestamp()\n                OR",
        "FOR UPDATE OF head SKIP LOCKED",
    )


def _no_lease_on_updates() -> None:
    """No process looks whether another one handles the update, or has handled it; each takes long enough to meet."""
    from bot.telegram import inbox as worker
    from db.repositories import inbox

    handle = worker.InboxWorker._handle

    async def slowly(self: Any, claimed: Any) -> Any:
        await asyncio.sleep(0.3)
        return await handle(self, claimed)

    worker.TICK_SECONDS = 0.02
    _put(worker.InboxWorker, "_handle", slowly)
    _leave_out(
        inbox,
        "AND (head.lease_until IS NULL OR head.lease_until <= clock_timestamp())",
        "OR other.lease_until > clock_timestamp()",
        "FOR UPDATE OF head SKIP LOCKED",
        "AND lease_until = :lease AND done_at IS NULL AND parked_at IS NULL",
    )


def _tell_tales() -> None:
    """Our own code fails with everything it knows in the error: on words, on a letter, on what is answered at once."""
    from bot.telegram import delivery, forms, inbox
    from bot.telegram.answers import Answers
    from casework.people.write import write
    from handlers.beneficiary import words

    show, send = forms.show, Answers.send

    async def tell_words(ctx: Any, data: Any) -> Any:
        if BREAKS_UPDATES in data.text:
            raise ValueError(f"can't handle {data.text} of {ctx.actor}", data)
        return await write(ctx, data)

    async def tell_letter(item: Any, *rest: Any) -> Any:
        if BREAKS_LETTERS in item.rendered.text:
            raise KeyError(item.rendered.text) from ValueError(f"in {item}")
        return await show(item, *rest)

    async def tell_answer(answers: Answers, *rest: Any) -> None:
        await send(answers, *rest)
        if any(whisper.rendered.text for whisper in answers._whispers):
            raise RuntimeError(f"never whisper {[whisper.rendered.text for whisper in answers._whispers]}")

    inbox.RETRY_SECONDS = 0.01
    _put(words, "write", tell_words)
    _put(delivery, "show", tell_letter)
    _put(Answers, "send", tell_answer)


def _crash_telling_the_token() -> None:
    """The whole process ends with an error that tells its settings."""
    from bot.app import App

    async def start(app: App) -> None:
        settings = app._ground.settings
        raise RuntimeError(f"crashed with {settings.token.get_secret_value()} on {app._ground.url}")

    _put(App, "start", start)


def _database_away_while_warming() -> None:
    """PostgreSQL answers, goes away while connections are opened at the start, and is back."""
    from bot import app

    async def fail(engine: Any, connections: int) -> None:
        raise ExceptionGroup("planted", [ConnectionRefusedError()] * connections)

    _put(app, "warm", fail)


def _put(place: Any, name: str, fault: Any) -> None:
    """Put a fault where something of the bot's stood."""
    assert hasattr(place, name), f"the plant does not fit the bot any more: {name}"
    setattr(place, name, fault)


def _leave_out(repository: ModuleType, *pieces: str) -> None:
    """Take pieces out of all statements of a repository; each must stand in one at least."""
    missing = set(pieces)
    for name, statement in list(vars(repository).items()):
        if not isinstance(statement, Statement):
            continue
        said = statement.text.text
        for piece in pieces:
            missing -= {piece} if piece in said else set()
            said = said.replace(piece, "")
        setattr(repository, name, Statement(said))
    assert not missing, f"the plant does not fit the bot any more: {missing}"


PLANTS: dict[str, Callable[[], None]] = {
    "acknowledge-before-commit": _acknowledge_before_commit,
    "mark-before-send": _mark_before_send,
    "no-lease-on-letters": _no_lease_on_letters,
    "no-lease-on-updates": _no_lease_on_updates,
    "tell-tales": _tell_tales,
    "crash-telling-the-token": _crash_telling_the_token,
    "database-away-while-warming": _database_away_while_warming,
}
