"""The life of a campaign as one table: which moves there are, from where to where, and whether the clock or a human
makes them.

The dates rule: whoever wants it open longer, or closed sooner, changes the dates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from rules.recreation.terms import Terms


class CampaignState(StrEnum):
    """Where a campaign stands."""

    PLANNED = "planned"
    OPEN = "open"
    PAUSED = "paused"
    """Nobody can apply for a while; what was begun is kept."""
    CLOSED = "closed"
    ALLOCATING = "allocating"
    FINISHED = "finished"


class Move(StrEnum):
    """What leads from one state to another."""

    OPENS = "opens"
    """Its first day has come, or its dates were changed so that today lies within them."""
    PUT_OFF = "put-off"
    """Its dates were changed so that the first day is still to come."""
    CLOSES = "closes"
    """The last day is over."""
    PAUSE = "pause"
    RESUME = "resume"
    ALLOCATE = "allocate"
    BACK = "back"
    """Sharing out places is stopped."""
    FINISH = "finish"
    CALL_OFF = "call-off"
    """It never opens."""


class NoSuchMove(Exception):
    """The move has no place in this state."""

    def __init__(self, move: Move, state: CampaignState) -> None:
        super().__init__(f"{move} is not possible in state {state}")


@dataclass(frozen=True, slots=True)
class _Row:
    by_the_clock: bool
    moves: Mapping[CampaignState, CampaignState]


_TABLE: Mapping[Move, _Row] = {
    Move.OPENS: _Row(True, {CampaignState.PLANNED: CampaignState.OPEN, CampaignState.CLOSED: CampaignState.OPEN}),
    Move.PUT_OFF: _Row(True, {CampaignState.OPEN: CampaignState.PLANNED, CampaignState.CLOSED: CampaignState.PLANNED}),
    Move.CLOSES: _Row(
        True,
        {
            CampaignState.PLANNED: CampaignState.CLOSED,
            CampaignState.OPEN: CampaignState.CLOSED,
            CampaignState.PAUSED: CampaignState.CLOSED,
        },
    ),
    Move.PAUSE: _Row(False, {CampaignState.OPEN: CampaignState.PAUSED}),
    Move.RESUME: _Row(False, {CampaignState.PAUSED: CampaignState.OPEN}),
    Move.ALLOCATE: _Row(False, {CampaignState.CLOSED: CampaignState.ALLOCATING}),
    Move.BACK: _Row(False, {CampaignState.ALLOCATING: CampaignState.CLOSED}),
    Move.FINISH: _Row(False, {CampaignState.ALLOCATING: CampaignState.FINISHED}),
    Move.CALL_OFF: _Row(
        False, {CampaignState.PLANNED: CampaignState.FINISHED, CampaignState.PAUSED: CampaignState.FINISHED}
    ),
}

OVER = frozenset({CampaignState.FINISHED})
BEFORE_THE_END = (CampaignState.PLANNED, CampaignState.OPEN, CampaignState.PAUSED)
"""What was begun can still be sent, now or later."""


def after(move: Move, state: CampaignState) -> CampaignState:
    """The state that a move leads to. NoSuchMove where it has no place."""
    try:
        return _TABLE[move].moves[state]
    except KeyError:
        raise NoSuchMove(move, state) from None


def by_hand(state: CampaignState) -> tuple[Move, ...]:
    """What a human can do with a campaign in this state."""
    return tuple(move for move, row in _TABLE.items() if not row.by_the_clock and state in row.moves)


def is_by_hand(move: Move) -> bool:
    """Whether a human makes the move; the others are the clock's."""
    return not _TABLE[move].by_the_clock


def due(state: CampaignState, terms: Terms, today: date) -> Move | None:
    """What the clock has to do on a day in Kyiv; None: nothing. Done once it finds nothing more."""
    if today > terms.closes:
        wanted = Move.CLOSES
    elif today < terms.opens:
        wanted = Move.PUT_OFF
    else:
        wanted = Move.OPENS
    return wanted if state in _TABLE[wanted].moves else None


def next_day(state: CampaignState, terms: Terms) -> date | None:
    """The day (Kyiv) on which the clock has to do something for a campaign whose dates nobody changes; None: it never
    has again. It may be over: then it is to be done now.
    """
    if state is CampaignState.PLANNED:
        return terms.opens
    return terms.closes + timedelta(days=1) if state in _TABLE[Move.CLOSES].moves else None


def takes_applications(state: CampaignState, terms: Terms, today: date) -> bool:
    """Whether an application may be sent or changed on a day in Kyiv: open, and the last day is not over, even where
    the clock has not looked yet.
    """
    return state is CampaignState.OPEN and terms.opens <= today <= terms.closes


_NEAREST = (
    CampaignState.OPEN,
    CampaignState.PAUSED,
    CampaignState.PLANNED,
    CampaignState.ALLOCATING,
    CampaignState.CLOSED,
    CampaignState.FINISHED,
)


def nearness(state: CampaignState, terms: Terms) -> tuple[int, int]:
    """By which of several campaigns people are shown the one that matters most: the smallest. One that can be applied
    for, then one that will, the sooner the better, then the one that was last.
    """
    rank = _NEAREST.index(state)
    return rank, terms.opens.toordinal() if state is CampaignState.PLANNED else -terms.opens.toordinal()
