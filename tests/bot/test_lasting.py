"""The collector rests while the libraries load, and works afterwards whatever happened."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from bot.lasting import FULL_AFTER, lasting


@pytest.fixture(autouse=True)
def collector_as_it_was() -> Iterator[None]:
    """Everything else in this process is collected as ever."""
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_nothing_is_collected_meanwhile_and_what_was_made_is_left_alone_for_ever() -> None:
    with lasting():
        assert not gc.isenabled()
        made: list[list[int]] = [[] for _ in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() > len(made)


def test_full_collections_are_rare_and_the_small_ones_as_ever() -> None:
    young, middle, _ = gc.get_threshold()
    with lasting():
        pass
    assert gc.get_threshold() == (young, middle, FULL_AFTER)


def test_the_collector_works_again_after_a_failure() -> None:
    with pytest.raises(ImportError), lasting():
        raise ImportError
    assert gc.isenabled()
