"""What one process does: all of it by default, a part of it where several processes share the work."""

from __future__ import annotations

from enum import StrEnum

from bot.settings import ConfigurationError


class ProcessRole(StrEnum):
    """A part of the bot's work."""

    UPDATES = "updates"
    """Takes updates from Telegram and handles them; any number of processes, one of which polls."""
    LETTERS = "letters"
    """Delivers letters and slots; any number of processes, which share the bot's pace."""
    CLOCK = "clock"
    """Runs what is due by the clock; any number of processes."""


ALL_ROLES = frozenset(ProcessRole)


def read_roles(words: str) -> frozenset[ProcessRole]:
    """`updates,letters` as it is written at the command line. ConfigurationError for anything else."""
    try:
        return frozenset(ProcessRole(word.strip()) for word in words.split(","))
    except ValueError:
        known = ",".join(ProcessRole)
        raise ConfigurationError(f"--roles {words} can't be used: name some of {known}, separated by commas") from None
