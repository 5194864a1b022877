"""Plausible sights of trips."""

from __future__ import annotations

from casework.letters import sights as s
from casework.letters.sights import trips as v
from rules.recreation.applications import Standing
from rules.recreation.trips import Missed
from tests.bot.telegram.render.given import NUMBER
from tests.bot.telegram.render.place_samples import place

EVENTS = ("trip-begun", "trip-over", "trip-missed", "trip-undone")
STATES = (Standing.ACCEPTED, Standing.SENT, Standing.COMPLETED)


def trips_to_person(here: s.Office) -> dict[str, list[object]]:
    """What families read."""
    news: list[object] = [v.TripNewsSight(1, NUMBER, here, writes) for writes in (True, False)]
    return {"trip-begun": news[:1], "trip-over": news, "trip-missed": news[:1], "trip-requeued": news[:1]}


def trips_to_staff(words: str) -> dict[str, list[object]]:
    """The lists on a desk."""
    shift = v.TripShift(2, place(words), {Standing.ACCEPTED: 120, Standing.SENT: 40, Standing.NOT_TRAVELLED: 3})
    lines = [v.TripLine(5, NUMBER, number + 1, state, None, number) for number, state in enumerate(STATES)]
    lines += [v.TripLine(6, NUMBER, 1, Standing.NOT_TRAVELLED, why, 0) for why in Missed]
    return {
        "trips": [v.TripsSight((shift, shift)), v.TripsSight(())],
        "trip": [
            v.TripSight(shift, tuple(lines), 1, True, True, True, 12),
            v.TripSight(shift, tuple(lines[:1]), 0, False, False, False, 0),
        ],
        "trip-requeue": [v.TripRequeueSight(5, 1, NUMBER, 2)],
        "trip-child": [
            v.TripChildSight(2, 1, lines[0], True, False, True, False, True),
            v.TripChildSight(2, 1, lines[0], True, False, True, False, False),
            v.TripChildSight(2, 1, lines[1], False, True, False, True, False),
        ],
    }
