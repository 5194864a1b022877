"""Buttons about whether families still need a place."""

from __future__ import annotations

from bot.telegram.callbacks.data import ButtonData
from bot.telegram.callbacks.recreation import RowId
from bot.telegram.callbacks.review import MaybeRowId


class NeedAsks(ButtonData, prefix="ui"):
    """A lead: who was asked, and what they said."""

    campaign: RowId


class NeedAskAll(ButtonData, prefix="ua"):
    """Ask all who were not asked yet."""

    campaign: RowId


class NeedSay(ButtonData, prefix="un"):
    """A family's answer, for one child or (0) for all."""

    application: RowId
    needed: bool
    child: MaybeRowId = 0


class NeedDesk(ButtonData, prefix="ud"):
    """Staff: what the family was asked."""

    case: RowId


class NeedNote(ButtonData, prefix="ur"):
    """Staff note what the family said."""

    application: RowId
    needed: bool
    child: MaybeRowId = 0
