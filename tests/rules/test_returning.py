"""When two have to agree that somebody is who they say."""

from __future__ import annotations

import pytest

from rules.returning import UNDECIDED, ReturnState, needs_second_look

NOTHING = dict.fromkeys(("crisis", "covered", "watched", "human_only", "frozen", "by_hand"), False)


def test_a_proved_number_and_nothing_else_needs_one_human() -> None:
    assert not needs_second_look(**NOTHING)


@pytest.mark.parametrize("fact", NOTHING)
def test_each_reason_alone_needs_a_second_one(fact: str) -> None:
    assert needs_second_look(**{**NOTHING, fact: True})


def test_what_is_undecided_waits_for_staff() -> None:
    assert {ReturnState.WAITING, ReturnState.SECOND_LOOK} == UNDECIDED
