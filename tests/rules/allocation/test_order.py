"""Who stands before whom, and what decided it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.allocation.answers import Declined, Joined
from rules.allocation.asked import Application, Counted, Criterion, OrderRule
from rules.allocation.lots import lot_of, seed_of
from rules.allocation.order import Party, Rank, in_order, joined
from tests.rules.allocation.stage import OPENS, PAPERS_BY, RULE, VALUE, Play, family, name, party, ranked, shift

DAY = replace(RULE, counted=Counted.DAY)


def numbers(*families: Application, rule: OrderRule = RULE) -> list[int]:
    return [int(rank.party.id[0][-6:]) for rank in ranked(*families, rule=rule)]


def test_weight_comes_before_time_and_the_reason_is_said() -> None:
    first, second, third = ranked(family(1), family(2, category="displaced"), family(3, category="fallen"))
    assert [rank.weight for rank in (first, second, third)] == [30, 10, 0]
    assert [rank.decided_by for rank in (first, second, third)] == [None, Criterion.WEIGHT, Criterion.WEIGHT]


def test_a_campaign_may_go_by_time_alone_or_by_the_lot_alone() -> None:
    families = [family(1), family(2, category="fallen"), family(3)]
    assert numbers(*families, rule=replace(RULE, criteria=(Criterion.TIME,))) == [1, 2, 3]
    seed = seed_of([each.number for each in families], VALUE)
    by_lot = sorted((lot_of(seed, name(number)), number) for number in (1, 2, 3))
    ranks = ranked(*families, rule=replace(RULE, criteria=()))
    assert [(rank.lot, int(rank.party.id[0][-6:])) for rank in ranks] == by_lot
    assert ranks[1].decided_by is Criterion.LOT


@pytest.mark.parametrize("criteria", [(Criterion.LOT,), (Criterion.TIME, Criterion.TIME), (Criterion.SIBLINGS,)])
def test_what_is_no_order_is_refused(criteria: tuple[Criterion, ...]) -> None:
    with pytest.raises(ValueError, match="the lot comes last"):
        replace(RULE, criteria=criteria)


@pytest.mark.parametrize(
    ("late", "kept", "expected"),
    [
        (PAPERS_BY, True, [1, 2]),
        (PAPERS_BY + timedelta(microseconds=1), False, [2, 1]),
    ],
)
def test_papers_until_the_end_of_their_day_keep_the_time(late: datetime, kept: bool, expected: list[int]) -> None:
    slow = replace(family(1), complete_at=late)
    assert numbers(slow, family(2)) == expected
    rank = next(rank for rank in ranked(slow, family(2)) if rank.party.id[0] == name(1))
    assert rank.kept is kept
    assert rank.counts_from == (OPENS + timedelta(minutes=1) if kept else late.replace(second=0, microsecond=0))


def test_whose_papers_are_missing_stands_beside_the_order() -> None:
    order = in_order(RULE, [family(1), replace(family(2), complete_at=None)], "seed")
    assert [rank.party.id[0] for rank in order.ranks] == [name(1)]
    assert order.incomplete == (name(2),)


@pytest.mark.parametrize(
    ("counted", "earlier", "later", "equal"),
    [
        # The day is Kyiv's: 22:30 UTC is already the next one.
        (Counted.DAY, datetime(2026, 2, 3, 21, 59, tzinfo=UTC), datetime(2026, 2, 3, 22, 30, tzinfo=UTC), False),
        (Counted.DAY, datetime(2026, 2, 3, 22, 0, tzinfo=UTC), datetime(2026, 2, 4, 21, 59, tzinfo=UTC), True),
        # The night in which the clocks change has one day.
        (Counted.DAY, datetime(2026, 3, 28, 22, 0, tzinfo=UTC), datetime(2026, 3, 29, 20, 59, tzinfo=UTC), True),
        (Counted.MINUTE, datetime(2026, 2, 3, 9, 0, 0, tzinfo=UTC), datetime(2026, 2, 3, 9, 0, 59, tzinfo=UTC), True),
        (Counted.MOMENT, datetime(2026, 2, 3, 9, 0, 0, tzinfo=UTC), datetime(2026, 2, 3, 9, 0, 0, 1, UTC), False),
    ],
)
def test_within_what_the_campaign_counts_the_lot_decides(
    counted: Counted, earlier: datetime, later: datetime, equal: bool
) -> None:
    first = replace(family(1), submitted_at=earlier, complete_at=earlier)
    second = replace(family(2), submitted_at=later, complete_at=later)
    ranks = ranked(first, second, rule=replace(RULE, counted=counted))
    assert ranks[1].decided_by is (Criterion.LOT if equal else Criterion.TIME)
    if not equal:
        assert ranks[0].party.id[0] == name(1)


def test_siblings_who_need_not_be_together_stand_one_behind_the_other() -> None:
    apart = family(2, children=3, together=False)
    ranks = ranked(family(1), apart, family(3), rule=DAY)
    places = [rank.number for rank in ranks if rank.party.id[0] == name(2)]
    assert places == list(range(places[0], places[0] + 3))
    assert [rank.decided_by for rank in ranks if rank.party.id[0] == name(2)][1:] == [Criterion.SIBLINGS] * 2


def test_a_category_lifts_those_who_go_with_the_child_and_nobody_else() -> None:
    together, apart = family(5, children=2), family(6, children=2, together=False)
    lifted = [
        replace(each, children=(replace(each.children[0], categories=frozenset({"fallen"})), each.children[1]))
        for each in (together, apart)
    ]
    weights = {rank.party.id: rank.weight for rank in ranked(*lifted)}
    assert weights == {(name(5), 0): 30, (name(6), 0): 30, (name(6), 1): 0}


def test_several_categories_do_not_add_up() -> None:
    both = family(1)
    both = replace(both, children=(replace(both.children[0], categories=frozenset({"fallen", "displaced", "odd"})),))
    assert ranked(both)[0].weight == 30


def test_a_number_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        in_order(RULE, [family(1), family(1)], "seed")


@given(
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from([None, "fallen", "displaced"])), max_size=12), st.randoms()
)
def test_the_order_is_one_whatever_the_order_of_the_input(asked: list[tuple[int, str | None]], chance: object) -> None:
    families = [
        replace(family(number, category=category), submitted_at=OPENS + timedelta(minutes=minute))
        for number, (minute, category) in enumerate(asked, start=1)
    ]
    mixed = list(families)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random without saying so
    order = in_order(DAY, families, "seed")
    assert order == in_order(DAY, mixed, "seed")
    assert [rank.number for rank in order.ranks] == list(range(1, len(families) + 1))
    keys = [(-rank.weight, rank.counts_from, rank.lot) for rank in order.ranks]
    assert keys == sorted(keys)


@st.composite
def without_some(draw: st.DrawFn) -> tuple[list[Application], dict[int, list[int]]]:
    """Families, and by their place those children of some of them who come later: all, where they go only together."""
    families = [
        family(
            number,
            draw(st.integers(1, 3)),
            together=draw(st.booleans()),
            category=draw(st.sampled_from([None, "displaced", "fallen"])),
        )
        for number in range(1, draw(st.integers(1, 6)) + 1)
    ]
    later: dict[int, list[int]] = {}
    for place in draw(st.lists(st.integers(0, len(families) - 1), unique=True, max_size=4)):
        every = [child.number for child in families[place].children]
        some = st.lists(st.sampled_from(every), min_size=1, unique=True)
        later[place] = every if families[place].together else draw(some)
    return families, later


@given(without_some(), st.sampled_from(list(Counted)))
def test_who_joins_later_stands_as_if_they_had_been_there_from_the_first(
    case: tuple[list[Application], dict[int, list[int]]], counted: Counted
) -> None:
    """Whole families or single siblings, one after the other, in any order: ranks, weights, lots and reasons are those
    of an order that was made of all at once.
    """
    families, later = case
    rule, seed = replace(RULE, counted=counted), seed_of([each.number for each in families], VALUE)
    away = {number for numbers in later.values() for number in numbers}
    rest = [
        replace(each, children=stay)
        for each in families
        if (stay := tuple(child for child in each.children if child.number not in away))
    ]
    ranks = in_order(rule, rest, seed).ranks
    for place, numbers in later.items():
        whole = families[place]
        those = [tuple(child for child in whole.children if child.number in numbers)]
        late = those if whole.together else [(child,) for child in those[0]]
        parts = len([rank for rank in ranks if rank.party.id[0] == whole.number])
        parties = [Party((whole.number, parts + nth), each) for nth, each in enumerate(late)]
        ranks = joined(rule, ranks, whole, parties, [child.number for child in whole.children], seed)
    assert [seen(each) for each in ranks] == [seen(each) for each in in_order(rule, families, seed).ranks]


def seen(rank: Rank) -> tuple[object, ...]:
    """All of a rank but how its application's parts are counted."""
    children = tuple(child.number for child in rank.party.children)
    return rank.number, children, rank.weight, rank.counts_from, rank.kept, rank.lot, rank.decided_by


def test_who_stands_in_the_order_does_not_join_it() -> None:
    ranks = ranked(family(1), family(2))
    with pytest.raises(ValueError, match="twice"):
        joined(RULE, ranks, family(1), [Party((name(1), 1), family(1).children)], [10], "seed")


def test_who_joins_the_order_later_is_before_those_behind_and_takes_nothing_from_them() -> None:
    play = Play([shift("A", 1)], family(2), family(3))
    play.order = ranked(family(1), family(2), family(3))
    play.say(Joined(party(1)))
    assert play.offers() == {2: {"A": 1}}
    play.say(Declined(party(2)))
    assert play.offers() == {1: {"A": 1}}, "and not the third"
