"""What a campaign says: one version of it, whole. A change makes a new version; nothing here is ever changed in place.

Law 375-VI «Про оздоровлення та відпочинок дітей», art. 1 and 23, and the programme's own order (№ 170 of 24.06.2025).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rules.allocation.asked import Counted, Criterion
from rules.languages import Words
from rules.local_time import end_of_day
from rules.recreation.columns import USUAL, Column

PAPER_ONLY = "form-079"
"""The medical form 079/о (order of the Ministry of Health № 435 of 29.05.2013). It is about health: it is handed over
on paper at the centre, for the departure, and is never asked for in a chat.
"""


class Step(StrEnum):
    """When something is asked for, in the order in which a child's way goes."""

    NEED = "need"
    CONFIRMATION = "confirmation"
    OFFER = "offer"
    DEPARTURE = "departure"


class Question(StrEnum):
    """What may be asked beside name, birth and registered place, without which nobody knows whose child it is."""

    LIVES = "lives"
    """Where the guardian lives now."""
    CATEGORIES = "categories"
    STAY = "stay"
    PERIOD = "period"
    TOGETHER = "together"
    """Must brothers and sisters go together?"""
    TAX = "tax"
    """The guardian's tax number."""
    CERTIFICATE = "certificate"
    """The number of the displaced person's certificate."""
    SIZE = "size"
    """How tall a child is, and which clothes fit."""
    MEETS = "meets"
    """Who brings a child to the departure and meets it afterwards."""


WITH_NEED = frozenset({Question.CATEGORIES, Question.STAY, Question.PERIOD, Question.TOGETHER})
"""Places are shared out by these: asked later they would be asked in vain."""
AFTER_NEED = frozenset({Question.SIZE, Question.MEETS})
"""Of use for a child alone who has a place, or nearly: nobody else is asked. Each is a child's own."""


class StayKind(StrEnum):
    """What a stay is to the law."""

    HEALTH = "health"
    """Оздоровлення."""
    REST = "rest"
    """Відпочинок."""


class Per(StrEnum):
    """Whose a document is."""

    CHILD = "child"
    FAMILY = "family"


class By(StrEnum):
    """How a document comes to us."""

    CHAT = "chat"
    PAPER = "paper"


class Signing(StrEnum):
    """How an application is signed."""

    NONE = "none"
    PRINTED = "printed"
    """On the printed form that the bot fills in."""
    ELECTRONIC = "electronic"


@dataclass(frozen=True, slots=True)
class Ages:
    """Full years, both included; on the day `on`, or where it is None on the first day of the shift."""

    least: int
    most: int
    on: date | None = None


@dataclass(frozen=True, slots=True)
class CategoryTerm:
    """A category of children that the campaign knows: the heavier goes first; `proofs`: documents that show it."""

    code: str
    weight: int
    proofs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """A question, and the step at which it is asked.

    `days`: of the departure, so many days before the shift begins; None: as soon as the place is accepted.
    """

    question: Question
    step: Step
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document, by its slug in the catalogue or `PAPER_ONLY`."""

    document: str
    step: Step
    per: Per
    by: By
    required: bool


@dataclass(frozen=True, slots=True)
class Stay:
    """A kind of stay, and how many days it lasts at least, both ends counted."""

    kind: StayKind
    least_days: int


@dataclass(frozen=True, slots=True)
class Shift:
    """One stay in a camp. `number` counts up within the campaign and is never given twice."""

    number: int
    camp: str
    kind: StayKind
    first: date
    last: date
    places: int
    transport: str
    """How the children get there, and who pays."""

    @property
    def days(self) -> int:
        """How long it lasts, both ends counted."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Ranking:
    """By what families are put in order; the lot is always the last word."""

    criteria: tuple[Criterion, ...] = (Criterion.WEIGHT, Criterion.TIME)
    counted: Counted = Counted.MINUTE
    papers_until: date | None = None
    """Whose papers are whole by the end of this day keeps the time of sending; None: by the last day of the call."""


@dataclass(frozen=True, slots=True)
class Terms:
    """One version of a campaign."""

    name: Words
    basis: str
    """What of the law it goes by, as staff and the person read it."""
    opens: date
    closes: date
    """The last day on which applications are taken, whole, in Kyiv."""
    ages: Ages
    categories: tuple[CategoryTerm, ...]
    asks: tuple[Ask, ...]
    papers: tuple[Paper, ...]
    stays: tuple[Stay, ...]
    shifts: tuple[Shift, ...]
    shifts_made: int
    """The largest number that a shift ever had."""
    signing: Signing
    order: Words
    """How places are shared out, in a sentence for people."""
    order_confirmed: bool
    """A supervisor has held the order against the department's own document: before that nobody is shown it."""
    answer_days: int
    """How many days a family has to answer an offer."""
    four_eyes: bool
    """Whether a second human confirms each need."""
    lot: str
    """Which public value the lot is drawn with, named before closing; empty until it is named."""
    ranking: Ranking = Ranking()
    """The order itself, of which `order` is the sentence."""
    columns: tuple[Column, ...] = USUAL
    """Of the table for the department's order, from left to right."""

    @property
    def deadline(self) -> datetime:
        """The last moment at which an application is taken, in UTC."""
        return end_of_day(self.closes)

    def asked_at(self, step: Step) -> frozenset[Question]:
        """Which of the questions belong to a step."""
        return frozenset(each.question for each in self.asks if each.step is step)

    def papers_at(self, step: Step) -> tuple[Paper, ...]:
        """Which documents belong to a step."""
        return tuple(each for each in self.papers if each.step is step)

    def weight_of(self, codes: tuple[str, ...]) -> int:
        """The heaviest of some categories; 0 where the campaign knows none of them."""
        return max((each.weight for each in self.categories if each.code in codes), default=0)
