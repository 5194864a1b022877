"""Somebody who was removed is taken out of a group; what the bot may not do leads hear of, and nothing waits for it."""

from __future__ import annotations

from typing import Any

import pytest

from casework.context import MACHINE, Context
from casework.letters import kinds
from casework.letters.write import expel
from casework.staff.by_hand import once
from db.models import StaffGroup, StaffMember
from db.repositories import staff
from tests.bot.telegram.post import NOW, Post


async def _removed(post: Post, chat_id: int, status: str = "member") -> int:
    """Somebody left, and the bot is to take them out of the group; their account."""
    account = await post.folk.user("Петро", side="staff")
    if status != "left":
        await post.folk.set_member(chat_id, account, status)
    async with post.database.uow() as uow:
        group = await staff.group(uow.session, chat_id)
        assert isinstance(group, StaffGroup)
        member = StaffMember(
            organisation_id=group.organisation_id, telegram_id=account, work_name="Петро", role="caseworker",
            language="uk", joined_at=NOW, removed_at=NOW,
        )  # fmt: skip
        uow.session.add(member)
        await uow.session.flush()
        ctx = Context(uow, MACHINE, post.now, post.catalogue)
        await expel(ctx, group, kinds.RemoveFromGroup(member.id, group.id), key=once(member, group.id))
    return account


async def _status(post: Post, chat_id: int, account: int) -> str:
    [group] = [chat for chat in await post.folk.chats() if chat["id"] == chat_id]
    return next((str(each["status"]) for each in group["members"] if each["user_id"] == account), "left")


async def _by_hand(post: Post) -> list[str]:
    return [str(letter.facts["why"]) for letter in await post.letters(kind=kinds.RemoveByHand.kind)]


@pytest.mark.parametrize("fault", [None, "429", "500"])
async def test_they_are_out_and_may_be_invited_again(post: Post, fault: str | None) -> None:
    group = await post.group()
    account = await _removed(post, group)
    if fault is not None:
        options: dict[str, Any] = {"retry_after": 1} if fault == "429" else {}
        await post.folk.fault(fault, method="banChatMember", times=1, **options)
    await post.deliver()
    assert await _status(post, group, account) == "left"
    assert (await post.made("banChatMember"), await post.made("unbanChatMember")) == (1, 1)
    assert await _by_hand(post) == []


async def test_without_the_right_leads_do_it_and_the_group_goes_on(post: Post) -> None:
    group = await post.group(bot_rights={"can_manage_topics": True})
    account = await _removed(post, group)
    await post.deliver()
    assert await _status(post, group, account) == "member"
    assert await _by_hand(post) == ["no-rights"]
    async with post.database.uow() as uow:
        row = await staff.group(uow.session, group)
        assert row is not None
        assert row.away_since is None, "letters of the group do not wait"


async def test_an_administrator_is_for_the_owner_of_the_group(post: Post) -> None:
    group = await post.group()
    account = await _removed(post, group, "administrator")
    await post.deliver()
    assert await _status(post, group, account) == "administrator"
    assert await _by_hand(post) == ["is-admin"]


async def test_who_is_not_inside_is_out(post: Post) -> None:
    group = await post.group()
    await _removed(post, group, "left")
    await post.deliver()
    assert await _by_hand(post) == []


async def test_where_the_bot_is_not_inside_leads_do_it(post: Post) -> None:
    group = await post.group()
    await _removed(post, group)
    await post.folk.remove_bot(group)
    await post.deliver()
    assert await _by_hand(post) == ["removed"]
