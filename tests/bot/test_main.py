"""The command line in real processes: errors in one line, a clean stop, nothing left behind."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bot.__main__ import main
from db.running_server import running_server_url
from simulator.client import PeopleClient
from simulator.server import Simulator
from tests.bot.command_line import CONFIGURATION_EXIT, SECONDS, TOKEN, CommandLine
from tests.db.server_processes import alive

SECRET = "hunter2"
STOP_SECONDS = 10


def postmaster(cli: CommandLine) -> int | None:
    """The process of the embedded server, while there is one."""
    lock = cli.folder / "data" / "pg18" / "postmaster.pid"
    return int(lock.read_text().splitlines()[0]) if lock.exists() else None


def break_catalogue(folder: Path) -> str:
    """A folder with a file of the catalogue that can't be used."""
    (folder / "catalogue").mkdir()
    (folder / "catalogue" / "outcomes.toml").write_text('[[outcome]]\nslug = "helped"\n', encoding="utf-8")
    return str(folder / "catalogue")


@pytest.mark.parametrize("command", ["run", "check"])
def test_without_a_token_it_says_where_to_get_one(bare: CommandLine, command: str) -> None:
    bare.run(command).is_one_line("BOT_TOKEN is not set: copy it from @BotFather")
    assert not (bare.folder / "data").exists(), "nothing was begun"


def test_a_database_that_is_none_is_one_line_without_its_password(bare: CommandLine) -> None:
    said = bare.run("migrate", DATABASE_URL=f"mysql://me:{SECRET}@db/x")
    said.is_one_line("DATABASE_URL can't be used: write postgresql://")
    assert SECRET not in said.err


@pytest.mark.parametrize("command", ["run", "bind-code"])
def test_a_database_that_does_not_answer_is_one_line(bare: CommandLine, command: str) -> None:
    url = f"postgresql://me:{SECRET}@127.0.0.1:1/x"
    said = bare.run(command, DATABASE_URL=url, BOT_TOKEN=TOKEN)
    assert "Traceback" not in said.err
    assert SECRET not in said.err
    logged = [line for line in said.err.splitlines() if line.startswith("{")]
    assert len(logged) == (1 if command == "run" else 0), "a start waits a little: both may have been started together"
    replace(said, err="\n".join(line for line in said.err.splitlines() if line not in logged)).is_one_line(
        "DATABASE_URL"
    )


def test_an_organisation_that_is_not_in_the_catalogue_is_one_line(bare: CommandLine) -> None:
    bare.run("migrate", ORGANISATION="nowhere").is_one_line("ORGANISATION is not in the catalogue", "luhansk")
    bare.run("bind-code", "nowhere").is_one_line("no organisation nowhere in the catalogue: name one of luhansk")


def test_a_broken_file_of_the_catalogue_is_one_line_with_its_place(bare: CommandLine) -> None:
    said = bare.run("migrate", CATALOGUE_DIR=break_catalogue(bare.folder))
    said.is_one_line("outcomes.toml", "helped")


def test_an_empty_work_name_is_one_line(bare: CommandLine) -> None:
    bare.run("staff", "invite", "--role", "admin", "--name", "  ").is_one_line("--name is empty")


@pytest.mark.parametrize(
    "command", [[], ["fly"], ["staff"], ["staff", "invite"], ["staff", "invite", "--role", "person", "--name", "x"]]
)
def test_what_is_no_command_is_answered_with_the_usage(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 2
    assert "usage: python -m bot" in capsys.readouterr().err


async def test_told_to_stop_it_stops_cleanly_and_leaves_no_server(bare: CommandLine, simulator: Simulator) -> None:
    process = bare.start("run", BOT_TOKEN=TOKEN, TELEGRAM_API_URL=simulator.url)
    try:
        async with PeopleClient(simulator.url) as people:
            olena = await people.user("Олена")
            await people.write(olena, olena, "/start")
            await people.wait_for(olena, lambda message: message.message["from"]["is_bot"], timeout=SECONDS)
        server = postmaster(bare)
        assert server is not None
        assert alive(server)
        await beside_a_running_bot(bare, simulator.url)
        code, seconds, said = await stopped(process)
    finally:
        process.kill()
    assert code == 0, said
    assert seconds < STOP_SECONDS
    assert not alive(server)
    assert "Traceback" not in said
    assert TOKEN not in said
    assert running_server_url(bare.folder / "data") is None


async def beside_a_running_bot(cli: CommandLine, telegram: str) -> None:
    """Commands of the operator use the running bot's server."""
    invited = await asyncio.to_thread(cli.run, "staff", "invite", "--role", "supervisor", "--name", "Світлана")
    assert (invited.code, invited.err) == (0, "")
    assert "/start staff-" in invited.out
    bound = await asyncio.to_thread(cli.run, "bind-code")
    assert (bound.code, bound.err) == (0, "")
    assert "\n/bind " in bound.out
    kept = await asyncio.to_thread(cli.run, "backup")
    assert (kept.code, kept.err) == (0, "")
    for token, code in ((TOKEN, 0), (TOKEN[:-1] + "x", 1)):
        checked = await asyncio.to_thread(cli.run, "check", BOT_TOKEN=token, TELEGRAM_API_URL=telegram)
        assert (checked.code, checked.err) == (code, "")
        assert "ok    the database is at revision" in checked.out
        assert ("FAIL  Telegram does not accept the bot" in checked.out) is bool(code)


async def test_told_to_stop_while_telegram_is_away_it_stops_as_cleanly(bare: CommandLine, simulator: Simulator) -> None:
    async with PeopleClient(simulator.url) as people:
        await people.fault("500", method="getMe", times=1000)
        process = bare.start("run", BOT_TOKEN=TOKEN, TELEGRAM_API_URL=simulator.url)
        try:
            async with asyncio.timeout(SECONDS):
                while not await people.calls(method="getMe"):
                    await asyncio.sleep(0.05)
            code, seconds, said = await stopped(process)
        finally:
            process.kill()
    assert code == 0, said
    assert seconds < STOP_SECONDS
    assert "Traceback" not in said


async def stopped(process: subprocess.Popen[str]) -> tuple[int, float, str]:
    """Tell it to stop; its exit code, how long that took, and all it said."""
    begun = time.monotonic()
    process.send_signal(signal.SIGTERM)
    out, err = await asyncio.to_thread(process.communicate, timeout=SECONDS)
    return process.returncode, time.monotonic() - begun, out + err


async def test_a_token_that_telegram_does_not_know_is_one_line(bare: CommandLine, simulator: Simulator) -> None:
    wrong = TOKEN[:-1] + "x"
    said = await asyncio.to_thread(bare.run, "run", BOT_TOKEN=wrong, TELEGRAM_API_URL=simulator.url)
    errors = [line for line in said.err.splitlines() if not line.startswith("{")]
    assert errors == ["Telegram refuses BOT_TOKEN: copy it anew from @BotFather"]
    assert said.code == CONFIGURATION_EXIT
    assert wrong not in said.out + said.err
    assert postmaster(bare) is None, "the server is gone"
