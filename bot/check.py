"""`python -m bot check`: is everything in place? Each finding comes with its fix."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from aiogram.methods import GetChat, GetChatMember, GetMe
from aiogram.types import ChatMemberAdministrator, User

from bot.app import make_bot
from bot.clock import real_now
from bot.ground import Ground, stand
from bot.settings import BACKUPS_ARE_OFF, load_settings
from bot.telegram.calls import Calls
from bot.telegram.failures import CallFailed
from bot.telegram.pace import GROUP_PER_MINUTE, THRIFTY_FROM, Pace
from casework.duty.bare import bare_days_of
from casework.pages.known import known_pages
from casework.providers.bare import bare_providers_of
from db.backup.errors import BackupUnusable
from db.backup.folder import header_of
from db.cipher import current_ring
from db.engine import Database
from db.migrations import run as migrations
from db.models import Backup
from db.pooler import shares_connections
from db.repositories import backups, problems, queue, sealed, staff
from db.trouble import is_unreachable
from rules.backups import TOO_OLD, is_too_old
from rules.local_time import local_date
from rules.pages import is_stale

FAILED_EXIT = 1
OUTSIDE = frozenset({"left", "kicked"})
ADD_THE_BOT = "add the bot to the group as an admin who may manage topics, delete and pin messages"
GIVE_THE_RIGHT = "in the group's settings make the bot an admin and give it this right"


class Grade(StrEnum):
    """How bad a finding is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report: what was looked at and, where something is wrong, how to mend it."""

    grade: Grade
    what: str
    fix: str = ""

    def __str__(self) -> str:
        """The line as it is printed."""
        return f"{self.grade:4}  {self.what}" + (f" -> {self.fix}" if self.fix else "")


def check() -> int:
    """Prints all findings; 0 when nothing failed, 1 otherwise. A configuration error is raised as everywhere."""
    settings = load_settings()
    _ = settings.token
    ground = stand(settings, beside_running=True)
    try:
        return asyncio.run(_report(ground))
    finally:
        ground.leave()


async def _report(ground: Ground) -> int:
    failed = False
    async for finding in findings(ground):
        print(finding, flush=True)
        failed = failed or finding.grade is Grade.FAIL
    return FAILED_EXIT if failed else 0


async def findings(ground: Ground) -> AsyncIterator[Finding]:
    """Everything that can be looked at from here, in the order in which it matters."""
    yield Finding(Grade.OK, "settings and catalogue can be read")
    for finding in _catalogue(ground):
        yield finding
    tables = True
    async for finding in _database(ground):
        tables = tables and finding.grade is not Grade.FAIL
        yield finding
    if tables:
        async for finding in _safety(ground):
            yield finding
        async for finding in _pages(ground):
            yield finding
        async for finding in _duty(ground):
            yield finding
        async for finding in _providers(ground):
            yield finding
    async for finding in _telegram(ground, tables):
        yield finding


def _catalogue(ground: Ground) -> list[Finding]:
    found = [
        Finding(Grade.WARN, f"{fact.file}, {fact.entry}: {fact.field} is not confirmed", "ask, then correct the file")
        for fact in ground.catalogue.unconfirmed()
    ]
    found += [
        Finding(
            Grade.WARN,
            f"services.toml, {service.slug}: ended on {service.valid_to}; people are told so",
            "ask whether it goes on, then correct valid_to, or take it out of life.toml",
        )
        for service in ground.catalogue.ended(local_date(real_now()))
    ]
    found += [
        Finding(
            Grade.WARN,
            f"hotlines.toml, {hotline.number}: last known to be right on {hotline.verified_on}",
            "call it, then write the day into verified_on",
        )
        for hotline in ground.catalogue.to_call_again(local_date(real_now()))
    ]
    in_the_group = ground.settings.staff_chat_disclosure == "conversation"
    if in_the_group and not ground.settings.staff_chat_order:
        fix = "set STAFF_CHAT_ORDER to the number and date of the department's order on answering in Telegram"
        found.append(Finding(Grade.WARN, "STAFF_CHAT_ORDER is not set", fix))
    return found


async def _database(ground: Ground) -> AsyncIterator[Finding]:
    try:
        at, head = await migrations.current(ground.url), migrations.head()
        pooled = await shares_connections(ground.url)
    except Exception as error:
        if not is_unreachable(error):
            raise
        yield Finding(Grade.FAIL, "the database can't be reached", "start it, or correct DATABASE_URL")
        return
    if pooled:
        fix = "let DATABASE_URL name the server itself, or a pooler in session mode"
        yield Finding(Grade.FAIL, "a transaction pooler stands before the database", fix)
    if at != head:
        yield Finding(Grade.FAIL, f"the database is at revision {at or 'none'}, not {head}", "python -m bot migrate")
    else:
        yield Finding(Grade.OK, f"the database is at revision {at}")


async def _safety(ground: Ground) -> AsyncIterator[Finding]:
    """Whether what is kept could be read, and got back."""
    database = Database.open(ground.url, pool_size=1)
    try:
        async with database.uow() as uow:
            broken = await sealed.unopened(uow.session)
            newest = await backups.last(uow.session)
            now = await backups.real_now(uow.session)
    finally:
        await database.close()
    if broken:
        fix = "put back the ring.json that belongs to this database (docs/operator/keys.md)"
        yield Finding(Grade.FAIL, f"the keys in KEYS_DIR do not open {', '.join(broken)}", fix)
    folder = ground.settings.backup_folder
    if folder is None:
        fix = "see that somebody backs the database up every day, and has tried a restore"
        yield Finding(Grade.WARN, BACKUPS_ARE_OFF, fix)
    elif newest is None or is_too_old(now - newest.taken_at):
        fix = "python -m bot backup, then look in the log for job_failed (docs/operator/backup.md)"
        yield Finding(Grade.FAIL, f"no backup younger than {TOO_OLD // timedelta(hours=1)} hours", fix)
    else:
        yield _newest_backup(folder, newest, now - newest.taken_at)


async def _pages(ground: Ground) -> AsyncIterator[Finding]:
    """Information pages that nobody compared with their sources for 90 days: people are not offered them."""
    organisation, day = ground.settings.organisation, local_date(real_now())
    database = Database.open(ground.url, pool_size=1)
    try:
        async with database.uow() as uow:
            known = await known_pages(uow, ground.catalogue, organisation)
    finally:
        await database.close()
    for page in known.values():
        if is_stale(page.checked, day):
            told = f"last compared with its source on {page.checked}" if page.checked else "never compared"
            fix = "compare it, then press the button at /pages on a lead's desk"
            yield Finding(Grade.WARN, f"page {page.slug}: {told}; people are not offered it", fix)


async def _duty(ground: Ground) -> AsyncIterator[Finding]:
    """Days of the coming two weeks on which nobody is on duty: somebody in danger would wait for the leads."""
    database = Database.open(ground.url, pool_size=1)
    try:
        async with database.uow() as uow:
            bare = await bare_days_of(uow, ground.settings.organisation, real_now())
    finally:
        await database.close()
    if bare:
        what = f"nobody is on duty on {', '.join(map(str, bare))}"
        yield Finding(Grade.WARN, what, "a lead presses /duty on the desk and writes the roster")


async def _providers(ground: Ground) -> AsyncIterator[Finding]:
    """Organisations to which cases can be handed, of which nobody knows how to reach them."""
    database = Database.open(ground.url, pool_size=1)
    try:
        async with database.uow() as uow:
            bare = await bare_providers_of(uow, ground.settings.organisation)
    finally:
        await database.close()
    for name in bare:
        fix = "a supervisor writes it down on the desk: /providers"
        yield Finding(Grade.WARN, f"provider {name}: its list has no contact for its channel", fix)


def _newest_backup(folder: Path, newest: Backup, age: timedelta) -> Finding:
    """Whether the file is there, as far as it can be seen from here, and these keys open it."""
    told = f"the newest backup is {age // timedelta(hours=1)} hours old: {newest.file}"
    if not folder.is_dir():
        fix = "look on the machine whose bot takes them, or correct BACKUP_DIR"
        return Finding(Grade.WARN, f"{told}, but BACKUP_DIR is not on this machine", fix)
    try:
        header = header_of(folder / newest.file)
    except (BackupUnusable, OSError):
        fix = "python -m bot backup, and find out what happens to the files in BACKUP_DIR"
        return Finding(Grade.FAIL, f"{told}, but the file is missing or can't be read", fix)
    if not header.opened_by(current_ring()):
        fix = "python -m bot backup, or put back the key ring (docs/operator/keys.md)"
        return Finding(Grade.FAIL, f"{told}, but it needs the key ring {header.ring}", fix)
    return Finding(Grade.OK, told)


async def _telegram(ground: Ground, tables: bool) -> AsyncIterator[Finding]:
    """`tables`: the database is as it must be, so that the bound groups can be asked for."""
    bot = make_bot(ground.settings)
    calls = Calls(bot, Pace(asyncio.get_running_loop().time, speed=ground.settings.sim_speed))
    try:
        me = await calls.make(GetMe())
    except CallFailed as failure:
        fix = "correct BOT_TOKEN (@BotFather), TELEGRAM_API_URL, or the way to the network"
        yield Finding(Grade.FAIL, f"Telegram does not accept the bot: {failure.word}", fix)
        return
    else:
        yield Finding(Grade.OK, f"Telegram knows the bot as @{me.username}")
        if ground.settings.staff_chat_disclosure == "minimal" and not me.has_topics_enabled:
            fix = "switch on Threaded Mode at @BotFather, so that each case on a desk has a topic of its own"
            yield Finding(Grade.WARN, "private chats with the bot have no topics", fix)
        if tables:
            async for finding in _groups(ground, calls, me):
                yield finding
    finally:
        await bot.session.close()


async def _groups(ground: Ground, calls: Calls, me: User) -> AsyncIterator[Finding]:
    database = Database.open(ground.url, pool_size=1)
    try:
        async with database.uow() as uow:
            chats = [group.chat_id for group in await staff.bound_groups(uow.session)]
            waiting = {chat_id: await problems.waiting_for(uow.session, chat_id) for chat_id in chats}
            busiest = await queue.busiest(uow.session, chats)
    finally:
        await database.close()
    if not chats:
        fix = "python -m bot bind-code, then /bind CODE in the group"
        yield Finding(Grade.WARN, "no staff group is bound: nobody sees new cases", fix)
    for chat_id in chats:
        found = await _group(calls, chat_id, me)
        for finding in found:
            yield finding
        if waiting[chat_id] and any(finding.grade is Grade.FAIL for finding in found):
            what = f"group {chat_id}: {waiting[chat_id]} letters wait for it"
            yield Finding(Grade.WARN, what, "none is lost: mend the group, they leave by themselves")
        if (rate := busiest.get(chat_id, 0)) >= THRIFTY_FROM:
            what = f"group {chat_id}: {rate:.0f} letters a minute when it is busy, Telegram takes {GROUP_PER_MINUTE}"
            fix = "bind a second group by area: python -m bot bind-code, then /bind CODE AREA there"
            yield Finding(Grade.WARN, what, fix)


async def _group(calls: Calls, chat_id: int, me: User) -> list[Finding]:
    """What is missing in one staff group. Groups are named by their id: titles are people's words."""
    try:
        chat = await calls.make(GetChat(chat_id=chat_id), chat_id=chat_id)
        member = await calls.make(GetChatMember(chat_id=chat_id, user_id=me.id), chat_id=chat_id)
    except CallFailed as failure:
        return [Finding(Grade.FAIL, f"group {chat_id} is out of reach: {failure.word}", ADD_THE_BOT)]
    if member.status in OUTSIDE:
        return [Finding(Grade.FAIL, f"group {chat_id}: the bot is not in it", ADD_THE_BOT)]
    found = []
    if not chat.is_forum:
        found.append(Finding(Grade.FAIL, f"group {chat_id} has no topics", "switch topics on in the group's settings"))
    rights = member if isinstance(member, ChatMemberAdministrator) else None
    for right, words in (
        ("can_manage_topics", "manage topics"),
        ("can_delete_messages", "delete messages"),
        ("can_pin_messages", "pin messages"),
    ):
        if not getattr(rights, right, False):
            found.append(Finding(Grade.FAIL, f"group {chat_id}: the bot may not {words}", GIVE_THE_RIGHT))
    if not getattr(rights, "can_restrict_members", False):
        what = f"group {chat_id}: the bot may not ban users: whoever leaves stays there until a human removes them"
        found.append(Finding(Grade.WARN, what, GIVE_THE_RIGHT))
    return found or [Finding(Grade.OK, f"group {chat_id} has topics, and the bot has its rights")]
