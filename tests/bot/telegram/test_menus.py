"""Everybody of staff has the list of commands that their role and language have now, and is asked for once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiogram.methods import SetMyCommands, TelegramMethod
from sqlalchemy import select, update

from bot.telegram import menus as module
from bot.telegram.failures import Trouble
from bot.telegram.menus import Menus
from bot.telegram.profile import desk_commands, menu_digest
from bot.texts.wording import Wording
from db.models import StaffMember
from db.repositories import staff
from rules.roles import Role
from tests.bot.telegram.post import Post, until

WORDING = Wording()
MENU = [each.command for each in desk_commands(WORDING.to("uk"), leads=False).commands]
LEAD_MENU = [each.command for each in desk_commands(WORDING.to("uk"), leads=True).commands]


async def employs(post: Post, role: Role, telegram_id: int, language: str = "uk", menu: str | None = None) -> int:
    """Somebody who works here; their row."""
    async with post.database.uow() as uow:
        here = await staff.organisation(uow.session, "luhansk", "LUH")
        member = StaffMember(
            organisation_id=here.id,
            telegram_id=telegram_id,
            work_name="Ірина",
            role=role.value,
            language=language,
            joined_at=post.now,
            menu=menu,
        )
        uow.session.add(member)
        await uow.session.flush()
        return member.id


@asynccontextmanager
async def at_work(post: Post) -> AsyncIterator[Menus]:
    made = Menus(post.calls, post.database, WORDING)
    running = asyncio.create_task(made.run())
    try:
        await until(made.idle)
        yield made
    finally:
        await made.stop()
        await running


def given(post: Post) -> dict[int, list[str]]:
    """Which commands each chat was told of, in the order of the calls."""
    told: dict[int, list[str]] = {}
    for key, commands in post.sim.world.bot.commands.items():
        chat = int(key.split('"chat_id": ')[1].split(",")[0]) if "chat_id" in key else 0
        told[chat] = [each["command"] for each in commands]
    return told


async def menu_of(post: Post, member: int) -> str | None:
    async with post.database.uow() as uow:
        return await uow.session.scalar(select(StaffMember.menu).where(StaffMember.id == member))


async def test_only_those_with_an_older_list_are_given_the_new_one(post: Post) -> None:
    current = menu_digest(desk_commands(WORDING.to("uk"), leads=False))
    await employs(post, Role.CASEWORKER, 11, menu=current)
    await employs(post, Role.SUPERVISOR, 12, menu=current)
    member = await employs(post, Role.ADMIN, 13, language="en", menu="of an older version")
    async with at_work(post):
        assert given(post) == {12: LEAD_MENU, 13: LEAD_MENU}
    assert await menu_of(post, member) == menu_digest(desk_commands(WORDING.to("en"), leads=True))


async def test_the_next_start_calls_nobody(post: Post) -> None:
    for number in range(module.AT_ONCE + 3):
        await employs(post, Role.CASEWORKER, 100 + number)
    async with at_work(post):
        assert len(given(post)) == module.AT_ONCE + 3, "more than fit into one round"
    post.sim.world.bot.commands.clear()
    async with at_work(post):
        assert given(post) == {}


async def test_another_role_brings_another_list_at_once(post: Post) -> None:
    member = await employs(post, Role.CASEWORKER, 11)
    async with at_work(post) as menus:
        assert given(post) == {11: MENU}
        async with post.database.uow() as uow:
            await uow.session.execute(
                update(StaffMember).where(StaffMember.id == member).values(role=Role.SUPERVISOR.value)
            )
        menus.nudge()
        await until(lambda: given(post) == {11: LEAD_MENU})


async def test_what_telegram_refuses_is_tried_by_the_next_start_and_keeps_nobody_waiting(post: Post) -> None:
    member = await employs(post, Role.CASEWORKER, 11)
    await employs(post, Role.CASEWORKER, 12)

    made = post.calls.make

    async def refuses(method: TelegramMethod[bool], **how: object) -> bool:
        if isinstance(method, SetMyCommands) and getattr(method.scope, "chat_id", 0) == 11:
            raise Trouble
        return await made(method, **how)  # type: ignore[arg-type]  # as it was given

    post.calls.make = refuses  # type: ignore[method-assign,assignment]  # a refusal of Telegram in its place
    async with at_work(post):
        assert given(post) == {12: MENU}
    post.calls.make = made  # type: ignore[method-assign]  # the true call is put back
    assert await menu_of(post, member) is None
    async with at_work(post):
        assert given(post) == {11: MENU, 12: MENU}


async def test_who_does_not_work_here_any_more_is_passed_over(post: Post) -> None:
    member = await employs(post, Role.CASEWORKER, 11)
    async with post.database.uow() as uow:
        await uow.session.execute(update(StaffMember).where(StaffMember.id == member).values(removed_at=post.now))
    async with at_work(post):
        assert given(post) == {}
