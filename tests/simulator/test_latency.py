"""How long an answer takes."""

import pytest

from simulator.latency import Delay, Latency


def test_at_first_nothing_is_delayed() -> None:
    assert Latency().draw() == Delay(0.0, 0.0)


def test_a_delay_lies_between_its_bounds_and_a_part_of_it_on_the_way_up() -> None:
    latency = Latency()
    latency.set(100, 300, uplink_ms=40, seed=1)
    for delay in (latency.draw() for _ in range(50)):
        assert delay.up == 0.04
        assert 0.1 <= delay.up + delay.down <= 0.3


def test_the_same_seed_draws_the_same_delays() -> None:
    one, other = Latency(), Latency()
    one.set(10, 500, seed=7)
    other.set(10, 500, seed=7)
    assert [one.draw() for _ in range(5)] == [other.draw() for _ in range(5)]


@pytest.mark.parametrize(("low", "high", "uplink"), [(5, 4, 0), (-1, 4, 0), (0, 1, -1)])
def test_bounds_that_contradict_each_other_are_refused(low: float, high: float, uplink: float) -> None:
    with pytest.raises(ValueError, match="are needed"):
        Latency().set(low, high, uplink)
