"""Buttons of canned answers: in a case's topic, and on a lead's desk."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Page, Slug

AnswerId = Annotated[int, Field(ge=1, le=2**63 - 1)]
Language = Literal["uk", "en"]


class AnswersMenu(ButtonData, prefix="am"):
    """Show which canned answers there are for this case; `page` is counted from 0."""

    case: CaseId
    page: Page = 0


class AnswerChoice(ButtonData, prefix="ac"):
    """Show one of them as the person will read it."""

    case: CaseId
    answer: AnswerId


class AnswerSend(ButtonData, prefix="as"):
    """Send it as it was shown: this version of it."""

    case: CaseId
    answer: AnswerId
    version: Annotated[int, Field(ge=1, le=9_999)]


class Answers(ButtonData, prefix="al"):
    """On the desk: the answers in a language, a page from 0."""

    language: Language
    page: Page = 0


class AnswerStep(StrEnum):
    """What a lead does with an answer."""

    OPEN = "open"
    EDIT = "edit"
    REMOVE = "remove"
    RESTORE = "restore"


class Answer(ButtonData, prefix="an"):
    """A step with one answer."""

    answer: AnswerId
    step: AnswerStep


class AnswerNew(ButtonData, prefix="aq"):
    """Write a new answer for the services of a group; empty: choose the group first."""

    language: Language
    group: Slug = ""
