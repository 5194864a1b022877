"""What counts as the order of lines, where one message may carry several and one may be sent twice."""

from __future__ import annotations

import pytest

from tests.faults.reckoning import in_order


@pytest.mark.parametrize(
    ("messages", "holds"),
    [
        ([], True),
        ([[0], [1], [2]], True),
        ([[0], [], [1, 2]], True),
        ([[0], [0], [1]], True),
        ([[0, 1], [0, 1, 2], [3]], True),
        ([[1], [0]], False),
        ([[0], [2], [1]], False),
        ([[0], [1], [0]], False),
        ([[0, 1], [1, 2], [0]], False),
        ([[1, 0]], False),
        ([[0, 2], [0, 1]], False),
    ],
)
def test_lines_stand_in_order(messages: list[list[int]], holds: bool) -> None:
    assert in_order(messages) is holds
