"""A person's buttons."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from bot.telegram.callbacks.data import ButtonData, CaseId, Day, DraftId, Katottg, Page, Slug
from rules.calls import When
from rules.places import Which
from rules.ratings import Mark


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


class MyFiles(ButtonData, prefix="mf"):
    """A page of the files of one of the person's own cases, counted from 0."""

    case: CaseId
    page: Page = 0


class MyFile(ButtonData, prefix="mi"):
    """One of these files, to be looked at once more."""

    case: CaseId
    file: Annotated[int, Field(ge=1, le=2**63 - 1)]


class PutAway(ButtonData, prefix="mt"):
    """Take the message away that carries this button."""


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
    SAFE = "safe"
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
    ABROAD = "abroad"
    BACK = "back"
    SKIP = "skip"
    EDIT = "edit"
    MORE = "more"
    """Another round of a group, from the summary."""
    SUBMIT = "send"
    ASK_DROP = "ask"
    DROP = "drop"
    GO_ON = "on"
    ANEW = "anew"
    TAKE_BACK = "unfile"
    """Forget the file that was sent last."""
    PASS_WORDS = "pass"
    LEAVE_WORDS = "leave"


class FormDo(ButtonData, prefix="fo"):
    """A step in a form on its way; made for one `revision` of it, `number` names an option or an answer."""

    form: Annotated[int, Field(ge=1, le=2**63 - 1)]
    rev: Annotated[int, Field(ge=0, le=2**31 - 1)]
    step: FormStep
    number: Page = 0


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


class ComeBack(ButtonData, prefix="rb"):
    """«Я вже звертався з іншого телефону чи акаунта»."""
