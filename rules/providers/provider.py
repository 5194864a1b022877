"""One provider: an organisation besides ours that helps people, too."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.catalogue import Provider as ProviderKind

KINDS = (ProviderKind.HROMADA, ProviderKind.NGO, ProviderKind.STATE)
"""What a provider can be."""


class Channel(StrEnum):
    """How something is handed to a provider."""

    STAFF_CHAT = "staff-chat"
    """It works with this bot as well, in a staff chat of its own."""
    PHONE = "phone"
    EMAIL = "email"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """What is known of a provider. An empty text: not known."""

    name: str
    kind: ProviderKind
    channel: Channel
    areas: tuple[str, ...] = ()
    """Whom it serves: codes of hromadas, or of oblasts (two digits); none: everybody."""
    phone: str = ""
    email: str = ""
    address: str = ""
    contact: str = ""
    """Whom to ask for there."""
    accepts_from: date | None = None
    accepts_until: date | None = None
    """Its own dates (local, both included); None: without bound."""
    chat: str = ""
    """The slug of its organisation in this bot's catalogue, for `Channel.STAFF_CHAT`."""


def reachable(entry: ProviderEntry) -> bool:
    """Whether the contact is there by which its channel works."""
    needed = {
        Channel.STAFF_CHAT: entry.chat,
        Channel.PHONE: entry.phone,
        Channel.EMAIL: entry.email,
        Channel.PAPER: entry.address,
    }
    return bool(needed[entry.channel])


def accepts(entry: ProviderEntry, day: date) -> bool:
    """Whether the local day lies within the provider's own dates."""
    begun = entry.accepts_from is None or entry.accepts_from <= day
    return begun and (entry.accepts_until is None or day <= entry.accepts_until)


def fits(entry: ProviderEntry, places: Collection[str]) -> bool:
    """Whether it serves somebody of one of these places: codes of hromadas, or of oblasts."""
    return not entry.areas or not set(entry.areas).isdisjoint(places)


def name_key(name: str) -> str:
    """By what two lines are one provider: letters and digits alone count, in whatever case."""
    return " ".join(re.findall(r"[^\W_]+", name.casefold()))
