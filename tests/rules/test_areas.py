"""Which group a case comes into."""

from __future__ import annotations

import pytest

from bot.catalogue import load_catalogue
from rules.areas import Bound, area_names, group_for, read_areas

CATALOGUE = load_catalogue()
HROMADA = next(iter(CATALOGUE.hromadas.values()))
NEIGHBOUR = next(
    each for each in CATALOGUE.hromadas.values() if each.raion_code == HROMADA.raion_code and each.code != HROMADA.code
)
FAR = next(each for each in CATALOGUE.hromadas.values() if each.raion_code != HROMADA.raion_code)
SERVICE = next(each for each in CATALOGUE.services.values() if each.group_slug == "children")
OTHER = next(each for each in CATALOGUE.services.values() if each.group_slug == "aid")

GENERAL = Bound(1, None)
BY_HROMADA = Bound(2, f"hromada:{HROMADA.code}")
BY_RAION = Bound(3, f"raion:{HROMADA.raion_code}")
BY_SERVICES = Bound(4, "services:children services:care")
ALL = [GENERAL, BY_HROMADA, BY_RAION, BY_SERVICES]


@pytest.mark.parametrize(
    ("groups", "hromada", "service", "chat"),
    [
        ([], HROMADA.code, SERVICE.slug, None),
        ([GENERAL], HROMADA.code, SERVICE.slug, 1),
        (ALL, HROMADA.code, SERVICE.slug, 2),
        (ALL, NEIGHBOUR.code, SERVICE.slug, 3),
        (ALL, FAR.code, SERVICE.slug, 4),
        (ALL, FAR.code, OTHER.slug, 1),
        (ALL, None, SERVICE.slug, 4),
        (ALL, None, OTHER.slug, 1),
        (ALL, "other", "no-such-service", 1),
        ([BY_SERVICES, GENERAL], None, OTHER.slug, 1),
        ([BY_SERVICES, BY_RAION], None, OTHER.slug, 4),
    ],
)
def test_a_case_comes_into_the_closest_group_and_always_into_one(
    groups: list[Bound], hromada: str | None, service: str, chat: int | None
) -> None:
    assert group_for(CATALOGUE, groups, hromada, service) == chat


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (HROMADA.name, f"hromada:{HROMADA.code}"),
        (f" {HROMADA.name.upper()} громада ", f"hromada:{HROMADA.code}"),
        (f"{HROMADA.raion} район", f"raion:{HROMADA.raion_code}"),
        ("Дітям і батькам, children, Old and new", None),
        ("Дітям і батькам, Care and support at home", "services:children services:care"),
        ("children, children", "services:children"),
        (", ,", None),
        ("", None),
        (", ".join(each.code for each in CATALOGUE.hromadas.values()), None),
    ],
)
def test_areas_are_named_as_the_catalogue_does(typed: str, written: str | None) -> None:
    assert read_areas(CATALOGUE, typed) == written


def test_areas_are_told_by_name() -> None:
    written = f"hromada:{HROMADA.code} raion:{FAR.raion_code} services:children hromada:gone"
    assert area_names(CATALOGUE, written, "uk") == (HROMADA.name, FAR.raion, "Дітям і батькам")
    assert area_names(CATALOGUE, None, "uk") == ()
