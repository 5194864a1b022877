"""What must hold across the files of the catalogue."""

from collections.abc import Container

from rules.canned import ANY_GROUP
from rules.catalogue.awaited import check_awaited
from rules.catalogue.broadcasts import check_broadcasts
from rules.catalogue.catalogue import CALL_KIND, CRISIS, OWN_WORDS, Catalogue
from rules.catalogue.documents import check_documents
from rules.catalogue.entries import DeadlineRule
from rules.catalogue.ladders import check_ladders
from rules.catalogue.life import check_life
from rules.catalogue.reading import CatalogueError
from rules.catalogue.recreation import check_recreation
from rules.catalogue.tries import check_tries

OTHER_COUNTRY = "ZZ"
NEEDED_RETENTION = ("case", "reading", "draft", "complaint", "rating", "form", "broadcast", "event")
NEEDED_DEADLINES = (
    "BOT_FIRST_REPLY",
    "SS_DECIDE_CRISIS",
    "AP_SIMPLE",
    "AP_STD",
    "CALL_SOON",
    "CHECK_OTHERS",
    "TRANSFER_RECEIPT",
    "OWNER_SILENT",
    "OWNER_SILENT_CRISIS",
)


def check_together(catalogue: Catalogue) -> None:
    """CatalogueError for the first file, entry and field that does not fit the rest."""
    if OWN_WORDS not in catalogue.services:
        raise CatalogueError("services.toml", OWN_WORDS, "slug", "is missing: a case in a person's own words begins so")
    rules = {rule.id for rule in catalogue.deadlines}
    for needed in NEEDED_DEADLINES:
        if needed not in rules:
            raise CatalogueError("deadlines.toml", needed, "id", "is missing")
    for needed in NEEDED_RETENTION:
        if needed not in catalogue.retention:
            raise CatalogueError("retention.toml", needed, "slug", "is missing")
    if OTHER_COUNTRY not in catalogue.countries:
        raise CatalogueError("countries.toml", OTHER_COUNTRY, "code", "is missing: not every country is listed")
    _check_danger(catalogue)
    _check_intake_kinds(catalogue, rules)
    _check_versions(catalogue)
    _check_rules(catalogue, rules)
    check_ladders(catalogue.ladders)
    check_awaited(catalogue.awaited)
    check_tries(catalogue.tries)
    check_broadcasts(catalogue.broadcasts, catalogue.life.areas)
    _check_age_bands(catalogue)
    _check_services(catalogue)
    _check_canned(catalogue)
    check_documents(catalogue.documents, catalogue.checklists, catalogue.services)
    check_recreation(catalogue.recreation, categories=catalogue.categories, documents=catalogue.documents)
    check_life(catalogue.life, services=catalogue.services, hotlines=catalogue.hotlines)


def _check_canned(catalogue: Catalogue) -> None:
    groups = {service.group_slug for service in catalogue.services.values()}
    for answer in catalogue.canned.values():
        if answer.group not in groups | {ANY_GROUP}:
            raise CatalogueError("canned.toml", answer.slug, "group", f"is '{answer.group}', no group of services")


def _check_danger(catalogue: Catalogue) -> None:
    for file, entries in (("services.toml", catalogue.services), ("intake_kinds.toml", catalogue.intake_kinds)):
        if CRISIS not in entries:
            raise CatalogueError(file, CRISIS, "slug", "is missing: a case of danger begins so")
    if not catalogue.offered_outcomes():
        raise CatalogueError("outcomes.toml", "", "refusal", "is true for all: a case could never be closed")
    if not catalogue.danger_hotlines():
        raise CatalogueError("hotlines.toml", "", "danger", "is true for no number: somebody in danger would see none")


def _check_services(catalogue: Catalogue) -> None:
    for service in catalogue.services.values():
        if service.intake not in catalogue.intake_kinds:
            raise CatalogueError("services.toml", service.slug, "intake", f"is '{service.intake}', no intake kind")
        for audience in service.audiences:
            if audience not in catalogue.audiences:
                raise CatalogueError("services.toml", service.slug, "audiences", f"'{audience}' is no audience")


def _check_intake_kinds(catalogue: Catalogue, rules: set[str]) -> None:
    if CALL_KIND not in catalogue.intake_kinds:
        raise CatalogueError("intake_kinds.toml", CALL_KIND, "slug", "is missing: who only wants a call begins so")
    for kind in catalogue.intake_kinds.values():
        for field, rule in (("law", kind.law), ("check", kind.check)):
            if rule is not None and rule not in rules:
                raise CatalogueError("intake_kinds.toml", kind.slug, field, f"is '{rule}', not in deadlines.toml")


def _check_versions(catalogue: Catalogue) -> None:
    for index, one in enumerate(catalogue.deadlines):
        for two in catalogue.deadlines[index + 1 :]:
            if one.id == two.id and _overlap(one, two):
                raise CatalogueError("deadlines.toml", one.id, "valid_from", "two versions are in force on one day")


def _check_rules(catalogue: Catalogue, rules: Container[str]) -> None:
    for rule in catalogue.deadlines:
        if rule.extends_to is not None and rule.extends_to not in rules:
            raise CatalogueError("deadlines.toml", rule.id, "extends_to", f"is '{rule.extends_to}', not known here")
        if rule.kinds and (rule.starts is None or rule.met_by is None):
            raise CatalogueError("deadlines.toml", rule.id, "kinds", "stands together with starts and met_by")
        for kind in rule.kinds:
            if kind not in catalogue.intake_kinds:
                raise CatalogueError("deadlines.toml", rule.id, "kinds", f"names '{kind}', not in intake_kinds.toml")


def _overlap(one: DeadlineRule, two: DeadlineRule) -> bool:
    starts = [rule.valid_from for rule in (one, two) if rule.valid_from is not None]
    if not starts:
        return True
    latest = max(starts)
    return all(rule.valid_to is None or latest <= rule.valid_to for rule in (one, two))


def _check_age_bands(catalogue: Catalogue) -> None:
    expected: int | None = 0
    for band in catalogue.age_bands.values():
        if band.from_age != expected:
            raise CatalogueError("audiences.toml", band.slug, "from_age", "bands must follow each other from 0 on")
        expected = None if band.to_age is None else band.to_age + 1
    if expected is not None:
        raise CatalogueError("audiences.toml", "", "to_age", "the last band has none: it is open to the top")
