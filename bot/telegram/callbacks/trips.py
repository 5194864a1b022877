"""Buttons of trips: shifts, their children, what is marked."""

from __future__ import annotations

from bot.telegram.callbacks.allocation import Shift
from bot.telegram.callbacks.data import ButtonData, Page
from bot.telegram.callbacks.recreation import RowId
from casework.recreation.trips import Mark
from rules.recreation.trips import Missed


class Trips(ButtonData, prefix="ul"):
    """All shifts."""


class TripOpen(ButtonData, prefix="uo"):
    """One of them."""

    campaign: RowId
    shift: Shift
    page: Page = 0


class TripSend(ButtonData, prefix="us"):
    """All have left."""

    campaign: RowId
    shift: Shift
    page: Page = 0


class TripComplete(ButtonData, prefix="ub"):
    """All are back."""

    campaign: RowId
    shift: Shift
    page: Page = 0


class TripUndo(ButtonData, prefix="uz"):
    """Take back what was marked a moment ago."""

    campaign: RowId
    shift: Shift
    page: Page = 0


class TripChild(ButtonData, prefix="uc"):
    """One child of a shift."""

    campaign: RowId
    shift: Shift
    child: RowId


class TripMark(ButtonData, prefix="um"):
    """Something is said of one child."""

    child: RowId
    mark: Mark


class TripMiss(ButtonData, prefix="ux"):
    """It does not come."""

    child: RowId
    why: Missed


class TripRequeue(ButtonData, prefix="ue"):
    """A lead: it was a mistake, and its place went on."""

    child: RowId
    sure: bool = False
