"""A backup and broadcasts keep out of each other's way, over all processes. Real time (PostgreSQL's) throughout.

Whoever backs up asks for it by a row, waits until what a broadcast has in the outbox has left, and then takes its
snapshot under a lock of that transaction. Whoever feeds a broadcast looks for both first. The row is for the time
before the snapshot; it is a lease, so that one who dies holds up nobody for long.
"""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession

from db.models.outbox import WAITING_LETTER

# Any numbers that nothing else here uses.
BACKUP_LOCK = 7_301_155
"""Held by the transaction of a snapshot: one backup of a database at a time."""
FEEDING_LOCK = 7_301_156
"""Shared by transactions that feed broadcasts: whoever asks for a hold waits until they have ended."""
LEASE_SECONDS = 180
BROADCASTS = "broadcasts"

Asks = AsyncSession | AsyncConnection

_KNOWN = text("SELECT to_regclass('public.holds') IS NOT NULL")
_WAIT_FOR_FEEDERS = text("SELECT pg_advisory_xact_lock(:lock)")
_HOLD = text(
    """
    INSERT INTO holds (what, holder, until)
    VALUES (:what, :holder, clock_timestamp() + :seconds * interval '1 second')
    ON CONFLICT (what) DO UPDATE SET holder = excluded.holder, until = excluded.until
    """
)
_RELEASE = text("DELETE FROM holds WHERE what = :what AND holder = :holder")
_SHARE = text("SELECT pg_try_advisory_xact_lock_shared(:lock)")
_HELD = text("SELECT EXISTS (SELECT FROM holds WHERE what = :what AND until > clock_timestamp())")
# What backs off, or waits for the morning, is not on its way.
_ON_THEIR_WAY = text(
    f"""
    SELECT count(*) FROM letters
    WHERE {WAITING_LETTER} AND kind = 'broadcast'
      AND (retry_at IS NULL OR retry_at <= clock_timestamp())
      AND (not_before IS NULL OR not_before <= clock_timestamp())
    """
)
_RUNNING = text("SELECT EXISTS (SELECT FROM broadcast_runs WHERE state = 'running')")


async def are_known(asks: Asks) -> bool:
    """Whether the database is new enough to know of holds."""
    return bool((await asks.execute(_KNOWN)).scalar_one())


async def hold_broadcasts(asks: Asks, holder: str) -> None:
    """From the end of this transaction on no broadcast is fed, for LEASE_SECONDS or until it is released."""
    await asks.execute(_WAIT_FOR_FEEDERS, {"lock": FEEDING_LOCK})
    await asks.execute(_HOLD, {"what": BROADCASTS, "holder": holder, "seconds": LEASE_SECONDS})


async def release_broadcasts(asks: Asks, holder: str) -> None:
    """They go on, unless somebody else asked meanwhile."""
    await asks.execute(_RELEASE, {"what": BROADCASTS, "holder": holder})


async def may_feed(asks: Asks) -> bool:
    """Whether this transaction may feed broadcasts: nobody takes a backup, or wants to, before it has ended."""
    # Each in a statement of its own: one that gets a lock late would not see a row of a moment ago. The snapshot's lock
    # comes last, since whoever asks for that one does not wait.
    return (
        await _shares(asks, FEEDING_LOCK)
        and not (await asks.execute(_HELD, {"what": BROADCASTS})).scalar_one()
        and await _shares(asks, BACKUP_LOCK)
    )


async def _shares(asks: Asks, lock: int) -> bool:
    return bool((await asks.execute(_SHARE, {"lock": lock})).scalar_one())


async def letters_on_their_way(asks: Asks) -> int:
    """How many letters of broadcasts could leave now, or are leaving."""
    return int((await asks.execute(_ON_THEIR_WAY)).scalar_one())


async def broadcast_runs(asks: Asks) -> bool:
    """Whether a broadcast is under way, asleep for the night or not."""
    return bool((await asks.execute(_RUNNING)).scalar_one())
