"""Reactions, from one side to the other: an emoji below words that were carried."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

from casework.act import act
from casework.cases.access import locked
from casework.context import Context
from casework.letters import kinds
from casework.letters.policies import Priority
from casework.letters.write import private_lane, tell_person, tell_topic
from casework.not_yet import once_written
from casework.people.themselves import themselves
from db.models import Message
from db.repositories import cases, letters, people
from rules.reactions import DELIVERED, shown
from rules.roles import Role


@dataclass(frozen=True, slots=True)
class React:
    """The standard emoji that somebody's reaction to a message consists of now, the newest last; none: taken back."""

    chat_id: int
    telegram_message_id: int
    emoji: Sequence[str]


@act("reaction.to_person")
async def react_to_person(ctx: Context, data: React) -> bool:
    """Shows a caseworker's reaction below the person's own words; whether it was carried.

    Only from whoever may answer in the case: the owner, or a lead. Others react among themselves. Raises `NotYet` where
    nobody knows what stands there while something is on its way to the group.
    """
    leaving = partial(letters.is_leaving_for, ctx.uow.session, data.chat_id, Priority.BROADCAST)
    message = await _carried(ctx, data, by="person", leaving=leaving)
    if message is None:
        return False
    case = await locked(ctx, message.case_id, "reaction.to_person")
    if ctx.actor.role is Role.CASEWORKER and case.owner_id != ctx.actor.id:
        return False
    emoji = shown(data.emoji, to_person=True)
    if case.erased_at is not None or message.reaction == emoji:
        return False
    message.reaction = emoji
    person = await people.by_id(ctx.uow.session, case.person_id)
    letter = kinds.StaffReaction(case.id, message.id, emoji or "")
    return await tell_person(ctx, person, letter, case=case, key=_key(ctx, message))


@act("reaction.to_staff")
async def react_to_staff(ctx: Context, data: React) -> bool:
    """Shows a person's reaction below the caseworker's message, in the place of the mark that it was sent; whether it
    was carried. What looks like that mark itself is told in words. Raises `NotYet` where nobody knows what stands there
    while something is on its way to the person.
    """
    person = await themselves(ctx)
    leaving = partial(letters.is_leaving, ctx.uow.session, private_lane(data.chat_id))
    message = await _carried(ctx, data, by="staff", leaving=leaving)
    if message is None:
        return False
    case = await locked(ctx, message.case_id, "reaction.to_staff")
    emoji = shown(data.emoji, to_person=False)
    if case.person_id != person.id or message.reaction == emoji:
        return False
    message.reaction = emoji
    await tell_topic(ctx, case, kinds.AnswerMark(case.id, message.id), key=_key(ctx, message))
    if emoji == DELIVERED:
        await tell_topic(ctx, case, kinds.LikeTheMark(case.id, message.id), key=str(message.id))
    return True


def _key(ctx: Context, message: Message) -> str:
    """One letter for each change of a reaction."""
    return f"{message.id}:{message.reaction or 'none'}:{ctx.now.timestamp()}"


async def _carried(ctx: Context, data: React, *, by: str, leaving: Callable[[], Awaitable[bool]]) -> Message | None:
    """The words of this side that were carried to the message; None for anything else that stands there."""
    look = partial(cases.pair_at, ctx.uow.session, data.chat_id, data.telegram_message_id)
    pair = await once_written(look, leaving)
    message = await cases.message(ctx.uow.session, pair.message_id) if pair and pair.side == "copy" else None
    return message if message is not None and message.author_kind == by and message.taken_back_at is None else None
