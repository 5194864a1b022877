"""A made-up campaign played until nobody is asked any more: families answer by chance, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from rules.allocation.answers import Accepted, Declined, Expired, Left, Line, State
from rules.allocation.reasons import Decision, Step
from rules.allocation.step import step
from tests.rules.allocation.invented import Campaign

MOST_ROUNDS = 60
LEAVING_ROUNDS = 8
"""After these nobody gives a seat back any more: else there is always somebody to move up."""


@dataclass(frozen=True)
class End:
    """How it came out, and after how many rounds of answers."""

    last: Step
    rounds: int


def to_the_end(made: Campaign, seed: int = 1) -> End:
    """AssertionError where families are asked for ever."""
    chance, log = random.Random(seed), list[Line]()
    for rounds in range(MOST_ROUNDS):
        last = step(made.order.ranks, made.shifts, log)
        log += [each.offer for each in last.offers]
        answers = [line for each in last.decisions for line in _answer(chance, each, may_leave=rounds < LEAVING_ROUNDS)]
        if not answers:
            return End(last, rounds)
        log += answers
    raise AssertionError("it never came to its end")


def _answer(chance: random.Random, decision: Decision, *, may_leave: bool) -> Iterator[Line]:
    """Most say yes, some no or nothing; a few who said yes give their seats back."""
    party, luck = decision.rank.party.id, chance.random()
    if decision.offer is None:
        going = frozenset(number for number, state in decision.children.items() if state is State.ACCEPTED)
        if may_leave and going and luck < 0.01:
            yield Left(party, going)
    elif luck < 0.7:
        code, seats = chance.choice(decision.offer.choices)
        wants = [number for number, state in decision.children.items() if state is State.OFFERED]
        yield Accepted(party, code, frozenset(wants[:seats]), rest_waits=chance.random() < 0.5)
    else:
        yield Declined(party) if luck < 0.88 else Expired(party)
