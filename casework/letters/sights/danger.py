"""What is shown when somebody is in danger, and where one human speaks instead of the machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.problems import NumberLink
from casework.letters.sights.to_person import HotlineLine
from rules.duty import Rung


@dataclass(frozen=True, slots=True)
class AlarmSight:
    """`alarm-raised`, `alarm-mistaken`: to a desk."""

    case_id: int
    case: NumberLink
    raised_at: datetime
    promised_at: datetime
    cause: str
    """`pressed` by the person, `words` that sounded so, or a `call` that they asked for later."""
    late: bool
    """The promise to the person is over."""
    call: bool = False
    """They asked to be called, and left a number."""
    rung: Rung = Rung.DUTY
    """As what the reader is called."""
    confirm_by: datetime | None = None
    """When the next ones are called unless somebody confirms; None where nobody comes after the reader."""


@dataclass(frozen=True, slots=True)
class AlarmStepSight:
    """`alarm-step`: on which rung of the ladder those stand whom we called last."""

    rung: Rung
    lost: bool
    hotlines: tuple[HotlineLine, ...]
    """Empty where somebody else may read it."""
    discreet: bool


@dataclass(frozen=True, slots=True)
class AlarmConfirmedSight:
    """`alarm-confirmed`: the work name of whoever has seen it."""

    who: str
    discreet: bool


@dataclass(frozen=True, slots=True)
class AnswerLateSight:
    """`answer-late`."""

    promised_at: datetime
    discreet: bool
    """Somebody else may read it: nothing is named."""
    only_read: bool = False
    """What was promised is that it is read, not yet an answer."""


@dataclass(frozen=True, slots=True)
class SafeWaySight:
    """`safe-way`."""

    case_id: int
    way: str


@dataclass(frozen=True, slots=True)
class CaseIdSight:
    """`alarm-mistake`, `letters-frozen`: a case whose buttons are shown."""

    case_id: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class NothingSight:
    """`clear-chat`, `speak-freely`: fixed words."""


@dataclass(frozen=True, slots=True)
class CoveredSight:
    """`covered`: which words can be opened."""

    case_id: int
    message_id: int
    part: int


@dataclass(frozen=True, slots=True)
class OpenedReplySight:
    """`opened-reply`."""

    case_id: int
    message_id: int
    part: int
    number: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseToDoSight:
    """`say-it-yourself`, `one-human-wanted`: to a desk."""

    case: NumberLink
    what: str = ""
    """The kind of the letter that was not written."""


@dataclass(frozen=True, slots=True)
class FamilyLinesSight:
    """`family-lines`."""

    lines: tuple[HotlineLine, ...]
