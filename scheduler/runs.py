"""What each job does, in one transaction or in as many as it needs, and in numbers what came of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

from casework.allocation.joining import JoinLate, join_late
from casework.allocation.tell import Tell, tell
from casework.allocation.tick import LookAhead, MoveUp, Stepped, look_ahead, move_up, next_steps
from casework.allocation.working import KeepTrial, ReadTrial, Worked, keep_trial, read_trial, worked_out
from casework.appointments.ending import LapseAppointments, lapse_appointments
from casework.awaited.due import FindUnread, find_unread
from casework.broadcasts.tick import Tick, tick
from casework.bulk.work import Work, work
from casework.cases.close_solved import CloseSolved, PlanClosing, close_solved, plan_closing
from casework.cases.lapse import Lapse, lapse
from casework.complaints.remind import RemindOfComplaints, remind_of_complaints
from casework.context import Context
from casework.danger.watch_over import WatchOver, watch_over
from casework.deadlines.sweep import BeginDeadlines, PlanPromises, begin_deadlines, plan_promises
from casework.events.passing import PassOn, pass_places_on
from casework.exports.work import WorkExports, work_exports
from casework.lists.index import IndexSearch, index_search
from casework.problems.tell_leads import TellLeads, tell_leads
from casework.promises.keep import Keep, keep
from casework.promises.remind import Remind, remind
from casework.recreation.changed import TellChanges, tell_changes
from casework.recreation.later_clock import AskLater, ask_later
from casework.recreation.moving import ByTheClock, by_the_clock
from casework.recreation.need_clock import AskFamilies, ask_families
from casework.recreation.reminding import PlanDrafts, plan_drafts
from casework.recreation.trip_news import TellOfTrips, tell_of_trips
from casework.reminders.write_due import WriteDue, write_due
from casework.staff.boards import ShowBoards, show_boards
from casework.staff.disclosure import FollowSetting, follow_setting
from casework.talk.mute import EndMutes, end_mutes
from casework.upkeep.forget import DropDrafts, Forget, drop_drafts, forget
from db.backup.take import BackupPlace, take_into
from db.engine import Database
from db.repositories import backups, budget, holds, workers
from rules.backups import is_due, may_wait
from rules.quiet_hours import morning_after

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class Beside:
    """What takes too long for a transaction. `work` is done beside the event loop while none is open, `write` in one of
    its own with what came of it. `counts`: what was done before.
    """

    work: Callable[[], Any]
    write: Callable[[Context, Any], Awaitable[Counts]]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Storage:
    """What long jobs work on. `url` holds a password: never to be shown or logged."""

    database: Database
    url: str
    backups: BackupPlace | None
    """None where somebody else backs the database up."""


async def run_reclaim_leases(ctx: Context) -> Counts:
    """`freed`: claims of workers that died. `notes`: calls that nobody's budget remembers any more."""
    notes = await budget.forget(ctx.uow.session)
    freed = await workers.free_orphans(ctx.uow.session)
    if freed:
        ctx.uow.nudge("inbox")
        ctx.uow.nudge("outbox")
        ctx.uow.nudge("files")
    return {"freed": freed, "notes": notes}


async def run_tick_outbox(ctx: Context) -> Counts:
    """Nothing to count: the outbox is looked at."""
    ctx.uow.nudge("outbox")
    return {}


async def run_tell_leads(ctx: Context) -> Counts:
    """`told`: leads who got a letter about what was put aside."""
    return {"told": await tell_leads(ctx, TellLeads())}


async def run_keep_promises(ctx: Context) -> Counts:
    """How many promises were late, and who was told."""
    kept = await keep(ctx, Keep())
    return asdict(kept)


async def run_remind_to_check(ctx: Context) -> Counts:
    """`reminded`: cases at another office that wait for a look."""
    return {"reminded": await remind(ctx, Remind())}


async def run_remind_of_complaints(ctx: Context) -> Counts:
    """`told`: leads who have a complaint to answer."""
    return {"told": await remind_of_complaints(ctx, RemindOfComplaints())}


async def run_plan_reminders(ctx: Context) -> Counts:
    """`cases`: those whose promises were planned."""
    return {"cases": await plan_promises(ctx, PlanPromises())}


async def run_begin_deadlines(ctx: Context) -> Counts:
    """`cases`: those that have rows for their deadlines now."""
    return {"cases": await begin_deadlines(ctx, BeginDeadlines())}


async def run_write_reminders(ctx: Context) -> Counts:
    """How many reminders became letters, and how many were stale."""
    return asdict(await write_due(ctx, WriteDue()))


async def run_find_unread(ctx: Context) -> Counts:
    """`cases`: those with a letter that nobody has read."""
    return {"cases": await find_unread(ctx, FindUnread())}


async def run_lapse_appointments(ctx: Context) -> Counts:
    """`lapsed`: offers of times that are over."""
    return {"lapsed": await lapse_appointments(ctx, LapseAppointments())}


async def run_pass_places_on(ctx: Context) -> Counts:
    """`passed`: seats of events that went to the next who waits."""
    return {"passed": await pass_places_on(ctx, PassOn())}


async def run_lapse(ctx: Context) -> Counts:
    """How many owners lost a case that they did not look at."""
    return asdict(await lapse(ctx, Lapse()))


async def run_close_solved(ctx: Context) -> Counts:
    """`planned` and `closed`: cases that are solved."""
    return {"planned": await plan_closing(ctx, PlanClosing()), "closed": await close_solved(ctx, CloseSolved())}


async def run_watch_over(ctx: Context) -> Counts:
    """`alarms`: those for which somebody was called."""
    return {"alarms": await watch_over(ctx, WatchOver())}


async def run_end_mutes(ctx: Context) -> Counts:
    """`ended`: silences that are over."""
    return {"ended": await end_mutes(ctx, EndMutes())}


async def run_move_campaigns(ctx: Context) -> Counts:
    """`moved`: campaigns that opened or closed."""
    return {"moved": await by_the_clock(ctx, ByTheClock())}


async def run_plan_drafts(ctx: Context) -> Counts:
    """`drafts`: those whose reminders were planned, or moved."""
    return {"drafts": await plan_drafts(ctx, PlanDrafts())}


async def run_tell_changes(ctx: Context) -> Counts:
    """`applications`: those whose families were told what has changed."""
    return {"applications": await tell_changes(ctx, TellChanges())}


async def run_work_out(ctx: Context) -> Counts | Beside:
    """`trials`: those of sharing out that can be looked at now."""
    asked = await read_trial(ctx, ReadTrial())
    if asked is None:
        return {"trials": 0}

    async def keep_it(ctx: Context, worked: Worked) -> Counts:
        return {"trials": await keep_trial(ctx, KeepTrial(asked, worked))}

    return Beside(partial(worked_out, asked), keep_it, {"trials": 0})


async def run_move_up(ctx: Context) -> Counts | Beside:
    """`moved`: offers of places that ended or were made."""
    looked = await look_ahead(ctx, LookAhead())
    if not looked.ahead:
        return {"moved": looked.ended}

    async def write(ctx: Context, steps: tuple[Stepped, ...]) -> Counts:
        return {"moved": await move_up(ctx, MoveUp(steps))}

    return Beside(partial(next_steps, looked.ahead), write, {"moved": looked.ended})


async def run_join_late(ctx: Context) -> Counts:
    """`families`: those whose children came into the order of places."""
    return {"families": await join_late(ctx, JoinLate())}


async def run_tell_families(ctx: Context) -> Counts:
    """`families`: those that were told."""
    return {"families": await tell(ctx, Tell())}


async def run_ask_families(ctx: Context) -> Counts:
    """`families`: those that were asked, reminded, or are to be phoned."""
    return {"families": await ask_families(ctx, AskFamilies())}


async def run_ask_later(ctx: Context) -> Counts:
    """`families`: those of whom a child got to such a step."""
    return {"families": await ask_later(ctx, AskLater())}


async def run_tell_of_trips(ctx: Context) -> Counts:
    """`families`: those of whose trips something followed."""
    return {"families": await tell_of_trips(ctx, TellOfTrips())}


async def run_drop_drafts(ctx: Context) -> Counts:
    """`drafts`: words that were not kept."""
    return {"drafts": await drop_drafts(ctx, DropDrafts())}


async def run_retention(ctx: Context) -> Counts:
    """How much of what was forgotten."""
    forgotten = await forget(ctx, Forget())
    return asdict(forgotten)


async def run_index_search(ctx: Context) -> Counts:
    """How many keys of search were made."""
    return asdict(await index_search(ctx, IndexSearch()))


async def run_bulk(ctx: Context) -> Counts:
    """How many cases of a bulk action are done."""
    return asdict(await work(ctx, Work()))


async def run_broadcasts(ctx: Context) -> Counts:
    """How many recipients went on their way."""
    return asdict(await tick(ctx, Tick()))


async def run_exports(ctx: Context) -> Counts:
    """How many rows of files were gathered, and how many files are ready or over."""
    return asdict(await work_exports(ctx, WorkExports()))


async def run_show_boards(ctx: Context) -> Counts:
    """`boards`: those that changed."""
    return {"boards": await show_boards(ctx, ShowBoards())}


async def run_follow_setting(ctx: Context) -> Counts:
    """`cases`: those whose words went where they may stand."""
    return {"cases": await follow_setting(ctx, FollowSetting())}


async def run_backup(storage: Storage) -> Counts:
    """`rows` and `bytes` of the new file; `waits`: for a broadcast under way; nothing where none is due."""
    if storage.backups is None:
        return {}
    if await _waits_for_broadcast(storage.database):
        return {"waits": 1}
    taken = await take_into(storage.database, storage.url, storage.backups, is_due)
    return {} if taken is None else {"rows": taken.rows, "bytes": taken.bytes}


async def _waits_for_broadcast(database: Database) -> bool:
    async with database.uow() as uow:
        now = await backups.real_now(uow.session)
        newest = await backups.last(uow.session)
        last = newest.taken_at if newest is not None else None
        if not is_due(last, now) or not may_wait(last, now):
            return False
        # At night a run says nothing to anybody, whatever its state: it sleeps until the morning.
        asleep = morning_after(now) > now
        return not asleep and await holds.broadcast_runs(uow.session)
