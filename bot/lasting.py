"""What a process loads lasts as long as it does, and is no work for the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
