"""What families are offered, one after the other, and why. The examples of docs/decisions/0037 are among them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules.allocation.answers import (
    Accepted,
    BackAgain,
    Declined,
    DoesNotFit,
    Expired,
    Joined,
    Left,
    Line,
    Offer,
    Returned,
    State,
)
from rules.allocation.reasons import Found, Why
from rules.allocation.step import step
from tests.rules.allocation.stage import Play, family, party, ranked, shift


def test_each_takes_the_first_wish_that_holds_all_of_them() -> None:
    play = Play([shift("A", 2), shift("B", 3)], family(1, 1, "AB"), family(2, 2, "AB"), family(3, 1, "BA"))
    assert play.offers() == {1: {"A": 1}, 2: {"B": 2}, 3: {"B": 1}}
    assert [made.why for made in play.last.offers] == [Why.FIRST_WISH, Why.LATER_WISH, Why.FIRST_WISH]
    dearer, taken = play.of(2).tried
    assert (dearer.found, dearer.needed, dearer.left) == (Found.FEWER, 2, 1)
    assert (taken.found, taken.left) == (Found.HOLDS_ALL, 3)
    assert play.last.left == {"A": 1, "B": 0}, "two would not fit into one seat, and who comes after wished for B first"


def test_fewer_seats_are_offered_and_nobody_passes_before_they_answer() -> None:
    play = Play([shift("A", 2)], family(1, 3), family(2, 1))
    assert play.offers() == {1: {"A": 2}}
    assert play.of(1).why is Why.FEWER_LEFT
    waits = play.of(2)
    assert (waits.why, waits.tried[0].found, waits.tried[0].below) == (Why.NO_SEAT, Found.FULL, 0)


def test_after_a_no_to_fewer_the_next_one_passes_and_the_turn_is_kept() -> None:
    play = Play([shift("A", 2)], family(1, 3), family(2, 1), family(3, 1))
    play.say(Declined(party(1)))
    assert play.offers() == {2: {"A": 1}, 3: {"A": 1}}
    said_no = play.of(1)
    assert (said_no.why, said_no.tried[0].found, said_no.tried[0].below) == (Why.NO_SEAT, Found.FULL, 2)
    play.shifts = [shift("A", 5)]
    play.say()
    assert play.offers()[1] == {"A": 3}, "three came free, and they stand first"


def test_whoever_said_no_is_first_again_for_what_comes_free_beside_whom_a_seat_is_kept_for() -> None:
    play = Play([shift("A", 2), shift("B", 2)], family(1, 2, "AB"), family(2, 1, "B"), family(3, 2, "B"))
    play.say(Declined(party(1)))
    assert play.offers() == {2: {"B": 1}, 3: {"B": 1}}
    play.say(Declined(party(2)))
    assert play.offers() == {1: {"B": 1}, 3: {"B": 1}}


def test_so_many_seats_as_were_too_few_are_not_offered_again_but_more_are() -> None:
    play = Play([shift("A", 2)], family(1, 4))
    play.say(Declined(party(1)))
    assert play.offers() == {}
    assert play.of(1).tried[0].found is Found.TOO_FEW
    play.shifts = [shift("A", 3)]
    play.say()
    assert play.offers() == {1: {"A": 3}}


def test_fewer_means_all_that_is_left_wherever_they_wish_to_go() -> None:
    play = Play([shift("A", 1), shift("B", 2), shift("C", 9)], family(1, 3, "AB"), family(2, 2, "B"), family(3, 1, "A"))
    assert play.offers() == {1: {"A": 1, "B": 2}}
    play.accept(1, "B", 0, 2, rest_waits=True)
    assert play.offers() == {3: {"A": 1}}, "the choice that they did not take goes on"
    rest = play.of(1)
    assert [tried.found for tried in rest.tried] == [Found.APART, Found.FULL]
    assert rest.children == {10: State.ACCEPTED, 11: State.QUEUED, 12: State.ACCEPTED}


def test_who_waits_for_brothers_and_sisters_goes_with_them_before_anybody_behind() -> None:
    play = Play([shift("A", 2)], family(1, 3), family(2, 1))
    play.accept(1, "A", 0, 1, rest_waits=True)
    play.say(Left(party(1), frozenset({11})))
    assert play.offers() == {1: {"A": 1}}
    play.accept(1, "A", 2)
    assert play.of(1).children == {10: State.ACCEPTED, 11: State.WITHDRAWN, 12: State.ACCEPTED}
    assert play.of(1).why is Why.GOING


def test_a_rest_that_does_not_wait_is_asked_no_more() -> None:
    play = Play([shift("A", 2)], family(1, 3))
    play.accept(1, "A", 0, 1)
    play.shifts = [shift("A", 9)]
    play.say()
    assert play.of(1).children == {10: State.ACCEPTED, 11: State.ACCEPTED, 12: State.DECLINED}
    assert play.offers() == {}


def test_an_offer_of_fewer_grows_when_a_seat_comes() -> None:
    play = Play([shift("A", 3)], family(1, 1), family(2, 3), family(3, 1))
    play.accept(1, "A")
    assert play.offers() == {2: {"A": 2}}
    done = play.say(Left(party(1), frozenset({10})))
    assert play.offers() == {2: {"A": 3}}
    assert done.offers[0].instead_of == Offer(party(2), (("A", 2),), 3)
    assert done.offers[0].why is Why.FIRST_WISH


def test_a_shift_for_all_of_them_replaces_fewer_seats_elsewhere_and_these_go_on() -> None:
    play = Play([shift("A", 2), shift("B", 3)], family(1, 3, "B"), family(2, 3, "AB"), family(3, 2, "A"))
    assert play.offers() == {1: {"B": 3}, 2: {"A": 2}}
    play.say(Declined(party(1)))
    assert play.offers() == {2: {"B": 3}, 3: {"A": 2}}


def test_seats_that_come_back_in_a_step_go_to_whoever_stands_first() -> None:
    play = Play([shift("A", 1), shift("B", 3)], family(1, 3, "B"), family(2, 1, "AB"), family(3, 2, "AB"))
    play.say(Expired(party(2)))
    assert play.offers() == {1: {"B": 3}, 3: {"A": 1}}
    play.say(Returned(party(2), frozenset({20})), Expired(party(1)))
    assert play.offers() == {2: {"A": 1}, 3: {"B": 2}}, "the third family goes to B, and its A is the second one's wish"
    assert play.last.left == {"A": 0, "B": 1}


def test_a_no_to_one_shift_leaves_the_others() -> None:
    play = Play([shift("A", 1), shift("B", 1)], family(1, 1, "AB"), family(2, 1, "A"))
    play.say(Declined(party(1)))
    assert play.offers() == {1: {"B": 1}, 2: {"A": 1}}
    play.say(Declined(party(1)))
    decision = play.of(1)
    assert (decision.why, decision.children[10]) == (Why.SAID_NO, State.DECLINED)


def test_silence_about_all_seats_ends_the_wait_and_the_next_moves_up() -> None:
    play = Play([shift("A", 1)], family(1, 1), family(2, 1))
    play.say(Expired(party(1)))
    assert play.offers() == {2: {"A": 1}}
    assert (play.of(1).why, play.of(1).children[10]) == (Why.ENDED, State.EXPIRED)


def test_silence_about_fewer_seats_is_a_no_to_them_alone() -> None:
    play = Play([shift("A", 1)], family(1, 2), family(2, 1))
    play.say(Expired(party(1)))
    assert play.offers() == {2: {"A": 1}}
    assert play.of(1).children == {10: State.QUEUED, 11: State.QUEUED}


def test_a_seat_that_was_given_back_is_offered_to_the_first_who_waits() -> None:
    play = Play([shift("A", 1)], family(1), family(2), family(3))
    play.accept(1, "A")
    assert [play.of(number).tried[0].ahead for number in (2, 3)] == [0, 1]
    assert play.of(3).tried[0].nearest == party(2)
    play.say(Left(party(1), frozenset({10})))
    assert play.offers() == {2: {"A": 1}}


def test_whoever_is_taken_back_stands_where_they_stood_and_takes_nothing_away() -> None:
    play = Play([shift("A", 1)], family(1), family(2), family(3))
    play.say(Expired(party(1)))
    play.say(Returned(party(1), frozenset({10})))
    assert play.offers() == {2: {"A": 1}}
    assert play.of(1).tried[0].below == 1
    play.say(Expired(party(2)))
    assert play.offers() == {1: {"A": 1}}


def test_a_child_less_and_the_others_have_their_seats() -> None:
    play = Play([shift("A", 3)], family(1, 3), family(2, 1))
    play.say(Left(party(1), frozenset({11})))
    assert play.offers() == {1: {"A": 2}, 2: {"A": 1}}
    fewer = Play([shift("A", 2)], family(1, 3))
    fewer.say(Left(party(1), frozenset({11})))
    assert (fewer.of(1).why, fewer.offers()) == (Why.FIRST_WISH, {1: {"A": 2}}), "offered anew: now it is for all"


def test_siblings_who_need_not_be_together_go_their_own_ways() -> None:
    play = Play([shift("A", 1), shift("B", 1)], family(1, 2, "AB", together=False), family(2, 1, "B"))
    first, second = play.of(1, 0).offer, play.of(1, 1).offer
    assert first is not None
    assert second is not None
    assert (first.choices, second.choices) == ((("A", 1),), (("B", 1),))
    assert play.of(2).offer is None


@pytest.mark.parametrize(
    ("born", "ages_on", "found"),
    [
        (date(2019, 6, 1), None, Found.HOLDS_ALL),
        (date(2019, 6, 2), None, Found.AGE),
        (date(2019, 6, 2), date(2026, 8, 31), Found.HOLDS_ALL),
        (date(2008, 6, 2), None, Found.HOLDS_ALL),
        (date(2008, 6, 1), None, Found.AGE),
        (date(2026, 7, 1), None, Found.AGE),
    ],
)
def test_ages_count_on_the_day_that_the_campaign_says(born: date, ages_on: date | None, found: Found) -> None:
    play = Play([shift("A", 5, youngest=7, oldest=17, ages_on=ages_on)], family(1, 2, born=[born]))
    assert play.of(1).tried[0].found is found
    assert play.of(1).why is (Why.NO_SHIFT_FITS if found is Found.AGE else Why.FIRST_WISH)


def test_nothing_of_a_closed_shift_is_offered_but_what_was_offered_stands() -> None:
    play = Play([shift("A", 2)], family(1, 3), family(2, 1))
    play.shifts = [shift("A", 5, closed=True)]
    play.say()
    assert play.offers() == {1: {"A": 2}}
    play.say(Declined(party(1)))
    assert play.offers() == {}
    assert play.of(2).tried[0].found is Found.CLOSED


def test_a_shift_that_became_smaller_takes_nothing_from_anybody_and_is_told() -> None:
    play = Play([shift("A", 3)], family(1), family(2), family(3))
    play.accept(1, "A")
    play.shifts = [shift("A", 1)]
    assert play.say().short == {"A": 2}
    assert play.offers() == {2: {"A": 1}, 3: {"A": 1}}
    play.say(Expired(party(2)), Expired(party(3)))
    assert (play.last.short, play.last.left) == ({}, {"A": 0})


def test_fewer_seats_that_were_offered_do_not_become_fewer_still() -> None:
    play = Play([shift("A", 3)], family(1), family(2, 3))
    assert play.offers() == {1: {"A": 1}, 2: {"A": 2}}
    play.shifts = [shift("A", 2)]
    assert play.say().offers == ()
    assert play.offers() == {1: {"A": 1}, 2: {"A": 2}}
    play.say(Expired(party(1)))
    assert play.offers() == {2: {"A": 2}}, "what came back is what was too much"


def test_the_same_child_of_two_guardians_has_one_seat_and_a_human_decides() -> None:
    play = Play([shift("A", 9)], family(1, 1, keys=["mariia"]), family(2, 2, keys=["mariia", "ivan"]), family(3, 1))
    aside = play.of(2)
    assert (aside.why, aside.other, aside.offer) == (Why.SAME_CHILD, party(1), None)
    assert set(aside.children.values()) == {State.SET_ASIDE}
    assert play.offers() == {1: {"A": 1}, 3: {"A": 1}}
    play.say(Left(party(1), frozenset({10})))
    assert play.offers()[2] == {"A": 2}, "one of them went back, the other has the turn that it kept"
    play.say(Returned(party(1), frozenset({10})))
    assert play.of(1).why is Why.SAME_CHILD, "whoever has the offer comes before whoever stands earlier"


DOUBTED = Left(party(1), frozenset({10}))
BACK = BackAgain(party(1), frozenset({10}))


@pytest.mark.parametrize(
    ("seats", "children", "meanwhile", "offers"),
    [
        (1, 1, [], {2: {"A": 1}}),
        (2, 1, [], {1: {"A": 1}, 2: {"A": 1}}),
        (1, 1, [Declined(party(2))], {1: {"A": 1}}),
        (1, 1, [Expired(party(2))], {1: {"A": 1}}),
        (1, 1, [Accepted(party(2), "A", frozenset({20}))], {}),
        (2, 2, [], {1: {"A": 1}, 2: {"A": 1}}),
        (3, 2, [], {1: {"A": 2}, 2: {"A": 1}}),
        (2, 2, [Declined(party(2))], {1: {"A": 2}}),
    ],
)
def test_who_was_in_doubt_is_back_at_the_old_turn_and_takes_nothing_from_anybody(
    seats: int, children: int, meanwhile: list[Line], offers: dict[int, dict[str, int]]
) -> None:
    play = Play([shift("A", seats)], family(1, children), family(2, 1))
    play.say(DOUBTED)
    play.say(*meanwhile)
    play.say(BACK)
    assert play.offers() == offers
    assert play.of(1).rank.number == 1


def test_back_before_anything_was_free_it_moves_up_before_those_behind() -> None:
    play = Play([shift("A", 1)], family(1), family(2), family(3))
    play.say(DOUBTED)
    play.say(BACK)
    assert play.offers() == {2: {"A": 1}}
    play.say(Expired(party(2)))
    assert play.offers() == {1: {"A": 1}}, "and not the third"


def test_what_the_family_refused_is_not_offered_again_to_who_is_back() -> None:
    play = Play([shift("A", 2)], family(1, 2))
    play.say(Declined(party(1)))
    play.say(DOUBTED)
    play.say(BACK)
    assert play.offers() == {}


def test_who_gave_a_place_back_by_silence_is_not_back_by_a_confirmation() -> None:
    play = Play([shift("A", 1)], family(1))
    play.say(Expired(party(1)))
    with pytest.raises(DoesNotFit):
        play.say(BACK)


def test_a_child_that_was_typed_in_twice_needs_one_seat() -> None:
    play = Play([shift("A", 2)], family(1, 3, keys=["mariia", "ivan", "mariia"]))
    assert play.offers() == {1: {"A": 2}}
    assert play.of(1).children[12] is State.SET_ASIDE
    play.accept(1, "A", 0, 1)
    assert play.of(1).children == {10: State.ACCEPTED, 11: State.ACCEPTED, 12: State.SET_ASIDE}


def test_two_seats_of_one_child_from_before_are_told_and_not_made() -> None:
    families = [family(1, 1, keys=["mariia"]), family(2, 1, keys=["ivan"])]
    log = [made.offer for made in step(ranked(*families), [shift("A", 2)], ()).offers]
    same = replace(families[1], children=(replace(families[1].children[0], key="mariia"),))
    assert step(ranked(families[0], same), [shift("A", 2)], log).twice == ((party(1), party(2)),)


def test_a_dry_run_and_the_first_step_are_one() -> None:
    shifts, families = [shift("A", 2), shift("B", 2)], [family(number, number % 3 + 1, "AB") for number in range(1, 8)]
    dry = step(ranked(*families), shifts, ())
    assert Play(shifts, *families).last == dry
    again = step(ranked(*families), shifts, [made.offer for made in dry.offers])
    assert again.offers == (), "what was offered is not offered twice"


@pytest.mark.parametrize(
    "said",
    [
        Accepted(party(2), "A", frozenset({20})),
        Accepted(party(1), "B", frozenset({10})),
        Accepted(party(1), "A", frozenset({20})),
        Accepted(party(1), "A", frozenset({10, 11, 12})),
        Accepted(party(1), "A", frozenset()),
        Declined(party(2)),
        Expired(party(2)),
        Left(party(1), frozenset({99})),
        Returned(party(1), frozenset({10})),
        BackAgain(party(1), frozenset({10})),
        BackAgain(party(1), frozenset()),
        Joined(party(1)),
        Offer(party(1), (("A", 4),), 3),
        Offer(party(1), (), 3),
        Offer(party(1), (("Z", 1),), 3),
        Declined(party(7)),
    ],
)
def test_what_can_not_have_been_said_is_refused(said: Accepted) -> None:
    play = Play([shift("A", 2)], family(1, 3), family(2, 1))
    with pytest.raises(DoesNotFit):
        play.say(said)
