"""Numbers of a campaign as small tables: how many children of each hromada, category, age and kind of stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """One table with its chart: what is counted, and how many there are of each."""

    name: str
    heading: str
    lines: tuple[tuple[str, int], ...]


def tally(name: str, heading: str, values: Iterable[str], order: Sequence[str] = ()) -> Tally:
    """Counts words. Those of `order` stand first, in it, also where there are none; then the most frequent."""
    counted = Counter(values)
    rest = sorted((each for each in counted if each not in order), key=lambda each: (-counted[each], each))
    return Tally(name, heading, tuple((each, counted[each]) for each in (*order, *rest)))
