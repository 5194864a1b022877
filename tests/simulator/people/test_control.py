"""The knobs."""

import pytest

from simulator.client import RefusedError
from tests.simulator.conftest import Desk


async def test_business_time_moves_forward_only_and_dates_follow_it(desk: Desk) -> None:
    person = await desk.beneficiary()
    before = await desk.bot.send_message(person, "зараз")
    assert await desk.people.clock() == 0
    await desk.people.advance(3 * 24 * 3600)
    after = await desk.bot.send_message(person, "за три дні")
    assert 0 <= (after.date - before.date).total_seconds() - 3 * 24 * 3600 < 60
    with pytest.raises(RefusedError, match="forward"):
        await desk.people.advance(-1)
    assert await desk.people.clock() == 3 * 24 * 3600


async def test_an_unknown_fault_is_refused(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="kind must be one of"):
        await desk.people.fault("418")


async def test_planned_faults_are_listed(desk: Desk) -> None:
    await desk.people.fault("drop", method="sendMessage", times=2, after_accepting=True)
    (fault,) = await desk.people.faults()
    assert (fault["kind"], fault["times"], fault["after_accepting"]) == ("drop", 2, True)


async def test_the_log_of_calls_can_be_switched_off(desk: Desk) -> None:
    await desk.people._call("POST", "/sim/calls", {"on": False})
    await desk.bot.get_me()
    await desk.people._call("POST", "/sim/calls", {"on": True})
    await desk.bot.get_webhook_info()
    assert [call["method"] for call in await desk.people.calls()] == ["getWebhookInfo"]


async def test_delays_that_contradict_each_other_are_refused(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="are needed"):
        await desk.people.latency(10, 5)
