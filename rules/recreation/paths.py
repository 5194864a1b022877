"""How a child comes from one state to another by deeds of the table, where a rule has decided the outcome."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection

from rules.recreation.applications import Deed, Standing, after, possible

OF_ALLOCATION = (Deed.QUEUE, Deed.OFFER, Deed.ACCEPT, Deed.DECLINE, Deed.EXPIRE, Deed.REQUEUE)
"""What happens to a child between the order of families and the trip."""


def path(start: Standing, end: Standing, deeds: Collection[Deed] = OF_ALLOCATION) -> tuple[Deed, ...] | None:
    """The fewest deeds that lead there; empty where it stands there already, None where no way leads there."""
    ways: deque[tuple[Standing, tuple[Deed, ...]]] = deque([(start, ())])
    seen = {start}
    while ways:
        standing, done = ways.popleft()
        if standing is end:
            return done
        for deed in deeds:
            if possible(deed, standing) and (reached := after(deed, standing)) not in seen:
                seen.add(reached)
                ways.append((reached, (*done, deed)))
    return None
