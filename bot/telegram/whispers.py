"""What is answered at once, past the outbox: toasts on a pressed button, and texts that only the one who pressed may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.telegram.callbacks import Fact
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Value, Words
from casework.letters.sights import DetailsSight


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: its slug or code in the catalogue, and its name in the reader's language."""

    value: str
    label: str


def toast(reason: str, t: Words, **values: Value) -> str:
    """The short plain line on a pressed button. Unknown reason: KeyError."""
    return TOASTS[reason](t, values)


def hint(reason: str, t: Words, **values: Value) -> Rendered:
    """A line for one member of the staff group, or why a command was not done. Unknown reason: KeyError."""
    return Rendered(HINTS[reason](t, values))


TOASTS: dict[str, Callable[[Words, Mapping[str, Value]], str]] = {
    "stale": lambda t, _: t("toast-stale"),
    "taken-by-you": lambda t, _: t("toast-taken-by-you"),
    "taken-by-other": lambda t, v: t("toast-taken-by-other", owner=v["owner"]),
    "not-allowed": lambda t, _: t("toast-not-allowed"),
    "not-yours": lambda t, _: t("toast-not-yours"),
    "done": lambda t, _: t("toast-done"),
    "saved": lambda t, _: t("toast-saved"),
    "closed": lambda t, _: t("toast-closed"),
    "released": lambda t, _: t("toast-released"),
    "reopened": lambda t, _: t("toast-reopened"),
    "too-late": lambda t, _: t("toast-too-late"),
    "nothing-to-send": lambda t, _: t("toast-nothing-to-send"),
    "already-sent": lambda t, _: t("toast-already-sent"),
    "looking": lambda t, _: t("toast-looking"),
}
"""Reason → the line. `taken-by-other` needs `owner`."""

HINTS: dict[str, Callable[[Words, Mapping[str, Value]], Markup]] = {
    "reply-needs-take": lambda t, _: t.get("whisper-reply-needs-take"),
    "reply-not-yours": lambda t, v: t.get("whisper-reply-not-yours", owner=v["owner"]),
    "reply-closed": lambda t, _: t.get("whisper-reply-closed"),
    "reply-not-text": lambda t, _: t.get("whisper-reply-not-text"),
    "reply-empty": lambda t, _: t.get("whisper-reply-empty"),
    "edit-too-late": lambda t, _: t.get("whisper-edit-too-late"),
    "not-staff": lambda t, _: t.get("whisper-not-staff"),
    "anonymous-admin": lambda t, _: t.get("whisper-anonymous-admin"),
    "group-not-bound": lambda t, _: t.get("whisper-group-not-bound"),
    "bind-usage": lambda t, _: t.get("whisper-bind-usage"),
    "bind-bad-code": lambda t, _: t.get("whisper-bind-bad-code"),
    "bind-needs-lead": lambda t, _: t.get("whisper-bind-needs-lead"),
    "bind-needs-topics": lambda t, _: t.get("whisper-bind-needs-topics"),
    "bind-other": lambda t, _: t.get("whisper-bind-other"),
    "join-bad-link": lambda t, _: t.get("whisper-join-bad-link"),
    "join-already": lambda t, _: t.get("whisper-join-already"),
    "desk-only-staff": lambda t, _: t.get("whisper-desk-only-staff"),
    "write-to-person": lambda t, _: t.get("whisper-write-to-person"),
    "fact-saved": lambda t, v: t.get("whisper-fact-saved", value=v["value"]),
    "gone": lambda t, _: t.get("whisper-gone"),
}
"""Reason → the text. `reply-not-yours` needs `owner`, `fact-saved` needs `value`."""


def details(sight: DetailsSight, t: Words) -> Rendered:
    """What is held about the person of a case; says that the reading was written down."""
    raise NotImplementedError


def outcomes(case_id: int, options: Sequence[Option], t: Words) -> Rendered:
    """Close with which outcome?"""
    raise NotImplementedError


def fact_fields(case_id: int, values: Mapping[Fact, str | None], t: Words) -> Rendered:
    """Which fact shall be recorded? `values`: the names of what is recorded already, in the reader's language."""
    raise NotImplementedError


def fact_groups(case_id: int, field: Fact, groups: Sequence[Option], t: Words) -> Rendered:
    """First the raion (an option's value is its code), then one of its hromadas. Add `other_place(t)` to offer none of them."""
    raise NotImplementedError


def fact_values(
    case_id: int,
    field: Fact,
    options: Sequence[Option],
    page: int,
    t: Words,
    *,
    group: str = "",
    current: str | None = None,
) -> Rendered:
    """Which value? A page of `options`, counted from 0; `current` is the value recorded now."""
    raise NotImplementedError
