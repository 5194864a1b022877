"""Short lines about providers and what is handed to them: refusals, and what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.telegram.render.provider_flaws import flaw_said
from bot.texts.wording import Value, Words
from rules.providers import Column, Flaw, Wrong

TRANSFER_TOASTS: Mapping[str, Callable[[Words, Mapping[str, Value]], str]] = {
    # refusals: `casework.errors.Refusal.key`
    "provider-flaw": lambda t, v: t.plain("refusal-provider-flaw", what=_flaw(t, v)),
    "provider-there": lambda t, _: t.plain("refusal-provider-there"),
    "provider-unreachable": lambda t, _: t.plain("refusal-provider-unreachable"),
    "heard-only": lambda t, _: t.plain("refusal-heard-only"),
    "nothing-shared": lambda t, _: t.plain("refusal-nothing-shared"),
    "list-flawed": lambda t, _: t.plain("refusal-list-flawed"),
    # what was done
    "provider-removed": lambda t, _: t.plain("toast-provider-removed"),
    "provider-restored": lambda t, _: t.plain("toast-provider-restored"),
    "transfer-asked": lambda t, _: t.plain("toast-transfer-asked"),
    "transfer-noted": lambda t, _: t.plain("toast-transfer-noted"),
}


def _flaw(t: Words, values: Mapping[str, Value]) -> str:
    column = str(values["column"])
    flaw = Flaw(0, Wrong(str(values["flaw"])), Column(column) if column else None, str(values["value"]))
    return flaw_said(flaw, t)
