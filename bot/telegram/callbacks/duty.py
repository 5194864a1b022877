"""Staff's buttons about the duty roster."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, Day, DraftId, Page
from bot.telegram.callbacks.team import StaffId


class Duty(ButtonData, prefix="ed"):
    """A page of the roster."""

    page: Page = 0


class DutyPhoneStep(StrEnum):
    """What is to become of the own phone."""

    ASK = "ask"
    FORGET = "forget"


class DutyPhone(ButtonData, prefix="ep"):
    """My phone for colleagues."""

    step: DutyPhoneStep


class ShiftStep(StrEnum):
    """What can be done with a shift."""

    OPEN = "open"
    STAND_IN = "in"
    REMOVE = "out"


class DutyShift(ButtonData, prefix="es"):
    """A step with a shift; `staff`: who had it when this was shown."""

    shift: DraftId
    step: ShiftStep
    staff: StaffId = 0


class DutyPlan(ButtonData, prefix="en"):
    """What was chosen of a new shift so far, as in `casework.duty.plan.PlanDuty`."""

    staff: StaffId = 0
    day: Day = 0
    starts: Annotated[int, Field(ge=-1, le=23)] = -1
    hours: Annotated[int, Field(ge=0, le=24)] = 0
    page: Page = 0


class DutyAdd(ButtonData, prefix="ea"):
    """All is chosen."""

    staff: StaffId
    day: Day
    starts: Annotated[int, Field(ge=0, le=23)]
    hours: Annotated[int, Field(ge=1, le=24)]
    place: Annotated[int, Field(ge=1, le=9)]
