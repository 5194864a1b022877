"""Buttons of providers and of files with many of them, on the desk."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, Page

ProviderId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Providers(ButtonData, prefix="h1"):
    """The list, a page from 0."""

    page: Page = 0


class ProviderStep(StrEnum):
    """What is done with a provider."""

    OPEN = "open"
    EDIT = "edit"
    REMOVE = "remove"
    RESTORE = "restore"


class ProviderDo(ButtonData, prefix="h2"):
    """A step with one of them."""

    provider: ProviderId
    step: ProviderStep


class ProviderNew(ButtonData, prefix="h3"):
    """Type a new one."""


class ProviderFile(ButtonData, prefix="h4"):
    """Send many in a file."""


class UploadDo(ButtonData, prefix="h5"):
    """Keep what stands in a file, or nothing of it."""

    upload: ProviderId
    keep: bool
