"""What stands on a pressed button of a broadcast for a moment, and why one can't be so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.texts.wording import Value, Words

BROADCAST_TOASTS: Mapping[str, Callable[[Words, Mapping[str, Value]], str]] = {
    "broadcast-flaw": lambda t, v: t.plain("refusal-broadcast-flaw", why=v["why"]),
    "broadcast-paused": lambda t, _: t.plain("toast-broadcast-paused"),
    "broadcast-goes-on": lambda t, _: t.plain("toast-broadcast-goes-on"),
    "broadcast-stopped": lambda t, _: t.plain("toast-broadcast-stopped"),
    "broadcast-confirmed": lambda t, _: t.plain("toast-broadcast-confirmed"),
    "broadcast-declined": lambda t, _: t.plain("toast-broadcast-declined"),
    "broadcast-sent": lambda t, _: t.plain("toast-broadcast-sent"),
}
