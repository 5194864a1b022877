"""The button of a card behind which the rest stands."""

from __future__ import annotations

from bot.telegram.callbacks.data import ButtonData, CaseId


class CardMenu(ButtonData, prefix="cm"):
    """Show what else can be done with the case to the one who pressed."""

    case: CaseId
