"""The whole catalogue in one object, looked up by slug, code or number."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rules.catalogue.awaited import AwaitedSign
from rules.catalogue.broadcasts import ReadyBroadcast
from rules.catalogue.canned import Canned
from rules.catalogue.decisions import ReadingReason, Refusal, Tag
from rules.catalogue.documents import FILE as DOCUMENTS_FILE
from rules.catalogue.documents import Checklist, Document
from rules.catalogue.entries import (
    AgeBand,
    Audience,
    CaseMoment,
    Category,
    Country,
    DeadlineRule,
    Evidence,
    Hotline,
    Hromada,
    IntakeKind,
    Oblast,
    Organisation,
    Outcome,
    Purpose,
    Retention,
    Service,
    Standing,
)
from rules.catalogue.ladders import Ladder
from rules.catalogue.life import FILE as LIFE_FILE
from rules.catalogue.life import EndKind, Life
from rules.catalogue.pages import FILE as PAGES_FILE
from rules.catalogue.pages import Page
from rules.catalogue.places import OTHER_NAMES, Places
from rules.catalogue.recreation import FILE as RECREATION_FILE
from rules.catalogue.recreation import Recreation
from rules.catalogue.tries import TryLadder
from rules.danger import DangerWords
from rules.languages import Words
from rules.local_time import local_date
from rules.thanks import ThanksWords
from rules.working_time import WorkingHours

OWN_WORDS = "own-words"
"""The service of a case that begins with a person's own words: not yet known."""
CRISIS = "crisis"
"""The service, and the intake kind, of a case that begins with danger: a decision within 24 hours by law."""

HOTLINE_HOLDS = timedelta(days=90)
"""So long a number that was right is taken to be right still."""

CALL_KIND = "call"
"""The intake kind of a case that begins with the wish to be phoned."""


class MissingRule(LookupError):
    """No version of the deadline is in force on that day."""

    def __init__(self, rule_id: str, day: str) -> None:
        super().__init__(f"deadlines.toml has no {rule_id} in force on {day}")
        self.rule_id = rule_id
        self.day = day


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """A fact that still waits for somebody to confirm it: the file, the entry and the field (or its evidence mark)."""

    file: str
    entry: str
    field: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Each kind of entry as a read-only mapping by its key, in the file's order: `catalogue.services["crisis"]`."""

    organisations: Mapping[str, Organisation]
    services: Mapping[str, Service]
    intake_kinds: Mapping[str, IntakeKind]
    audiences: Mapping[str, Audience]
    categories: Mapping[str, Category]
    age_bands: Mapping[str, AgeBand]
    outcomes: Mapping[str, Outcome]
    refusals: Mapping[str, Refusal]
    tags: Mapping[str, Tag]
    importance_reasons: Mapping[str, Tag]
    reading_reasons: Mapping[str, ReadingReason]
    hotlines: Mapping[str, Hotline]
    deadlines: tuple[DeadlineRule, ...]
    hromadas: Mapping[str, Hromada]
    oblasts: Mapping[str, Oblast]
    countries: Mapping[str, Country]
    places: Places
    retention: Mapping[str, Retention]
    danger: DangerWords
    life: Life
    thanks: ThanksWords
    purposes: Mapping[str, Purpose]
    canned: Mapping[str, Canned]
    documents: Mapping[str, Document]
    checklists: Mapping[str, Checklist]
    """By service."""
    pages: Mapping[str, Page]
    ladders: Mapping[str, Ladder]
    reasons: Mapping[str, Words]
    """Why a deadline may be extended, in words for the person."""
    awaited: Mapping[str, AwaitedSign]
    """By matter."""
    tries: Mapping[str, TryLadder]
    """By kind."""
    recreation: Recreation
    broadcasts: Mapping[str, ReadyBroadcast]

    def hours_of(self, organisation: str | None = None) -> WorkingHours:
        """The hours of an organisation by its slug (KeyError if unknown), or of the first one."""
        if organisation is None:
            return next(iter(self.organisations.values())).hours
        return self.organisations[organisation].hours

    def deadline(self, rule_id: str, at: datetime) -> DeadlineRule:
        """The version of a deadline in force on the Kyiv day of an aware moment; MissingRule if there is none."""
        day = local_date(at)
        for rule in self.deadlines:
            if rule.id == rule_id and rule.in_force(day):
                return rule
        raise MissingRule(rule_id, day.isoformat())

    def deadlines_from(self, moment: CaseMoment, intake_kind: str, at: datetime) -> tuple[DeadlineRule, ...]:
        """The deadlines that begin by themselves when this happens in a case of the kind: versions in force then."""
        day = local_date(at)
        return tuple(
            rule
            for rule in self.deadlines
            if rule.starts is moment and intake_kind in rule.kinds and rule.in_force(day)
        )

    def deadline_version(self, rule_id: str, version: str) -> DeadlineRule:
        """One version of a deadline, in force or not; MissingRule if the catalogue does not know it any more."""
        for rule in self.deadlines:
            if (rule.id, rule.version) == (rule_id, version):
                return rule
        raise MissingRule(rule_id, version)

    def danger_hotlines(self) -> tuple[Hotline, ...]:
        """The numbers to call in danger, the most urgent first."""
        return tuple(hotline for hotline in self.hotlines.values() if hotline.danger)

    def family_lines(self) -> tuple[Hotline, ...]:
        """The official lines for families of the missing, captured and fallen."""
        return tuple(hotline for hotline in self.hotlines.values() if hotline.families)

    def offered_outcomes(self) -> Mapping[str, Outcome]:
        """The outcomes that a case may end with: none that refuses."""
        return {slug: outcome for slug, outcome in self.outcomes.items() if not outcome.refusal}

    def age_band(self, age: int) -> AgeBand:
        """The band of an age in full years; ValueError for a negative one."""
        for band in self.age_bands.values():
            if band.from_age <= age and (band.to_age is None or age <= band.to_age):
                return band
        raise ValueError("an age is zero or more")

    def ended(self, day: date) -> tuple[Service, ...]:
        """Services that the menu of life still names though they have ended by a local day."""
        named = {end.service for end in self.life.ends.values()}
        ended = (service for service in self.services.values() if service.standing(day) is Standing.ENDED)
        return tuple(service for service in ended if service.slug in named)

    def to_call_again(self, day: date) -> tuple[Hotline, ...]:
        """Numbers that nobody has verified for 90 days before a local day: they may have changed since."""
        return tuple(
            hotline
            for hotline in self.hotlines.values()
            if hotline.verified_on is not None and day - hotline.verified_on > HOTLINE_HOLDS
        )

    def unconfirmed(self) -> tuple[Unconfirmed, ...]:
        """What must be asked or called before people rely on it: phones, hotlines, retention, deadlines, purposes,
        and what the menu of life offers without being sure.
        """
        sure = (Evidence.SOURCED, Evidence.DEPARTMENT)
        offered = {end.service for end in self.life.ends.values()}
        return (
            *(
                Unconfirmed("organisations.toml", organisation.slug, "phone")
                for organisation in self.organisations.values()
                if organisation.phone_evidence not in sure
            ),
            *(
                Unconfirmed("hotlines.toml", hotline.number, "verified_on")
                for hotline in self.hotlines.values()
                if hotline.verified_on is None or hotline.evidence not in sure
            ),
            *(
                Unconfirmed("deadlines.toml", rule.id, f"evidence {rule.evidence}")
                for rule in self.deadlines
                if rule.evidence not in sure and rule.basis is not None
            ),
            *(
                Unconfirmed("retention.toml", kept.slug, f"evidence {kept.evidence}")
                for kept in self.retention.values()
                if kept.evidence not in sure
            ),
            *(
                Unconfirmed("refusals.toml", refusal.code, f"evidence {refusal.evidence}")
                for refusal in self.refusals.values()
                if refusal.evidence not in sure
            ),
            *self._unconfirmed_names(),
            *(
                Unconfirmed("services.toml", service.slug, f"evidence {service.evidence}")
                for service in self.services.values()
                if service.evidence not in sure and service.slug in offered
            ),
            *(
                Unconfirmed(LIFE_FILE, end.slug, f"evidence {end.evidence}")
                for end in self.life.ends.values()
                if end.evidence not in sure and end.kind is not EndKind.SERVICE
            ),
            *(
                Unconfirmed("purposes.toml", purpose.slug, f"evidence {purpose.evidence}")
                for purpose in self.purposes.values()
                if purpose.evidence not in sure
            ),
            *(
                Unconfirmed(DOCUMENTS_FILE, checklist.service, f"evidence {checklist.evidence}")
                for checklist in self.checklists.values()
                if checklist.evidence not in sure
            ),
            *(
                Unconfirmed(RECREATION_FILE, template.slug, f"evidence {template.evidence}")
                for template in self.recreation.templates.values()
                if template.evidence not in sure
            ),
            *(
                Unconfirmed(PAGES_FILE, page.slug, f"evidence {page.evidence}")
                for page in self.pages.values()
                if not page.sure and page.slug not in self.life.ends
            ),
        )

    def _unconfirmed_names(self) -> tuple[Unconfirmed, ...]:
        """Other names of places as one: there are many, and each is asked about before it is taken."""
        number = sum(not other.sure for other in self.places.other_names)
        return (Unconfirmed(OTHER_NAMES, f"{number} names", "evidence"),) if number else ()
