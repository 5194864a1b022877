"""Buttons about questions of later steps of an application."""

from __future__ import annotations

from bot.telegram.callbacks.data import ButtonData
from bot.telegram.callbacks.recreation import RowId


class Questions(ButtonData, prefix="uq"):
    """A family answers, or changes what it answered."""

    application: RowId


class NoteAnswers(ButtonData, prefix="uw"):
    """Staff write down what a family says."""

    case: RowId
