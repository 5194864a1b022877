"""Every letter and screen: a frozen dataclass of ids and plain facts, never names or free text."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar

from casework.letters.policies import Form, Nature, Policy, Priority

KINDS: dict[str, type[Letter]] = {}

ANSWER_SCREEN = Policy(priority=Priority.SCREEN)
SCREEN = Policy(priority=Priority.SCREEN, form=Form.SCREEN)
CASE_ANSWER = Policy()


@dataclass(frozen=True, slots=True)
class Letter:
    """The parent of all kinds. A subclass names its `kind` (also the key of its wording) and its `policy`."""

    kind: ClassVar[str] = ""
    policy: ClassVar[Policy] = CASE_ANSWER

    def __init_subclass__(cls) -> None:
        # dataclass(slots=True) makes the class twice: the second, slotted one must win.
        if "kind" in cls.__dict__ and KINDS.get(cls.kind, cls).__qualname__ != cls.__qualname__:
            raise TypeError(f"two kinds of letter are called {cls.kind}")
        if "kind" in cls.__dict__:
            KINDS[cls.kind] = cls

    def facts(self) -> dict[str, Any]:
        """The fields as plain JSON values, as they stand in the outbox."""
        return asdict(self)

    @staticmethod
    def restore(kind: str, facts: dict[str, Any]) -> Letter:
        """The letter that a row of the outbox holds. Unknown kind: KeyError; facts of a later version are dropped."""
        cls = KINDS[kind]
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in facts.items() if name in known})


# --- to a person: letters ---------------------------------------------------------------------------------------------


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
class TextOnly(Letter):
    """What the person sent is no text: how to tell it all the same."""

    kind = "text-only"
    policy = ANSWER_SCREEN


# --- to a person: screens (all in the slot `screen`, but for the receipt) -------------------------------------------


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
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class ChooseCaseScreen(Letter):
    """Which of the open cases do these words belong to?"""

    kind = "choose-case"
    policy = SCREEN


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


# --- to staff ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Card(Letter):
    """Slot `card:<case>`: the state of a case, on top of its topic."""

    kind = "card"
    policy = Policy(priority=Priority.SCREEN, form=Form.CARD)
    case_id: int


@dataclass(frozen=True, slots=True)
class TopicHead(Letter):
    """Slot `topic:<case>`: the topic's title, icon, open or closed, or gone once the person had everything erased."""

    kind = "topic-head"
    policy = Policy(priority=Priority.REMINDER, form=Form.TOPIC)
    case_id: int


@dataclass(frozen=True, slots=True)
class PersonMessage(Letter):
    """A part of what the person wrote, masked, in the case's topic."""

    kind = "person-message"
    policy = Policy(once=True)
    case_id: int
    message_id: int
    part: int


@dataclass(frozen=True, slots=True)
class PersonMessageEdited(Letter):
    """The person changed what they wrote."""

    kind = "person-message-edited"
    policy = Policy(form=Form.EDIT, once=True)
    case_id: int
    message_id: int
    part: int
    revision: int


@dataclass(frozen=True, slots=True)
class TopicSummary(Letter):
    """The history so far, first in a topic that had to be made again."""

    kind = "topic-summary"
    policy = Policy(priority=Priority.SCREEN, once=True)
    case_id: int
    topic: int
    """Which topic of the case this is, counted from 1."""


@dataclass(frozen=True, slots=True)
class CaseNews(Letter):
    """A line in the topic about what happened to the case: an event that staff must not miss."""

    kind = "case-news"
    policy = CASE_ANSWER
    case_id: int
    event: str


@dataclass(frozen=True, slots=True)
class DeliveryMark(Letter):
    """The mark on a staff message: its copy was sent to the person."""

    kind = "delivery-mark"
    policy = Policy(form=Form.REACTION, once=True)
    case_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class ReplyUndelivered(Letter):
    """A staff message could not be delivered: the person blocked the bot or cannot be reached."""

    kind = "reply-undelivered"
    policy = Policy(once=True)
    case_id: int
    message_id: int


@dataclass(frozen=True, slots=True)
class GroupBound(Letter):
    """The group now belongs to an organisation."""

    kind = "group-bound"
    policy = ANSWER_SCREEN
    organisation: str


@dataclass(frozen=True, slots=True)
class JoinFailed(Letter):
    """The one-time link of an invitation was never given, was used, or has expired."""

    kind = "join-failed"
    policy = ANSWER_SCREEN
    language: str


@dataclass(frozen=True, slots=True)
class StaffJoined(Letter):
    """Welcome to a new staff member, on their desk."""

    kind = "staff-joined"
    policy = ANSWER_SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class DeskHome(Letter):
    """Slot `screen` of a staff member's private chat: their own open cases."""

    kind = "desk-home"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class DeskDetails(Letter):
    """A person's details on the desk of the one who asked, where the group could not whisper them."""

    kind = "desk-details"
    policy = Policy(priority=Priority.SCREEN, protected=True)
    case_id: int
    staff_id: int
