"""Buttons of the lists of cases that staff ask for."""

from __future__ import annotations

from bot.telegram.callbacks.data import ButtonData, DraftId
from rules.lists import Listing


class ListPage(ButtonData, prefix="lp"):
    """A page of a list: behind the case `edge`, or before it; 0: the first page."""

    listing: Listing
    edge: DraftId = 0
    back: bool = False


class FoundPage(ButtonData, prefix="fp"):
    """A page of what was found, behind this case; what is looked for is remembered with the conversation."""

    behind: DraftId = 0
