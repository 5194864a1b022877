"""Buttons about answers that wait, and about silence."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId


class AnswerStep(StrEnum):
    """What is decided about an answer that has not arrived."""

    NOW = "now"
    NOTE = "note"
    AGAIN = "again"


class AnswerDo(ButtonData, prefix="ya"):
    """A decision about a staff message of the case."""

    case: CaseId
    message: Annotated[int, Field(ge=1, le=2**63 - 1)]
    step: AnswerStep


class QuietStep(StrEnum):
    """What is done about somebody who writes too much; `MENU` and `ASK_SPAM` only ask."""

    MENU = "menu"
    OFF = "off"
    ASK_SPAM = "ask"
    SPAM = "spam"
    NOT_SPAM = "undo"


class Quiet(ButtonData, prefix="yq"):
    """A step about the notices of a case."""

    case: CaseId
    step: QuietStep


class MuteFor(ButtonData, prefix="ym"):
    """No notices of the case for so many days."""

    case: CaseId
    days: Annotated[int, Field(ge=1, le=99)]
