"""Questions of later steps, as a family and the staff who check see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.letters.sights.forms import AnswerLine, FormAskSight, FormSight, FormSummarySight
from casework.letters.sights.own_later import OwedLine as OwedLine
from casework.letters.sights.own_later import OwnLater as OwnLater
from casework.letters.sights.to_person import Office


@dataclass(frozen=True, slots=True)
class QuestionsSight:
    """`questions-asked`, `questions-answered`, `questions-noted`."""

    case_id: int
    number: str
    later: OwnLater
    by: date | None
    """The last day for answers."""
    office: Office
    answers: tuple[AnswerLine, ...] = ()
    """What a human wrote down; none where somebody else may read the phone."""


@dataclass(frozen=True, slots=True)
class NotedSight:
    """What staff write down of an application: `shown` the form as it stands, or what is asked about it."""

    number: str
    shown: FormSight | FormSummarySight | FormAskSight


@dataclass(frozen=True, slots=True)
class NotingOverSight:
    """`noting-over`. `copied`: the family can read in Telegram what was written down."""

    case_id: int
    number: str
    noted: bool
    copied: bool
