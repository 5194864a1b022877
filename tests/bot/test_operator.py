"""The operator's commands: what they print, and that what they print works."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from bot.__main__ import STAFF_ROLES
from casework.staff.codes import code_hash
from casework.staff.invite import JOIN_PREFIX
from db.engine import Database
from db.models import BindCode, StaffInvite
from rules.roles import STAFF, Role
from simulator.server import Simulator
from tests.bot.command_line import TOKEN, CommandLine


def test_the_roles_of_the_command_line_are_those_of_staff() -> None:
    assert set(STAFF_ROLES) == {role.value for role in STAFF}
    assert len(STAFF_ROLES) == len(STAFF)


async def test_a_printed_invitation_and_a_printed_code_are_the_ones_that_are_kept(
    cli: CommandLine, database: Database
) -> None:
    ring = cli.folder / "keys" / "ring.json"
    invited = await asyncio.to_thread(cli.run, "staff", "invite", "--role", "caseworker", "--name", " Ірина ")
    assert (invited.code, invited.err) == (0, "")
    assert ring.stat().st_mode & 0o777 == 0o600
    explained, command = invited.out.splitlines()
    assert "it works once, for three days" in explained
    code = command.removeprefix(f"/start {JOIN_PREFIX}")
    assert len(code) == 20
    bound = await asyncio.to_thread(cli.run, "bind-code", "luhansk")
    assert (bound.code, bound.err) == (0, "")
    async with database.uow() as uow:
        [invite_row] = (
            await uow.session.execute(
                select(StaffInvite.role, StaffInvite.expires_at, StaffInvite.used_at, StaffInvite.code_hash)
            )
        ).all()
        assert (invite_row.role, invite_row.used_at) == (Role.CASEWORKER, None)
        assert code.encode() not in invite_row.code_hash
        assert invite_row.code_hash != code_hash("invite", code), "it is keyed: another ring gives another hash"
        assert len((await uow.session.scalars(select(BindCode.id))).all()) == 1


async def test_where_telegram_knows_the_bot_the_link_is_its_own(cli: CommandLine) -> None:
    simulator = Simulator(TOKEN, bot_username="suprovid_luhansk_bot")
    await simulator.start()
    try:
        given = {"BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": simulator.url}
        said = await asyncio.to_thread(cli.run, "staff", "invite", "--role", "admin", "--name", "Ірина", **given)
    finally:
        await simulator.stop()
    assert (said.code, said.err) == (0, "")
    _, command, link = said.out.splitlines()
    code = command.removeprefix("/start ")
    assert link == f"or as a link: https://t.me/suprovid_luhansk_bot?start={code}"
