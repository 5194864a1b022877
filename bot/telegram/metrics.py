"""What is counted and timed on the way in and out. Labels are words of ours, never ids of people or chats."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from prometheus_client import Counter, Gauge, Histogram

from db.engine import Database
from db.repositories import contacts, files, inbox, letters

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600)

updates_received = Counter("suprovid_updates_received_total", "Updates written to the inbox")
updates_handled = Counter("suprovid_updates_handled_total", "Updates handled and committed")
updates_failed = Counter("suprovid_updates_failed_total", "Tries of an update that our own code failed")
updates_parked = Counter("suprovid_updates_parked_total", "Updates put aside for a human")
inbox_waiting = Gauge("suprovid_inbox_waiting", "Updates that wait to be handled")
inbox_age = Gauge("suprovid_inbox_age_seconds", "Age of the oldest update that waits")
update_wait = Histogram("suprovid_update_wait_seconds", "From an update's arrival to its handling", buckets=SECONDS)
update_time = Histogram("suprovid_update_handling_seconds", "Handling of an update", buckets=SECONDS)

letters_sent = Counter("suprovid_letters_sent_total", "Letters delivered")
letters_dropped = Counter("suprovid_letters_dropped_total", "Letters that were no longer true", ["reason"])
letters_parked = Counter("suprovid_letters_parked_total", "Letters put aside for a human", ["reason"])
letters_failed = Counter("suprovid_letters_failed_total", "Tries of a letter that failed", ["reason"])
outbox_waiting = Gauge("suprovid_outbox_waiting", "Letters that are due")
outbox_age = Gauge("suprovid_outbox_age_seconds", "Age of the oldest letter that is due")
letter_wait = Histogram("suprovid_letter_wait_seconds", "From a letter's writing to its last claim", buckets=SECONDS)

files_kept = Counter("suprovid_files_kept_total", "Files fetched from Telegram and kept")
files_refused = Counter("suprovid_files_refused_total", "Files that are not kept", ["flaw"])
files_failed = Counter("suprovid_files_failed_total", "Tries of a file that failed", ["reason"])
files_waiting = Gauge("suprovid_files_waiting", "Files that wait to be fetched")

calls = Counter("suprovid_telegram_calls_total", "Calls of the Bot API", ["method", "outcome"])
call_time = Histogram("suprovid_telegram_call_seconds", "Calls of the Bot API", ["method"], buckets=SECONDS)


telegram_silence = Gauge("suprovid_telegram_silence_seconds", "Since Telegram was last heard")
webhook_waiting = Gauge("suprovid_webhook_waiting", "Updates that Telegram keeps because it does not reach the webhook")


@dataclass(frozen=True, slots=True)
class Ages:
    """How old, in seconds, the oldest thing that waits is, and how long Telegram has been silent."""

    inbox: float
    outbox: float
    silence: float | None
    """None where it was never heard."""


async def measure(database: Database, bot_id: int, now: datetime) -> Ages:
    """Set the gauges of what waits in inbox and outbox; `now`: business time. Called before the metrics are read."""
    async with database.uow() as uow:
        received = await inbox.backlog(uow.session)
        due = await letters.backlog(uow.session, now)
        coming = await files.backlog(uow.session)
        silence = await contacts.silence(uow.session, bot_id)
    inbox_waiting.set(received.waiting)
    inbox_age.set(received.oldest)
    outbox_waiting.set(due.due)
    outbox_age.set(due.oldest)
    files_waiting.set(coming.waiting)
    telegram_silence.set(silence or 0.0)
    return Ages(received.oldest, due.oldest, silence)
