"""What a campaign says, as the allocation takes it: shifts, the order, and what a family wishes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime

from rules.allocation import asked
from rules.allocation.asked import Child, OrderRule, Wish
from rules.local_time import end_of_day
from rules.recreation.periods import EITHER, MONTHS
from rules.recreation.terms import Terms


def shifts_of(terms: Terms, today: date) -> tuple[asked.Shift, ...]:
    """The shifts of a campaign on a day in Kyiv: of one that has begun nothing is offered any more."""
    return tuple(
        asked.Shift(
            code=str(shift.number),
            stay=shift.kind.value,
            first_day=shift.first,
            last_day=shift.last,
            seats=shift.places,
            youngest=terms.ages.least,
            oldest=terms.ages.most,
            ages_on=terms.ages.on,
            closed=shift.first <= today,
        )
        for shift in terms.shifts
    )


def papers_by(terms: Terms) -> datetime:
    """Until when papers keep the time of sending: the last moment of the day, in UTC."""
    return end_of_day(terms.ranking.papers_until or terms.closes)


def order_rule(terms: Terms) -> OrderRule:
    """How the campaign orders families."""
    weights = {each.code: each.weight for each in terms.categories}
    return OrderRule(weights, papers_by(terms), terms.ranking.counted, terms.ranking.criteria)


def wishes_of(terms: Terms, stay: str | None, periods: Collection[str]) -> tuple[Wish, ...]:
    """The shifts that somebody wishes, in the order in which they begin: of the kind, and beginning within one of the
    periods. Whatever is open to the family, was not asked, or stands in words of their own, stands for all.
    """
    fitting = sorted(terms.shifts, key=lambda each: (each.first, each.number))
    return tuple(
        Wish(shift=str(each.number))
        for each in fitting
        if stay in (None, EITHER, each.kind.value) and _within(each.first, periods)
    )


def _within(first: date, periods: Collection[str]) -> bool:
    """A shift belongs to the month in which it begins."""
    return not periods or EITHER in periods or any(first.month in MONTHS[each] for each in periods)


def combinations(children: Iterable[Child], seats: int) -> list[tuple[Child, ...]]:
    """Who may go where there are fewer seats than children, in the order in which they were named."""
    those = tuple(children)
    picks = range(1, 2 ** len(those))
    chosen = [tuple(child for place, child in enumerate(those) if pick & (1 << place)) for pick in picks]
    return [each for each in chosen if len(each) == min(seats, len(those))]
