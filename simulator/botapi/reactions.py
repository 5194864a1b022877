"""Reactions and pinned messages."""

from typing import Any

from simulator.botapi import targets
from simulator.botapi.errors import bad_request
from simulator.botapi.registry import Call, method
from simulator.limits import AS_A_MESSAGE, BOT_ONLY
from simulator.world import messages
from simulator.world.messages import Outgoing
from simulator.world.model import Chat, StoredMessage

REACTIONS = (
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 "
    "🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 "
    "💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 "
    "😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 "
    "😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡"
)
EMOJI = frozenset(REACTIONS.split())
VARIATION_SELECTOR = "\ufe0f"
NO_PIN_RIGHT = "not enough rights to manage pinned messages in the chat"


@method("setMessageReaction", BOT_ONLY)
async def set_message_reaction(call: Call) -> bool:
    """React with one emoji, or take the reaction back."""
    chat = targets.chat_to_write(call)
    stored = targets.message_of(chat, call.params.integer("message_id"), "react")
    messages.react(call.world, chat, stored, call.world.bot.id, _emoji(call.params.array("reaction")))
    return True


@method("pinChatMessage", AS_A_MESSAGE)
async def pin_chat_message(call: Call) -> bool:
    """Pin a message; the chat shows a line about it."""
    chat, stored = _to_pin(call, "pin")
    if not stored.pinned:
        stored.pinned = True
        messages.touch(call.world, chat, stored)
        author = messages.author_of(call.world, call.world.bot.id)
        outgoing = Outgoing({"pinned_message": dict(stored.body)}, thread=stored.thread)
        messages.post(call.world, chat, author, outgoing)
    return True


@method("unpinChatMessage", BOT_ONLY)
async def unpin_chat_message(call: Call) -> bool:
    """Take a pin away; without a message, the latest one."""
    chat = targets.chat_to_write(call)
    targets.require_right(call, chat, "can_pin_messages", NO_PIN_RIGHT)
    message_id = call.params.integer("message_id")
    pinned = [stored for stored in chat.messages if stored.pinned]
    if message_id is not None:
        pinned = [stored for stored in pinned if stored.message_id == message_id]
    if not pinned:
        raise bad_request("message to unpin not found")
    pinned[-1].pinned = False
    messages.touch(call.world, chat, pinned[-1])
    return True


def _to_pin(call: Call, purpose: str) -> tuple[Chat, StoredMessage]:
    chat = targets.chat_to_write(call)
    targets.require_right(call, chat, "can_pin_messages", NO_PIN_RIGHT)
    return chat, targets.message_of(chat, call.params.integer("message_id"), purpose)


def _emoji(given: list[Any] | None) -> str | None:
    if not given:
        return None
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    first = given[0] if isinstance(given[0], dict) else {}
    emoji = str(first.get("emoji", "")).replace(VARIATION_SELECTOR, "")
    if first.get("type") != "emoji" or emoji not in EMOJI:
        raise bad_request("REACTION_INVALID")
    return emoji
