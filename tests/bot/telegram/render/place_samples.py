"""Plausible sights of places in camps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from casework.letters import sights as s
from casework.letters.sights import allocation as a
from rules.allocation.asked import Criterion
from rules.allocation.reasons import Found, Tried, Why
from tests.bot.telegram.render.given import NOON, NUMBER

PLACE_EVENTS = ("place-offered", "place-accepted", "place-declined", "place-expired", "place-given-back")
LONGEST = 70
PICKS = tuple(a.Pick(pick, places, ()) for pick, places in ((3, (1, 2)), (5, (1, 3)), (6, (2, 3))))


def place(words: str, seats: int = 2) -> a.PlaceLine:
    first = NOON.date()
    return a.PlaceLine(1, words[:LONGEST], first, first + timedelta(days=20), words[:LONGEST], seats)


def offers(words: str) -> tuple[a.OwnOffer, ...]:
    return (
        a.OwnOffer(1, (words, words), 2, True, (place(words),), NOON),
        a.OwnOffer(1, (), 3, False, (place(words), place(words, 1)), NOON),
    )


def places_to_person(words: str, here: s.Office) -> dict[str, list[object]]:
    named = tuple(a.Pick(each.pick, each.places, (words, words)) for each in PICKS)
    offered: list[object] = [a.PlaceOfferedSight(1, NUMBER, each, here) for each in offers(words)]
    news: list[object] = [a.PlaceNewsSight(1, NUMBER, waits, 12, here) for waits in (True, False)]
    return {
        "place-offered": offered,
        "remind-place": offered,
        "place-expired": news,
        "place-waits": news[:1],
        "place-children": [a.PlaceChildrenSight(1, 1, place(words), 3, picks) for picks in (PICKS, named)],
        "place-back-ask": [a.PlaceBackAskSight(1, NUMBER, (place(words),))],
    }


def places_to_staff(words: str) -> dict[str, list[object]]:
    whole, fewer = offers(words)
    noted = (a.DeskOffer(whole, ((1, ()),)), a.DeskOffer(fewer, ((1, PICKS),)))
    empty = a.AllocationSight(1, words, words, "")
    tried = tuple(Tried("1", found, 2, 1, 3) for found in (Found.FULL, Found.AGE))
    lines = tuple(
        a.PartyLine(rank, NUMBER, 2, 10, NOON, rank > 1, because, why, ((1, 2),) if rank < 3 else (), tried)
        for rank, (because, why) in enumerate(
            ((None, Why.FIRST_WISH), (Criterion.WEIGHT, Why.FEWER_LEFT), (Criterion.LOT, Why.NO_SEAT)), start=1
        )
    )
    shifts = tuple(a.ShiftCount(number, words[:LONGEST], 30, 10, 5, 15, number - 1) for number in (1, 2))
    facts = {"value": "42.1337", "seed": "a" * 64, "numbers": 5000, "parties": 6000, "offered": 600, "waiting": 5400}
    full = {"shifts": shifts, "first": 9, "lines": lines, "allocation_id": 1, "tried_at": NOON, **facts}
    return {
        "allocation": [
            empty,
            a.AllocationSight(1, words, words, "курс НБУ", **full),  # type: ignore[arg-type]  # a sample's own shorthand
            a.AllocationSight(1, words, words, "курс НБУ", confirmed_at=NOON, **full),  # type: ignore[arg-type]  # a sample's own shorthand
            replace(empty, working=True),
            replace(empty, undone=True),
        ],
        "allocation-value": [a.AllocationValueSight(1, ""), a.AllocationValueSight(1, words)],
        "place-desk": [
            a.PlaceDeskSight(1, NUMBER, noted, (place(words),)),
            a.PlaceDeskSight(1, NUMBER, (), ()),
            a.PlaceDeskSight(1, NUMBER, (), (), ((5, 2),)),
        ],
    }
