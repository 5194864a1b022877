"""What the operator does at the command line: short commands beside a running bot or without one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from bot.clock import Clock
from bot.ground import Ground, stand
from bot.settings import ConfigurationError, load_settings
from casework.context import OPERATOR, Context
from casework.staff.invite import JOIN_PREFIX, Invite, NewBindCode, join_link, new_bind_code
from casework.staff.invite import invite as invite_staff
from db.engine import Database
from db.migrations import run as migrations
from rules.roles import Role

Answer = TypeVar("Answer")

ANSWER_SECONDS = 5.0


def migrate(to: str | None = None) -> int:
    """Brings the database to the newest revision, or to the one that is named, up or down."""
    if to is not None and to not in migrations.revisions():
        known = ", ".join(migrations.revisions())
        raise ConfigurationError(f"no revision {to} in this version: name one of {known}")
    ground = stand(load_settings(), beside_running=True)
    try:
        asyncio.run(ground.migrate(to))
    finally:
        ground.leave()
    print(f"the database is at revision {to or migrations.head()}")
    return 0


def invite(role: str, work_name: str) -> int:
    """Prints a one-time link for a new staff member."""
    data = Invite(Role(role), work_name.strip())
    if not data.work_name:
        raise ConfigurationError("--name is empty: give the work name that people will see")
    code = _act(lambda ctx: invite_staff(ctx, data))
    print(f"Send this to one person; it works once, for three days. In the bot's chat:\n/start {JOIN_PREFIX}{code}")
    if (username := asyncio.run(_username())) is not None:
        print(f"or as a link: {join_link(username, code)}")
    return 0


def bind_code(organisation: str | None) -> int:
    """Prints a one-time code that binds a staff group."""

    async def make(ctx: Context) -> str:
        slug = organisation or ctx.rules.organisation
        if slug not in ctx.catalogue.organisations:
            known = ", ".join(ctx.catalogue.organisations)
            raise ConfigurationError(f"no organisation {slug} in the catalogue: name one of {known}")
        return await new_bind_code(replace(ctx, rules=replace(ctx.rules, organisation=slug)), NewBindCode())

    code = _act(make)
    print(f"A supervisor or admin says this in the group, within three days; it works once:\n/bind {code}")
    return 0


async def _username() -> str | None:
    """The bot's name at Telegram; None where there is no token, or Telegram does not answer soon."""
    from bot.app import make_bot
    from bot.telegram.calls import Calls
    from bot.telegram.failures import TokenRefused
    from bot.telegram.identity import who_am_i
    from bot.telegram.pace import Pace

    settings = load_settings()
    if settings.bot_token is None:
        return None
    bot = make_bot(settings)
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            return (await who_am_i(Calls(bot, Pace(time.monotonic)))).username
    except (TimeoutError, TokenRefused):
        return None
    finally:
        await bot.session.close()


def _act(work: Callable[[Context], Awaitable[Answer]]) -> Answer:
    """Runs an act as the operator, beside a running bot or without one."""
    ground = stand(load_settings(), beside_running=True)
    try:
        return asyncio.run(_in_transaction(ground, work))
    finally:
        ground.leave()


async def _in_transaction(ground: Ground, work: Callable[[Context], Awaitable[Answer]]) -> Answer:
    await ground.migrate()
    database = Database.open(ground.url, pool_size=1)
    try:
        async with database.uow() as uow:
            return await work(
                Context(uow=uow, actor=OPERATOR, now=Clock().now(), catalogue=ground.catalogue, rules=ground.rules)
            )
    finally:
        await database.close()
