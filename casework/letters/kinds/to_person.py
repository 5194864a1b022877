"""What a person gets: letters, and screens that show the latest."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import ANSWER_SCREEN, CASE_ANSWER, QUESTION, SCREEN, Letter
from casework.letters.policies import Form, Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class Welcome(Letter):
    """The first words of the bot."""

    kind = "welcome"
    policy = ANSWER_SCREEN


@dataclass(frozen=True, slots=True)
class Hotlines(Letter):
    """Where to call at once; `heard` when the person's own words sounded dangerous."""

    kind = "hotlines"
    policy = Policy(priority=Priority.CRISIS)
    heard: bool


@dataclass(frozen=True, slots=True)
class CaseReceived(Letter):
    """Number, who reads it, by when."""

    kind = "case-received"
    policy = Policy(once=True)
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseTaken(Letter):
    """A named human has the case now."""

    kind = "case-taken"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)
    case_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class StaffReply(Letter):
    """A part of what a caseworker wrote to the person."""

    kind = "staff-reply"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    part: int


@dataclass(frozen=True, slots=True)
class StaffReplyEdited(Letter):
    """A caseworker changed what they wrote."""

    kind = "staff-reply-edited"
    policy = Policy(form=Form.EDIT, once=True)
    case_id: int
    message_id: int
    part: int
    revision: int


@dataclass(frozen=True, slots=True)
class CaseClosed(Letter):
    """What was done, and how to say that it is not solved yet."""

    kind = "case-closed"
    policy = CASE_ANSWER
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseWithdrawn(Letter):
    """The person took the case back."""

    kind = "case-withdrawn"
    policy = CASE_ANSWER
    case_id: int


@dataclass(frozen=True, slots=True)
class CaseReopened(Letter):
    """We go on with a closed case."""

    kind = "case-reopened"
    policy = CASE_ANSWER
    case_id: int


@dataclass(frozen=True, slots=True)
class UpdateParked(Letter):
    """We could not handle what the person sent: an apology with a number to name on the phone."""

    kind = "update-parked"
    policy = Policy(once=True)
    incident: str


@dataclass(frozen=True, slots=True)
class MessagesLost(Letter):
    """What the person wrote in a stretch of time (seconds since 1970) may be lost: please write it again.

    `restored`: the database was put back from a backup; else the bot was away for longer than Telegram remembers.
    """

    kind = "messages-lost"
    policy = Policy(nature=Nature.AUTOMATIC, priority=Priority.BROADCAST, once=True, quiet_hours=True)
    since: int
    until: int
    restored: bool


# Screens (all in the slot `screen`, but for the receipt, and for `watched` where a question follows it)


@dataclass(frozen=True, slots=True)
class ConsentScreen(Letter):
    """The question whether we may write down what the person tells."""

    kind = "consent"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class ConsentMoreScreen(Letter):
    """The same question with the details told first."""

    kind = "consent-more"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class ConsentGivenScreen(Letter):
    """Thanks; write what you need."""

    kind = "consent-given"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class InfoOnlyScreen(Letter):
    """Telephone numbers and hours, nothing written down."""

    kind = "info-only"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class WatchedScreen(Letter):
    """How we behave when the phone may be searched, and how to clear the chat."""

    kind = "watched"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class OfferCaseScreen(Letter):
    """Shall we open a case with these words?"""

    kind = "offer-case"
    policy = QUESTION


@dataclass(frozen=True, slots=True)
class ChooseCaseScreen(Letter):
    """Which of the open cases do these words belong to?"""

    kind = "choose-case"
    policy = QUESTION


@dataclass(frozen=True, slots=True)
class WordsSentScreen(Letter):
    """The offered words became the case `case_id`; stands where the offer stood."""

    kind = "words-sent"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class WordsDroppedScreen(Letter):
    """The person decided not to send their words; they are gone."""

    kind = "words-dropped"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class WordsAdded(Letter):
    """Slot `receipt:<case>`: how many messages were added to the case since the last human answer."""

    kind = "words-added"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class MyCasesScreen(Letter):
    """The person's cases, newest first, a page at a time."""

    kind = "my-cases"
    policy = SCREEN
    page: int = 0


@dataclass(frozen=True, slots=True)
class MyCaseScreen(Letter):
    """One case with its history and what can be done."""

    kind = "my-case"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class AddToCaseScreen(Letter):
    """Write what to add to this case."""

    kind = "add-to-case"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class WithdrawAskScreen(Letter):
    """Really take the case back?"""

    kind = "withdraw-ask"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class LanguageScreen(Letter):
    """Choose the language."""

    kind = "language"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class PrivacyScreen(Letter):
    """What we hold, who read it, and how to have it erased."""

    kind = "privacy"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class EraseAskScreen(Letter):
    """Really erase? What goes and what stays."""

    kind = "erase-ask"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class ErasedScreen(Letter):
    """What was erased."""

    kind = "erased"
    policy = SCREEN
    cases: int


@dataclass(frozen=True, slots=True)
class HelpScreen(Letter):
    """What the bot can do and how to reach a human."""

    kind = "help"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class CancelledScreen(Letter):
    """Whatever was going on is put aside."""

    kind = "cancelled"
    policy = SCREEN
