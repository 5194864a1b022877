"""Plausible sights of cases that may be the same."""

from __future__ import annotations

from casework.letters import sights as s
from rules.cases import State
from rules.duplicates import Shared, Tie
from tests.bot.telegram.render.bulk_samples import bulk_sights
from tests.bot.telegram.render.given import NOON, NUMBER

OTHER = "LUH-2026-000124"
LINKED, BARE = s.NumberLink(NUMBER, "https://t.me/c/1/2?a=1&b=2"), s.NumberLink(OTHER, None)
OWN = ("merged", "took-in", "parted")
EVENTS = ("linked", "unlinked", "not-same", "bulk", "bulk-undone")


def to_person(words: str) -> dict[str, list[object]]:
    """`words`: the person's name."""
    both = [s.MergedSight(words, NUMBER, OTHER), s.MergedSight(None, NUMBER, OTHER)]
    return {"cases-merged": [*both], "cases-parted": [*both]}


def other_cases(words: str) -> tuple[s.OtherCase, ...]:
    """`words`: a service, and the name of a colleague."""
    return (
        s.OtherCase(2, LINKED, words, State.TAKEN, NOON, words, (Shared.PERSON, Shared.PHONE), None),
        s.OtherCase(3, BARE, None, State.NEW, NOON, None, (Shared.CHILD,), None),
        s.OtherCase(4, BARE, words, State.CLOSED, NOON, words, (), Tie.LINKED),
    )


def to_staff(words: str) -> dict[str, list[object]]:
    """The same."""
    first, second, tied = other_cases(words)
    news: list[object] = [s.MergedNewsSight(LINKED, BARE, words), s.MergedNewsSight(BARE, LINKED, None)]
    return {
        "merged-news": news,
        "took-in-news": news,
        "parted-news": news,
        "case-merged-away": news,
        "desk-duplicates": [
            s.DuplicatesSight(1, NUMBER, (first, second), (tied,), (s.TakenIn(5, LINKED, may_part=True),)),
            s.DuplicatesSight(1, NUMBER, (), (), (s.TakenIn(5, BARE, may_part=False),)),
            s.DuplicatesSight(1, NUMBER, (), (), (), LINKED, may_part=True),
            s.DuplicatesSight(1, NUMBER, (), (), ()),
        ],
        **bulk_sights(words),
    }


def cards_beside_others() -> list[dict[str, object]]:
    """What stands on a card of other cases."""
    return [
        {"maybe_same": 1},
        {"maybe_same": 3},
        {"maybe_same": 5},
        {"tied": (OTHER,), "taken_in": (OTHER, NUMBER)},
        {"goes_on_in": OTHER, "state": State.CLOSED},
    ]
