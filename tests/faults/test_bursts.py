"""Many words at once: in a group that takes 20 a minute, from somebody new, and while the bot is stopped."""

from __future__ import annotations

import signal

from rules.roles import Role
from simulator.botapi.registry import METHODS
from simulator.limits import GROUP_PER_MINUTE, FloodLimits
from tests.conversations.talkers import Talker, Worker, offers
from tests.conversations.words import AGREE, OPEN_CASE, RECEIVED
from tests.faults.crowd import Crowd
from tests.faults.open_transactions import looked_at
from tests.faults.reckoning import reckon, table, watch
from tests.faults.talk import Measure
from tests.faults.test_chaos import say
from tests.faults.world import SETTLE_SECONDS, World

PEOPLE = 60
SPEED = 6.0
"""So much faster Telegram's minute passes here, and no more: a process works no faster for it."""
SLACK = 1.05
"""A place that comes free in a group is used again within so much of Telegram's minute while words wait. Printed here;
the bench holds it, on a quiet machine: what keeps a process from its core looks the same as waiting too long.
"""
CARRIED = "SELECT count(*) FROM letters WHERE kind = 'person-message' AND sent_at IS NOT NULL"


async def staff(world: World) -> list[Worker]:
    """A caseworker and a supervisor in a bound group."""
    workers = [await world.worker("Ірина"), await world.worker("Світлана", Role.SUPERVISOR)]
    await world.bind(workers[1], workers[0])
    return workers


async def test_sixty_messages_at_once_into_a_group_that_takes_twenty_a_minute(world: World) -> None:
    world.simulator.api.limits = FloodLimits(world.simulator.world.clock.monotonic, SPEED, on=False)
    await watch(world)
    pid = world.start_bot()
    crowd = Crowd(world, await staff(world), Measure(PEOPLE, 1, 0), seed=5)
    await crowd.open()
    await world.settled()
    await world.end(pid, signal.SIGTERM)

    await world.people.limits(on=True)
    before = world.simulator.api.calls.count
    world.start_bot(SIM_SPEED=str(SPEED))
    async with looked_at(world.database) as transactions:
        await crowd.burst(1)
        await world.settled()
    found = await reckon(world, crowd, "60 at once, 20 a minute", 0)
    calls = [
        call
        for call in world.simulator.api.calls.calls
        if call["n"] > before and call["chat"] == world.group and METHODS[call["method"].lower()].cost.chat
    ]
    refused = sum(call["status"] == 429 for call in calls)
    carried = [call for call in calls if call["done"]]
    # The queue board in General leaves after all words and cards.
    last = max(place for place, call in enumerate(carried) if call["method"] == "sendMessage" and call["thread"])
    until_words = [call["time"] * SPEED for call in carried[: last + 1]]
    again = max(late - early for early, late in zip(until_words, until_words[GROUP_PER_MINUTE:], strict=False)) / 60
    say(
        f"{len(until_words)} calls for {PEOPLE} messages in {until_words[-1] - until_words[0]:.0f} s of Telegram's,"
        f" a place used again within {again:.3f} × its minute (bar {SLACK}), {refused} refused; {transactions}"
    )
    # Cards leave while no words wait, and that is over once the group has spent its first minute.
    assert len(until_words) <= PEOPLE + GROUP_PER_MINUTE
    assert refused == 0
    assert not found.breaches, found.breaches
    assert (found.counts.repeats, found.counts.empty_topics) == (0, 0)


async def test_five_messages_at_once_from_somebody_new_become_one_case_in_one_topic(world: World) -> None:
    world.start_bot()
    iryna, _ = await staff(world)
    olena = Talker(world, await world.people.user("Олена", language_code="uk"), "Олена", SETTLE_SECONDS)
    said = [f"рядок {number}" for number in range(5)]
    for words in said:
        last = await olena.send(words)
    await world.settled()
    await olena.press(AGREE)
    offer = await olena.waits(lambda each: each.id > last and offers(each, OPEN_CASE), OPEN_CASE)
    await world.people.press(olena.id, offer, olena.id, OPEN_CASE)
    await olena.sees(RECEIVED)
    await olena.send("і ще рядок")
    await world.settled()

    (topic,) = await world.people.topics(world.group)
    carried = [each.text for each in await iryna.seen_in(topic["message_thread_id"])]
    assert [words for each in carried for words in (*said, "і ще рядок") if each.endswith(words)] == [
        *said,
        "і ще рядок",
    ]
    assert await world.count("SELECT count(*) FROM cases") == 1
    assert await world.count("SELECT count(*) FROM messages") == 6


async def test_messages_in_flight_outlive_the_process_however_it_ends(world: World) -> None:
    await watch(world)
    pid = world.start_bot()
    crowd = Crowd(world, await staff(world), Measure(people=6, lines=1, answers=0), seed=6)
    await crowd.open()
    await world.settled()
    await world.people.latency(200, 300, seed=6)
    for how in (signal.SIGTERM, signal.SIGKILL):
        before = world.simulator.api.calls.count
        await crowd.burst(5)
        await world.calls_made(before + 5)
        await world.end(pid, how)
        in_flight = sum(len(talk.lines) for talk in crowd.talks) - await world.count(CARRIED)
        pid = world.start_bot()
        await world.settled()
        found = await reckon(world, crowd, f"30 in flight, {how.name}", int(how is signal.SIGKILL))
        say(f"{table([found.counts])}\n{in_flight} were in flight")
        assert in_flight > 0
        assert not found.breaches, found.breaches
        if how is signal.SIGTERM:
            assert (found.counts.repeats, found.counts.never_seen) == (0, 0)
