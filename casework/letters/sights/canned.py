"""What the desk and the topic show of canned answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from casework.letters.sights.file_line import FileLine
from casework.letters.sights.life import ChoiceLine


@dataclass(frozen=True, slots=True)
class StaffSaidSight:
    """`staff-said`, `staff-said-before`."""

    author: str
    text: str
    part: int
    parts: int
    file: FileLine | None = None
    """What was sent with it."""


@dataclass(frozen=True, slots=True)
class AnswerTitle:
    """An answer in the list; `group`: the services it suits, None for all."""

    answer_id: int
    title: str
    group: str | None


@dataclass(frozen=True, slots=True)
class AnswersSight:
    """`answers`."""

    language: str
    others: tuple[str, ...]
    """The languages of the other lists."""
    answers: tuple[AnswerTitle, ...]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class VersionLine:
    """When an answer was changed, and by whom; None: it came with the bot."""

    at: datetime
    who: str | None


@dataclass(frozen=True, slots=True)
class AnswerSight:
    """`answer`."""

    answer_id: int
    language: str
    title: str
    group: str | None
    text: str
    """As a person would read it, with an invented case."""
    blanks: tuple[str, ...]
    versions: tuple[VersionLine, ...]
    """The last few, the newest first."""
    removed: bool


@dataclass(frozen=True, slots=True)
class AnswerGroupSight:
    """`answer-group`."""

    language: str
    groups: tuple[ChoiceLine, ...]


@dataclass(frozen=True, slots=True)
class AnswerTextSight:
    """`answer-text`; `now`: what stands there, as it was typed."""

    language: str
    answer_id: int | None
    variables: tuple[str, ...]
    now: str | None
