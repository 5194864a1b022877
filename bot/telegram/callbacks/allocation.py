"""Buttons of sharing out places: the lead's table, a family's answer, what staff note."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field as Limited

from bot.telegram.callbacks.data import ButtonData
from bot.telegram.callbacks.recreation import RowId

Shift = Annotated[int, Limited(ge=0, le=9999)]
Bits = Annotated[int, Limited(ge=0, le=255)]


class AllocationOpen(ButtonData, prefix="ja"):
    """The table, from a rank on."""

    campaign: RowId
    first: Annotated[int, Limited(ge=1, le=999_999)] = 1


class AllocationAsk(ButtonData, prefix="ju"):
    """Type the public value."""

    campaign: RowId


class AllocationConfirm(ButtonData, prefix="jc"):
    """Make it so."""

    campaign: RowId
    allocation: RowId


class PlaceSay(ButtonData, prefix="jo"):
    """A family's answer: shift 0 is no; `pick`: who goes, a bit for each child, 0 is all."""

    offer: RowId
    shift: Shift
    pick: Bits = 0
    rest: bool = False


class PlaceChildren(ButtonData, prefix="jk"):
    """Who goes?"""

    offer: RowId
    shift: Shift


class PlaceBack(ButtonData, prefix="ji"):
    """Give the place back."""

    case: RowId
    sure: bool = False


class PlaceDesk(ButtonData, prefix="jq"):
    """Staff: what the family is offered."""

    case: RowId


class PlaceNote(ButtonData, prefix="jr"):
    """Staff note what the family said."""

    offer: RowId
    shift: Shift
    pick: Bits = 0
    rest: bool = False
