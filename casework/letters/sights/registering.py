"""What the desk shows of requests that staff write down, and of what they have to tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.life import ChoiceLine
from casework.letters.sights.sight import Sight
from casework.letters.sights.to_person import HotlineLine, Office
from rules.cases import State
from rules.registering import Step


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A case that the number belongs to, and whose it is."""

    number: str
    state: State
    person_id: int


@dataclass(frozen=True, slots=True)
class RegistrationSight:
    """`registration`; what is not told yet is None."""

    registration_id: int
    step: Step
    channel: str | None
    danger: bool | None
    phone: str | None
    name: str | None
    known: tuple[KnownLine, ...]
    same_as: str | None
    """The number of a case of whoever it is."""
    service: str | None
    formal: bool | None
    hromada: str | None
    language: str | None
    words: tuple[str, ...]
    files: int
    received_on: date | None
    ground: str | None
    menu: str
    page: int
    choices: tuple[ChoiceLine, ...]
    """What the open question offers: groups, services, places."""
    days: tuple[date, ...]
    today: date
    more: bool


@dataclass(frozen=True, slots=True)
class RegisteredSight:
    """`registered`."""

    case_id: int
    number: str
    channel: str
    reply_by: datetime
    law_by: datetime | None
    received_on: date
    code: str | None
    """In groups; None where the person has Telegram, or the code is gone."""
    expires_at: datetime | None
    danger: bool
    consent: str | None
    """`rules.registering.Ground`; None in danger."""
    language: str
    """In which one the person is spoken with."""
    hotlines: tuple[HotlineLine, ...]
    office: Office


@dataclass(frozen=True, slots=True)
class LinkCodeSight:
    """`link-code`."""

    number: str
    code: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class LinkRefusedSight:
    """`link-refused`."""

    often: bool
    office: Office


@dataclass(frozen=True, slots=True)
class CaseLinkedSight:
    """`case-linked`."""

    case_id: int
    number: str
    office: Office


@dataclass(frozen=True, slots=True)
class LinkedNewsSight:
    """`linked-news`."""

    number: str


@dataclass(frozen=True, slots=True)
class WordsToTellSight:
    """`words-to-tell`; `by`: when the call is due, None where nobody may phone."""

    case_id: int
    by: datetime | None


@dataclass(frozen=True, slots=True)
class ToTellSight:
    """`desk-to-tell`, and the whisper in the topic: the letters as the person would have read them."""

    case_id: int
    number: str
    phone: str | None
    name: str | None
    language: str
    upto: int
    letters: tuple[Sight, ...]
