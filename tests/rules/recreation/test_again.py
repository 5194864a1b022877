"""Which document that was accepted before stands in for one that is asked for, and when none does."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from rules.catalogue import Lasts
from rules.documents import DocumentState
from rules.recreation.again import NOBODYS, Awaited, Kept, Offer, needed_on, offer_of, serves

TODAY = date(2027, 3, 11)
MARKO, HANNA = b"marko", b"hanna"
S = DocumentState


def kept(one: int, until: date | None = None, *, first: int = 0, child: bytes | None = MARKO, year: int = 2026) -> Kept:
    at = datetime(year, 4, 1, 9, tzinfo=UTC)
    return Kept(one, first or one, "category", child, at, until)


def awaited(child: bytes | None = MARKO, state: S = S.ASKED, used: int | None = None) -> Awaited:
    return Awaited("category", child, state, used)


def offered(these: list[Kept], wanted: Awaited | None = None, lasts: Lasts = Lasts.DATED) -> Offer | None:
    return offer_of(wanted or awaited(), these, lasts, TODAY)


PASSED, LAST, FAR = date(2027, 3, 10), TODAY, date(2029, 1, 1)


@pytest.mark.parametrize(
    ("these", "chosen", "over"),
    [
        ([kept(1)], 1, False),
        ([kept(1, LAST)], 1, False),
        ([kept(1, PASSED)], 1, True),
        ([kept(1, FAR), kept(2, PASSED, year=2027)], 1, False),
        ([kept(1, FAR), kept(2, LAST, year=2027)], 2, False),
        ([kept(1), kept(2, FAR)], 2, False),
        ([kept(1, PASSED), kept(2, PASSED, year=2027)], 2, True),
    ],
    ids=[
        "no last day is known", "its last day is one of its days", "ended yesterday", "an older one still serves",
        "the last accepted of those that serve", "of the same day the newer one", "all have ended",
    ],
)  # fmt: skip
def test_the_last_accepted_that_still_serves_is_offered(these: list[Kept], chosen: int, over: bool) -> None:
    offer = offered(these)
    assert offer is not None
    assert (offer.kept.document_id, offer.over) == (chosen, over)
    assert offered(these[::-1]) == offer, "in whatever order they come"


@pytest.mark.parametrize(
    ("these", "wanted"),
    [
        ([], awaited()),
        ([kept(1, child=HANNA)], awaited()),
        ([kept(1, child=None)], awaited()),
        ([kept(1)], awaited(None)),
        ([kept(1, child=NOBODYS)], awaited(NOBODYS)),
        ([kept(1)], awaited(used=1)),
        ([kept(2, first=1)], awaited(used=1)),
        ([Kept(1, 1, "displaced", MARKO, datetime(2026, 4, 1, tzinfo=UTC), None)], awaited()),
        *(([kept(1)], awaited(state=state)) for state in S if state not in (S.ASKED, S.CANNOT)),
    ],
)
def test_nothing_is_offered_for_another(these: list[Kept], wanted: Awaited) -> None:
    assert offered(these, wanted) is None


def test_who_could_not_get_it_is_offered_it_and_the_family_has_its_own() -> None:
    assert offered([kept(1)], awaited(state=S.CANNOT)) is not None
    assert offered([kept(1, child=None)], awaited(None)) is not None


@pytest.mark.parametrize("lasts", list(Lasts))
def test_what_is_about_one_application_is_asked_for_anew(lasts: Lasts) -> None:
    assert (offered([kept(1)], lasts=lasts) is None) == (lasts is Lasts.ONCE)


@pytest.mark.parametrize(
    ("until", "on", "holds"),
    [(None, FAR, True), (LAST, TODAY, True), (PASSED, TODAY, False), (FAR, date(2029, 1, 2), False)],
)
def test_a_last_day_is_one_of_its_days(until: date | None, on: date, holds: bool) -> None:
    assert serves(until, on) is holds


@pytest.mark.parametrize(
    ("shifts", "on"),
    [
        ([], TODAY),
        ([date(2027, 7, 1)], date(2027, 7, 1)),
        ([date(2027, 7, 1), date(2027, 8, 2)], date(2027, 8, 2)),
        ([date(2027, 3, 1)], TODAY),
    ],
    ids=["no place yet", "a place", "two to choose from", "the shift has begun"],
)
def test_documents_are_needed_when_the_last_shift_begins(shifts: list[date], on: date) -> None:
    assert needed_on(TODAY, shifts) == on
