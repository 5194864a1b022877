"""Faults are used up in the order in which they were planned."""

import pytest

from simulator.faults import Fault, Faults, answer_of


def test_the_first_that_fits_is_used_up() -> None:
    faults = Faults()
    faults.add(Fault("500", times=2))
    faults.add(Fault("403", method="sendMessage", chat=5))
    taken = [faults.take("sendMessage", 5) for _ in range(4)]
    assert [fault.kind if fault else None for fault in taken] == ["500", "500", "403", None]


def test_other_methods_and_chats_are_spared() -> None:
    faults = Faults()
    faults.add(Fault("403", method="sendmessage", chat=5))
    assert faults.take("getMe", 5) is None
    assert faults.take("sendMessage", 6) is None
    assert faults.take("sendMessage", 5) is not None


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="kind must be one of"):
        Faults().add(Fault("418"))


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (Fault("429", retry_after=10_072), 429, "Too Many Requests: retry after 10072"),
        (Fault("403"), 403, "Forbidden: bot was blocked by the user"),
        (Fault("400", description="chat not found"), 400, "Bad Request: chat not found"),
        (Fault("500"), 500, "Internal Server Error"),
    ],
)
def test_a_fault_speaks_like_telegram(fault: Fault, status: int, words: str) -> None:
    answered, body = answer_of(fault)
    assert (answered, body["error_code"], body["description"]) == (status, status, words)
