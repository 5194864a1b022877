"""What holds whatever families say, in whatever order: nobody is passed over, nothing is given twice."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.allocation.answers import Accepted, BackAgain, Declined, Expired, Left, Line, Returned, State, wanting
from rules.allocation.asked import Application, Shift
from rules.allocation.order import PartyId
from rules.allocation.reasons import Found, Step, Why
from rules.allocation.step import step
from tests.rules.allocation.plain_rule import held, may_go, rule, standings_of
from tests.rules.allocation.stage import Play, family, shift

CODES = "ABC"
OLD = date(2006, 1, 1)
"""Too old for a shift with an upper bound."""


@st.composite
def asked(draw: st.DrawFn) -> tuple[list[Shift], list[Application]]:
    """A few shifts with too few seats, and families with every kind of wish; some children stand there twice."""
    shifts = [
        shift(code, draw(st.integers(0, 5)), oldest=draw(st.sampled_from([None, None, 17])), closed=draw(_seldom()))
        for code in CODES[: draw(st.integers(1, 3))]
    ]
    wishes = st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True).map("".join)
    families = [
        family(
            number,
            children=draw(st.integers(1, 4)),
            wishes=draw(wishes),
            together=draw(st.sampled_from([True, True, False])),
            category=draw(st.sampled_from([None, "displaced", "fallen"])),
            keys=["twice"] * draw(st.sampled_from([0, 0, 0, 0, 0, 0, 1, 2])),
            born=[OLD] if draw(_seldom()) else [],
        )
        for number in range(1, draw(st.integers(1, 7)) + 1)
    ]
    return shifts, families


Case = tuple[list[Shift], list[Application]]
Said = list[tuple[int, int]]


def _seldom() -> st.SearchStrategy[bool]:
    return st.integers(0, 7).map(lambda number: number == 7)


SAID = st.lists(st.tuples(st.integers(0, 10), st.integers(0, 999)), max_size=14)


@dataclass(frozen=True)
class Moment:
    """A step, with all that it was made from."""

    before: tuple[Line, ...]
    shifts: tuple[Shift, ...]
    play: Play
    done: Step


def played(shifts: list[Shift], families: list[Application], said: list[tuple[int, int]]) -> list[Moment]:
    """A campaign in which numbers choose who says what."""
    play = Play(shifts, *families)
    moments = [Moment((), tuple(play.shifts), play, play.last)]
    for what, who in said:
        lines = _line(play, what, who)
        before = (*play.log, *lines)
        moments.append(Moment(before, tuple(play.shifts), play, play.say(*lines)))
    return moments


def _line(play: Play, what: int, who: int) -> list[Line]:
    """One thing that can be said now; nothing where it can't."""
    decisions = play.last.decisions
    asked_now = [each for each in decisions if each.offer is not None]
    if what <= 5 and asked_now:
        decision = asked_now[who % len(asked_now)]
        assert decision.offer is not None
        party = decision.rank.party.id
        if what == 4:
            return [Declined(party)]
        if what == 5:
            # As in the night in which several terms end at once.
            return [Expired(each.rank.party.id) for each in asked_now[who % len(asked_now) :]]
        code, seats = decision.offer.choices[who % len(decision.offer.choices)]
        wants = [number for number, state in decision.children.items() if state is State.OFFERED]
        goes = seats if what < 3 else 1
        return [Accepted(party, code, frozenset(wants[:goes]), rest_waits=who % 3 > 0)]
    if what == 6:
        return _left(play, who)
    if what == 7:
        # While others say no at the same time.
        back = _returned(play, who)
        still = {line.party for line in back}
        return back + [Declined(each.rank.party.id) for each in asked_now[: who % 3] if each.rank.party.id not in still]
    if what == 10:
        return _back_again(play, who)
    place = who % len(play.shifts)
    seats = max(0, play.shifts[place].seats + (1 if what == 8 else -1) * (1 + who % 3))
    play.shifts[place] = replace(play.shifts[place], seats=seats)
    return []


def _left(play: Play, who: int) -> list[Line]:
    decision = play.last.decisions[who % len(play.last.decisions)]
    party = decision.rank.party.id
    standing = standings_of(play.order, play.log)[party]
    inside = sorted(standing.waiting | standing.going)
    return [Left(party, frozenset(inside[: 1 + who % 2]))] if inside else []


def _returned(play: Play, who: int) -> list[Line]:
    found = [
        (party, frozenset(standing.ended))
        for party, standing in standings_of(play.order, play.log).items()
        if standing.ended and standing.offer is None
    ]
    return [Returned(*found[who % len(found)])] if found else []


def _back_again(play: Play, who: int) -> list[Line]:
    """Children in doubt whose need is confirmed again. A family that is asked just now gets no child back of whom
    another one has the seat: a human decides there.
    """
    standings = standings_of(play.order, play.log)
    seated = {
        child.key: rank.party.id
        for rank in play.order
        for child in rank.party.children
        if child.number in standings[rank.party.id].going
        or (standings[rank.party.id].offer and child.number in standings[rank.party.id].waiting)
    }
    found = [
        (rank.party.id, child.number)
        for rank in play.order
        for child in rank.party.children
        if standings[rank.party.id].ended.get(child.number) is State.WITHDRAWN
        and (standings[rank.party.id].offer is None or seated.get(child.key, rank.party.id) == rank.party.id)
    ]
    party, number = found[who % len(found)] if found else (("", 0), 0)
    return [BackAgain(party, frozenset({number}))] if found else []


def seats_of(moment: Moment, log: Iterable[Line]) -> Counter[str]:
    seats: Counter[str] = Counter()
    for standing in standings_of(moment.play.order, log).values():
        seats.update(held(standing))
    return seats


def after(moment: Moment) -> list[Line]:
    return [*moment.before, *(made.offer for made in moment.done.offers)]


def aside(moment: Moment) -> set[PartyId]:
    return {each.rank.party.id for each in moment.done.decisions if each.why is Why.SAME_CHILD}


def no_shift_has_more_than_its_seats(moment: Moment) -> None:
    before, now = seats_of(moment, moment.before), seats_of(moment, after(moment))
    for each in moment.shifts:
        assert now[each.code] <= max(each.seats, before[each.code]), "seats were given above the quota"
        assert moment.done.left[each.code] == max(0, each.seats - now[each.code])
        assert moment.done.short.get(each.code, 0) == max(0, now[each.code] - each.seats)


def no_child_has_two_seats(moment: Moment) -> None:
    standings = standings_of(moment.play.order, after(moment))
    keys: Counter[str] = Counter()
    for rank in moment.play.order:
        standing = standings[rank.party.id]
        has = standing.going.union(wanting(rank.party, standing) if standing.offer else ())
        keys.update(child.key for child in rank.party.children if child.number in has)
    assert [key for key, count in keys.items() if count > 1] == []
    assert moment.done.twice == ()


def the_offers_are_those_of_the_rule_said_plainly(moment: Moment) -> None:
    plain = rule(moment.play.order, moment.shifts, moment.before, aside(moment))
    ours = {each.rank.party.id: dict(each.offer.choices) if each.offer else {} for each in moment.done.decisions}
    assert ours == plain


def nobody_waits_beside_a_seat_that_is_theirs(moment: Moment) -> None:
    standings = standings_of(moment.play.order, after(moment))
    for rank in moment.play.order:
        party, standing = rank.party.id, standings[rank.party.id]
        need = len(wanting(rank.party, standing))
        if party in aside(moment) or standing.offer is not None or need == 0:
            continue
        for code in may_go(rank.party, standing, moment.shifts):
            each = next(each for each in moment.shifts if each.code == code)
            left = 0 if each.closed else moment.done.left[code]
            assert left < need
            assert left <= standing.fewer.get(code, 0), "whoever has not said no to them is asked"


def every_child_has_one_state_and_the_sum_is_the_count(moment: Moment) -> None:
    states = [(number, state) for each in moment.done.decisions for number, state in each.children.items()]
    children = [child.number for rank in moment.play.order for child in rank.party.children]
    assert sorted(number for number, _ in states) == sorted(children)
    counts = Counter(state for _, state in states)
    assert sum(counts.values()) == len(children)
    going = sum(len(each.going) for each in standings_of(moment.play.order, after(moment)).values())
    assert counts[State.ACCEPTED] == going


def what_was_offered_is_not_offered_again(moment: Moment) -> None:
    assert step(moment.play.order, moment.shifts, after(moment)).offers == ()


def what_stands_is_only_ever_bettered(moment: Moment) -> None:
    for made in moment.done.offers:
        if made.instead_of is None:
            continue
        before, now = dict(made.instead_of.choices), dict(made.offer.choices)
        assert made.offer.holds_all or all(now.get(code, 0) >= seats for code, seats in before.items())
        assert not made.instead_of.holds_all


def fewer_seats_are_offered_to_nobody_behind_whoever_has_fewer_and_then_nothing_else_is_left(moment: Moment) -> None:
    """Whose turn comes back may well get fewer beside somebody behind, for whom such seats are kept already."""
    made = {each.offer.party for each in moment.done.offers}
    kept: set[str] = set()
    for decision in moment.done.decisions:
        if decision.offer is not None and not decision.offer.holds_all:
            codes = {code for code, _ in decision.offer.choices}
            assert decision.rank.party.id not in made or not codes & kept
            kept |= codes
    closed = {each.code for each in moment.shifts if each.closed}
    assert all(moment.done.left[code] == 0 for code in kept - closed)


def nobody_loses_an_offer_to_whoever_is_back(moment: Moment) -> None:
    before = standings_of(moment.play.order, moment.before)
    now = standings_of(moment.play.order, after(moment))
    for party, standing in before.items():
        if standing.offer is not None and standing.offer.holds_all:
            assert now[party].offer == standing.offer
        assert now[party].going == standing.going


HOLDS: tuple[Callable[[Moment], None], ...] = (
    no_shift_has_more_than_its_seats,
    no_child_has_two_seats,
    the_offers_are_those_of_the_rule_said_plainly,
    nobody_waits_beside_a_seat_that_is_theirs,
    every_child_has_one_state_and_the_sum_is_the_count,
    what_was_offered_is_not_offered_again,
    what_stands_is_only_ever_bettered,
    fewer_seats_are_offered_to_nobody_behind_whoever_has_fewer_and_then_nothing_else_is_left,
    nobody_loses_an_offer_to_whoever_is_back,
)


@given(asked(), SAID)
@settings(max_examples=150)
def test_it_holds_after_every_line(case: Case, said: Said) -> None:
    for moment in played(*case, said):
        for holds in HOLDS:
            holds(moment)


@given(asked())
def test_whoever_got_a_seat_at_first_stands_before_all_who_could_have_had_it(case: Case) -> None:
    """In a dry run nobody has said no yet: who waits found nothing, and nobody behind has what they could take."""
    done = step(Play(case[0], *case[1]).order, case[0], ())
    given_below: Counter[str] = Counter()
    for decision in reversed(done.decisions):
        if decision.why is Why.NO_SEAT:
            wanted = [tried.shift for tried in decision.tried if tried.found in (Found.FULL, Found.TOO_FEW)]
            assert [code for code in wanted if given_below[code]] == []
        given_below.update(dict(decision.offer.choices) if decision.offer else {})


@given(asked(), SAID, st.randoms(use_true_random=False))
def test_it_is_repeatable_whatever_the_order_of_what_is_put_in(case: Case, said: Said, chance: random.Random) -> None:
    for moment in played(*case, said):
        order, shifts = list(moment.play.order), list(moment.shifts)
        chance.shuffle(order)
        chance.shuffle(shifts)
        # Only what one family said has an order: families among each other may be told in any.
        whose = [line.party for line in moment.before]
        chance.shuffle(whose)
        lines = {party: [line for line in moment.before if line.party == party] for party in set(whose)}
        assert step(order, shifts, [lines[party].pop(0) for party in whose]) == moment.done


@given(asked(), st.integers(0, 2), st.integers(1, 4))
def test_more_seats_never_make_it_worse_for_the_first(case: Case, which: int, more: int) -> None:
    shifts, families = case
    place = which % len(shifts)
    richer = [replace(each, seats=each.seats + more * (number == place)) for number, each in enumerate(shifts)]
    assert _worth(Play(richer, *families), 0) >= _worth(Play(shifts, *families), 0)


@given(asked(), st.integers(0, 2), st.integers(1, 4))
def test_more_seats_make_it_worse_for_nobody_where_all_go_alone(case: Case, which: int, more: int) -> None:
    """With siblings it may: a family that now fits into its dearer shift takes seats that others had."""
    shifts, families = case
    alone = [replace(each, together=False) for each in families]
    place = which % len(shifts)
    richer = [replace(each, seats=each.seats + more * (number == place)) for number, each in enumerate(shifts)]
    poor, rich = Play(shifts, *alone), Play(richer, *alone)
    for number in range(len(poor.order)):
        assert _worth(rich, number) >= _worth(poor, number)


def _worth(play: Play, place: int) -> tuple[int, int]:
    """How good it is what a party got: how many go, in how dear a shift."""
    decision = play.last.decisions[place]
    if decision.offer is None:
        return (0, 0)
    wishes = [tried.shift for tried in decision.tried]
    return max((seats, -wishes.index(code)) for code, seats in decision.offer.choices)
