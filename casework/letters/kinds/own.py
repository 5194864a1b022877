"""What a person gets about their own: words back to us, ratings, complaints, and the data we hold."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.letters.kinds.letter import CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority


@dataclass(frozen=True, slots=True)
class ThanksScreen(Letter):
    """You are welcome; and a button for whoever meant a new question."""

    kind = "thanks"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class NotSolvedYet(Letter):
    """The case is open again at the person's word: what is missing?"""

    kind = "not-solved-yet"
    policy = CASE_ANSWER
    case_id: int


@dataclass(frozen=True, slots=True)
class RatedScreen(Letter):
    """The mark was counted; a sentence may follow. Which mark it was is not among the facts, on purpose."""

    kind = "rated"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class RatingWordsScreen(Letter):
    """Write a sentence; nobody will know whose it is, nor can anybody answer it."""

    kind = "rating-words"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class RatingWordsKeptScreen(Letter):
    """The sentence was written down."""

    kind = "rating-words-kept"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class ComplaintAskScreen(Letter):
    """Who reads a complaint about this case, and by when; or that somebody outside has to."""

    kind = "complaint-ask"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class ComplaintReceived(Letter):
    """The complaint's number, who reads it, the dates of law."""

    kind = "complaint-received"
    policy = Policy(once=True)
    complaint_id: int


@dataclass(frozen=True, slots=True)
class ComplaintAnswered(Letter):
    """A part of what the lead answered."""

    kind = "complaint-answered"
    policy = Policy(once=True)
    complaint_id: int
    part: int


@dataclass(frozen=True, slots=True)
class PrivacyWhyScreen(Letter):
    """Why we hold what we hold, and what allows it."""

    kind = "privacy-why"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class PrivacyWhoScreen(Letter):
    """Who sees what, Telegram included."""

    kind = "privacy-who"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class RenameScreen(Letter):
    """How shall we call you? `refused`: what was typed is no name."""

    kind = "rename"
    policy = SCREEN
    refused: bool = False


@dataclass(frozen=True, slots=True)
class RenamedScreen(Letter):
    """The name as we say it from now on."""

    kind = "renamed"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class ConsentWithdrawAskScreen(Letter):
    """Really take the consent back? What follows."""

    kind = "consent-withdraw-ask"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class ConsentWithdrawnScreen(Letter):
    """What followed; what can still be erased."""

    kind = "consent-withdrawn"
    policy = SCREEN
    cases: int


@dataclass(frozen=True, slots=True)
class ExportAskScreen(Letter):
    """The file would lie in the chat of a phone that may be searched."""

    kind = "export-ask"
    policy = SCREEN


@dataclass(frozen=True, slots=True)
class OwnData(Letter):
    """Everything that we hold about the person, as a file: a page, with the first of `parts` parts of their files."""

    kind = "own-data"
    policy = Policy(priority=Priority.SCREEN, once=True)
    files: list[int] = field(default_factory=list)
    parts: int = 1


@dataclass(frozen=True, slots=True)
class OwnFiles(Letter):
    """A further part of the person's files, behind the page."""

    kind = "own-files"
    policy = Policy(priority=Priority.SCREEN, once=True)
    files: list[int]
    part: int
    parts: int


@dataclass(frozen=True, slots=True)
class ChatSweep(Letter):
    """Takes away what stands in the person's chat for less than two days. `ids`: of their own messages."""

    kind = "chat-sweep"
    policy = Policy(priority=Priority.CASE, form=Form.SWEEP)
    ids: list[int]
