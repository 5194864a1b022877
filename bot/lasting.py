"""What a process loads lasts as long as it does, and is no work for the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

FULL_AFTER = 200
"""A full collection stops everybody for some forty milliseconds and finds next to nothing: it comes after so many of
the smaller ones (Python: 10), which at thirty updates a second is about once a minute.
"""


@contextmanager
def lasting() -> Iterator[None]:
    """For imports: what is there at the end is not looked at by the collector, neither meanwhile nor ever after.

    Some hundred thousand objects that all stay are made here; to go through them again and again is a quarter of the
    start, and later a part of every full collection.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, FULL_AFTER)
