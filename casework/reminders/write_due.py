"""The clock's part: what is due becomes letters, once, and what is stale or no longer true becomes none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from casework.act import act
from casework.allocation.remind import remind_of_places
from casework.appointments.remind import MEETINGS, remind_of_meetings
from casework.context import Context
from casework.recreation.remind import remind_of_applications
from casework.reminders.closing import tell_of_closing
from casework.reminders.digest import write_digests
from casework.reminders.to_people import remind_people
from casework.reminders.to_staff import remind_staff
from casework.reminders.transfers import remind_of_transfers
from db.repositories import reminders
from db.repositories.reminders import LATE, Due
from rules.catalogue import FOR_PEOPLE, ReminderKind

APART = frozenset(
    {
        ReminderKind.DIGEST,
        ReminderKind.CLOSING,
        ReminderKind.TRANSFER,
        ReminderKind.PLACE,
        ReminderKind.APPLICATION,
    }
)
BATCH = 200
"""Reminders in one transaction: it stays short, and so does each of its steps between which the loop is free."""


@dataclass(frozen=True, slots=True)
class WriteDue:
    """All that is due."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """What came of a batch: how many were due, how many of these stale, how many not true any more."""

    due: int
    late: int
    gone: int


@act("reminder.write")
async def write_due(ctx: Context, data: WriteDue) -> Wrote:
    """Claims one batch, settles it, and writes its letters, all in one transaction.

    Two processes at once pass over what the other holds; whatever dies in between is undone whole and done again.
    """
    claimed = await reminders.claim(ctx.uow.session, ctx.now, BATCH)
    ours: dict[str, list[Due]] = defaultdict(list)
    for each in claimed:
        who = _whose(each.kind)
        # A digest that comes too late is none, but the next one is planned by it.
        if each.state != LATE or each.kind == ReminderKind.DIGEST:
            ours[who].append(each)
    gone = await remind_people(ctx, ours["people"])
    gone |= await remind_staff(ctx, ours["staff"])
    gone |= await remind_of_meetings(ctx, ours["meetings"])
    gone |= await write_digests(ctx, ours[ReminderKind.DIGEST])
    gone |= await tell_of_closing(ctx, ours[ReminderKind.CLOSING])
    gone |= await remind_of_places(ctx, ours[ReminderKind.PLACE])
    gone |= await remind_of_applications(ctx, ours[ReminderKind.APPLICATION])
    gone |= await remind_of_transfers(ctx, ours[ReminderKind.TRANSFER])
    await reminders.gone(ctx.uow.session, gone)
    return Wrote(len(claimed), sum(each.state == LATE for each in claimed), len(gone))


def _whose(kind: str) -> str:
    """Which part settles it."""
    if kind in APART:
        return kind
    if kind in MEETINGS:
        return "meetings"
    return "people" if kind in FOR_PEOPLE else "staff"
