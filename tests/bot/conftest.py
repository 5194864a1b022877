"""The command line as an operator has it, and a Telegram for its bot."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from simulator.server import Simulator
from tests.bot.command_line import TOKEN, CommandLine, command_line


@pytest.fixture
async def simulator() -> AsyncIterator[Simulator]:
    """A Telegram for the bot of `TOKEN`."""
    made = Simulator(TOKEN)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def cli(database_url: str) -> Iterator[CommandLine]:
    """Commands on a database of the test's own."""
    with command_line(DATABASE_URL=database_url) as made:
        yield made


@pytest.fixture
def bare() -> Iterator[CommandLine]:
    """Commands on an embedded database: no setting but the folders."""
    with command_line() as made:
        yield made
