"""In what way a request comes to us, and whose deadline it is."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue import load_catalogue
from rules.catalogue import Evidence, Provider
from rules.intake import CONSULTATION, decision_is_ours, intake_kind

CARE = replace(load_catalogue().services["home-care"], valid_from=date(2026, 1, 1), valid_to=date(2026, 6, 30))


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
