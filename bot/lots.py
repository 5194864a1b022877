"""The lot of a recreation campaign drawn again by anybody: no database, no settings, only what was published."""

from __future__ import annotations

from pathlib import Path

from bot.settings import ConfigurationError
from rules.allocation.lots import NotForLots, drawn, seed_of


def draw(file: Path, value: str) -> int:
    """Prints the seed, then each application with its lot, the first drawn first. ConfigurationError for a file that
    can't be read, or that two people would draw from differently.
    """
    try:
        numbers = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError(
            f"{file} can't be read: give a text file with one application number a line"
        ) from error
    try:
        seed, lots = seed_of(numbers, value), drawn(numbers, value)
    except NotForLots as error:
        raise ConfigurationError(f"no lot can be drawn: {error}") from error
    print(f"seed {seed}")
    for place, (number, lot) in enumerate(lots, start=1):
        print(f"{place}. {number} {lot}")
    return 0
