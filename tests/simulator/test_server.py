"""The simulator as a server: its address, its page, its start alone."""

import asyncio
import signal
import sys

import pytest
from yarl import URL

from simulator.client import PeopleClient
from simulator.server import Simulator
from tests.simulator.conftest import Desk, Start


def test_a_token_must_begin_with_a_number() -> None:
    with pytest.raises(ValueError, match="the bot's id"):
        Simulator("TOKEN")


def test_the_speed_must_be_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        Simulator("1:X", speed=0)


def test_at_least_one_message_is_kept() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Simulator("1:X", keep=0)


def test_there_is_no_address_before_the_start() -> None:
    with pytest.raises(RuntimeError, match="not been started"):
        _ = Simulator("1:X").url


async def test_the_page_is_served_and_nothing_beside_it(desk: Desk) -> None:
    async with desk.http.get(f"{desk.sim.url}/") as response:
        assert (response.status, response.content_type) == (200, "text/html")
    for path in ("/page/../server.py", "/page/%2e%2e/server.py", "/page/none.js"):
        async with desk.http.get(URL(desk.sim.url + path, encoded=True)) as response:
            assert response.status == 404


async def test_whoever_advances_the_clock_waits_for_those_who_must_know(start: Start) -> None:
    told: list[float] = []

    async def on_clock(offset: float) -> None:
        told.append(offset)

    desk = await start(on_clock=on_clock)
    assert await desk.people.advance(3600) == 3600
    assert await desk.people.advance(1800) == 5400
    assert told == [3600, 5400]


async def test_it_runs_alone_and_stops_when_asked() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--port", "0", "--token", "7:X", "--no-checks", "--no-calls", "--keep", "2",
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        line = (await asyncio.wait_for(process.stdout.readline(), 30)).decode().strip()
        async with PeopleClient(line.removeprefix("simulator: ")) as people:
            assert (await people.me())["id"] == 7
            person = await people.user("Олена")
            for number in range(5):
                await people.write(person, person, str(number))
            assert [shown.text for shown in (await people.messages(person)).messages] == ["2", "3", "4"]
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 10) == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
