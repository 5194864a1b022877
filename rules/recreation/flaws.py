"""What can't stand in a campaign, whoever wrote it."""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from rules.recreation.terms import AFTER_NEED, PAPER_ONLY, WITH_NEED, By, Paper, StayKind, Step, Terms

OLDEST = 25
"""No programme for children goes beyond it: a larger number is a slip."""
LONGEST_NAME = 120
LONGEST_ORDER = 200
MOST_SHIFTS = 16
MOST_PROOFS = 3
LONGEST_IN_A_SHIFT = 70
"""Of the camp, and of the way there: all shifts stand in one message."""


class Flaw(StrEnum):
    """Each with words of its own."""

    UNREAD = "unread"
    """The line can't be understood."""
    TOO_LONG = "too-long"
    CLOSES_FIRST = "closes-first"
    AGES = "ages"
    NO_CATEGORY = "no-category"
    UNKNOWN_CATEGORY = "unknown-category"
    UNKNOWN_DOCUMENT = "unknown-document"
    TWICE = "twice"
    HEALTH_EARLY = "health-early"
    """The medical form before the departure, or in the chat."""
    ASKED_LATE = "asked-late"
    """A question by whose answer places are shared out, behind the need."""
    ASKED_EARLY = "asked-early"
    """A question of use only for a child with a place, of every family."""
    NO_STAY = "no-stay"
    STAY_SHORT = "stay-short"
    """Shorter than the law lets a stay of its kind be."""
    SHIFT_SHORT = "shift-short"
    SHIFT_KIND = "shift-kind"
    """A stay of a kind that the campaign does not know."""
    TOO_MANY = "too-many"
    SHIFT_USED = "shift-used"
    """A shift is left out of which places were offered already."""


def flaw_in(
    terms: Terms, *, categories: Collection[str], documents: Collection[str], law: Mapping[StayKind, int]
) -> Flaw | None:
    """The first fault; None where it can stand. `law`: the least days of each kind (Law 375-VI, art. 1)."""
    return next(_flaws(terms, categories, documents, law), None)


def _flaws(
    terms: Terms, categories: Collection[str], documents: Collection[str], law: Mapping[StayKind, int]
) -> Iterator[Flaw]:
    if any(len(name) > LONGEST_NAME for name in (terms.name.uk, terms.name.en, terms.basis, terms.lot)):
        yield Flaw.TOO_LONG
    if any(len(text) > LONGEST_ORDER for text in (terms.order.uk, terms.order.en)):
        yield Flaw.TOO_LONG
    if terms.closes < terms.opens:
        yield Flaw.CLOSES_FIRST
    if not 0 <= terms.ages.least <= terms.ages.most <= OLDEST:
        yield Flaw.AGES
    yield from _of_categories(terms, categories, documents)
    yield from _of_asks(terms)
    yield from _of_papers(terms, documents)
    yield from _of_stays(terms, law)


def _of_categories(terms: Terms, categories: Collection[str], documents: Collection[str]) -> Iterator[Flaw]:
    codes = [each.code for each in terms.categories]
    if not codes:
        yield Flaw.NO_CATEGORY
    if any(code not in categories for code in codes):
        yield Flaw.UNKNOWN_CATEGORY
    if any(proof not in documents for each in terms.categories for proof in each.proofs):
        yield Flaw.UNKNOWN_DOCUMENT
    if any(len(each.proofs) > MOST_PROOFS for each in terms.categories):
        yield Flaw.TOO_MANY
    if len(set(codes)) < len(codes) or len({each.question for each in terms.asks}) < len(terms.asks):
        yield Flaw.TWICE


def _of_asks(terms: Terms) -> Iterator[Flaw]:
    for each in terms.asks:
        if each.question in WITH_NEED and each.step is not Step.NEED:
            yield Flaw.ASKED_LATE
        if each.question in AFTER_NEED and each.step is Step.NEED:
            yield Flaw.ASKED_EARLY


def _of_papers(terms: Terms, documents: Collection[str]) -> Iterator[Flaw]:
    for paper in terms.papers:
        if paper.document == PAPER_ONLY and not _may_ask_for_health(paper):
            yield Flaw.HEALTH_EARLY
        elif paper.document != PAPER_ONLY and paper.document not in documents:
            yield Flaw.UNKNOWN_DOCUMENT
    if len({(each.document, each.per) for each in terms.papers}) < len(terms.papers):
        yield Flaw.TWICE


def _may_ask_for_health(paper: Paper) -> bool:
    return paper.step is Step.DEPARTURE and paper.by is By.PAPER


def _of_stays(terms: Terms, law: Mapping[StayKind, int]) -> Iterator[Flaw]:
    least = {each.kind: each.least_days for each in terms.stays}
    if not least:
        yield Flaw.NO_STAY
    if len(least) < len(terms.stays) or len({each.number for each in terms.shifts}) < len(terms.shifts):
        yield Flaw.TWICE
    if any(days < law[kind] for kind, days in least.items()):
        yield Flaw.STAY_SHORT
    if len(terms.shifts) > MOST_SHIFTS:
        yield Flaw.TOO_MANY
    for shift in terms.shifts:
        if shift.kind not in least:
            yield Flaw.SHIFT_KIND
        elif shift.days < least[shift.kind]:
            yield Flaw.SHIFT_SHORT
        if max(len(shift.camp), len(shift.transport)) > LONGEST_IN_A_SHIFT:
            yield Flaw.TOO_LONG
