"""A crew works on as many lanes as it has hands, and on each of them alone."""

from __future__ import annotations

import asyncio

import pytest

from bot.telegram.crew import Crew


async def nothing() -> None:
    """Work that is done at once."""


async def test_a_lane_has_one_worker() -> None:
    crew = Crew(2)
    crew.start("p:1", nothing())
    with pytest.raises(RuntimeError):
        crew.start("p:1", nothing())
    assert (crew.free, crew.lanes) == (1, ["p:1"])
    assert await crew.finish(5)
    assert crew.free == 2


async def test_the_bell_rings_when_work_is_done() -> None:
    crew = Crew(1)
    crew.silence()
    crew.start("p:1", nothing())
    async with asyncio.timeout(5):
        await crew.wait(60)
    assert crew.rung


async def test_waiting_ends_without_a_bell() -> None:
    crew = Crew(1)
    await crew.wait(0.01)
    assert not crew.rung


async def test_what_takes_too_long_is_cut_short() -> None:
    crew = Crew(1)
    crew.start("p:1", asyncio.Event().wait())  # type: ignore[arg-type]  # what it returns is of no interest
    assert not await crew.finish(0.01)
    assert crew.lanes == []


async def test_work_that_fails_frees_its_lane(capsys: pytest.CaptureFixture[str]) -> None:
    async def fail() -> None:
        raise KeyError("Олена")

    crew = Crew(1)
    crew.start("p:1", fail())
    assert await crew.finish(5)
    assert crew.free == 1
    assert "Олена" not in capsys.readouterr().out
