"""What the desk shows of campaigns, and a person of the recreation programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.applications import ApplicationSight
from casework.letters.sights.forms import AnswerLine
from casework.letters.sights.to_person import Office
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState, Move
from rules.recreation.editing import Field
from rules.recreation.passing import Wish
from rules.recreation.terms import Ask, By, Per, Signing, StayKind, Step


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign in the list."""

    campaign_id: int
    name: str
    state: CampaignState
    opens: date
    closes: date


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """A template of the catalogue; `sure`: whether the department has confirmed it."""

    slug: str
    name: str
    sure: bool


@dataclass(frozen=True, slots=True)
class CampaignsSight:
    """`campaigns`."""

    campaigns: tuple[CampaignLine, ...]
    templates: tuple[TemplateLine, ...]


@dataclass(frozen=True, slots=True)
class CategoryLine:
    """A category that the campaign knows."""

    name: str
    weight: int


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A document at a step; without a name it is the medical form, which the catalogue does not hold."""

    name: str | None
    step: Step
    per: Per
    by: By
    required: bool


@dataclass(frozen=True, slots=True)
class StayLine:
    """A kind of stay."""

    name: str
    least_days: int


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A stay in a camp."""

    number: int
    camp: str
    kind: StayKind
    stay: str
    first: date
    last: date
    places: int
    transport: str


@dataclass(frozen=True, slots=True)
class CampaignVersionLine:
    """When a campaign was changed, and by whom."""

    number: int
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class CampaignSight:
    """`campaign`."""

    campaign_id: int
    number: int
    """Of the version that is shown."""
    name: str
    basis: str
    state: CampaignState
    state_at: datetime
    opens: date
    closes: date
    least_age: int
    most_age: int
    age_on: date | None
    categories: tuple[CategoryLine, ...]
    asks: tuple[Ask, ...]
    papers: tuple[PaperLine, ...]
    stays: tuple[StayLine, ...]
    shifts: tuple[ShiftLine, ...]
    signing: Signing
    order: str
    order_confirmed: bool
    answer_days: int
    four_eyes: bool
    lot: str
    filed: int
    """Applications that stand, and the children in them."""
    children: int
    moves: tuple[Move, ...]
    versions: tuple[CampaignVersionLine, ...]
    """The last few, the newest first."""


@dataclass(frozen=True, slots=True)
class CampaignFieldSight:
    """`campaign-field`; `now`: what stands there, a line each, beside what its codes mean."""

    campaign_id: int
    field: Field
    now: str
    meanings: tuple[str, ...]
    """For each line; empty where the line speaks for itself."""


@dataclass(frozen=True, slots=True)
class OwnApplication:
    """The person's own one in the campaign that is shown."""

    application_id: int
    standing: Standing
    form_id: int | None
    """The form that waits to be gone on with."""
    case_id: int | None
    number: str | None
    children: int
    filed_at: datetime | None


@dataclass(frozen=True, slots=True)
class RecreationSight:
    """`recreation`, `recreation-open`; without a campaign the fields behind `office` are empty."""

    office: Office
    campaign_id: int = 0
    state: CampaignState | None = None
    name: str = ""
    basis: str = ""
    year: int = 0
    opens: date | None = None
    closes: date | None = None
    least_age: int = 0
    most_age: int = 0
    order: str | None = None
    """None until a supervisor has confirmed it."""
    answer_days: int = 0
    takes: bool = False
    """Whether an application can be sent or changed now."""
    waits: bool = False
    """The person asked to be told."""
    may_wait: bool = False
    may_apply: bool = False
    """Not from a phone that may be searched: there nobody's name is asked."""
    own: OwnApplication | None = None
    upto: int = 0
    """The newest of the words that wait for the person's word where they belong; 0: none wait."""


@dataclass(frozen=True, slots=True)
class ElsewhereSight:
    """`recreation-elsewhere`."""

    form_id: int
    revision: int
    office: Office


@dataclass(frozen=True, slots=True)
class ApplicationSentSight:
    """`application-sent`."""

    case_id: int
    number: str
    anew: bool
    lines: tuple[AnswerLine, ...]
    """All that was sent; none on a phone that somebody else may read."""
    application: ApplicationSight
    proofs: tuple[str, ...]
    """Documents, any of which shows where a child without a registered place belongs; empty where none is such."""
    office: Office


@dataclass(frozen=True, slots=True)
class OwnHromadaSight:
    """`own-hromada`."""

    application_id: int
    code: str
    hromada: str
    children: tuple[str, ...]
    shared: tuple[str, ...]
    """What would be handed over, by the slugs of the questions."""
    check: date
    """The day on which we phone, should the hromada stay silent."""
    wish: Wish | None
    """What was answered already."""
    number: str
    office: Office


@dataclass(frozen=True, slots=True)
class SameChildSight:
    """`same-child`."""

    number: str


@dataclass(frozen=True, slots=True)
class PassingToldSight:
    """`passing-told`."""

    hromada: str
    wish: Wish
