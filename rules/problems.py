"""What was put aside after it failed: which way it was going, and the number by which people name it."""

from enum import StrEnum


class Way(StrEnum):
    """Which way it was going."""

    IN = "in"
    """An update: from Telegram to us."""
    OUT = "out"
    """A letter: from us to Telegram."""


def incident_number(way: Way, row_id: int) -> str:
    """The number of an incident: said in the apology, shown at /problems, and the row's id in the log without zeros.

    Letters have a number range of their own, so theirs begins with a letter.
    """
    return f"{row_id:05d}" if way is Way.IN else f"L-{row_id:05d}"
