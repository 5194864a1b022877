"""Buttons of the practice. What stands under them in real life is not in them: only where it stands in the story."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData

Number = Annotated[int, Field(ge=0, le=9_999_999_999)]


class PracticePress(ButtonData, prefix="xr"):
    """A button of real life, pressed in a story: `button` of the item `item` of that run, counted from 0."""

    run: Number
    story: Number
    item: Number
    button: Number


class PracticeStep(StrEnum):
    """What a trainee decides about the practice itself."""

    BEGIN = "begin"
    AGAIN = "again"
    SKIP = "skip"
    LEAVE = "leave"


class PracticeDo(ButtonData, prefix="xd"):
    """Begin, play the story again, go on to the next one, or leave."""

    step: PracticeStep
