"""Buttons of broadcasts: a lead's, and the one with which a person stops a kind."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, Page, Slug
from casework.broadcasts.menu import Menu
from rules.broadcasts import Kind

RunId = Annotated[int, Field(ge=0, le=10**12)]
"""Beside a slug there is no room for more digits; nobody writes a billion broadcasts."""


class Broadcasts(ButtonData, prefix="bl"):
    """The list; `ready`: the ready-made ones."""

    ready: bool = False


class BroadcastNew(ButtonData, prefix="bn"):
    """A new one: from a ready-made one, like a run, or (neither) empty."""

    ready: Slug = ""
    like: RunId = 0


class RunStep(StrEnum):
    """What is done with a run."""

    OPEN = "open"
    PREVIEW = "see"
    ASK = "ask"
    SEND = "send"
    CONFIRM = "yes"
    DECLINE = "no"
    PAUSE = "pause"
    GO_ON = "go"
    STOP = "stop"
    RESEND = "again"
    END_REPEAT = "end"
    DROP = "drop"
    NO_FILE = "nofile"
    NO_BUTTONS = "nobtn"


class RunDo(ButtonData, prefix="br"):
    """A step with a run."""

    run: RunId
    step: RunStep


class DraftMenu(ButtonData, prefix="bm"):
    """A page of a draft."""

    run: RunId
    menu: Menu
    page: Page = 0


class DraftChoice(ButtonData, prefix="bc"):
    """A value on such a page."""

    run: RunId
    menu: Menu
    value: Slug
    page: Page = 0


class DraftWay(ButtonData, prefix="bw"):
    """A button of the letter that leads into the bot; `area`: to this area of the menu of life."""

    run: RunId
    way: Slug
    area: bool = False


class StopNews(ButtonData, prefix="bs"):
    """A person wants no more broadcasts of a kind, or wants them again."""

    kind: Kind
    stop: bool
