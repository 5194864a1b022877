"""Looking things up in the catalogue."""

from dataclasses import replace
from datetime import date

import pytest

from bot.catalogue import load_catalogue
from rules.catalogue import OWN_WORDS, Evidence, Route

SHIPPED = load_catalogue()


@pytest.mark.parametrize(
    ("age", "band"),
    [(0, "age-0-6"), (6, "age-0-6"), (7, "age-7-17"), (59, "age-35-59"), (70, "age-70-plus"), (104, "age-70-plus")],
)
def test_every_age_has_its_band(age: int, band: str) -> None:
    assert SHIPPED.age_band(age).slug == band


def test_nobody_is_younger_than_zero() -> None:
    with pytest.raises(ValueError, match="zero or more"):
        SHIPPED.age_band(-1)


def test_in_danger_the_most_urgent_number_comes_first() -> None:
    assert [line.number for line in SHIPPED.danger_hotlines()] == ["112", "102", "103", "1547"]


def test_what_nobody_has_confirmed_is_listed_until_somebody_does() -> None:
    waiting = {(fact.file, fact.entry) for fact in SHIPPED.unconfirmed()}
    assert {("organisations.toml", "luhansk"), ("hotlines.toml", "112"), ("retention.toml", "case")} <= waiting
    unsure = sum(not other.sure for other in SHIPPED.places.other_names)
    assert ("other_names.csv", f"{unsure} names") in waiting
    assert ("hotlines.toml", "1547") not in waiting
    called = replace(SHIPPED.hotlines["112"], verified_on=date(2026, 3, 1), evidence=Evidence.SOURCED)
    for line, asked in ((called, False), (replace(called, verified_on=None), True)):
        changed = replace(SHIPPED, hotlines={**SHIPPED.hotlines, "112": line})
        assert (("hotlines.toml", "112") in {(fact.file, fact.entry) for fact in changed.unconfirmed()}) is asked


def test_a_number_is_called_again_when_nobody_has_verified_it_for_ninety_days() -> None:
    called = replace(SHIPPED.hotlines["112"], verified_on=date(2026, 3, 1))
    changed = replace(SHIPPED, hotlines={"112": called})
    assert changed.to_call_again(date(2026, 5, 30)) == ()
    assert changed.to_call_again(date(2026, 5, 31)) == (called,)


def test_every_number_to_call_in_danger_has_the_day_on_which_it_was_right() -> None:
    for line in SHIPPED.danger_hotlines():
        assert line.verified_on is not None, line.number
        assert line.source, line.number


def test_the_catalogue_cannot_be_changed_in_passing() -> None:
    with pytest.raises(TypeError, match="does not support item assignment"):
        SHIPPED.services[OWN_WORDS] = SHIPPED.services["crisis"]  # type: ignore[index]  # it is what is tested


def test_only_the_four_raions_occupied_since_2014_go_by_the_oblast() -> None:
    raions = {hromada.raion for hromada in SHIPPED.hromadas.values() if hromada.recreation_route is Route.OBLAST}
    assert raions == {"Алчевський", "Довжанський", "Луганський", "Ровеньківський"}
