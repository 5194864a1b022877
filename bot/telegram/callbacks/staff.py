"""Staff's buttons."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Day, DraftId, Page, Slug, Tries
from rules.calls import Attempt, When
from rules.problems import Way


class StaffStep(StrEnum):
    """What the buttons of a staff card do; `CLOSE` and `FACTS` open a menu."""

    TAKE = "take"
    RELEASE = "release"
    CLOSE = "close"
    REOPEN = "reopen"
    FACTS = "facts"


class CaseButton(ButtonData, prefix="cb"):
    """A button of a case's card."""

    case: CaseId
    verb: StaffStep


class Details(ButtonData, prefix="de"):
    """Show the person's details to the one who pressed."""

    case: CaseId


class Phone(ButtonData, prefix="ph"):
    """Show the number to the one who pressed, to phone the person of the case."""

    case: CaseId


class CallTried(ButtonData, prefix="ca"):
    """What came of phoning; `tries`: how often somebody had tried before the button was shown."""

    case: CaseId
    attempt: Attempt
    tries: Tries


class CallLater(ButtonData, prefix="cw"):
    """The person asked to be phoned at this time; `day` as in `CallTime`."""

    case: CaseId
    tries: Tries
    when: When
    day: Day


class ShowFiles(ButtonData, prefix="sf"):
    """Show what a message of the person carries, with its album, to the one who pressed."""

    case: CaseId
    message: Annotated[int, Field(ge=1, le=2**63 - 1)]


class FilesMenu(ButtonData, prefix="fm"):
    """Show which files a case has; `page` is counted from 0."""

    case: CaseId
    page: Page = 0


class OutcomeChoice(ButtonData, prefix="oc"):
    """Close the case with this outcome of the catalogue."""

    case: CaseId
    outcome: Slug


class Fact(StrEnum):
    """A fact of a case that reports count; `column` is its name in the case."""

    SERVICE = "service"
    AUDIENCE = "audience"
    CATEGORY = "category"
    AGE_BAND = "age"
    HOUSEHOLD_SIZE = "household"
    REGISTERED_HROMADA = "hromada"
    ACTUAL_OBLAST = "oblast"

    @property
    def column(self) -> str:
        """The name of this fact where cases are kept: `age_band` for `AGE_BAND`."""
        return self.name.lower()


class FactField(ButtonData, prefix="ff"):
    """Show what can be chosen for a fact; `group` is the raion whose hromadas are meant."""

    case: CaseId
    field: Fact
    group: Annotated[str, Field(max_length=19, pattern=r"^[A-Za-z0-9_]*$")] = ""
    page: Page = 0


class FactValue(ButtonData, prefix="fv"):
    """Record this value for a fact of the case."""

    case: CaseId
    field: Fact
    value: Slug


class DeskRefresh(ButtonData, prefix="dr"):
    """Show the desk again."""


class Problems(ButtonData, prefix="pl"):
    """A page of what was put aside, counted from 0."""

    page: Page = 0


class ComplaintAnswer(ButtonData, prefix="ka"):
    """Read a complaint once more and answer it."""

    complaint: Annotated[int, Field(ge=1, le=2**63 - 1)]


class ProblemStep(StrEnum):
    """What a lead can decide about a problem; `ASK_DROP` asks once more."""

    AGAIN = "again"
    ASK_DROP = "ask"
    DROP = "drop"


class ProblemDo(ButtonData, prefix="pb"):
    """A lead's decision about an update or a letter that was put aside; `page`: where it stands in the list."""

    way: Way
    id: Annotated[int, Field(ge=1, le=2**63 - 1)]
    step: ProblemStep
    page: Page = 0


class AskAgreement(ButtonData, prefix="ag"):
    """Show whom to phone to the one who pressed, to ask the human for whom somebody writes whether they agree."""

    case: CaseId


class AgreementHeard(ButtonData, prefix="ah"):
    """What they said; `tries`: how often somebody had phoned in the case before the button was shown."""

    case: CaseId
    agreed: bool
    tries: Tries


class AgreementTried(ButtonData, prefix="at"):
    """They could not be asked; `tries` as above."""

    case: CaseId
    attempt: Attempt
    tries: Tries


class AgreementLater(ButtonData, prefix="aw"):
    """They asked to be phoned at this time; `day` as in `CallTime`."""

    case: CaseId
    tries: Tries
    when: When
    day: Day


class SeeAlarm(ButtonData, prefix="sa"):
    """«Беру»: the alarm of this case is confirmed."""

    case: CaseId


class FreezeStep(StrEnum):
    """What staff do with the letters to a person; `SEND` and `DROP` are a second human's."""

    FREEZE = "freeze"
    SEND = "send"
    DROP = "drop"


class Freeze(ButtonData, prefix="fz"):
    """A step with the letters to the person of this case."""

    case: CaseId
    step: FreezeStep


class CheckReturn(ButtonData, prefix="rl"):
    """Look whether it is the same human who comes back from another account."""

    case: CaseId


class ReturnStep(StrEnum):
    """What staff decide of somebody who comes back; `UNDO` is a lead's."""

    YES = "yes"
    NO = "no"
    UNDO = "undo"


class DecideReturn(ButtonData, prefix="rd"):
    """A decision; `former`: the row of the account that they had, for a yes."""

    case: CaseId
    step: ReturnStep
    former: DraftId = 0
