"""What must hold across the files of the catalogue."""

from rules.catalogue.catalogue import CALL_KIND, CRISIS, OWN_WORDS, Catalogue
from rules.catalogue.entries import DeadlineRule
from rules.catalogue.life import check_life
from rules.catalogue.reading import CatalogueError

OTHER_COUNTRY = "ZZ"
NEEDED_RETENTION = ("case", "reading", "draft", "complaint", "rating", "form")
NEEDED_DEADLINES = (
    "BOT_FIRST_REPLY",
    "SS_DECIDE_CRISIS",
    "AP_SIMPLE",
    "AP_STD",
    "CALL_SOON",
    "CALL_AGAIN",
    "CHECK_OTHERS",
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
    _check_age_bands(catalogue)
    _check_services(catalogue)
    check_life(catalogue.life, services=catalogue.services, hotlines=catalogue.hotlines)


def _check_danger(catalogue: Catalogue) -> None:
    for file, entries in (("services.toml", catalogue.services), ("intake_kinds.toml", catalogue.intake_kinds)):
        if CRISIS not in entries:
            raise CatalogueError(file, CRISIS, "slug", "is missing: a case of danger begins so")
    if not catalogue.outcomes_for(crisis=True):
        raise CatalogueError("outcomes.toml", "", "refusal", "is true for all: a case of danger could never be closed")
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
