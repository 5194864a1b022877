"""Requests that staff write down: what the desk shows of them, what is told by a human, and codes."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import ANSWER_SCREEN, CASE_ANSWER, SCREEN, Letter
from casework.letters.policies import Form, Policy, Priority


@dataclass(frozen=True, slots=True)
class RegistrationScreen(Letter):
    """The open question, or the preview; `menu`: a part of its choices, `page` from 0."""

    kind = "registration"
    policy = Policy(priority=Priority.SCREEN, form=Form.SCREEN, protected=True)
    staff_id: int
    registration_id: int
    menu: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class RegistrationCancelledScreen(Letter):
    """Nothing was registered, and nothing is kept."""

    kind = "registration-cancelled"
    policy = SCREEN
    staff_id: int


@dataclass(frozen=True, slots=True)
class RegisteredScreen(Letter):
    """Number, dates and code to read out, and what to tell the caller."""

    kind = "registered"
    policy = Policy(priority=Priority.SCREEN, form=Form.SCREEN, protected=True)
    staff_id: int
    registration_id: int


@dataclass(frozen=True, slots=True)
class LinkCodeLetter(Letter):
    """To a desk: a fresh code to be read out."""

    kind = "link-code"
    policy = Policy(priority=Priority.SCREEN, protected=True)
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class LinkRefused(Letter):
    """To whoever sent a code that is not good; `often`: no more of them is tried now."""

    kind = "link-refused"
    policy = ANSWER_SCREEN
    often: bool = False


@dataclass(frozen=True, slots=True)
class CaseLinked(Letter):
    """The case stands in the person's own chat now."""

    kind = "case-linked"
    policy = Policy(once=True)
    case_id: int


@dataclass(frozen=True, slots=True)
class LinkedNews(Letter):
    """To the desk of whoever has the case: the person writes in Telegram now."""

    kind = "linked-news"
    policy = CASE_ANSWER
    staff_id: int
    case_id: int


@dataclass(frozen=True, slots=True)
class WordsToTell(Letter):
    """In the topic, once for all that waits: somebody has to tell it."""

    kind = "words-to-tell"
    policy = Policy(once=True)
    case_id: int


@dataclass(frozen=True, slots=True)
class DeskToTell(Letter):
    """What is to be told, on the desk of the one who asked, where the group could not whisper it."""

    kind = "desk-to-tell"
    policy = Policy(priority=Priority.SCREEN, protected=True)
    case_id: int
    staff_id: int
