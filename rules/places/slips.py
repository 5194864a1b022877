"""How far a typed name is from a true one: letters left out, put in, exchanged, or swapped with their neighbour."""

from __future__ import annotations

from functools import reduce

FIRST = ord("а")


def letters_in(name: str) -> int:
    """Which letters occur, a bit each: names that differ in many of these cannot be near each other."""
    return reduce(lambda bits, letter: bits | 1 << (ord(letter) - FIRST), name, 0)


def slips_between(typed: str, name: str, most: int) -> int:
    """The number of slips from one to the other (optimal string alignment); `most` + 1 where there are more."""
    typed, name = _without_shared_ends(typed, name)
    if not typed or not name or abs(len(typed) - len(name)) > most:
        return min(max(len(typed), len(name)), most + 1)
    before: list[int] = []
    last = list(range(len(name) + 1))
    for row, letter in enumerate(typed, start=1):
        now = [row]
        for column, other in enumerate(name, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == name[column - 2] and typed[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return most + 1
        before, last = last, now
    return min(last[-1], most + 1)


def _without_shared_ends(one: str, two: str) -> tuple[str, str]:
    shortest = min(len(one), len(two))
    start = next((at for at in range(shortest) if one[at] != two[at]), shortest)
    one, two = one[start:], two[start:]
    shortest -= start
    end = next((at for at in range(shortest) if one[-1 - at] != two[-1 - at]), shortest)
    return one[: len(one) - end], two[: len(two) - end]
