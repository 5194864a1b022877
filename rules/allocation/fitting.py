"""Which shifts a party may go to: wished by each of its children, and fitting for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rules.allocation.asked import Child, Shift, Wish
from rules.forms.dates import age_on


def wished(wishes: Iterable[Wish], shifts: Sequence[Shift]) -> tuple[str, ...]:
    """The shifts that wishes mean, the dearest first; within one wish the earliest. `shifts`: sorted by first day."""
    return tuple(dict.fromkeys(shift.code for wish in wishes for shift in shifts if _means(wish, shift)))


def fits(child: Child, shift: Shift) -> bool:
    """Whether a child is of the age for a shift, on the day that counts for it."""
    day = shift.ages_on or shift.first_day
    if child.born > day:
        return False
    age = age_on(child.born, day)
    return (shift.youngest is None or age >= shift.youngest) and (shift.oldest is None or age <= shift.oldest)


def options(children: Sequence[Child], shifts: Mapping[str, Shift]) -> tuple[tuple[str, bool], ...]:
    """The shifts that all of them wish, in the order of the first child, and whether it fits all of them."""
    if not children:
        return ()
    ordered = tuple(shifts.values())
    first, *others = [wished(child.wishes, ordered) for child in children]
    shared = [code for code in first if all(code in theirs for theirs in others)]
    return tuple((code, all(fits(child, shifts[code]) for child in children)) for code in shared)


def _means(wish: Wish, shift: Shift) -> bool:
    return (
        wish.shift in (None, shift.code)
        and wish.stay in (None, shift.stay)
        and (wish.since is None or wish.since <= shift.first_day)
        and (wish.until is None or shift.last_day <= wish.until)
    )
