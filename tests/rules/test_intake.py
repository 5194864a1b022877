"""In what way a request comes to us, and whose deadline it is."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue import load_catalogue
from rules.catalogue import Evidence, Provider
from rules.intake import (
    APPEAL,
    CHECK_OTHERS,
    CONSULTATION,
    answer_is_ours,
    decided_elsewhere,
    decision_is_ours,
    intake_kind,
)

SHIPPED = load_catalogue()
CARE = replace(SHIPPED.services["home-care"], valid_from=date(2026, 1, 1), valid_to=date(2026, 6, 30))


@pytest.mark.parametrize(
    ("day", "evidence", "kind"),
    [
        (date(2025, 12, 31), Evidence.SOURCED, CONSULTATION),
        (date(2026, 1, 1), Evidence.SOURCED, "application"),
        (date(2026, 6, 30), Evidence.SOURCED, "application"),
        (date(2026, 7, 1), Evidence.SOURCED, CONSULTATION),
        (date(2026, 3, 1), Evidence.OPEN, CONSULTATION),
        (date(2026, 3, 1), Evidence.REPORTED, CONSULTATION),
        (date(2026, 3, 1), Evidence.SECONDARY, "application"),
    ],
)
def test_what_is_not_offered_now_is_only_asked_about(day: date, evidence: Evidence, kind: str) -> None:
    assert intake_kind(replace(CARE, evidence=evidence), day) == kind


@pytest.mark.parametrize("provider", Provider)
def test_the_decision_is_ours_only_where_we_take_it(provider: Provider) -> None:
    assert decision_is_ours(replace(CARE, provider=provider)) == (provider is Provider.DEPARTMENT)


def test_of_every_service_it_is_said_whose_decision_it_is() -> None:
    for service in SHIPPED.services.values():
        elsewhere = decided_elsewhere(SHIPPED, service.intake, service.slug)
        if decision_is_ours(service):
            assert elsewhere is None, service.slug
        else:
            assert elsewhere is not None, service.slug
            assert (elsewhere.provider, elsewhere.words, elsewhere.check) == (service.provider, None, CHECK_OTHERS)


def test_an_intake_kind_that_names_whose_it_is_goes_before_the_service() -> None:
    kind = SHIPPED.intake_kinds["passed-on"]
    for service in ("own-words", "home-care", "of-last-year"):
        elsewhere = decided_elsewhere(SHIPPED, "passed-on", service)
        assert elsewhere is not None
        assert (elsewhere.provider, elsewhere.words, elsewhere.check) == (None, kind.decides, kind.check)


def test_of_a_service_that_is_gone_nobody_else_is_named() -> None:
    assert decided_elsewhere(SHIPPED, "consultation", "of-last-year") is None


def test_an_appeal_is_answered_by_whoever_received_it() -> None:
    somebody_elses = SHIPPED.services["home-care"]
    assert not decision_is_ours(somebody_elses)
    assert answer_is_ours(somebody_elses, APPEAL)
    assert not answer_is_ours(somebody_elses, "application")
    assert decided_elsewhere(SHIPPED, APPEAL, somebody_elses.slug) is None
