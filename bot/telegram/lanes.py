"""The lane of an update: updates of one lane are handled one at a time, in order."""

from __future__ import annotations

from typing import Any

NOBODY = "u:0"


def lane_of(update: dict[str, Any]) -> str:
    """A private chat is a lane `p:<chat>`, a topic of a group `g:<chat>:<thread>` (0: General or no forum).

    `update`: the Bot API's Update as parsed JSON. Without a chat the sender is the lane, `u:<user>`; else `u:0`.
    """
    event = next((value for key, value in update.items() if key != "update_id" and isinstance(value, dict)), {})
    message = event["message"] if isinstance(event.get("message"), dict) else event
    chat = message.get("chat")
    if not isinstance(chat, dict):
        sender = event.get("from")
        return f"u:{sender['id']}" if isinstance(sender, dict) else NOBODY
    if chat.get("type") == "private":
        return f"p:{chat['id']}"
    # Replies in a group without topics carry a thread too; it is no topic.
    thread = message.get("message_thread_id") if message.get("is_topic_message") else None
    return f"g:{chat['id']}:{thread or 0}"


def private_chat(lane: str) -> int | None:
    """The chat, which is the person's Telegram id, of a private lane; None for others."""
    kind, _, rest = lane.partition(":")
    return int(rest) if kind == "p" else None


def case_of(lane: str) -> int | None:
    """The case whose topic the lane of a letter `c:<case>` is; None for others."""
    kind, _, rest = lane.partition(":")
    return int(rest) if kind == "c" else None
