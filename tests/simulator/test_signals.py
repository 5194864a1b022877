"""Waking those who wait."""

import asyncio

from simulator.signals import EventHub, Signal


async def test_everybody_who_waits_is_woken() -> None:
    signal, done = Signal(), False
    waits = [asyncio.create_task(signal.until(lambda: done, 10)) for _ in range(3)]
    await asyncio.sleep(0)
    done = True
    signal.fire()
    assert await asyncio.wait_for(asyncio.gather(*waits), 5) == [True, True, True]


async def test_a_wait_ends_by_itself() -> None:
    assert await Signal().until(lambda: False, 0.01) is False


async def test_a_cancellation_that_comes_with_the_change_is_not_lost() -> None:
    signal = Signal()
    wait = asyncio.create_task(signal.until(lambda: False, 10))
    await asyncio.sleep(0)
    signal.fire()
    wait.cancel()
    done, _ = await asyncio.wait([wait], timeout=1)
    assert done == {wait}
    assert wait.cancelled()


async def test_a_listener_that_falls_far_behind_is_closed() -> None:
    hub = EventHub()
    slow = hub.listen()
    for number in range(1500):
        hub.publish({"n": number})
    received = []
    while not slow.empty():
        received.append(slow.get_nowait())
    assert received[-1] is None
    hub.close()
