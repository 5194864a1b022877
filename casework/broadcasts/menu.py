"""What of a draft is chosen from a menu, or typed."""

from __future__ import annotations

from enum import StrEnum

from rules.segments import Dimension


class Menu(StrEnum):
    """One page of a draft."""

    WHOM = "whom"
    """By what people are chosen."""
    CATEGORY = "category"
    REGISTERED = "registered"
    OBLAST = "oblast"
    HROMADA = "hromada"
    """Typed: then those that fit."""
    SERVICE = "service"
    STATE = "state"
    LANGUAGE = "language"
    SEEN = "seen"
    MISSING = "missing"
    ABOUT = "about"
    """The kind that people may stop."""
    BUTTONS = "buttons"
    LINK = "link"
    """Typed: words and an address."""
    WHEN = "when"
    TIME = "time"
    """Typed: a moment."""
    BEFORE = "before"
    """How many days before its date."""
    KEEP = "keep"
    TEXT_UK = "text-uk"
    TEXT_EN = "text-en"
    FILE = "file"
    PROGRAMME = "programme"
    DATE = "date"
    PLACE = "place"
    HOURS = "hours"
    DOCUMENT = "document"


CHOICES = {menu: Dimension(menu.value) for menu in Menu if menu.value in set(Dimension)}
"""The pages on which people are chosen."""
TEXTS = {Menu.TEXT_UK: "uk", Menu.TEXT_EN: "en"}
TYPED = frozenset(
    {
        Menu.HROMADA, Menu.LINK, Menu.TIME, *TEXTS, Menu.FILE,
        Menu.PROGRAMME, Menu.DATE, Menu.PLACE, Menu.HOURS, Menu.DOCUMENT,
    }
)  # fmt: skip
"""On these pages the next message is the answer."""
