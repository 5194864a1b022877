"""Every service of the shipped catalogue: it says all that people and staff need, and nothing that is not known."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from bot.catalogue import load_catalogue
from rules.catalogue import CRISIS, OWN_WORDS, EndKind, Evidence, Service, Standing, standing_of
from rules.intake import CONSULTATION, intake_kind
from rules.languages import LANGUAGES

CATALOGUE = load_catalogue()
SERVICES = tuple(CATALOGUE.services.values())
DAY = timedelta(days=1)
TODAY = date(2026, 11, 26)

# Order № 429 of 23.06.2020: the services of the classifier and the codes that are known; None: not confirmed.
CLASSIFIER = {
    "inform": "001.0",
    "consult": "002.0",
    "mediation": "003.0",
    "representation": "004.0",
    "shelter": None,
    "prevention": None,
    "in-kind": None,
    "family-like-care": None,
    "supported-living": "009.1",
    "supported-living-homeless": None,
    "accomp-family": None,
    "accomp-foster": "010.2",
    "accomp-work": None,
    "crisis": "012.0",
    "adaptation": "013.0",
    "integration": None,
    "home-care": "015.1",
    "residential-care": "015.2",
    "day-care": "015.3",
    "palliative": None,
    "rehab-intellectual": "017.1",
    "rehab-addiction": "017.3",
    "respite": "018.1",
    "inclusive-school": None,
    "physical-accomp": "021.0",
    "sign-language": None,
}
# Programmes outside the classifier, each under an act of its own: its own name, never a code.
PROGRAMMES = (
    "early-intervention",
    "child-development",
    "child-rehab",
    "military-support",
    "veteran-support",
    "resilience",
)


def test_the_classifier_is_whole_with_its_names_and_the_codes_that_are_known() -> None:
    assert {slug: CATALOGUE.services[slug].official_code for slug in CLASSIFIER} == CLASSIFIER
    for slug in (*CLASSIFIER, *PROGRAMMES):
        assert CATALOGUE.services[slug].official_name, slug
    assert {s.slug for s in SERVICES if s.official_code} == {slug for slug, code in CLASSIFIER.items() if code}


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.slug)
def test_a_service_says_what_it_is_what_is_asked_for_whom_and_who_decides(service: Service) -> None:
    for language in LANGUAGES:
        for said in (service.name[language], service.plain[language], service.asked[language]):
            assert said.strip(), language
            assert not said.endswith("."), "a stop is put where it is shown"
    assert set(service.audiences) <= set(CATALOGUE.audiences)
    assert service.intake in CATALOGUE.intake_kinds
    assert service.official_code is None or re.fullmatch(r"\d{3}\.\d", service.official_code)
    assert service.official_code is None or service.official_name


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.slug)
def test_what_is_open_or_over_goes_to_a_human_as_a_consultation(service: Service) -> None:
    if service.evidence in (Evidence.OPEN, Evidence.REPORTED):
        assert service.standing(TODAY) is not Standing.OFFERED
        assert intake_kind(service, TODAY) == CONSULTATION
    if service.valid_to is not None:
        assert service.standing(service.valid_to + DAY) is Standing.ENDED
        assert intake_kind(service, service.valid_to + DAY) == CONSULTATION


def test_every_service_can_be_asked_for_from_the_menu_of_life() -> None:
    """But for those that a human names, or that a press opens."""
    named = {end.service for end in CATALOGUE.life.ends.values()}
    named |= {area.service for area in CATALOGUE.life.areas.values()}
    chosen_by_staff = {"family-like-care", "integration", "prevention", "supported-living-homeless"}
    assert set(CATALOGUE.services) - named == {OWN_WORDS} | chosen_by_staff
    assert CRISIS in named


def test_an_end_that_is_not_offered_is_never_said_to_be() -> None:
    for end in CATALOGUE.life.ends.values():
        evidence = CATALOGUE.services[end.service].evidence if end.kind is EndKind.SERVICE else end.evidence
        if evidence in (Evidence.OPEN, Evidence.REPORTED):
            assert standing_of(end, CATALOGUE.services, TODAY) is not Standing.OFFERED, end.slug
