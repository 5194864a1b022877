"""Faults are used up in the order in which they were planned; an outage lasts."""

import pytest

from simulator.faults import Blow, Fault, Faults, answer_of
from tests.simulator.conftest import FakeTime


@pytest.fixture
def faults(fake_time: FakeTime) -> Faults:
    return Faults(fake_time)


def kind_of(blow: Blow | None) -> str | None:
    return blow.fault.kind if blow else None


def test_the_first_that_fits_is_used_up(faults: Faults) -> None:
    faults.add(Fault("500", times=2))
    faults.add(Fault("403", method="sendMessage", chat=5))
    taken = [faults.take("sendMessage", 5) for _ in range(4)]
    assert [kind_of(blow) for blow in taken] == ["500", "500", "403", None]


def test_other_methods_and_chats_are_spared(faults: Faults) -> None:
    faults.add(Fault("403", method="sendmessage", chat=5))
    assert faults.take("getMe", 5) is None
    assert faults.take("sendMessage", 6) is None
    assert faults.take("sendMessage", 5) is not None


def test_an_unknown_kind_is_refused(faults: Faults) -> None:
    with pytest.raises(ValueError, match="kind must be one of"):
        faults.add(Fault("418"))


def test_a_flood_wait_for_the_whole_bot_spares_what_costs_nothing(faults: Faults) -> None:
    faults.add(Fault("429"))
    assert faults.take("getUpdates", None, costs=False) is None
    assert kind_of(faults.take("sendMessage", 5)) == "429"
    faults.add(Fault("429", method="getUpdates"))
    assert kind_of(faults.take("getUpdates", None, costs=False)) == "429"


def test_a_flood_wait_that_lasts_says_how_long_it_still_does(faults: Faults, fake_time: FakeTime) -> None:
    faults.add(Fault("429", chat=5, lasts=30))
    said = []
    for passed in (0, 0, 20.5, 9):
        fake_time.seconds += passed
        blow = faults.take("sendMessage", 5)
        assert blow is not None
        said.append(answer_of(blow)[1]["parameters"]["retry_after"])
    assert said == [30, 30, 10, 1]
    fake_time.seconds += 0.5
    assert faults.take("sendMessage", 5) is None
    assert faults.listing() == []


def test_an_outage_lasts_until_it_is_cleared(faults: Faults) -> None:
    faults.add(Fault("502", until_cleared=True))
    assert [kind_of(faults.take("getMe", None, costs=False)) for _ in range(100)] == ["502"] * 100
    faults.clear()
    assert faults.take("getMe", None) is None


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (Fault("429"), 429, "Too Many Requests: retry after 10072"),
        (Fault("401"), 401, "Unauthorized"),
        (Fault("403"), 403, "Forbidden: bot was blocked by the user"),
        (Fault("403", description="user is deactivated"), 403, "Forbidden: user is deactivated"),
        (Fault("400", description="chat not found"), 400, "Bad Request: chat not found"),
        (
            Fault("409"),
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        ),
        (Fault("500"), 500, "Internal Server Error"),
    ],
)
def test_a_fault_speaks_like_telegram(fault: Fault, status: int, words: str) -> None:
    answered, body = answer_of(Blow(fault, 10_072))
    assert (answered, body["error_code"], body["description"]) == (status, status, words)
