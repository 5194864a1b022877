"""A draft goes to whoever it is for: at once to few, to many after a second person has confirmed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from casework.act import act
from casework.broadcasts import content
from casework.broadcasts.access import member_of, move, own_run
from casework.broadcasts.show import show_run
from casework.broadcasts.showing import ask_others, others_who_lead
from casework.context import Context
from casework.errors import BroadcastFlaw, NotPermitted, Stale
from casework.letters import kinds
from casework.letters.write import tell_desk
from db.models import Broadcast, BroadcastRun
from db.repositories import audience, broadcasts, staff
from db.repositories.audience import Reach
from rules.broadcast_words import LONGEST_CAPTION, seen_length, still_blank
from rules.broadcasts import Every, State, Step, needs_second, next_at
from rules.files import FileState
from rules.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class OfRun:
    """A run."""

    run_id: int


@act("broadcast.ask_send")
async def ask_send(ctx: Context, data: OfRun) -> None:
    """Shows what follows: whom it reaches, when, what it costs. BroadcastFlaw for what is not whole; Stale."""
    run, broadcast = await own_run(ctx, data.run_id)
    if run.state != State.DRAFT:
        raise Stale
    await _check(ctx, broadcast, run)
    run.paid = ctx.rules.paid_broadcast
    await show_run(ctx, run, sure=True)


@act("broadcast.send")
async def send(ctx: Context, data: OfRun) -> BroadcastRun:
    """Schedules it, or asks the other leads where it reaches many. BroadcastFlaw for what is not whole, and where
    nobody else could confirm it; Stale.
    """
    run, broadcast = await own_run(ctx, data.run_id)
    if run.state != State.DRAFT:
        raise Stale
    reach, due = await _check(ctx, broadcast, run), _due(ctx, broadcast, run)
    many = needs_second(reach.gets)
    if many and not await others_who_lead(ctx, broadcast.organisation_id, ctx.actor.id or 0):
        raise BroadcastFlaw(why="nobody")
    # Whoever presses is answerable for it: it is theirs from now on.
    broadcast.author_id = ctx.actor.id or broadcast.author_id
    run.due_at, run.expires_at = due, (due or ctx.now) + timedelta(hours=broadcast.keep_hours)
    run.asked, run.asked_at, run.paid = reach.gets, ctx.now, ctx.rules.paid_broadcast
    move(run, Step.ASK if many else Step.SCHEDULE, ctx.now)
    if many:
        await ask_others(ctx, broadcast, run)
    else:
        run.confirmed_by, run.confirmed_at = ctx.actor.id, ctx.now
    await show_run(ctx, run)
    return run


async def _check(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> Reach:
    """What it would reach, where all of it is there."""
    texts = content.texts(broadcast)
    if LANGUAGES[0] not in texts:
        raise BroadcastFlaw(why="empty")
    for language, text in texts.items():
        if still_blank({language: text}, content.values_in(broadcast, language)):
            raise BroadcastFlaw(why="blank")
    file = await broadcasts.file_of(ctx.uow.session, broadcast.id)
    if file is not None and file.state == FileState.REFUSED:
        raise BroadcastFlaw(why="file")
    if file is not None and max(map(seen_length, texts.values())) > LONGEST_CAPTION:
        raise BroadcastFlaw(why="long-caption")
    whom = await content.audience_of(ctx.uow, ctx.catalogue, broadcast, run)
    reach = await audience.reach(ctx.uow.session, whom, ctx.now)
    if not reach.gets:
        raise BroadcastFlaw(why="nobody-there")
    return reach


def _due(ctx: Context, broadcast: Broadcast, run: BroadcastRun) -> datetime | None:
    """When it begins; None: at once."""
    repeat, due = content.repeat(broadcast), run.due_at
    if repeat.every is Every.BEFORE and run.source_id is None:
        due = next_at(repeat, ctx.now, ctx.now)
        if due is None:
            raise BroadcastFlaw(why="no-moment")
    if due is not None and due < ctx.now:
        raise BroadcastFlaw(why="past")
    return due


@act("broadcast.confirm")
async def confirm(ctx: Context, data: OfRun) -> BroadcastRun:
    """A second person says that it may go. NotPermitted for its author; Stale where it does not wait for that."""
    run, broadcast = await own_run(ctx, data.run_id)
    if broadcast.author_id == ctx.actor.id:
        raise NotPermitted(act="broadcast.confirm")
    move(run, Step.CONFIRM, ctx.now)
    run.confirmed_by, run.confirmed_at = ctx.actor.id, ctx.now
    run.expires_at = max(run.due_at or ctx.now, ctx.now) + timedelta(hours=broadcast.keep_hours)
    await _answer(ctx, broadcast, run, confirmed=True)
    return run


@act("broadcast.decline")
async def decline(ctx: Context, data: OfRun) -> BroadcastRun:
    """A second person says that it may not go: it is a draft again. NotPermitted, Stale as above."""
    run, broadcast = await own_run(ctx, data.run_id)
    if broadcast.author_id == ctx.actor.id:
        raise NotPermitted(act="broadcast.decline")
    move(run, Step.DECLINE, ctx.now)
    await _answer(ctx, broadcast, run, confirmed=False)
    return run


async def _answer(ctx: Context, broadcast: Broadcast, run: BroadcastRun, *, confirmed: bool) -> None:
    author = await staff.by_id(ctx.uow.session, broadcast.author_id)
    by = (await member_of(ctx)).id
    letter = kinds.broadcasts.BroadcastAnswered(author.id, run.id, by, confirmed)
    if author.removed_at is None:
        await tell_desk(ctx, author, letter, key=f"{run.id}:{int(ctx.now.timestamp())}")
    await show_run(ctx, run)
