"""Each lint exception says why, and no comment puts work off."""

import pytest

from tests.house.comments import left_for_later, silenced_without_reason
from tests.house.source_tree import PACKAGES, ROOT, Source, read_sources

EVERYTHING = read_sources(ROOT, *PACKAGES, "tests")


def test_a_silenced_tool_is_given_the_reason() -> None:
    assert silenced_without_reason(EVERYTHING) == []


@pytest.mark.parametrize(
    "line",
    ["f()  # noqa", "f()  # noqa: BLE001", "f()  # type: ignore[arg-type]", "f()  # noqa: E501, ERA001 - x"],
)
def test_a_planted_silence_without_reason_is_caught(line: str) -> None:
    assert len(silenced_without_reason([Source("bot/app.py", f"{line}\n")])) == 1


@pytest.mark.parametrize(
    "line",
    [
        "f()  # noqa: BLE001 - nothing after the commit may undo it",
        "f()  # type: ignore[arg-type]  # the library's stub is narrower than its code",
        "f('# noqa')",
    ],
)
def test_a_reason_beside_it_is_enough(line: str) -> None:
    assert silenced_without_reason([Source("bot/app.py", f"{line}\n")]) == []


def test_nothing_is_left_for_later() -> None:
    assert left_for_later(EVERYTHING) == []


def test_a_planted_promise_is_caught() -> None:
    assert len(left_for_later([Source("bot/app.py", "f()  # TODO: later\ng('TODO')\n")])) == 1
