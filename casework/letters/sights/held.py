"""What is held of a person, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HeldForm:
    """A form on its way: how many answers, and until when it is kept."""

    form: str
    answers: int
    until: date


@dataclass(frozen=True, slots=True)
class HeldSight:
    """Part of `privacy` and `erase-ask`: what is held beside name, places, words and files."""

    phone: bool = False
    calls: int = 0
    """Calls whose number or own words are held."""
    forms: tuple[HeldForm, ...] = ()
    others: int = 0
    """People whom the person told us of."""
    told: int = 0
    """Requests in which others told us of the person."""
    reminders: int = 0
    """Reminders in the person's own words."""
    transfers: int = 0
    """What may be handed to providers, or was."""
    applications: int = 0
    """For the recreation programme, with the children in them."""
    meetings: int = 0
    """Appointments, and events for which they signed up."""
