"""What a button says when it is pressed: typed, under 64 bytes, one prefix each.

Telegram's buttons never expire and anybody may send made-up data, so nothing here is trusted: each act looks again at
state and rights.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from rules.problems import Way

CaseId = Annotated[int, Field(ge=1, le=2**63 - 1)]
DraftId = Annotated[int, Field(ge=0, le=2**63 - 1)]
Page = Annotated[int, Field(ge=0, le=999)]
Slug = Annotated[str, Field(max_length=28, pattern=r"^[A-Za-z0-9_.+-]*$")]


class ButtonData(CallbackData, prefix="-"):
    """The parent of all buttons: a prefix that two classes share is an error when the second one is read."""

    taken: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        prefix = kwargs["prefix"]
        owner = ButtonData.taken.setdefault(prefix, cls.__qualname__)
        if owner != cls.__qualname__:
            raise TypeError(f"the prefix {prefix!r} of {cls.__qualname__} belongs to {owner}")
        super().__init_subclass__(**kwargs)


# --- a person's buttons -----------------------------------------------------------------------------------------------


class ConsentAnswer(StrEnum):
    """What a person can say to the question of consent."""

    AGREE = "yes"
    MORE = "more"
    DECLINE = "no"
    WATCHED = "watch"
    ASK_AGAIN = "ask"
    """Show the question once more (from the page without consent)."""


class Consent(ButtonData, prefix="co"):
    """An answer to the question whether we may write down what the person tells."""

    answer: ConsentAnswer


class WordsAction(StrEnum):
    """What shall happen to words that belong to no case yet."""

    OPEN = "open"
    ADD = "add"
    DROP = "drop"


class Words(ButtonData, prefix="wo"):
    """A decision about the drafts up to and including `upto`; later ones were not seen when the button was made."""

    action: WordsAction
    case: Annotated[int, Field(ge=0, le=2**63 - 1)] = 0
    """The case to add to; 0 for the other actions."""
    upto: DraftId = 0


class MyCases(ButtonData, prefix="ml"):
    """A page of the person's own cases, counted from 0."""

    page: Page = 0


class MyCase(ButtonData, prefix="mc"):
    """One of the person's own cases."""

    case: CaseId


class CaseStep(StrEnum):
    """What a person can do with a case of theirs."""

    ADD_WORDS = "add"
    ASK_WITHDRAW = "ask"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


class CaseDo(ButtonData, prefix="cd"):
    """A step of the person in their own case."""

    case: CaseId
    verb: CaseStep


class LanguageCode(StrEnum):
    """The languages that the bot speaks."""

    UK = "uk"
    EN = "en"


class LanguageChoice(ButtonData, prefix="la"):
    """The language in which the person wants to read."""

    code: LanguageCode


class PrivacyAction(StrEnum):
    """What a person can do about the data held on them."""

    SHOW = "show"
    ASK_ERASE = "ask"
    ERASE = "erase"


class Privacy(ButtonData, prefix="pr"):
    """A step on the page about the person's own data."""

    action: PrivacyAction


class NewCase(ButtonData, prefix="nc"):
    """The next words shall begin a new case."""


class Home(ButtonData, prefix="ho"):
    """Back to the page that says what the bot can do."""


class CallForHelp(ButtonData, prefix="dh"):
    """The same as «Мені небезпечно»: below numbers that came because of somebody's words."""


class DangerStep(StrEnum):
    """How it is safe to reply to somebody in danger, or that there is none."""

    CALL = "call"
    WRITE = "write"
    SILENT = "silent"
    MISTAKE = "mistake"
    AFTER_ALL = "after"


class Danger(ButtonData, prefix="dg"):
    """A step of a person in their case of danger."""

    case: CaseId
    step: DangerStep


class CoveredReply(ButtonData, prefix="cr"):
    """Open the words of a covered answer, or cover them again."""

    case: CaseId
    message: Annotated[int, Field(ge=1, le=2**63 - 1)]
    part: Page = 0
    cover: bool = False


class PhonePage(StrEnum):
    """What helps somebody whose phone others may read, or with whom one human speaks."""

    FREELY = "free"
    CLEAR_CHAT = "clear"
    FAMILY_LINES = "lines"


class OwnPhone(ButtonData, prefix="op"):
    """A page, or taking silence back."""

    page: PhonePage


# --- staff's buttons --------------------------------------------------------------------------------------------------


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


class SeeAlarm(ButtonData, prefix="sa"):
    """«Бачу»: the alarm of this case has been seen."""

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
