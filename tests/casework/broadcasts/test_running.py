"""A run from beginning to end: recipients fixed as rows, letters a few at a time, paused and stopped at once."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select, text

from casework.broadcasts import feeding
from casework.broadcasts.control import go_on, pause, resend, stop
from casework.broadcasts.send import OfRun, send
from casework.broadcasts.tick import Tick, Ticked, tick
from casework.context import Actor
from casework.errors import BroadcastFlaw, Stale
from casework.letters import kinds
from casework.letters.policies import Priority
from casework.letters.sent import letter_dropped, letter_failed
from casework.letters.sights import BroadcastLetterSight, RunSight
from db.models import BroadcastRecipient
from db.repositories.broadcast_recipients import CLAIM
from rules.broadcasts import Kind, Reason, RecipientState, State
from tests.casework.broadcasts.sending import WORDS, drafted, letters, recipients, sent, ticks
from tests.casework.world import CATALOGUE, World, machine

SENT, WAITING, QUEUED = RecipientState.SENT, RecipientState.WAITING, RecipientState.QUEUED


async def test_it_begins_is_said_to_each_once_and_ends(world: World, olena: Actor, mykola: Actor, lead: Actor) -> None:
    run = await sent(world, lead)
    assert run.state == State.SCHEDULED
    assert await letters(world) == []
    await ticks(world)
    assert run.state == State.RUNNING
    those = await letters(world)
    assert sorted(each.chat_id for each in those) == sorted([olena.telegram_id or 0, mykola.telegram_id or 0])
    assert {each.priority for each in those} == {Priority.BROADCAST}
    assert {each.expires_at for each in those} == {run.expires_at}
    sight = await world.sight(those[0])
    assert sight is not None
    assert isinstance(sight.shows, BroadcastLetterSight)
    assert (sight.shows.html, sight.shows.about) == (WORDS, Kind.NEWS)
    await world.deliver()
    await ticks(world)
    assert run.state == State.FINISHED
    assert await recipients(world, run) == {olena.id: (SENT, None), mykola.id: (SENT, None)}
    assert await ticks(world) == Ticked()
    assert len([1 for letter, _ in await world.deliver() if letter.kind == "broadcast"]) == 0


async def test_recipients_are_fixed_when_it_begins(world: World, olena: Actor, lead: Actor) -> None:
    run = await sent(world, lead)
    await ticks(world)
    world.wait(seconds=1)
    later = await world.person("Пізня")
    await world.deliver()
    await ticks(world)
    assert set(await recipients(world, run)) == {olena.id}
    assert later.id not in await recipients(world, run)


async def test_lots_follow_each_other(world: World, lead: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeding, "FIXED_AT_ONCE", 2)
    monkeypatch.setattr(feeding, "AHEAD", 3)
    monkeypatch.setattr(feeding, "LOT", 2)
    those = [await world.person(f"Людина {number}") for number in range(7)]
    run = await sent(world, lead)
    await ticks(world)
    assert len(await recipients(world, run)) == 7
    assert len(await letters(world)) == 3, "no more stand in the outbox, however many there are"
    said: list[int] = []
    while run.state == State.RUNNING:
        said += [letter.chat_id for letter, _ in await world.deliver() if letter.kind == "broadcast"]
        await ticks(world)
    assert sorted(said) == sorted(each.telegram_id or 0 for each in those)


async def test_what_backs_off_does_not_hold_up_the_others(
    world: World, olena: Actor, mykola: Actor, lead: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feeding, "AHEAD", 1)
    await sent(world, lead)
    await ticks(world)
    [first] = await letters(world)
    await world.uow.session.execute(
        text("UPDATE letters SET retry_at = clock_timestamp() + interval '1 hour' WHERE id = :id"), {"id": first.id}
    )
    await ticks(world)
    assert len(await letters(world)) == 2


async def test_a_pause_takes_back_what_is_not_in_flight_and_it_goes_on(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    run = await sent(world, lead)
    await ticks(world)
    first, second = await letters(world)
    await world.uow.session.execute(
        text("UPDATE letters SET lease_until = clock_timestamp() + interval '1 minute' WHERE id = :id"),
        {"id": first.id},
    )
    await pause(world.ctx(lead), OfRun(run.id))
    assert [each.id for each in await letters(world)] == [first.id], "what is in flight is"
    states = [state for state, _ in (await recipients(world, run)).values()]
    assert sorted(states) == [QUEUED, WAITING]
    assert await ticks(world) == Ticked()
    assert await world.sight(first) is None, "and if it comes back, it does not leave"
    first.dropped_at, first.reason = world.now, "stale"
    await letter_dropped(world.uow, first, world.now, CATALOGUE)
    async with world.refused(Stale):
        await pause(world.ctx(lead), OfRun(run.id))
    await go_on(world.ctx(lead), OfRun(run.id))
    await ticks(world)
    assert len(await letters(world)) == 2
    await world.deliver()
    await ticks(world)
    assert run.state == State.FINISHED
    assert [state for state, _ in (await recipients(world, run)).values()] == [SENT, SENT]
    assert second.id not in [each.id for each in await letters(world)]


async def test_a_stop_is_for_good_and_says_what_was_sent(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    run = await sent(world, lead)
    await ticks(world)
    await stop(world.ctx(lead), OfRun(run.id))
    assert (run.state, await letters(world)) == (State.STOPPED, [])
    assert await ticks(world) == Ticked()
    async with world.refused(Stale):
        await go_on(world.ctx(lead), OfRun(run.id))
    [told] = await world.waiting(kinds.broadcasts.BroadcastResult, to=lead)
    sight = await world.sight(told)
    assert sight is not None
    assert isinstance(sight.shows, RunSight)
    assert sight.shows.progress is not None
    assert (sight.shows.progress.sent, sight.shows.progress.left) == (0, 2)


async def test_who_failed_is_named_by_reason_and_gets_it_again(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    run = await sent(world, lead)
    async with world.refused(BroadcastFlaw, why="not-over"):
        await resend(world.ctx(lead), OfRun(run.id))
    await ticks(world)
    [theirs] = [each for each in await letters(world) if each.chat_id == olena.telegram_id]
    theirs.parked_at, theirs.reason = world.now, "too-long"
    await letter_failed(world.uow, theirs, "too-long", world.now, CATALOGUE)
    await world.deliver()
    await ticks(world)
    assert run.state == State.FINISHED
    assert (await recipients(world, run))[olena.id or 0] == (RecipientState.FAILED, "too-long")
    again = await resend(world.ctx(lead), OfRun(run.id))
    await send(world.ctx(lead), OfRun(again.id))
    await ticks(world)
    assert [each.chat_id for each in await letters(world)] == [olena.telegram_id]
    await world.deliver()
    await ticks(world)
    assert (again.number, again.state) == (2, State.FINISHED)
    async with world.refused(BroadcastFlaw, why="nobody-failed"):
        await resend(world.ctx(lead), OfRun(again.id))


async def test_whoever_blocked_the_bot_is_unreachable_and_not_asked_again(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    run = await sent(world, lead)
    await ticks(world)
    [theirs] = [each for each in await letters(world) if each.chat_id == olena.telegram_id]
    theirs.parked_at, theirs.reason = world.now, "blocked"
    await letter_failed(world.uow, theirs, "blocked", world.now, CATALOGUE)
    assert (await world.row(olena)).unreachable_since == world.now
    await world.deliver()
    await ticks(world)
    again = await resend(world.ctx(lead), OfRun(run.id))
    async with world.refused(BroadcastFlaw, why="nobody-there"):
        await send(world.ctx(lead), OfRun(again.id))


async def test_a_run_whose_time_is_over_says_nothing_more(world: World, olena: Actor, lead: Actor) -> None:
    run = await sent(world, lead)
    await ticks(world)
    world.wait(hours=25)
    await ticks(world)
    assert (run.state, await letters(world)) == (State.EXPIRED, [])
    assert (await recipients(world, run))[olena.id or 0] == (WAITING, None)


async def test_a_letter_that_is_late_by_itself_has_failed(world: World, olena: Actor, lead: Actor) -> None:
    run = await sent(world, lead)
    await ticks(world)
    [letter] = await letters(world)
    letter.dropped_at, letter.reason = world.now, "expired"
    await letter_dropped(world.uow, letter, world.now, CATALOGUE)
    assert (await recipients(world, run))[olena.id or 0] == (RecipientState.FAILED, Reason.EXPIRED)


async def test_at_night_nobody_is_written_to(world: World, olena: Actor, lead: Actor) -> None:
    world.now = datetime(2026, 3, 11, 20, 30, tzinfo=UTC)
    run = await sent(world, lead)
    await ticks(world)
    assert (run.state, await letters(world)) == (State.RUNNING, [])
    world.wait(hours=10)
    await ticks(world)
    assert len(await letters(world)) == 1


async def test_at_a_time_and_not_before(world: World, olena: Actor, lead: Actor) -> None:
    run = await drafted(world, lead)
    run.due_at = datetime(2026, 3, 12, 8, 0, tzinfo=UTC)
    await sent(world, lead, run)
    await ticks(world)
    assert run.state == State.SCHEDULED
    world.now = datetime(2026, 3, 12, 8, 0, tzinfo=UTC)
    await ticks(world)
    assert run.state == State.RUNNING


async def test_a_letter_that_went_with_its_person_does_not_keep_a_run_for_ever(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    run = await sent(world, lead)
    await ticks(world)
    [theirs] = [each for each in await letters(world) if each.chat_id == olena.telegram_id]
    held = [each for each in await letters(world) if each.chat_id == mykola.telegram_id]
    await world.uow.session.delete(theirs)
    held[0].not_before = datetime(9999, 1, 1, tzinfo=UTC)
    await ticks(world)
    assert run.state == State.FINISHED
    assert set((await recipients(world, run)).values()) == {(RecipientState.LEFT, Reason.CHANGED)}
    assert await letters(world) == []


async def test_progress_is_edited_every_five_seconds_at_most(
    world: World, olena: Actor, mykola: Actor, lead: Actor
) -> None:
    run = await sent(world, lead)
    await tick(machine(world), Tick())
    shown = [run.shown_at]
    for _ in range(12):
        world.wait(seconds=1)
        await tick(machine(world), Tick())
        shown.append(run.shown_at)
    moments = [each for each in dict.fromkeys(shown) if each is not None]
    gaps = [(later - earlier).total_seconds() for earlier, later in itertools.pairwise(moments)]
    assert gaps
    assert min(gaps) >= 5
    await pause(world.ctx(lead), OfRun(run.id))
    last = run.shown_at
    world.wait(seconds=6)
    await tick(machine(world), Tick())
    assert run.shown_at != last, "a change of a moment ago is shown, too"
    settled = run.shown_at
    world.wait(seconds=60)
    await tick(machine(world), Tick())
    assert run.shown_at == settled, "where nothing changes nothing is edited"


async def test_claims_read_the_partial_index(world: World, olena: Actor, lead: Actor) -> None:
    run = await sent(world, lead)
    await ticks(world)
    session = world.uow.session
    await session.execute(
        text(
            "INSERT INTO people (telegram_id, language, watched, created_at)"
            " SELECT 10000000 + n, 'uk', false, now() FROM generate_series(1, 20000) AS n"
        )
    )
    await session.execute(
        text(
            "INSERT INTO broadcast_recipients (run_id, person_id, state)"
            " SELECT :run, id, CASE WHEN id % 200 = 0 THEN 'waiting' ELSE 'sent' END FROM people"
            " WHERE telegram_id >= 10000000"
        ),
        {"run": run.id},
    )
    await session.execute(text("ANALYZE broadcast_recipients"))
    plan = "\n".join(await session.scalars(text(f"EXPLAIN {CLAIM}"), {"run_id": run.id, "limit": 100}))
    assert "ix_broadcast_recipients_waiting" in plan
    assert "Seq Scan" not in plan
    assert (await session.scalar(select(func.count()).select_from(BroadcastRecipient)) or 0) > 20_000
