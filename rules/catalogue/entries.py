"""What stands in the catalogue. All entries are frozen; `Words` are short texts in each language."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.duty import Duty
from rules.languages import Words
from rules.working_time import WorkingHours


class Evidence(StrEnum):
    """How sure a fact is; only SOURCED and DEPARTMENT may be told to people as law or as a fact."""

    SOURCED = "S"
    SECONDARY = "S*"
    INFERRED = "I"
    REPORTED = "R"
    DEPARTMENT = "NEWS"
    OPEN = "OPEN"


class Unit(StrEnum):
    """What a deadline's amount counts."""

    CLOCK_HOURS = "clock_hours"
    WORKING_HOURS = "working_hours"
    SAME_HOUR = "same_hour"
    """Working days, ending at the hour at which counting began."""
    WORKING_DAYS = "working_days"
    CALENDAR_DAYS = "calendar_days"
    MONTHS = "months"


class CountsFrom(StrEnum):
    """Where counting begins."""

    EVENT = "event"
    OPENING = "opening"
    """The next opening: what comes out of hours counts as come then."""


class Route(StrEnum):
    """Who takes a child's application for recreation, by the registered hromada."""

    OBLAST = "OBLAST_170"
    HROMADA = "HROMADA"


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who helps: prefix of its case numbers, phone, hours in words and as a calendar, where to complain about it."""

    slug: str
    prefix: str
    name: Words
    phone: str
    phone_evidence: Evidence
    hours: WorkingHours
    hours_text: Words
    complaint: Words
    duty: Duty | None = None
    """Who must react to danger now; None where the department has set nobody."""


@dataclass(frozen=True, slots=True)
class Service:
    """What can be asked for. `name` is for people, `official_name` (Ukrainian) for papers.

    A sensitive service stands in the group «Особиста допомога»: its own name is never shown in the staff chat.
    """

    slug: str
    official_code: str | None
    name: Words
    official_name: str | None
    group_slug: str
    group: Words
    sensitive: bool
    evidence: Evidence
    human_only: bool = False
    """Who asks for it is spoken with by one named human, and by nothing automatic."""


@dataclass(frozen=True, slots=True)
class IntakeKind:
    """In what way somebody turned to us; `law` is the id of the deadline that the law sets, if it sets one."""

    slug: str
    name: Words
    law: str | None


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a service is for, as people name themselves."""

    slug: str
    name: Words


@dataclass(frozen=True, slots=True)
class Category:
    """A category of children whom the law gives special attention, by its code (C01 …)."""

    code: str
    name: Words
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class AgeBand:
    """Ages that reports count together: from `from_age` up to `to_age`, both in full years; None: and older."""

    slug: str
    name: Words
    from_age: int
    to_age: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a case ended: `name` on the staff's button, `plain` finishes «Що зроблено: …» for the person."""

    slug: str
    name: Words
    plain: Words
    refusal: bool = False
    """Help was refused: never possible in danger (Law 2671-VIII, art. 24)."""


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number to call. `danger`: shown when somebody is in danger, `families`: to families of the missing, captured
    and fallen; `verified_on` is None until somebody has called.
    """

    number: str
    name: Words
    when: Words
    danger: bool
    verified_on: date | None
    evidence: Evidence
    families: bool = False


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One version of a deadline: what must have happened (`what`), by which act, and on which days it is in force.

    `valid_from` and `valid_to` are local dates, both included; None is without bound.
    """

    id: str
    what: Words
    amount: int
    unit: Unit
    counts_from: CountsFrom
    basis: str | None
    valid_from: date | None
    valid_to: date | None
    evidence: Evidence

    def in_force(self, day: date) -> bool:
        """Is this version in force on the day?"""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Hromada:
    """A hromada of the oblast by its KATOTTG code, with its former names and those of its towns."""

    code: str
    name: str
    raion: str
    raion_code: str
    aliases: tuple[str, ...]
    recreation_route: Route


@dataclass(frozen=True, slots=True)
class Oblast:
    """Where a person lives now: the first two digits of KATOTTG, or `abroad`."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days after its last use something is kept; `words` say it to people («5 років»)."""

    slug: str
    days: int
    what: Words
    words: Words
    basis: str | None
    evidence: Evidence
