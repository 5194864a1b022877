"""The lot: drawn from what is published, so that anybody can draw it again.

The seed is the SHA-256 of all application numbers of the campaign, sorted by code point, one to a line, and below them
a line with the public value that was named before the call closed. The lot of an application is the SHA-256 of the
seed, a space and the number. The smaller lot stands first. All is UTF-8, hashes are written in small hex digits.
Without this program: `LC_ALL=C sort numbers.txt > drawn.txt; echo VALUE >> drawn.txt; sha256sum drawn.txt`, and for
each number `printf '%s %s' SEED NUMBER | sha256sum`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import pairwise


class NotForLots(ValueError):
    """Numbers or a value from which two people would draw different lots."""


def seed_of(numbers: Iterable[str], value: str) -> str:
    """The seed of a campaign. NotForLots where a number stands twice, or a line is empty or unclear."""
    ordered = sorted(numbers)
    if not ordered:
        raise NotForLots("there is no application")
    if twice := [one for one, other in pairwise(ordered) if one == other]:
        raise NotForLots(f"the number {twice[0]} stands there twice")
    if unclear := [line for line in (*ordered, value) if not _is_clear(line)]:
        raise NotForLots(f"{unclear[0]!r} is not one clear line")
    return _hashed("".join(f"{line}\n" for line in (*ordered, value)))


def lot_of(seed: str, number: str) -> str:
    """The lot of one application, 64 hex digits: they sort as the numbers that they write."""
    return _hashed(f"{seed} {number}")


def drawn(numbers: Sequence[str], value: str) -> tuple[tuple[str, str], ...]:
    """Numbers with their lots, the first drawn first. NotForLots as `seed_of`."""
    seed = seed_of(numbers, value)
    return tuple((number, lot) for lot, number in sorted((lot_of(seed, number), number) for number in numbers))


def _is_clear(line: str) -> bool:
    return line.isprintable() and line == line.strip() != ""


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
