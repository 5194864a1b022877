"""What calls cost at Telegram."""

from __future__ import annotations

FREE_METHODS = frozenset(
    {"answerCallbackQuery", "deleteWebhook", "getFile", "getMe", "getUpdates", "getWebhookInfo", "setWebhook"}
)


def cost_of(method: str) -> int:
    """What a Bot API method costs: nothing for a few, one for messages, edits, topics, reactions and all others."""
    return 0 if method in FREE_METHODS else 1
