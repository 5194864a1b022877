"""Short lines about cases that may be the same, and about many at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.texts.wording import Value, Words

DUPLICATE_TOASTS: Mapping[str, Callable[[Words, Mapping[str, Value]], str]] = {
    # refusals: `casework.errors.Refusal.key`
    "cannot-merge": lambda t, v: t.plain("refusal-cannot-merge", why=v["why"]),
    "wants-lead": lambda t, v: t.plain("refusal-wants-lead", owner=v["owner"]),
    "goes-on-elsewhere": lambda t, v: t.plain("refusal-goes-on-elsewhere", number=v["number"]),
    # what was done
    "tied": lambda t, _: t.plain("toast-tied"),
    "untied": lambda t, _: t.plain("toast-untied"),
    "not-same": lambda t, _: t.plain("toast-not-same"),
    "merged": lambda t, _: t.plain("toast-merged"),
    "parted": lambda t, _: t.plain("toast-parted"),
    "bulk-begun": lambda t, _: t.plain("toast-bulk-begun"),
    "bulk-dropped": lambda t, _: t.plain("toast-bulk-dropped"),
    "bulk-on-desk": lambda t, _: t.plain("toast-bulk-on-desk"),
}
"""`cannot-merge` needs `why`, `wants-lead` needs `owner`, `goes-on-elsewhere` needs `number`."""
