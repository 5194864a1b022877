"""Buttons of a registration on the desk, and of what somebody without Telegram has to be told."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Page, Slug
from rules.passing_on import Way
from rules.registering import Step

RegistrationId = Annotated[int, Field(ge=1, le=2**63 - 1)]
TellingId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class RegisterNew(ButtonData, prefix="kn"):
    """Begin to write down a request, or go on with the one that was begun."""


class RegisterAnswer(ButtonData, prefix="kr"):
    """The answer to a question; what is not known is `-`."""

    registration: RegistrationId
    step: Step
    value: Slug


class RegisterTurn(ButtonData, prefix="kt"):
    """Show a part of the choices: a group of services, earlier days; a page from 0."""

    registration: RegistrationId
    menu: Slug = ""
    page: Page = 0


class RegisterChange(ButtonData, prefix="kc"):
    """On the preview: ask this question again."""

    registration: RegistrationId
    step: Step


class RegisterStep(StrEnum):
    """What ends a registration."""

    REGISTER = "register"
    CANCEL = "cancel"


class RegisterDo(ButtonData, prefix="kd"):
    """End it."""

    registration: RegistrationId
    step: RegisterStep


class ShowTellings(ButtonData, prefix="kw"):
    """Show what is to be told to the person of a case."""

    case: CaseId


class ToldBy(ButtonData, prefix="kb"):
    """All up to this one reached them in this way."""

    case: CaseId
    upto: TellingId
    way: Way
