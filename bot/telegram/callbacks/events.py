"""Buttons of group events: of people, and of staff who make them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.appointments import RowId, Seconds
from bot.telegram.callbacks.data import ButtonData, CaseId, Page
from casework.events.make import Field as Asked


class Events(ButtonData, prefix="vl"):
    """What one can sign up for."""


class EventOpen(ButtonData, prefix="ve"):
    """One event."""

    event: RowId


class EventSign(ButtonData, prefix="vs"):
    """Sign up for this date."""

    date: RowId


class SeatStep(StrEnum):
    """What a person does with their seat."""

    SHOW = "show"
    ASK = "ask"
    LEAVE = "leave"
    TAKE = "take"
    PASS = "pass"


class SeatDo(ButtonData, prefix="vd"):
    """A step with a seat."""

    seat: RowId
    step: SeatStep


class SeatComing(ButtonData, prefix="vc"):
    """«Я прийду», to the time that the reminder named."""

    seat: RowId
    starts: Seconds


class DeskEvents(ButtonData, prefix="vb"):
    """Staff: events of the organisation."""


class EventBegin(ButtonData, prefix="vn"):
    """Staff: a new one."""


class EventShape(ButtonData, prefix="vf"):
    """Staff: an answer to what is asked; -1: only another page."""

    field: Asked
    value: Annotated[int, Field(ge=-1, le=3_652_059)]
    page: Page = 0


class EventEnd(ButtonData, prefix="vx"):
    """Staff: open it, or throw the draft away."""

    open: bool


class DeskEvent(ButtonData, prefix="vo"):
    """Staff: one event; `ask`: really call it off?"""

    event: RowId
    ask: bool = False


class EventLink(ButtonData, prefix="vk"):
    """Staff: the link by which people find it."""

    event: RowId


class DeskEventDate(ButtonData, prefix="va"):
    """Staff: one date; `ask`: really call it off?"""

    date: RowId
    ask: bool = False


class EventCancel(ButtonData, prefix="vq"):
    """Staff: none of its dates takes place."""

    event: RowId


class EventDateCancel(ButtonData, prefix="vz"):
    """Staff: this date does not take place."""

    date: RowId


class SeatNote(ButtonData, prefix="vt"):
    """Staff: whether somebody was there."""

    seat: RowId
    came: bool


class EventChoices(ButtonData, prefix="vm"):
    """Staff: for what the person of a case can be signed up."""

    case: CaseId


class EventSignFor(ButtonData, prefix="vg"):
    """Staff: sign them up."""

    case: CaseId
    date: RowId
