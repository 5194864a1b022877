"""`python -m bot demo`: bot, simulated Telegram, page and embedded PostgreSQL in one process, with people to play.

Everything begins anew each time: the simulated chats live in memory only, so the database beside them does, too.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import make_url, text

from bot.app import App
from bot.clock import Clock
from bot.demo_campaign import lead_of, make_the_campaign
from bot.ground import Ground, stand
from bot.log import configure
from bot.run import until_told_to_stop
from bot.settings import NO_BACKUPS, ConfigurationError, load_settings
from casework.context import OPERATOR, Context
from casework.staff.invite import JOIN_PREFIX, Invite, NewBindCode, invite, new_bind_code
from db.engine import make_engine
from db.migrations import run as migrations
from rules.roles import Role
from simulator.client import PeopleClient
from simulator.server import Simulator

TOKEN = "100:DEMO-nothing-leaves-this-machine"
DATABASE = "demo"
GROUP = "Звернення Луганщини"
SETTLED_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Somebody:
    """One of the people to choose from on the page."""

    first_name: str
    last_name: str | None
    about: str
    phone: str
    role: Role = Role.PERSON


PEOPLE = (
    Somebody("Олена", "Коваленко", "мати трьох дітей, переселена з Сіверськодонецька", "+380500000001"),
    Somebody("Микола", "Шевчук", "78 років, живе сам, недорогий телефон", "+380500000002"),
    Somebody("Наталія", "Бондар", "дружина військовослужбовця", "+380500000003"),
    Somebody("Ластівка", None, "жінка без імені, її телефон читають удома", "+380500000004"),
    Somebody("Соломія", "Шевчук", "онука Миколи, пише за дідуся", "+380500000005"),
)
STAFF = (
    Somebody("Ірина", "Савченко", "фахівчиня", "+380500000011", Role.CASEWORKER),
    Somebody("Андрій", "Мороз", "фахівець", "+380500000012", Role.CASEWORKER),
    Somebody("Світлана", "Гончар", "керівниця", "+380500000013", Role.SUPERVISOR),
)
BOT_RIGHTS = {"can_manage_topics": True, "can_delete_messages": True, "can_pin_messages": True}


def demo(host: str, port: int) -> int:
    """Serves the page until Ctrl+C."""
    base = load_settings()
    configure("WARNING")
    ground = stand(
        base.model_copy(
            update={"data_dir": base.data_dir / "demo", "keys_dir": base.keys_dir / "demo", "database_url": None}
        )
    )
    try:
        return asyncio.run(_play(ground, host, port))
    finally:
        ground.leave()


async def _play(ground: Ground, host: str, port: int) -> int:
    clock = Clock()

    async def follow(offset: float) -> None:
        await clock.advance(timedelta(seconds=offset) - clock.offset)

    simulator = Simulator(TOKEN, on_clock=follow, private_topics=ground.rules.minimal)
    try:
        await simulator.start(host, port)
    except OSError as error:
        raise ConfigurationError(f"port {port} can't be used ({error.strerror}): make demo PORT=…") from None
    app = App(await _prepared(ground, simulator.url), clock, listens=False)
    try:
        await app.start()
        await _move_in(app, simulator.url)
        print(f"\n  Suprovid, the demo: open {simulator.url} in a browser.  Ctrl+C ends it.\n", flush=True)
        await until_told_to_stop()
    finally:
        await app.stop()
        await simulator.stop()
    return 0


async def _prepared(ground: Ground, telegram: str) -> Ground:
    """The ground with an empty, migrated database and the simulator as its Telegram."""
    engine = make_engine(ground.url, pool_size=1).execution_options(isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)"))
        await connection.execute(text(f"CREATE DATABASE {DATABASE} TEMPLATE template0"))
    await engine.dispose()
    url = make_url(ground.url).set(database=DATABASE).render_as_string(hide_password=False)
    await migrations.upgrade(url)
    others = {"bot_token", "telegram_api_url", "clock_url", "database_url", "backup_dir"}
    settings = load_settings(
        **ground.settings.model_dump(exclude=others),
        backup_dir=NO_BACKUPS,
        bot_token=TOKEN,
        telegram_api_url=telegram,
    )
    return replace(ground, settings=settings, url=url)


async def _move_in(app: App, telegram: str) -> None:
    """People and staff come, a group is made and bound: each step as it is done on the real Telegram."""
    async with PeopleClient(telegram) as people:
        for person in PEOPLE:
            await people.user(
                person.first_name, last_name=person.last_name, phone=person.phone, about=person.about, side="person"
            )
        staff = [
            await people.user(
                member.first_name, last_name=member.last_name, phone=member.phone, about=member.about, side="staff"
            )
            for member in STAFF
        ]
        group = await people.group(GROUP, dict.fromkeys(staff, "administrator"), is_forum=True, bot_rights=BOT_RIGHTS)
        for member, account in zip(STAFF, staff, strict=True):
            code = await _code(app, member)
            await people.write(account, account, f"/start {JOIN_PREFIX}{code}")
        await app.settled(SETTLED_SECONDS)
        supervisor = staff[[member.role for member in STAFF].index(Role.SUPERVISOR)]
        await people.write(group, supervisor, f"/bind {await _code(app, None)}")
        await app.settled(SETTLED_SECONDS)
    async with app.database.uow() as uow:
        ctx = app.context(uow, OPERATOR)
        await make_the_campaign(replace(ctx, actor=await lead_of(ctx, supervisor)))
    await app.settled(SETTLED_SECONDS)


async def _code(app: App, member: Somebody | None) -> str:
    """An invitation for a member, or the code that binds the group."""
    async with app.database.uow() as uow:
        ctx: Context = app.context(uow, OPERATOR)
        if member is None:
            return await new_bind_code(ctx, NewBindCode())
        return await invite(ctx, Invite(member.role, member.first_name))
