"""Who takes a child's application, and whether the programme is for the child: a pure rule over what was told.

By the registered hromada: children of the Luhansk, Alchevsk, Dovzhansk and Rovenky raions, whose hromadas have no
administration and no budget of their own, belong to the oblast programme (order № 170 of 24.06.2025); each of the other
hromadas takes applications for its own children. Nobody is refused here: each way goes on somewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rules.catalogue.entries import Hromada, Route
from rules.forms.dates import age_on
from rules.places import ABROAD, Place, Told
from rules.recreation.terms import Terms


class Way(StrEnum):
    """Where an application for a child goes."""

    OBLAST = "oblast"
    HROMADA = "hromada"
    """To the child's own hromada."""
    HUMAN = "human"
    """Born after leaving, not registered anywhere, or in a place that nobody found: a human looks, by any proof."""
    ELSEWHERE = "elsewhere"
    """Registered in another oblast or abroad: told where to turn."""


class Age(StrEnum):
    """Whether the child is of the age that the campaign is for."""

    FITS = "fits"
    BY_SHIFT = "by-shift"
    """On the first day of some shifts, and not of others."""
    TOO_YOUNG = "too-young"
    TOO_OLD = "too-old"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rule says of one child."""

    way: Way
    hromada: str | None
    """The code of the registered hromada, where it is one of the oblast."""
    age: Age
    categories: tuple[str, ...]
    """Those that the campaign knows, the heaviest first."""


def verdict(
    terms: Terms,
    hromadas: Mapping[str, Hromada],
    *,
    registered: Place | Told | None,
    born: date,
    categories: Sequence[str],
) -> Verdict:
    """What holds for a child. `registered`: the place of KATOTTG; `Told` abroad; None where there is none or nobody
    found it.
    """
    way, hromada = way_of(registered, hromadas)
    weights = {each.code: each.weight for each in terms.categories}
    known = sorted((code for code in categories if code in weights), key=lambda code: (-weights[code], code))
    return Verdict(way, hromada, age_of(terms, born), tuple(known))


def way_of(registered: Place | Told | None, hromadas: Mapping[str, Hromada]) -> tuple[Way, str | None]:
    """The way, and the code of the hromada where it is one of the oblast."""
    if isinstance(registered, Told):
        return (Way.ELSEWHERE if registered.what == ABROAD else Way.HUMAN), None
    if registered is None:
        return Way.HUMAN, None
    hromada = hromadas.get(registered.hromada_code or "")
    if hromada is not None:
        return (Way.OBLAST if hromada.recreation_route is Route.OBLAST else Way.HROMADA), hromada.code
    # Of the oblast, but of no hromada that we know: the list and the book of places disagree.
    return (Way.HUMAN if registered.in_luhansk else Way.ELSEWHERE), None


def age_of(terms: Terms, born: date) -> Age:
    """Whether the child is of the right age on the day that counts, or on the first days of the shifts."""
    ages = terms.ages
    fits = [ages.least <= age_on(born, day) <= ages.most for day in days_that_count(terms)]
    if all(fits):
        return Age.FITS
    if any(fits):
        return Age.BY_SHIFT
    return Age.TOO_YOUNG if age_on(born, days_that_count(terms)[-1]) < ages.least else Age.TOO_OLD


def days_that_count(terms: Terms) -> tuple[date, ...]:
    """The days on which a child must have the age: the campaign's own day, else the first day of each shift; while no
    shift is known, the day after the last one of collecting and the last one of that year.
    """
    if terms.ages.on is not None:
        return (terms.ages.on,)
    if terms.shifts:
        return tuple(sorted({shift.first for shift in terms.shifts}))
    after = terms.closes + timedelta(days=1)
    return (after, date(after.year, 12, 31))


def born_between(terms: Terms) -> tuple[date, date]:
    """The first and the last birthday with which a child has the age on any day between those that count."""
    days = days_that_count(terms)
    return _years_before(days[0], terms.ages.most + 1) + timedelta(days=1), _years_before(days[-1], terms.ages.least)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - years, day=28)
