"""Buttons of one action on many cases. Words of one letter each: a tag and a value have to fit beside them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, Page, Slug
from casework.bulk.choosing import Where
from rules.bulk import Action

RunId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class What(StrEnum):
    """An action."""

    TAG = "t"
    PRIORITY = "p"
    ASSIGN = "o"
    CLOSE = "c"
    ANSWER = "a"
    LETTER = "l"

    @property
    def action(self) -> Action:
        """The same as the rules name it."""
        return Action[self.name]


class BulkFrom(ButtonData, prefix="jb"):
    """What shall be done with the cases of this list, or of this tag?"""

    where: Where
    tag: Slug = ""


class BulkWhat(ButtonData, prefix="jw"):
    """This; choose the rest."""

    where: Where
    what: What
    tag: Slug = ""
    page: Page = 0


class BulkValue(ButtonData, prefix="jv"):
    """Preview it with this value."""

    where: Where
    what: What
    tag: Slug = ""
    value: Slug = ""


class BulkStep(StrEnum):
    """What becomes of a preview, or of what was done."""

    YES = "yes"
    NO = "no"
    UNDO = "undo"


class BulkDo(ButtonData, prefix="jd"):
    """A step with a run."""

    run: RunId
    step: BulkStep
