"""Staff's buttons for the life of a case: its next state, notes, tags, how urgent it is."""

from __future__ import annotations

from enum import StrEnum

from bot.telegram.callbacks.data import ButtonData, CaseId, Page, Slug
from rules.cases import Verb


class StepVerb(StrEnum):
    """The steps that «Стан» offers, short enough to stand in a button beside a slug."""

    ASSESS = "as"
    PLAN = "pl"
    START = "st"
    WAIT_PERSON = "pe"
    WAIT_PROVIDER = "pr"
    RESOLVE = "rs"
    REFUSE = "rf"

    @property
    def verb(self) -> Verb:
        """The verb of the table."""
        return Verb[self.name]


class StepHow(StrEnum):
    """What the press means: `LOOK` at the letter, do it and `SEND` the letter or `SKIP` it, write a `NOTE` first."""

    LOOK = "l"
    SEND = "s"
    SKIP = "k"
    NOTE = "n"


class StepMenu(ButtonData, prefix="s1"):
    """Which state comes next?"""

    case: CaseId


class StepDo(ButtonData, prefix="s2"):
    """A step of a case; `given`: the outcome, the office, or the reason of law, once it is chosen."""

    case: CaseId
    step: StepVerb
    given: Slug = ""
    how: StepHow = StepHow.LOOK


class NotesMenu(ButtonData, prefix="s3"):
    """Show what staff noted about the case; `page` is counted from 0."""

    case: CaseId
    page: Page = 0


class TagsMenu(ButtonData, prefix="s4"):
    """Show the tags to choose from."""

    case: CaseId


class TagSet(ButtonData, prefix="s5"):
    """Put this tag on the case, or take it off."""

    case: CaseId
    tag: Slug
    on: bool


class PriorityMenu(ButtonData, prefix="s6"):
    """Show the reasons for which a case goes ahead of others."""

    case: CaseId


class PrioritySet(ButtonData, prefix="s7"):
    """The case goes ahead for this reason; an empty one makes it as urgent as any other."""

    case: CaseId
    reason: Slug = ""
