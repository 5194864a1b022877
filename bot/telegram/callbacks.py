"""What a button says when it is pressed: typed, under 64 bytes, one prefix each.

Telegram's buttons never expire and anybody may send made-up data, so nothing here is trusted: each act looks again at
state and rights.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, ClassVar

from aiogram.filters.callback_data import CallbackData
from pydantic import Field

from rules.calls import Attempt, When
from rules.places import Which
from rules.problems import Way
from rules.ratings import Mark

CaseId = Annotated[int, Field(ge=1, le=2**63 - 1)]
DraftId = Annotated[int, Field(ge=0, le=2**63 - 1)]
Day = Annotated[int, Field(ge=0, le=3_652_059)]
Tries = Annotated[int, Field(ge=0, le=9_999)]
Page = Annotated[int, Field(ge=0, le=999)]
Katottg = Annotated[str, Field(max_length=19, pattern=r"^UA\d{17}$")]
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
    COMPLAIN = "complain"


class CaseDo(ButtonData, prefix="cd"):
    """A step of the person in their own case."""

    case: CaseId
    verb: CaseStep


class Rate(ButtonData, prefix="ra"):
    """How it was with us, once the case is closed."""

    case: CaseId
    mark: Mark


class RateWords(ButtonData, prefix="rw"):
    """Add a sentence to the rating."""

    case: CaseId


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
    WHY = "why"
    WHO = "who"
    RENAME = "name"
    EXPORT = "file"
    EXPORT_NOW = "file!"
    """The same, once warned."""
    ASK_WITHDRAW = "consent"
    WITHDRAW = "consent!"
    """The same, once told what follows."""
    ASK_ERASE = "ask"
    ERASE = "erase"


class Privacy(ButtonData, prefix="pr"):
    """A step on the page about the person's own data."""

    action: PrivacyAction


class Places(ButtonData, prefix="ps"):
    """The page of the person's places."""


class PlaceAsk(ButtonData, prefix="pa"):
    """Ask for one of the two places."""

    which: Which


class PlaceChoice(ButtonData, prefix="pc"):
    """This place is theirs; `sure`: they were asked once more."""

    which: Which
    code: Katottg
    sure: bool = False


class PlaceAbroad(ButtonData, prefix="px"):
    """The country where the person lives; empty: show the list."""

    country: Annotated[str, Field(max_length=2, pattern=r"^[A-Z]*$")] = ""


class PlaceNotListed(ButtonData, prefix="pn"):
    """None of the offered places is theirs."""

    which: Which


class Life(ButtonData, prefix="li"):
    """The menu of life: `at` empty is the whole menu, at `page`; else an area or an end by its slug."""

    at: Slug = ""
    page: Page = 0


class LifeTell(ButtonData, prefix="lt"):
    """The person wants to write to a human: about an area or an end, or (empty) about anything."""

    about: Slug = ""


class NewCase(ButtonData, prefix="nc"):
    """The next words shall begin a new case."""


class Home(ButtonData, prefix="ho"):
    """Back to the page that says what the bot can do."""


class CallStep(StrEnum):
    """What a person can say on the way to a call."""

    BEGIN = "begin"
    KNOWN = "known"
    OTHER = "other"
    STOP = "stop"


class CallMe(ButtonData, prefix="cl"):
    """A step of somebody who wants to be phoned."""

    step: CallStep


class CallCase(ButtonData, prefix="cc"):
    """The call is about this case."""

    case: CaseId


class CallTime(ButtonData, prefix="ct"):
    """This time suits; `day`: the local date that the button named, counted from the year 1, 0 for none."""

    when: When
    day: Day = 0


class CallCancel(ButtonData, prefix="cx"):
    """The call is not wanted any more."""

    call: Annotated[int, Field(ge=1, le=2**63 - 1)]


class ForAnother(ButtonData, prefix="fa"):
    """It is for somebody else: the case, or the words that wait up to the draft `upto`."""

    case: Annotated[int, Field(ge=0, le=2**63 - 1)] = 0
    upto: DraftId = 0


class FormStep(StrEnum):
    """What a person can do in a form; `ASK_DROP` asks once more."""

    CHOOSE = "choose"
    CHOOSE_DONE = "done"
    BACK = "back"
    SKIP = "skip"
    EDIT = "edit"
    SUBMIT = "send"
    ASK_DROP = "ask"
    DROP = "drop"
    GO_ON = "on"
    ANEW = "anew"
    PASS_WORDS = "pass"
    LEAVE_WORDS = "leave"


class FormDo(ButtonData, prefix="fo"):
    """A step in a form on its way; made for one `revision` of it, `number` names an option or an answer."""

    form: Annotated[int, Field(ge=1, le=2**63 - 1)]
    rev: Annotated[int, Field(ge=0, le=2**31 - 1)]
    step: FormStep
    number: Page = 0


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


class AgreementHeard(ButtonData, prefix="ah"):
    """The human for whom somebody writes said on the phone that they agree."""

    case: CaseId
