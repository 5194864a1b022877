"""A whole made-up campaign: 5,000 applications, 8,000 children, 600 seats, with the mistakes that people make."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from time import process_time

from rules.allocation.answers import State
from rules.allocation.asked import Criterion
from rules.allocation.lots import lot_of, seed_of
from rules.allocation.order import in_order
from rules.allocation.reasons import Found, Step, Why
from rules.allocation.step import step
from tests.rules.allocation.invented import APPLICATIONS, CHILDREN, RULE, SEATS, VALUE, Campaign, campaign
from tests.rules.allocation.to_the_end import to_the_end

CPU_SECONDS = 5.0
"""Of this process, for one step of all 5,000; a stopwatch would measure who else uses the machine."""


@cache
def whole() -> Campaign:
    return campaign()


@cache
def dry() -> tuple[Step, float]:
    began = process_time()
    return step(whole().order.ranks, whole().shifts, ()), process_time() - began


@cache
def tenth() -> Campaign:
    return campaign(applications=500, children=800, seats=60)


@cache
def end() -> Step:
    return to_the_end(tenth()).last


def test_it_is_as_large_as_the_real_one_and_as_full_of_mistakes() -> None:
    made = whole()
    rows = [row for each in made.filed for row in each.rows]
    assert (len(made.applications), len(rows), sum(shift.seats for shift in made.shifts)) == (
        APPLICATIONS,
        CHILDREN,
        SEATS,
    )
    twice = [human for human, count in Counter(row.human for row in rows).items() if count > 1]
    assert len(twice) > 100, "the same child by two guardians"
    assert sum("-" in row.name for row in rows) > 100
    assert all(sum(sign in row.name for row in rows) > 20 for sign in "'’ʼ`")
    siblings = [[row.born for row in each.rows] for each in made.filed if len(each.rows) > 1]
    assert sum(len(set(born)) < len(born) for born in siblings) > 50, "twins"
    assert len(made.order.incomplete) > 200, "papers that never came, and dates that are none"
    assert sum(not rank.kept for rank in made.order.ranks) > 200, "late papers"


def test_it_is_the_same_one_each_time() -> None:
    assert campaign(applications=60, children=100) == campaign(applications=60, children=100)
    assert campaign(applications=60, children=100) != campaign(seed=7, applications=60, children=100)


def test_the_allocation_is_repeatable_from_whatever_order_the_rows_come_in() -> None:
    made, chance = whole(), random.Random(5)
    applications, shifts = list(made.applications), list(made.shifts)
    chance.shuffle(applications)
    chance.shuffle(shifts)
    order = in_order(RULE, applications, seed_of([each.number for each in applications], VALUE))
    assert order == made.order
    assert step(order.ranks, shifts, ()) == dry()[0]


def test_it_takes_seconds() -> None:
    assert dry()[1] < CPU_SECONDS


def test_the_seats_are_given_to_the_last_and_to_nobody_beyond() -> None:
    seats = Counter(code for each in dry()[0].offers for code, count in each.offer.choices for _ in range(count))
    assert {shift.code: seats[shift.code] for shift in whole().shifts} == {
        shift.code: shift.seats for shift in whole().shifts
    }
    assert set(dry()[0].left.values()) == {0}


def test_each_decision_says_why() -> None:
    """Whoever waits reads for each of their wishes what was found there, and who stands before them."""
    seed = seed_of([each.number for each in whole().applications], VALUE)
    before = None
    for decision in dry()[0].decisions:
        rank = decision.rank
        assert rank.lot == lot_of(seed, rank.party.id[0])
        assert (rank.decided_by is None) == (before is None)
        if before is not None and rank.decided_by is Criterion.WEIGHT:
            assert rank.weight < before.weight
        before = rank
        if decision.why is Why.NO_SEAT:
            assert decision.tried
            assert all(tried.found in (Found.FULL, Found.TOO_FEW, Found.AGE) for tried in decision.tried)
            assert all((tried.ahead > 0) == (tried.nearest is not None) for tried in decision.tried)
        elif decision.why is Why.SAME_CHILD:
            assert decision.other not in (None, rank.party.id)
        elif decision.why is Why.LATER_WISH:
            assert decision.tried[0].found in (Found.FULL, Found.FEWER, Found.AGE)
    assert {decision.why for decision in dry()[0].decisions} >= {
        Why.FIRST_WISH,
        Why.LATER_WISH,
        Why.FEWER_LEFT,
        Why.NO_SEAT,
        Why.SAME_CHILD,
        Why.NO_SHIFT_FITS,
    }


def test_played_to_the_end_no_shift_has_more_than_its_seats_and_hardly_one_is_left() -> None:
    going = [number for each in end().decisions for number, state in each.children.items() if state == "accepted"]
    assert len(going) == len(set(going))
    assert len(going) + sum(end().left.values()) == 60
    assert end().short == {}
    assert sum(end().left.values()) < 12, "what is left is too few for whoever waits for it, and they said so"


def test_the_sum_of_the_states_is_the_count_of_the_children() -> None:
    for made, done, count in ((whole(), dry()[0], CHILDREN), (tenth(), end(), 800)):
        states = Counter(state for decision in done.decisions for state in decision.children.values())
        beside = set(made.order.incomplete)
        incomplete = sum(len(each.children) for each in made.applications if each.number in beside)
        assert sum(states.values()) + incomplete == count


def test_no_child_goes_twice_however_its_name_was_typed() -> None:
    """Only a date of birth that was typed in otherwise makes another child of one: that is for human eyes."""
    rows = [row for each in tenth().filed for row in each.rows]
    going = Counter(
        tenth().humans[number]
        for decision in end().decisions
        for number, state in decision.children.items()
        if state is State.ACCEPTED
    )
    for human in (human for human, count in going.items() if count > 1):
        assert len({row.born for row in rows if row.human == human}) > 1
    assert end().twice == ()


def test_twins_are_two_children() -> None:
    keys = {child.number: child.key for each in whole().applications for child in each.children}
    humans = whole().humans
    twins = 0
    for each in whole().applications:
        for one, other in zip(each.children, each.children[1:], strict=False):
            if one.born == other.born and humans[one.number] != humans[other.number]:
                twins += keys[one.number] != keys[other.number]
    assert twins > 30
