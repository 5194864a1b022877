"""Buttons of checking applications on the desk."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field as Limited

from bot.telegram.callbacks.data import ButtonData, Page

RowId = Annotated[int, Limited(ge=1, le=2**63 - 1)]
MaybeRowId = Annotated[int, Limited(ge=0, le=2**63 - 1)]


class Review(ButtonData, prefix="yl"):
    """What waits for checking; `campaign` 0: of all."""

    campaign: MaybeRowId = 0
    page: Page = 0


class ReviewOpen(ButtonData, prefix="yo"):
    """One application; with a `child` of it, that child."""

    application: RowId
    child: MaybeRowId = 0


class ReviewOfCase(ButtonData, prefix="yr"):
    """The application that a case is about."""

    case: RowId


class ReviewStep(StrEnum):
    """What is done."""

    CHECK = "check"
    ASK = "ask"
    CONFIRM = "yes"
    DOUBT = "doubt"


class ReviewDo(ButtonData, prefix="ys"):
    """A step with an application, or with a child of it."""

    application: RowId
    step: ReviewStep
    child: MaybeRowId = 0


class ReviewCategory(ButtonData, prefix="yk"):
    """Whether a category of a child holds."""

    application: RowId
    child: RowId
    code: Annotated[str, Limited(max_length=3, pattern=r"^[A-Z]\d{2}$")]
    holds: bool
