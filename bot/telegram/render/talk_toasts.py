"""Short lines about answers that wait or are taken back, and about silence: refusals, and what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.texts.wording import Value, Words

TALK_TOASTS: Mapping[str, Callable[[Words, Mapping[str, Value]], str]] = {
    # refusals: `casework.errors.Refusal.key`
    "already-gone": lambda t, _: t.plain("refusal-already-gone"),
    "not-your-words": lambda t, _: t.plain("refusal-not-your-words"),
    "nothing-to-take-back": lambda t, _: t.plain("refusal-nothing-to-take-back"),
    "names-account": lambda t, _: t.plain("refusal-names-account"),
    "time-unread": lambda t, _: t.plain("refusal-time-unread"),
    "time-past": lambda t, _: t.plain("refusal-time-past"),
    "time-far": lambda t, _: t.plain("refusal-time-far"),
    "time-held": lambda t, _: t.plain("refusal-time-held"),
    "crisis-stays": lambda t, _: t.plain("refusal-crisis-stays"),
    # what was done
    "goes-now": lambda t, _: t.plain("toast-goes-now"),
    "is-note": lambda t, _: t.plain("toast-is-note"),
    "withdrawn": lambda t, _: t.plain("toast-withdrawn"),
    "being-taken-back": lambda t, _: t.plain("toast-being-taken-back"),
    "muted": lambda t, _: t.plain("toast-muted"),
    "unmuted": lambda t, _: t.plain("toast-unmuted"),
    "spam": lambda t, _: t.plain("toast-spam"),
    "not-spam": lambda t, _: t.plain("toast-not-spam"),
}
