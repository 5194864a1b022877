"""Short lines about appointments and events: refusals, and what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.texts.wording import Value, Words

APPOINTMENT_TOASTS: Mapping[str, Callable[[Words, Mapping[str, Value]], str]] = {
    # refusals: `casework.errors.Refusal.key`
    "time-taken": lambda t, _: t.plain("refusal-time-taken"),
    "no-times": lambda t, _: t.plain("refusal-no-times"),
    "place-needed": lambda t, _: t.plain("refusal-place-needed"),
    "hours-meet": lambda t, _: t.plain("refusal-hours-meet"),
    "consent-first": lambda t, _: t.plain("refusal-consent-first"),
    "signed-already": lambda t, _: t.plain("refusal-signed-already"),
    # what was done
    "coming": lambda t, _: t.plain("toast-coming"),
    "appointment-offered": lambda t, _: t.plain("toast-appointment-offered"),
    "appointment-booked": lambda t, _: t.plain("toast-appointment-booked"),
    "appointment-cancel": lambda t, _: t.plain("toast-appointment-cancelled"),
    "appointment-came": lambda t, _: t.plain("toast-appointment-noted"),
    "appointment-missed": lambda t, _: t.plain("toast-appointment-missed"),
    "event-opened": lambda t, _: t.plain("toast-event-opened"),
    "event-thrown": lambda t, _: t.plain("toast-event-thrown"),
    "event-cancelled": lambda t, values: t.plain("toast-event-cancelled", count=values["count"]),
    "event-signed-for": lambda t, values: t.plain("toast-event-signed-for", waiting=values["waiting"]),
}
