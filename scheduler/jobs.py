"""The table of jobs: what runs by itself, when, and why."""

from __future__ import annotations

from collections.abc import Mapping

from apscheduler.triggers.cron import CronTrigger

from db.repositories import (
    allocation,
    allocation_steps,
    appointments,
    awaited,
    broadcasts,
    bulk,
    changes,
    deadlines,
    events,
    exports,
    later,
    need_asks,
    promises,
    recreation,
    reminders,
    talk,
    trips,
)
from scheduler import runs
from scheduler.job import SAME_DAY, UNTIL_NOON, ZONE, Job, LongJob, every

# Daily jobs keep out of the hour between 3 and 4: in October it comes twice in Kyiv, and APScheduler then names the
# same moment over and over.
JOBS: tuple[Job, ...] = (
    Job(
        "reclaim-leases",
        "a worker that died must not keep what it was doing",
        every(seconds=15),
        runs.run_reclaim_leases,
    ),
    Job(
        "tick-outbox",
        "a lost nudge, or a letter whose time has come, must not wait for the next one",
        every(seconds=5),
        runs.run_tick_outbox,
    ),
    Job(
        "tell-leads",
        "what was put aside must not lie there unseen",
        every(minutes=1),
        runs.run_tell_leads,
    ),
    Job(
        "keep-promises",
        "whoever waits beyond the promised time hears it from us within minutes, and so do staff",
        every(minutes=5),
        runs.run_keep_promises,
        moments=promises.next_broken,
    ),
    Job(
        "plan-reminders",
        "what a person's message leaves to the clock, so that the message itself is handled fast",
        every(minutes=1),
        runs.run_plan_reminders,
        drain=True,
        moments=deadlines.unplanned_since,
    ),
    Job(
        "begin-deadlines",
        "a case from before there were rows for its deadlines has them, too",
        every(minutes=30),
        runs.run_begin_deadlines,
        drain=True,
    ),
    Job(
        "write-reminders",
        "what is due is told, once, and what is stale is not",
        every(seconds=20),
        runs.run_write_reminders,
        drain=True,
        moments=reminders.next_due,
    ),
    Job(
        "find-unread",
        "what was sent and not read is told on the phone",
        every(minutes=1),
        runs.run_find_unread,
        drain=True,
        moments=awaited.next_due,
    ),
    Job(
        "lapse-appointments",
        "times that nobody picked are over, and staff must know that nobody comes",
        every(minutes=1),
        runs.run_lapse_appointments,
        drain=True,
        moments=appointments.next_lapse,
    ),
    Job(
        "pass-places-on",
        "a place that became free must not stay empty while somebody waits for one",
        every(minutes=1),
        runs.run_pass_places_on,
        drain=True,
        moments=events.next_kept,
    ),
    Job(
        "remind-to-check",
        "where another office decides we said by when we look, and somebody must",
        CronTrigger(hour=8, minute=30, timezone=ZONE),
        runs.run_remind_to_check,
        daily=True,
        # It makes the day's list of work; whoever reads it in the afternoon starts tomorrow, with tomorrow's.
        missed=UNTIL_NOON,
    ),
    Job(
        "remind-of-complaints",
        "an answer that the law demands must not be forgotten",
        every(hours=1),
        runs.run_remind_of_complaints,
        leap=CronTrigger(hour=9, minute=10, timezone=ZONE),
    ),
    Job(
        "lapse-owners",
        "whoever waits must not wait for an owner who does not come back",
        every(minutes=5),
        runs.run_lapse,
        leap=CronTrigger(minute=45, timezone=ZONE),
    ),
    Job(
        "close-solved",
        "a case that is solved must not stand among the open ones for ever; its person hears of it before",
        every(minutes=10),
        runs.run_close_solved,
        # By day alone: at night nothing is closed.
        leap=CronTrigger(hour="8-20", minute=40, timezone=ZONE),
        drain=True,
    ),
    Job(
        "watch-over-alarms",
        "somebody in danger must not wait for one who does not look",
        every(seconds=15),
        runs.run_watch_over,
    ),
    Job(
        "end-mutes",
        "a silence that is over must not go on because nobody looked",
        every(minutes=1),
        runs.run_end_mutes,
        moments=talk.next_mute_over,
    ),
    Job(
        "move-campaigns",
        "a campaign opens on its first day and closes after its last one, and whoever waits for it hears",
        every(minutes=1),
        runs.run_move_campaigns,
        moments=recreation.next_move,
    ),
    Job(
        "plan-drafts",
        "whoever began an application is reminded before the last day, also where a lead has moved it",
        every(minutes=1),
        runs.run_plan_drafts,
        drain=True,
    ),
    Job(
        "tell-changes",
        "whoever applied hears when dates have changed, a few families at a time",
        every(seconds=20),
        runs.run_tell_changes,
        drain=True,
        moments=changes.next_moment,
    ),
    Job(
        "join-late",
        "whose need was confirmed after the order of places has a turn where the order puts it",
        every(seconds=10),
        runs.run_join_late,
        drain=True,
    ),
    Job(
        "work-out",
        "a lead who shares places out sees who would get one, and nobody else waits while that is worked out",
        every(seconds=1),
        runs.run_work_out,
        drain=True,
        moments=allocation_steps.asked_since,
    ),
    Job(
        "move-up",
        "a place that came free, or an offer whose term is over, goes to the next family",
        every(seconds=5),
        runs.run_move_up,
        drain=True,
        moments=allocation.next_moment,
    ),
    Job(
        "tell-families",
        "whoever is offered a place, or waits for one, hears of it",
        every(seconds=2),
        runs.run_tell_families,
        drain=True,
        moments=allocation.next_untold,
    ),
    Job(
        "ask-families",
        "before places are shared out each family is asked whether it still needs one, reminded once, then phoned",
        every(seconds=20),
        runs.run_ask_families,
        drain=True,
        moments=need_asks.next_at,
    ),
    Job(
        "ask-later",
        "whose child got to a step at which a campaign asks more is asked then, and not before",
        every(minutes=1),
        runs.run_ask_later,
        drain=True,
        moments=later.next_moment,
    ),
    Job(
        "tell-of-trips",
        "whoever left for a camp, came back or does not come: their family hears of it, and a free place goes on",
        every(minutes=1),
        runs.run_tell_of_trips,
        drain=True,
        moments=trips.next_untold,
    ),
    Job(
        "drop-drafts",
        "words that nobody agreed to have kept are not kept",
        CronTrigger(hour=4, minute=10, timezone=ZONE),
        runs.run_drop_drafts,
        daily=True,
        missed=SAME_DAY,
    ),
    Job(
        "retention",
        "what is not needed any more is forgotten",
        CronTrigger(hour=4, minute=30, timezone=ZONE),
        runs.run_retention,
        daily=True,
        missed=SAME_DAY,
    ),
    Job(
        "bulk-runs",
        "what was confirmed for many cases is done to each, one by one, and nobody waits for it to end",
        every(seconds=5),
        runs.run_bulk,
        drain=True,
        moments=bulk.going_since,
    ),
    Job(
        "broadcasts",
        "what was confirmed for many people reaches the outbox a few at a time, and its author sees how far it is",
        every(seconds=1),
        runs.run_broadcasts,
        drain=True,
        moments=broadcasts.next_moment,
    ),
    Job(
        "exports",
        "a file that a lead asked for is gathered a portion at a time, and its asker sees how far it is",
        every(seconds=2),
        runs.run_exports,
        drain=True,
        moments=exports.going_since,
    ),
    Job(
        "index-search",
        "staff find a case by what was written in it a moment ago, and by words of before there was an index",
        every(seconds=10),
        runs.run_index_search,
    ),
    Job(
        "show-boards",
        "each group sees how its cases stand; once a minute, since every change is a call of its budget",
        every(minutes=1),
        runs.run_show_boards,
    ),
    Job(
        "follow-disclosure",
        "where STAFF_CHAT_DISCLOSURE was changed, no word stays where it may not stand any more",
        every(minutes=1),
        runs.run_follow_setting,
        leap=CronTrigger(hour=0, minute=5, timezone=ZONE),
        drain=True,
    ),
)

# Looked at often, taken once a night: a machine that slept or a bot that was stopped catches up soon.
LONG_JOBS: tuple[LongJob, ...] = (
    LongJob(
        "backup",
        "every night the whole database goes into one encrypted file",
        every(minutes=10),
        runs.run_backup,
    ),
)

_ALL: tuple[Job | LongJob, ...] = (*JOBS, *LONG_JOBS)
BY_NAME: Mapping[str, Job | LongJob] = {job.name: job for job in _ALL}
