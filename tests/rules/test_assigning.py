"""Who gets a case by itself, and who may remove whom."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.assigning import Colleague, Needs, least_busy, may_manage, someone_leads
from rules.roles import Role

ANYTHING = Needs("uk")
FREE = Colleague(1, Role.CASEWORKER)
BUSY = Colleague(2, Role.CASEWORKER, open=5, ours=1)
LEAD = Colleague(3, Role.SUPERVISOR)
ADMIN = Colleague(4, Role.ADMIN)


@pytest.mark.parametrize(
    ("needs", "changes", "fits"),
    [
        (Needs("en"), {}, True),
        (Needs("en"), {"languages": ("uk",)}, False),
        (Needs("en"), {"languages": ("uk", "en")}, True),
        (Needs("uk", "military"), {"service_groups": ("children",)}, False),
        (Needs("uk", "military"), {"service_groups": ("military",)}, True),
        (Needs("uk", None), {"service_groups": ("children",)}, True),
        (Needs("uk", None, "14"), {"areas": ("12",)}, False),
        (Needs("uk", None, "14"), {"areas": ("12", "14")}, True),
        (Needs("uk", None, None), {"areas": ("12",)}, True),
        (Needs("uk", "military", "14"), {"service_groups": ("military",), "areas": ("12",)}, False),
    ],
)
def test_nothing_chosen_means_all_and_nothing_known_means_anybody(
    needs: Needs, changes: dict[str, tuple[str, ...]], fits: bool
) -> None:
    assert replace(FREE, **changes).fits(needs) is fits  # type: ignore[arg-type]  # names of fields of this class


@pytest.mark.parametrize(
    ("those", "expected"),
    [
        ([FREE, BUSY, LEAD], FREE),
        ([replace(FREE, away=True), BUSY, LEAD], BUSY),
        ([replace(FREE, languages=("en",)), BUSY], BUSY),
        ([replace(FREE, open=5), BUSY], replace(FREE, open=5)),
        ([replace(FREE, away=True), LEAD, ADMIN], LEAD),
        ([ADMIN], None),
        ([], None),
    ],
)
def test_the_least_busy_is_a_caseworker_who_fits_and_is_there(
    those: list[Colleague], expected: Colleague | None
) -> None:
    assert {least_busy(order, ANYTHING) for order in permutations(those)} == {expected}


@given(st.lists(st.builds(Colleague, st.integers(1, 9), st.sampled_from(Role), open=st.integers(0, 3))))
def test_nobody_who_fits_has_less(those: list[Colleague]) -> None:
    found = least_busy(those, ANYTHING)
    same = [each for each in those if found is not None and each.role is found.role]
    assert found is None or found.open == min(each.open for each in same)


@pytest.mark.parametrize(
    ("role", "other", "may"),
    [
        (Role.ADMIN, Role.ADMIN, True),
        (Role.ADMIN, Role.SUPERVISOR, True),
        (Role.ADMIN, Role.CASEWORKER, True),
        (Role.SUPERVISOR, Role.ADMIN, False),
        (Role.SUPERVISOR, Role.SUPERVISOR, True),
        (Role.SUPERVISOR, Role.CASEWORKER, True),
        (Role.CASEWORKER, Role.CASEWORKER, False),
        (Role.PERSON, Role.CASEWORKER, False),
    ],
)
def test_an_admin_is_an_admins_business(role: Role, other: Role, may: bool) -> None:
    assert may_manage(role, other) is may


@pytest.mark.parametrize(
    ("others", "removed", "goes_on"),
    [
        ([Role.ADMIN], Role.ADMIN, True),
        ([Role.SUPERVISOR], Role.ADMIN, False),
        ([Role.CASEWORKER], Role.SUPERVISOR, False),
        ([Role.ADMIN], Role.SUPERVISOR, True),
        ([Role.SUPERVISOR], Role.SUPERVISOR, True),
        ([], Role.CASEWORKER, True),
    ],
)
def test_the_last_admin_and_the_last_lead_stay(others: list[Role], removed: Role, goes_on: bool) -> None:
    assert someone_leads(others, removed) is goes_on
