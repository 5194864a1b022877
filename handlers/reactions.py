"""An emoji below words that were carried: from either side, where Telegram tells us of it."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import MessageReactionUpdated, ReactionTypeEmoji

from casework.context import Context
from casework.talk.react import React, react_to_person, react_to_staff


def of_people() -> Router:
    """A person reacts in their private chat."""
    routes = Router(name="reactions.of_people")
    routes.message_reaction.register(_to_staff)
    return routes


def of_staff() -> Router:
    """A staff member reacts in a group."""
    routes = Router(name="reactions.of_staff")
    routes.message_reaction.register(_to_person)
    return routes


async def _to_staff(event: MessageReactionUpdated, ctx: Context) -> None:
    await react_to_staff(ctx, _reaction(event))


async def _to_person(event: MessageReactionUpdated, ctx: Context) -> None:
    await react_to_person(ctx, _reaction(event))


def _reaction(event: MessageReactionUpdated) -> React:
    """Bought emoji and stars are nobody's plain sign: bots may not set them."""
    emoji = [each.emoji for each in event.new_reaction if isinstance(each, ReactionTypeEmoji)]
    return React(event.chat.id, event.message_id, emoji)
