"""The collector rests while the libraries load, and works afterwards whatever happened."""

from __future__ import annotations

import gc

import pytest

from bot.lasting import lasting


def test_nothing_is_collected_meanwhile_and_what_was_made_is_left_alone_for_ever() -> None:
    with lasting():
        assert not gc.isenabled()
        made: list[list[int]] = [[] for _ in range(1000)]
    try:
        assert gc.isenabled()
        assert gc.get_freeze_count() > len(made)
    finally:
        gc.unfreeze()


def test_the_collector_works_again_after_a_failure() -> None:
    try:
        with pytest.raises(ImportError), lasting():
            raise ImportError
        assert gc.isenabled()
    finally:
        gc.unfreeze()
