"""What stands in the catalogue. All entries are frozen; `Words` are short texts in each language."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from rules.duty import DutyTimes
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


class CaseMoment(StrEnum):
    """What happens in a case and begins or meets a deadline."""

    RECEIVED = "received"
    ASSESSED = "assessed"
    DECIDED = "decided"
    NOTIFIED = "notified"
    """The person was told the decision."""
    HANDED_OVER = "handed-over"
    """The act of assessment went to who decides."""
    CLOSED = "closed"


class CountsFrom(StrEnum):
    """Where counting begins."""

    EVENT = "event"
    OPENING = "opening"
    """The next opening: what comes out of hours counts as come then."""


class Route(StrEnum):
    """Who takes a child's application for recreation, by the registered hromada."""

    OBLAST = "OBLAST_170"
    HROMADA = "HROMADA"


class Provider(StrEnum):
    """Who decides whether somebody gets a service."""

    DEPARTMENT = "department"
    HROMADA = "hromada"
    NGO = "ngo"
    """An organisation that has a contract for the service."""
    STATE = "state"
    """Another body of the state."""
    BY_PLACE = "by-place"
    """One or the other, by the registered hromada."""
    UNKNOWN = "unknown"
    """Not told to us yet: a human finds out."""


class Standing(StrEnum):
    """Whether something may be offered on a day. All but OFFERED goes to a human, with honest words."""

    OFFERED = "offered"
    NOT_YET = "not-yet"
    ENDED = "ended"
    UNSURE = "unsure"


def standing(evidence: Evidence, valid_from: date | None, valid_to: date | None, day: date) -> Standing:
    """How an entry stands on a day; both bounds are included. What is only reported or open is never told as a fact."""
    if valid_to is not None and valid_to < day:
        return Standing.ENDED
    if evidence in (Evidence.REPORTED, Evidence.OPEN):
        return Standing.UNSURE
    if valid_from is not None and day < valid_from:
        return Standing.NOT_YET
    return Standing.OFFERED


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
    duty: DutyTimes = field(default_factory=DutyTimes)
    """How long whoever is on duty may take; who that is stands in the roster."""


@dataclass(frozen=True, slots=True)
class Service:
    """What can be asked for. `name` is for people, `official_name` (Ukrainian) for papers.

    A sensitive service stands in the group «Особиста допомога»: its own name is never shown in the staff chat.
    `plain` says what it is and `asked` what we shall ask; `audiences`: for whom, empty for everybody; `intake`: the
    intake kind of a request for it; `provider`: who decides. `valid_from`, `valid_to`: local dates, both included.
    """

    slug: str
    official_code: str | None
    name: Words
    official_name: str | None
    group_slug: str
    group: Words
    sensitive: bool
    plain: Words
    asked: Words
    audiences: tuple[str, ...]
    intake: str
    provider: Provider
    valid_from: date | None
    valid_to: date | None
    evidence: Evidence
    human_only: bool = False
    """Who asks for it is spoken with by one named human, and by nothing automatic."""

    def standing(self, day: date) -> Standing:
        """How the service stands on a local day."""
        return standing(self.evidence, self.valid_from, self.valid_to, day)


@dataclass(frozen=True, slots=True)
class IntakeKind:
    """In what way somebody turned to us; `law` is the id of the deadline that the law sets for us, if it sets one.

    Where the decision is not ours `decides` says whose it is, and `check` is the id of the deadline by which we look
    how it stands: never together with `law`.
    """

    slug: str
    name: Words
    law: str | None
    decides: Words | None = None
    check: str | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    """Whom a service is for, as people name themselves.

    `first_by_law`: requests of people who have benefits by law are looked at first (Law 393/96-VR, art. 20).
    """

    slug: str
    name: Words
    first_by_law: bool = False


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
    """Cases ended so once. No longer offered: help is refused only for a reason of law (refusals.toml)."""


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number to call. `danger`: shown when somebody is in danger, `families`: to families of the missing, captured
    and fallen.

    `verified_on`: the last day on which it is known to have been right, because somebody called it or because `source`
    of that day names it; None: no such day is known, and people are told so.
    """

    number: str
    name: Words
    when: Words
    danger: bool
    verified_on: date | None
    source: str
    evidence: Evidence
    families: bool = False


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """One version of a deadline: what must have happened (`what`), by which act, and on which days it is in force.

    `valid_from` and `valid_to` are local dates, both included; None is without bound. `starts` and `met_by`: what in a
    case begins and meets it; `kinds`: in cases of which intake kinds it begins by itself. `pause`: the legal basis on
    which it may stand still, None where it may not. `extends_to`: the rule up to which it may be extended.
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
    starts: CaseMoment | None = None
    met_by: CaseMoment | None = None
    kinds: tuple[str, ...] = ()
    pause: str | None = None
    extends_to: str | None = None

    @property
    def version(self) -> str:
        """By what this version is known among those of its id: the day from which it is in force."""
        return self.valid_from.isoformat() if self.valid_from else "first"

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
class Country:
    """Where people live abroad, by the two letters of ISO 3166; `ZZ` is any other country."""

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


@dataclass(frozen=True, slots=True)
class Purpose:
    """Why something is held: `what` and `ground` (what allows it) in plain words, `basis` the act that says so."""

    slug: str
    what: Words
    ground: Words
    basis: Words
    evidence: Evidence
