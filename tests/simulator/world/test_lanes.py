"""Whose turn it is at a webhook."""

from __future__ import annotations

from simulator.world.clock import SimClock
from simulator.world.lanes import Lanes
from simulator.world.updates import KEPT_SECONDS, QueuedUpdate, UpdateQueue
from tests.simulator.conftest import FakeTime

MANY = 100_000


def update(number: int, lane: int) -> QueuedUpdate:
    return QueuedUpdate(number, "message", lane, {}, float("inf"))


def test_one_of_each_lane_at_a_time_and_the_lanes_in_turn() -> None:
    lanes = Lanes([update(1, 7), update(2, 7), update(3, 8)])
    first, other = lanes.take(), lanes.take()
    assert first is not None
    assert other is not None
    assert (first.update_id, other.update_id, lanes.take()) == (1, 3, None)
    lanes.add(update(4, 8))
    assert lanes.take() is None
    lanes.done(first)
    lanes.done(other)
    assert [taken.update_id for taken in (lanes.take(), lanes.take()) if taken] == [2, 4]


def test_what_was_put_off_keeps_its_place_in_the_lane() -> None:
    lanes = Lanes([update(1, 7), update(2, 7)])
    first = lanes.take()
    assert first is not None
    lanes.put_off(first, 10.0)
    lanes.wake(9.9)
    assert (lanes.take(), lanes.next_at()) == (None, 10.0)
    lanes.wake(10.0)
    assert lanes.any_ready
    assert lanes.take() is first
    assert lanes.next_at() is None


def test_a_lane_that_is_over_leaves_nothing_behind() -> None:
    lanes = Lanes([update(number, number) for number in range(100)])
    while (taken := lanes.take()) is not None:
        lanes.done(taken)
    assert lanes._waiting == {}


def test_a_backlog_is_drained_in_any_order_without_a_walk_through_it(fake_clock: SimClock) -> None:
    queue = UpdateQueue(fake_clock)
    for number in range(MANY):
        queue.add("message", {}, number % 1000)
    for waiting in reversed(queue.first()):
        assert queue.first(1)[0].update_id == 700_000_001
        queue.remove(waiting)
    assert not queue.has_pending()


def test_presses_expire_amid_what_stays(fake_clock: SimClock, fake_time: FakeTime) -> None:
    queue = UpdateQueue(fake_clock)
    for kind in ("message", "callback_query", "message", "callback_query"):
        queue.add(kind, {}, 1)
        fake_time.seconds += 100
    waiting = queue.first()
    assert [each.kind for each in waiting] == ["message", "message", "callback_query"]
    assert all(each in queue for each in waiting)
    queue.remove(waiting[0])
    fake_time.seconds += KEPT_SECONDS - 300
    assert len(queue) == 1
    assert waiting[1] in queue
    fake_time.seconds += 100
    assert waiting[1] not in queue
    assert not queue.has_pending()


def test_what_left_is_not_remembered_until_it_would_have_expired(fake_clock: SimClock) -> None:
    queue = UpdateQueue(fake_clock)
    for _ in range(1000):
        queue.add("message", {}, 1)
        queue.confirm(queue.first()[-1].update_id + 1)
    assert len(queue) == 0
    assert all(not expiries for expiries in queue._expiries.values())
