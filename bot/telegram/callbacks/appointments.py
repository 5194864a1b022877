"""Buttons of appointments: of the person, of whoever offers times, of a desk's calendar and hours."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Day, DraftId, Page
from bot.telegram.callbacks.team import StaffId
from casework.appointments.hours import Page as HoursPage
from casework.appointments.show import Show
from rules.appointments import Way

RowId = Annotated[int, Field(ge=1, le=2**63 - 1)]
Seconds = Annotated[int, Field(ge=0, le=253_402_300_799)]
Minutes = Annotated[int, Field(ge=0, le=24 * 60)]
Weekday = Annotated[int, Field(ge=0, le=6)]


class Meetings(ButtonData, prefix="zl"):
    """Everything that the person is expected at."""


class PickTime(ButtonData, prefix="zp"):
    """This time."""

    time: RowId


class MeetingStep(StrEnum):
    """What the person does with an appointment."""

    CONFIRM = "yes"
    UNSUITED = "no"
    CANCEL = "drop"


class MeetingDo(ButtonData, prefix="zd"):
    """A step of the person's."""

    appointment: RowId
    step: MeetingStep


class MeetingShow(ButtonData, prefix="zs"):
    """Look at it; `at` as in `casework.appointments.show.ShowAppointment`."""

    appointment: RowId
    show: Show
    at: Seconds = 0
    page: Page = 0


class MeetingMove(ButtonData, prefix="zm"):
    """Move it there."""

    appointment: RowId
    at: Seconds


class MeetingComing(ButtonData, prefix="zc"):
    """«Я прийду», to the time that the reminder named."""

    appointment: RowId
    starts: Seconds


class AppointmentsMenu(ButtonData, prefix="za"):
    """Staff: the appointments of a case."""

    case: CaseId


class AppointmentWith(ButtonData, prefix="zw"):
    """Staff: with this colleague (0: with whom?); `replaces`: other times for this one."""

    case: CaseId
    staff: StaffId = 0
    replaces: DraftId = 0


class AppointmentShape(ButtonData, prefix="zf"):
    """Staff: how, how long; `day`: its free times, 0: the days."""

    appointment: RowId
    way: Way | None = None
    minutes: Minutes | None = None
    day: Day = 0


class AppointmentTime(ButtonData, prefix="zt"):
    """Staff: this time is offered, or is not any more."""

    appointment: RowId
    at: Seconds


class AppointmentSend(ButtonData, prefix="zo"):
    """Staff: tell the person."""

    appointment: RowId


class AppointmentLook(ButtonData, prefix="zk"):
    """Staff: one appointment of a case."""

    appointment: RowId


class AppointmentStep(StrEnum):
    """What staff note of an appointment."""

    CANCEL = "cancel"
    CAME = "came"
    MISSED = "missed"


class AppointmentNote(ButtonData, prefix="zn"):
    """Staff: a step."""

    appointment: RowId
    step: AppointmentStep


class AppointmentBook(ButtonData, prefix="zb"):
    """Staff: the person agreed to this time on the phone."""

    time: RowId


class Agenda(ButtonData, prefix="zg"):
    """A day of the team's calendar (0: today), or its week; of one colleague, or (0) of all."""

    day: Day = 0
    week: bool = False
    member: StaffId = 0


class AgendaOne(ButtonData, prefix="zh"):
    """One appointment on the desk."""

    appointment: RowId


class Hours(ButtonData, prefix="zq"):
    """Somebody's hours (0: one's own), and which page of them."""

    staff: StaffId = 0
    show: HoursPage = HoursPage.WEEK
    weekday: Weekday = 0
    opens: Minutes = 0
    page: Page = 0


class HoursAdd(ButtonData, prefix="zr"):
    """From when to when."""

    staff: StaffId
    weekday: Weekday
    opens: Minutes
    closes: Minutes


class HoursRemove(ButtonData, prefix="zx"):
    """These hours go."""

    staff: StaffId
    hours: RowId
    weekday: Weekday


class HoursOff(ButtonData, prefix="zy"):
    """A day off, or no more."""

    staff: StaffId
    day: Day
    page: Page = 0


class HoursAtOnce(ButtonData, prefix="zz"):
    """So many people at once."""

    staff: StaffId
    number: Annotated[int, Field(ge=1, le=99)]


class HoursNowhere(ButtonData, prefix="zv"):
    """There is no such place any more."""

    staff: StaffId
    way: Way
