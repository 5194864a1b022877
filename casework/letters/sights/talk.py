"""What is shown of answers that wait, were taken back or got a reaction, and of silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from casework.letters.sights.to_person import Office
from rules.suspicion import Oddity


class Later(StrEnum):
    """What became of an answer for later."""

    WAITS = "waits"
    SENT = "sent"
    CANCELLED = "cancelled"
    NOT_SENT = "not-sent"


@dataclass(frozen=True, slots=True)
class LaterAnswerSight:
    """`later-answer`; `at`: when it goes, or went."""

    case_id: int
    message_id: int
    became: Later
    at: datetime
    odd: frozenset[Oddity] = frozenset()


@dataclass(frozen=True, slots=True)
class AnswerWaitsSight:
    """`answer-waits`, and the same as a whisper. `until`: when it goes by itself; None: once the person writes."""

    case_id: int
    message_id: int
    number: str | None
    until: datetime | None
    odd: frozenset[Oddity]


@dataclass(frozen=True, slots=True)
class TakenBackSight:
    """`taken-back`: how many parts went, how many stay."""

    gone: int
    left: int


@dataclass(frozen=True, slots=True)
class KeptQuietlySight:
    """`kept-quietly`; `spam`: the case is closed and nobody answers in it."""

    number: str
    spam: bool
    office: Office
